import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { request } from 'undici';
import { proposeFor, submitClaims, TEXT } from './claim-in-review.js';
import { Desk, type Person } from './desk.js';
import * as document from './documents.js';

const ARABIC = `أعلنت وزارة التجارة أن صادرات الحبوب ارتفعت بنسبة 12 في المئة خلال عام 2025.`;

interface Item {
  readonly title: string;
  readonly link: string;
  readonly guid: { readonly '#text': string; readonly '@isPermaLink': string };
  readonly description: string;
  readonly 'content:encoded': string;
  readonly 'dc:language': string;
}

describe('The RSS feed', () => {
  let desk: Desk;
  let admin: Person;
  let editor: Person;
  let reviewer: Person;
  let checker: Person;

  beforeAll(async () => {
    desk = await Desk.start({ publicUrl: 'https://desk.example' });
    [admin, editor, reviewer, checker] = [
      await desk.join('ADMIN'),
      await desk.join('EDITOR'),
      await desk.join('REVIEWER'),
      await desk.join('FACT_CHECKER'),
    ];
  });

  afterAll(() => desk.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${desk.app.url}/n/${desk.newsroom.slug}/${path}`, { headers });
  const read = async (query = '') => {
    const answer = await get(`feeds/fact-checks.xml${query}`);
    expect(answer.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    const xml = await answer.text();
    expect(XMLValidator.validate(xml)).toBe(true);
    const options = { ignoreAttributes: false, attributeNamePrefix: '@', isArray: (name: string) => name === 'item' };
    const { rss } = new XMLParser(options).parse(xml);
    expect(rss['@version']).toBe('2.0');
    return { ...rss.channel, item: (rss.channel.item ?? []) as Item[] };
  };
  const publish = async (taskId: string, input: object = {}) => {
    const version = await proposeFor(checker, taskId);
    await reviewer.ask(document.APPROVE, { input: { taskId, expectedVersion: version } });
    return (await editor.ask(document.PUBLISH, { id: taskId, input })).publishFactCheck;
  };
  const correct = async (id: string, input: object, version = 1) => {
    await editor.ask(document.CORRECT, { input: { factCheckId: id, expectedVersion: version, ...input } });
    await reviewer.ask(document.APPROVE_CORRECTION, { id, version });
  };

  it('is a feed without items before anything is published, and none for a newsroom that is not there', async () => {
    expect((await read()).item).toEqual([]);
    expect((await fetch(`${desk.app.url}/n/nowhere/feeds/fact-checks.xml`)).status).toBe(404);
  });

  it('tells of what is published, corrected and retracted, in its language, whatever people wrote', async () => {
    const [, inArabic] = await submitClaims(desk, checker, ARABIC);
    const arabicOne = await publish(inArabic[0]!, { title: 'صادرات «الحبوب» & القمح <b>' });
    const [, claims] = await submitClaims(desk, checker);
    const english = await publish(claims[0]!, { title: 'One ]]> two ]]> three \u0001', summary: '<script>x</script>' });

    const feed = await read();
    expect(feed['atom:link']).toMatchObject({
      '@rel': 'self',
      '@href': `https://desk.example/n/${desk.newsroom.slug}/feeds/fact-checks.xml`,
    });
    const links = (feed.item as Item[]).map(({ link, guid, 'dc:language': language }) => [
      link,
      guid['#text'],
      guid['@isPermaLink'],
      language,
    ]);
    expect(links).toEqual([
      [english.url, english.url, 'false', 'en'],
      [arabicOne.url, arabicOne.url, 'false', 'ar'],
    ]);
    const [first, second] = feed.item as [Item, Item];
    expect(first.title).toBe('One ]]&gt; two ]]&gt; three ');
    expect(first['content:encoded']).toContain('&#60;script&#62;');
    expect(second.title).toBe('صادرات «الحبوب» & القمح <b>');
    expect(second['content:encoded']).toContain('<div lang="ar" dir="rtl">');
    expect(second.description).toContain('خاطئ');
    const only = await read('?language=ar');
    expect([only.language, only.item.length, only['atom:link']['@href'].split('?')[1]]).toEqual([
      'ar',
      1,
      'language=ar',
    ]);

    await correct(arabicOne.id, { class: 'RATING_CHANGED', rating: 'HALF_TRUE', publicNote: 'أرسلت الوزارة دفاترها.' });
    await correct(english.id, { class: 'RETRACTION', publicNote: 'We mixed up two ports.' });
    const [retracted, corrected] = (await read()).item as [Item, Item];
    expect(retracted.title).toMatch(/^Retraction: /);
    // The same item as before, for readers' programs: its guid stays.
    expect([retracted.guid['#text'], retracted.link]).toEqual([english.url, `${english.url}#edition-2`]);
    expect(retracted['content:encoded']).toContain('We mixed up two ports.');
    expect(retracted['content:encoded']).not.toContain('False');
    expect(corrected.title).toMatch(/^تغيير في التقدير: /);
    expect(corrected['content:encoded']).toContain('نصف صحيح');
    const page = await (await get(`fact-checks/${arabicOne.slug}`)).text();
    expect(page).toContain('id="edition-2"');
    expect(page).toContain('/feeds/fact-checks.xml"');
  });

  it('and the other public documents are not sent again to who has them', async () => {
    // Not fetch(): that asks every server on the way for a fresh answer as soon as a condition is given.
    const ask = async (path: string, headers: Record<string, string> = {}) => {
      const answer = await request(`${desk.app.url}/n/${desk.newsroom.slug}/${path}`, { headers });
      return { status: answer.statusCode, headers: answer.headers, body: await answer.body.text() };
    };
    const { factChecks } = await checker.ask('{ factChecks { nodes { slug } } }');
    const paths = ['feeds/fact-checks.xml', 'feeds/claimreview.json', `fact-checks/${factChecks.nodes[0].slug}`];
    for (const path of paths) {
      const { headers, status } = await ask(path);
      expect(status).toBe(200);
      const etag = String(headers.etag);
      const again = await ask(path, { 'if-none-match': etag });
      expect([again.status, again.body, again.headers.etag]).toEqual([304, '', etag]);
      expect((await ask(path, { 'if-none-match': '"other"' })).status).toBe(200);
      const modified = headers['last-modified'];
      if (modified) expect((await ask(path, { 'if-modified-since': String(modified) })).status).toBe(304);
    }
    const before = String((await ask('feeds/claimreview.json')).headers.etag);
    const corrected = '{ factChecks(filter: { status: [CORRECTED] }) { nodes { id version } } }';
    const [{ id, version }] = (await checker.ask(corrected)).factChecks.nodes;
    await correct(id, { class: 'RETRACTION', publicNote: 'Withdrawn' }, version);
    expect((await ask('feeds/claimreview.json', { 'if-none-match': before })).status).toBe(200);
  });

  it('names who took part on the page only once the policy says so', async () => {
    const [, claims] = await submitClaims(desk, checker, `${TEXT} `);
    const shown = async ({ slug, id }: { slug: string; id: string }) => {
      const query = 'query ($id: ID!) { factCheck(id: $id) { editions { participants { part name } } } }';
      const { editions } = (await checker.ask(query, { id })).factCheck;
      return [editions[0].participants, await (await get(`fact-checks/${slug}`)).text()] as const;
    };
    const { name } = (await checker.ask('{ viewer { member { name } } }')).viewer.member;
    const [nobody, anonymous] = await shown(await publish(claims[0]!));
    expect(nobody).toEqual([]);
    expect(anonymous).not.toContain(name);
    const input = { participantsShown: 'NAMES', expectedVersion: 0 };
    await admin.ask(
      'mutation ($input: UpdateNewsroomPolicyInput!) { updateNewsroomPolicy(input: $input) { version } }',
      { input },
    );
    const [names, page] = await shown(await publish(claims[1]!));
    expect(names.map(({ part }: { part: string }) => part)).toEqual(['PROPOSED', 'APPROVED', 'PUBLISHED']);
    expect(names[0].name).toBe(name);
    expect(page).toContain(`Proposed by: <bdi>${name}</bdi>`);
  });
});
