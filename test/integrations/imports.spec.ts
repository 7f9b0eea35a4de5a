import { gzipSync } from 'node:zlib';
import { ImportFactChecksHandler } from '../../src/jobs/import-fact-checks.handler.js';
import { AllowList } from '../../src/platform/guarded-fetcher/allow-list.js';
import { createLog } from '../../src/platform/log.js';
import { addImport, findImport } from '../../src/integrations/imports/imports.store.js';
import { Desk, Person } from '../desk/desk.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';
import { until } from '../kit/until.js';
import { download, exported } from './export-client.js';
import { endless, redirect, serveBomb } from './hostile-pages.js';
import { publishRow } from './publish-row.js';
import { serve, startWebServer, type WebServer } from './web-server.js';

const FIELDS = `id status progress added updated unchanged rejected failure
  faults(first: 100) { nodes { number message item } totalCount }`;
const START = `mutation ($input: StartImportInput!) { startImport(input: $input) { id } }`;
const LIST = `query ($filter: ExternalFactCheckFilter) { externalFactChecks(filter: $filter, first: 100) {
  nodes { id url publisher claimReviewed claimant rating ratingValue language reviewedAt } totalCount } }`;

let site: WebServer;
let desk: Desk;
let checker: Person;

beforeAll(async () => {
  site = await startWebServer();
  desk = await Desk.start({ fetchAllow: site.host });
  checker = await desk.join('FACT_CHECKER');
});

afterAll(async () => {
  await desk.close();
  await site.close();
});

async function imported(input: object, person = checker) {
  const { id } = (await person.ask(START, { input })).startImport;
  return until('the import is over', async () => {
    const found = (await person.ask(`query ($id: ID!) { import(id: $id) { ${FIELDS} } }`, { id })).import;
    return ['DONE', 'FAILED'].includes(found.status) && found;
  });
}

const listed = async (filter = {}) => (await checker.ask(LIST, { filter })).externalFactChecks.nodes;

const review = (n: number | string, more: object = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: `https://checks.example/${n}`,
  claimReviewed: `The river rose by ${n} metres`,
  datePublished: '2025-06-01T10:00:00+03:00',
  inLanguage: 'en',
  author: { '@type': 'Organization', name: 'River Checks' },
  reviewRating: { '@type': 'Rating', alternateName: 'Mostly false', ratingValue: 2, bestRating: 5, worstRating: 1 },
  ...more,
});
const feedOf = (...items: object[]) =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'DataFeed',
    dataFeedElement: items.map((item) => ({ '@type': 'DataFeedItem', item: [item] })),
  });

it('takes in what can be used and tells what cannot, item by item', async () => {
  const content = feedOf(review(1), { '@type': 'ClaimReview', url: 'https://checks.example/none' }, review(2));
  expect(await imported({ content })).toMatchObject({
    ...{ status: 'DONE', progress: 1, added: 2, updated: 0, unchanged: 0, rejected: 1, failure: null },
    faults: {
      nodes: [
        { number: 2, message: 'It has no claimReviewed; It has no rating', item: expect.stringContaining('/none') },
      ],
      totalCount: 1,
    },
  });
  expect(await listed({ text: 'ROSE by 1 metres' })).toEqual([
    {
      ...{ id: expect.any(String), url: 'https://checks.example/1', publisher: 'River Checks', claimant: null },
      ...{ claimReviewed: 'The river rose by 1 metres', rating: 'Mostly false', ratingValue: 2, language: 'en' },
      reviewedAt: '2025-06-01T07:00:00.000Z',
    },
  ]);
});

it('changes nothing the second time, and brings up to date what has changed', async () => {
  const content = feedOf(review('a'), review('b'));
  expect(await imported({ content })).toMatchObject({ added: 2 });
  const before = await listed();
  expect(await imported({ content })).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
  expect(await listed()).toEqual(before);
  const corrected = review('b', { reviewRating: { alternateName: 'True' } });
  // Another claim at the same address is another fact-check; the same in another spelling is not.
  const another = review('a', { claimReviewed: 'The river is dry' });
  const spelt = review('a', { claimReviewed: 'THE RIVER rose by a metres' });
  expect(await imported({ content: feedOf(corrected, another, spelt) })).toMatchObject({ added: 1, updated: 2 });
  expect(await listed({ rating: 'true' })).toMatchObject([{ url: 'https://checks.example/b', ratingValue: null }]);
  expect(await imported({ content: feedOf(review('c'), review('c'), review('c')) })).toMatchObject({
    added: 1,
    unchanged: 2,
  });
});

it('finds by claim, publisher, rating and language, in folded form and page by page', async () => {
  const arabic = {
    ...review('ar'),
    claimReviewed: 'دخلت الأسلحة عبر الميناء',
    inLanguage: 'ar',
    author: { name: 'مرصد الحقيقة' },
    reviewRating: { alternateName: 'مضلّل' },
  };
  await imported({ content: JSON.stringify(arabic) });
  for (const filter of [{ text: 'الاسلحه' }, { publisher: 'الحقيقه' }, { rating: 'مضلل' }, { language: 'ar' }]) {
    expect(await listed(filter)).toMatchObject([{ url: 'https://checks.example/ar' }]);
  }
  expect(await listed({ text: 'الاسلحه', publisher: 'River' })).toEqual([]);
  const all = (await listed()).map(({ id }: { id: string }) => id);
  const paged: string[] = [];
  for (let after: string | null = null; ;) {
    const query = `query ($after: String) { externalFactChecks(first: 3, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }`;
    const page: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } = (
      await checker.ask(query, { after })
    ).externalFactChecks;
    const { nodes, pageInfo } = page;
    paged.push(...nodes.map(({ id }) => id));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(paged).toEqual(all);
});

it.each([
  ['JSON Lines', `${JSON.stringify(review('l1'))}\nnot json\n\n${JSON.stringify(review('l2'))}\n`, 2, 1],
  [
    'a page',
    `<!doctype html><p>a < b</p><SCRIPT type='application/ld+json'>${JSON.stringify(review('p'))}</SCRIPT>`,
    1,
    0,
  ],
  ['a table', '\ufeffurl,claimReviewed,rating\r\nhttps://t.example/1,"\'=1, he said",False\r\n,,\r\n', 1, 1],
  [
    "Google's tools",
    JSON.stringify({ claims: [{ text: 'x y z', claimReview: [{ url: 'https://g.example/', textualRating: 'No' }] }] }),
    1,
    0,
  ],
])('reads %s', async (_name, content, added, rejected) => {
  expect(await imported({ content })).toMatchObject({ status: 'DONE', added, rejected });
});

it('reads back the way that tables keep formulas from being run', async () => {
  expect(await listed({ text: '=1, he said' })).toMatchObject([{ claimReviewed: '=1, he said' }]);
});

it.each([
  ['blank', ' \n', 'BAD_USER_INPUT'],
  ['neither of the two', undefined, 'BAD_USER_INPUT'],
])('refuses what is %s', async (_name, content, code) => {
  expect((await checker.failure(START, { input: { content } })).extensions.code).toBe(code);
});

it.each([
  ['text', 'Nothing but words', /neither JSON, nor a page, nor a table/],
  ['broken JSON', '{"@type": "ClaimReview"', /begins like JSON and is none/],
  ['a page without one', '<html><p>Nothing</p></html>', /carries no ClaimReview/],
  ['a broken table', 'url,claimReviewed\n"https://x.example', /no table|neither JSON/],
  ['too many', JSON.stringify(Array.from({ length: 20_001 }, () => 1)), /20001 items; 20000 are read at once/],
])('says why nothing of it was read: %s', async (_name, content, failure) => {
  expect(await imported({ content })).toMatchObject({
    status: 'FAILED',
    failure: expect.stringMatching(failure),
    added: 0,
  });
});

it('is for those who may submit', async () => {
  const content = feedOf(review('machine'));
  expect((await (await desk.join('VIEWER')).failure(START, { input: { content } })).extensions.code).toBe('FORBIDDEN');
  expect(await imported({ content }, await desk.machine())).toMatchObject({ added: 1 });
});

describe('From an address', () => {
  const at = (path: string, page: Parameters<WebServer['pages']['set']>[1]) => {
    site.pages.set(path, page);
    return `${site.url}${path}`;
  };

  it('reads a feed, packed and with whatever type', async () => {
    const url = at('/feed.json', (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(gzipSync(feedOf(review('web'))));
    });
    expect(await imported({ url })).toMatchObject({ status: 'DONE', added: 1 });
  });

  it('reads a page in an old charset', async () => {
    const html =
      `<meta charset="x">${JSON.stringify(review('latin', { claimReviewed: 'Élise a menti hier' }))}`.replace(
        /(\{.*\})/s,
        '<script type="application/ld+json">$1</script>',
      );
    const url = at('/old.html', serve(Buffer.from(html, 'latin1'), 'text/html; charset=iso-8859-1'));
    expect(await imported({ url })).toMatchObject({ status: 'DONE', added: 1 });
    expect(await listed({ text: 'elise' })).toHaveLength(1);
  });

  it.each([
    ['gone', serve('gone', 'text/plain', 404), /status 404/],
    ['endless', endless, /larger than/],
    ['a bomb', serveBomb, /larger than/],
    ['led inside', redirect('http://169.254.169.254/latest'), /not a public address/],
  ])('tells that it is %s', async (name, page, failure) => {
    const url = at(`/${name.replaceAll(' ', '-')}`, page);
    expect(await imported({ url })).toMatchObject({ status: 'FAILED', failure: expect.stringMatching(failure) });
  });

  it('asks robots.txt first', async () => {
    site.pages.set('/robots.txt', serve('User-agent: *\nDisallow: /closed', 'text/plain'));
    const url = at('/closed/feed.json', serve(feedOf(review('closed'))));
    expect(await imported({ url })).toMatchObject({ status: 'FAILED', failure: expect.stringContaining('robots') });
    expect(site.asked).not.toContain('/closed/feed.json');
    site.pages.delete('/robots.txt');
  });
});

it('takes in what another newsroom exported, in each format, as one and the same; never its own', async () => {
  const other = await desk.otherNewsroom();
  const { id: memberId } = await other.member('EDITOR');
  const { key } = await other.member('VIEWER');
  const [taskId] = await addTasks(other.handle, await addReadyArticle(other.handle), [
    { text: 'The harbour is closed' },
  ]);
  await publishRow(other, taskId!, memberId, '=The harbour is "closed"');
  const outsider = new Person(desk.app.url, memberId, key);
  const outcomes = [];
  for (const format of ['CSV', 'JSONL', 'JSONLD']) {
    const { url } = await exported(outsider, { kind: 'FACT_CHECKS', format });
    const content = (await download(url, key)).body.toString();
    outcomes.push(await imported({ content }));
    const own = await imported({ content }, new Person(desk.app.url, '', await other.machine()));
    expect(own).toMatchObject({ status: 'DONE', added: 0, unchanged: 1 });
  }
  expect(outcomes[0]).toMatchObject({ status: 'DONE', added: 1, rejected: 0 });
  expect(outcomes.slice(1).map(({ added, rejected }) => [added, rejected])).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(await listed({ text: 'the harbour is' })).toMatchObject([{ claimReviewed: '=The harbour is "closed"' }]);
  // It is nobody's verdict here.
  const { factChecks, reviewTasks } = await checker.ask('{ factChecks { totalCount } reviewTasks { totalCount } }');
  expect([factChecks.totalCount, reviewTasks.totalCount]).toEqual([0, 0]);
});

it('counts each item once, however often its job dies and runs again', async () => {
  const { handle, id: newsroomId } = await desk.otherNewsroom();
  const many = Array.from({ length: 1_700 }, (_, i) => (i % 100 === 7 ? { no: i } : review(`many-${i}`)));
  const handler = new ImportFactChecksHandler({ now: () => new Date() }, { fetchAllow: AllowList.parse('') }, {
    base: desk.app.url,
  } as never);
  const bytes = new TextEncoder().encode(JSON.stringify(many));
  const asked = { newsroomId, memberId: null, url: null, createdAt: new Date() };
  const { id: importId } = await handle.transaction((tx) => addImport(tx, asked, { bytes, charset: null }));
  const log = createLog('silent');
  const run = (newsroom = handle) => handler.run({ importId }, { newsroom, log, finish: async () => undefined });
  for (let time = 0; time < 2; time++) {
    let count = 0;
    const dying = {
      newsroomId,
      transaction: async <T>(work: Parameters<typeof handle.transaction<T>>[0]) => {
        const done = await handle.transaction(work);
        if (++count === 3) throw new Error('killed');
        return done;
      },
    };
    await expect(run(dying)).rejects.toThrow('killed');
  }
  await Promise.all([run(), run(), run()]);
  const done = (await handle.transaction((tx) => findImport(tx, importId)))!;
  expect(done).toMatchObject({ status: 'DONE', items: 1_700, added: 1_683, updated: 0, unchanged: 0, rejected: 17 });
  const [rows] = await desk.database.owner<{ n: number; faults: number; kept: number }>(
    `select (select count(*)::int from external_fact_checks where newsroom_id = $1) as n,
       (select count(*)::int from import_faults where newsroom_id = $1) as faults,
       (select count(*)::int from import_contents where newsroom_id = $1) as kept`,
    [newsroomId],
  );
  expect(rows).toEqual({ n: 1_683, faults: 17, kept: 0 });
});
