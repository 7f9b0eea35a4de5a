import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { PAGE_WORDS } from '../../src/fact-checks/page-words.js';
import { buildSitemapIndex, readSitemapPart, readSitemapParts } from '../../src/fact-checks/sitemap.js';
import { listChanges, listPublished } from '../../src/fact-checks/fact-checks.store.js';
import { pageOf, readPublicPage, stretchOf } from '../../src/fact-checks/published-lists.js';
import { buildRssFeed } from '../../src/fact-checks/rss-feed.js';
import { publishRow } from '../integrations/publish-row.js';
import { proposeFor, submitClaims } from './claim-in-review.js';
import { Desk, type Person } from './desk.js';
import * as document from './documents.js';

const piece = z.strictObject({ role: z.string(), contentType: z.string(), value: z.string().min(1) });
/** The fields of IPTC ninjs 3.1 that are written here, and no others. */
const NINJS = z.strictObject({
  uri: z.url(),
  standard: z.strictObject({ name: z.literal('ninjs'), version: z.literal('3.1'), schema: z.url() }),
  type: z.literal('text'),
  representationType: z.literal('full'),
  version: z.string(),
  pubStatus: z.enum(['usable', 'canceled']),
  language: z.string(),
  firstCreated: z.iso.datetime(),
  versionCreated: z.iso.datetime(),
  by: z.string(),
  copyrightHolder: z.string(),
  edNote: z.string().optional(),
  headlines: z.array(piece),
  descriptions: z.array(piece).optional(),
  bodies: z.array(piece).optional(),
  trustIndicators: z.array(z.strictObject({ role: z.string(), title: z.string(), href: z.url() })).min(1),
});

describe('The public pages beside the fact-check', () => {
  let desk: Desk;
  let admin: Person;
  let editor: Person;
  let reviewer: Person;
  let checker: Person;

  beforeAll(async () => {
    desk = await Desk.start();
    [admin, editor, reviewer, checker] = [
      await desk.join('ADMIN'),
      await desk.join('EDITOR'),
      await desk.join('REVIEWER'),
      await desk.join('FACT_CHECKER'),
    ];
  });

  afterAll(() => desk.close());

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const url = path.startsWith('http') ? path : `${desk.app.url}/n/${desk.newsroom.slug}/${path}`;
    const answer = await fetch(url, { headers });
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  };
  const publish = async (taskId: string, input: object = {}) => {
    const version = await proposeFor(checker, taskId);
    await reviewer.ask(document.APPROVE, { input: { taskId, expectedVersion: version } });
    return (await editor.ask(document.PUBLISH, { id: taskId, input })).publishFactCheck;
  };
  const hrefOf = (body: string, rel: string) =>
    new RegExp(`href="([^"]+)"[^>]*rel="${rel}"`).exec(body)?.[1]?.replaceAll('&#38;', '&');

  it('say how the newsroom works, corrects and is reached, in its first language', async () => {
    expect((await get('fact-checks')).body).toContain(PAGE_WORDS.ar.none);
    const input = {
      ...{ methodology: 'نقرأ السجلات <b>', correctionsPolicy: 'نصحّح علنًا', publicName: 'الميناء' },
      ...{ contactEmail: 'desk+x@harbour.example', contactUrl: 'https://harbour.example/?a=1&b=2' },
    };
    await admin.ask('mutation ($input: UpdateNewsroomInput!) { updateNewsroom(input: $input) { id } }', { input });
    const method = await get('method');
    expect(method.body).toContain('<html lang="ar" dir="rtl">');
    expect(method.body).toContain('نقرأ السجلات &#60;b&#62;');
    expect(method.body).toContain('نصحّح علنًا');
    const contact = await get('contact');
    expect(contact.body).toContain('mailto:desk%2Bx%40harbour.example');
    expect(contact.body).toContain('href="https://harbour.example/?a=1&#38;b=2"');
    for (const { headers, body } of [method, contact]) {
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(body).not.toContain('<script');
    }
  });

  it('show a card to any site, without a script, and nothing else of it to a frame', async () => {
    const [, claims] = await submitClaims(desk, checker);
    const { id, url, slug } = await publish(claims[0]!, { title: 'Grain "rose" <b>' });
    const { embedHtml } = (await checker.ask('query ($id: ID!) { factCheck(id: $id) { embedHtml } }', { id }))
      .factCheck;
    expect(embedHtml).toContain(`src="${url}/card"`);
    expect(embedHtml).toContain('title="Grain &#34;rose&#34; &#60;b&#62;"');
    const card = await get(`${url}/card`);
    expect(card.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(card.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(card.headers.get('x-frame-options')).toBeNull();
    expect(card.body).not.toMatch(/<script|<b>/);
    const page = await get(url);
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    expect(page.body).toContain('<meta property="og:title" content="Grain &#34;rose&#34; &#60;b&#62;"');
    expect(page.body).toContain(`<link rel="canonical" href="${url}"`);

    const item = NINJS.parse(JSON.parse((await get(`${url}/ninjs.json`)).body));
    expect([item.uri, item.pubStatus]).toEqual([url, 'usable']);
    expect(item.trustIndicators.map(({ href }) => href)).toContain(url);
    for (const { href } of item.trustIndicators) expect((await get(href)).status).toBe(200);
    for (const path of [
      `fact-checks/${slug}/card`,
      `fact-checks/${slug}/ninjs.json`,
      'method',
      'sitemap.xml',
      'fact-checks',
    ]) {
      const etag = (await get(path)).headers.get('etag')!;
      const again = await get(path, { 'if-none-match': etag, 'cache-control': 'max-age=0' });
      expect([path, again.status, again.body]).toEqual([path, 304, '']);
    }
  });

  it('tell nobody what is not published', async () => {
    const { factChecks } = await checker.ask('{ factChecks { nodes { id slug version } } }');
    const [{ id, slug, version }] = factChecks.nodes;
    const secret = 'Unpublished words';
    const waiting = { factCheckId: id, class: 'TYPO', title: secret, publicNote: secret, expectedVersion: version };
    await editor.ask(document.CORRECT, { input: waiting });
    const { member } = (await checker.ask('{ viewer { member { name email } } }')).viewer;
    const paths = ['fact-checks', 'method', 'contact', 'sitemap.xml', 'sitemap-page.xml', 'feeds/fact-checks.xml'];
    const ofOne = ['', '/card', '/ninjs.json'].map((end) => `fact-checks/${slug}${end}`);
    for (const path of [...paths, ...ofOne]) {
      const { status, body } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      for (const hidden of [secret, member.name, member.email]) expect(body).not.toContain(hidden);
    }
    await reviewer.ask(document.REJECT_CORRECTION, { id, version, comment: 'Not so' });
    await editor.ask(document.CORRECT, {
      input: { factCheckId: id, class: 'RETRACTION', publicNote: 'We mixed up two ports.', expectedVersion: version },
    });
    await reviewer.ask(document.APPROVE_CORRECTION, { id, version });
    const card = await get(`fact-checks/${slug}/card`);
    expect(card.body).toContain(PAGE_WORDS.en.retracted);
    expect(card.body).not.toContain('False');
    const item = NINJS.parse(JSON.parse((await get(`fact-checks/${slug}/ninjs.json`)).body));
    expect([item.pubStatus, item.edNote, item.bodies]).toEqual(['canceled', 'We mixed up two ports.', undefined]);
    expect((await get('fact-checks')).body).not.toContain(slug);
    const parts = (await get('sitemap.xml')).body.match(/<loc>/g);
    expect(parts).toHaveLength(1);
  });

  it('go on page by page, as does the feed, and a made-up cursor leads nowhere', async () => {
    const [, claims] = await submitClaims(desk, checker);
    const { taskId, memberId } = await desk.newsroom.handle.transaction(async (tx) => ({
      taskId: claims[0]!,
      memberId: (await tx.member.findFirstOrThrow()).id,
    }));
    await publishRow(desk.newsroom, taskId, memberId, 'Row');
    await publishRow(desk.newsroom, claims[1]!, memberId, 'Other');
    const handle = desk.newsroom.handle;
    const whole = await handle.transaction((tx) => readSitemapParts(tx, desk.newsroom.id));
    expect(whole).toHaveLength(1);
    const files = await handle.transaction((tx) => readSitemapParts(tx, desk.newsroom.id, 1));
    expect(files.map(({ from }) => from)).toEqual([whole[0]!.from, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    const rows = await handle.transaction((tx) => readSitemapPart(tx, desk.newsroom.id, whole[0]!.from));
    expect(rows.map(({ slug }) => slug)).toEqual(['row', 'other']);
    for (const [name, list] of [
      ['publishedAt', listPublished],
      ['updatedAt', (tx, slug, stretch) => listChanges(tx, slug, 'en', stretch)],
    ] as const satisfies readonly (readonly ['publishedAt' | 'updatedAt', typeof listPublished])[]) {
      const seen: string[] = [];
      let after: string | null | undefined;
      do {
        const page = readPublicPage(after ?? undefined, { list: name, first: 1 })!;
        const found = (await handle.transaction((tx) => list(tx, desk.newsroom.slug, stretchOf(page))))!;
        const { nodes, pageInfo } = pageOf(page, found, (factCheck) => factCheck[name]);
        seen.push(...nodes.map(({ factCheck }) => factCheck.slug));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        const xml = buildRssFeed(
          nodes,
          { newsroom: nodes[0]!.newsroom, language: 'en', next: after },
          'https://d.example',
        );
        expect(XMLValidator.validate(xml)).toBe(true);
        expect(/href="([^"]+)" rel="next"/.exec(xml)?.[1]).toBe(
          after
            ? `https://d.example/n/${desk.newsroom.slug}/feeds/fact-checks.xml?language=en&#38;after=${after}`
            : undefined,
        );
      } while (after);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.slice(seen.indexOf('other'), seen.indexOf('other') + 2)).toEqual(['other', 'row']);
    }
    expect(XMLValidator.validate(buildSitemapIndex(desk.newsroom, whole, 'https://desk.example'))).toBe(true);
    expect((await get(`sitemap-page.xml?from=${whole[0]!.from}`)).body).toContain('/fact-checks/row</loc>');
    expect(hrefOf((await get('fact-checks')).body, 'next')).toBeUndefined();
    for (const path of ['fact-checks?after=x', 'feeds/fact-checks.xml?after=x', 'sitemap-page.xml?from=x'])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });

  it('use the words of the desk', () => {
    for (const language of ['ar', 'en', 'fr'] as const) {
      const said = (screen: string, id: string) => {
        const po = readFileSync(
          join(import.meta.dirname, `../../dashboard/src/${screen}/words/${language}.po`),
          'utf8',
        );
        return new RegExp(`^msgid "${id.replaceAll('.', '\\.')}"\nmsgstr "(.*)"$`, 'm').exec(po)?.[1];
      };
      const { classes, stances, rating, rationale, evidence } = PAGE_WORDS[language];
      for (const [code, word] of Object.entries(classes))
        expect(word).toBe(said('fact-check', `correction.class.${code}`));
      for (const [code, word] of Object.entries(stances)) expect(word).toBe(said('task', `evidence.stance.${code}`));
      expect([rating, rationale, evidence]).toEqual(
        ['task.rating', 'task.rationale', 'evidence.title'].map((id) => said('task', id)),
      );
    }
  });
});
