import { fetchFeed } from '../../src/integrations/feeds/fetch-feed.js';
import { PollFeedHandler } from '../../src/jobs/poll-feed.handler.js';
import { systemClock } from '../../src/platform/clock.js';
import { AllowList } from '../../src/platform/guarded-fetcher/allow-list.js';
import { createLog } from '../../src/platform/log.js';
import { Desk, type Person } from '../desk/desk.js';
import { until } from '../kit/until.js';
import { endless, redirect, serveBomb } from './hostile-pages.js';
import { type Page, serve, startWebServer, type WebServer } from './web-server.js';

const FIELDS = `id url language priority pollEveryMinutes enabled disabledReason lastPolledAt lastStatus lastFailure
  nextAt itemsSeen failures failingSince createdBy { id }`;
const CREATE = `mutation ($input: CreateFeedInput!) { createFeed(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($input: UpdateFeedInput!) { updateFeed(input: $input) { ${FIELDS} } }`;
const POLL = 'mutation ($id: ID!) { pollFeed(id: $id) { id } }';
const ONE = `query ($id: ID!) { feed(id: $id) { ${FIELDS} } }`;

let site: WebServer;
let desk: Desk;
let editor: Person;
let count = 0;

beforeAll(async () => {
  site = await startWebServer();
  desk = await Desk.start({ fetchAllow: site.host });
  editor = await desk.join('EDITOR');
});

afterAll(async () => {
  await desk.close();
  await site.close();
});

const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
   <title>News</title>${items.join('')}</channel></rss>`;
const item = (id: string, title = id, link = `${site.url}/item/${id}`) =>
  `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>${link}</link></item>`;
const read = async (id: string) => (await editor.ask(ONE, { id })).feed;

async function add(page: Page, input: object = {}): Promise<{ id: string; path: string }> {
  const path = `/feed-${++count}`;
  site.pages.set(path, page);
  const { createFeed } = await editor.ask(CREATE, { input: { url: `${site.url}${path}`, ...input } });
  return { id: createFeed.id, path };
}

const polledAfter = (id: string, before: string | null) =>
  until('the feed is polled', async () => {
    const feed = await read(id);
    return feed.lastPolledAt !== before && feed;
  });
const polled = async (page: Page, input: object = {}) => polledAfter((await add(page, input)).id, null);

async function pollAgain(id: string) {
  const { lastPolledAt } = await read(id);
  desk.moveOn(2);
  await editor.ask(POLL, { id });
  return polledAfter(id, lastPolledAt);
}

const articlesOf = (feedId: string) =>
  desk.database.owner<{ id: string; source_url: string; title: string; language: string; fetch_url: string | null }>(
    `select a.id, a.source_url, a.title, a.language, a.fetch_url from feed_items i
     join articles a on a.id = i.article_id where i.feed_id = $1 order by a.source_url`,
    [feedId],
  );

it.each([
  ['RSS', (id: string) => rss(item(id))],
  [
    'Atom',
    (id: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>${id}</id><title>${id}</title>
       <link href="/item/${id}"/><updated>2025-01-01T00:00:00Z</updated></entry></feed>`,
  ],
  [
    'JSON Feed',
    (id: string) =>
      JSON.stringify({
        ...{ version: 'https://jsonfeed.org/version/1.1', title: 't' },
        items: [{ id, url: `${site.url}/item/${id}`, title: id }],
      }),
  ],
])('submits each item of %s by its address', async (kind, make) => {
  const id = `kind-${kind.replace(' ', '')}`;
  const feed = await polled(serve(make(id), 'text/plain'), { language: 'fr', priority: 7 });
  expect(feed).toMatchObject({
    ...{ language: 'fr', priority: 7, pollEveryMinutes: 30, enabled: true, lastStatus: 200, lastFailure: null },
    ...{ itemsSeen: 1, failures: 0, failingSince: null, createdBy: { id: editor.id } },
  });
  expect(Date.parse(feed.nextAt) - Date.parse(feed.lastPolledAt)).toBe(30 * 60_000);
  expect(await articlesOf(feed.id)).toMatchObject([
    { source_url: `${site.url}/item/${id}`, title: id, language: 'fr', fetch_url: `${site.url}/item/${id}` },
  ]);
});

it('takes a whole piece as it stands, without its scripts', async () => {
  const piece = '<p>The minister said that the seventh bridge would open in May, as everybody had hoped.</p>'.repeat(
    20,
  );
  const html = `<![CDATA[<script>var stolen = 1;</script>${piece}]]>`;
  const one = item('full', '&lt;script&gt;alert(1)&lt;/script&gt; Bridge').replace(
    '</item>',
    `<content:encoded>${html}</content:encoded></item>`,
  );
  const feed = await polled(serve(rss(one)));
  const [article] = await articlesOf(feed.id);
  expect(article).toMatchObject({ fetch_url: null, source_url: `${site.url}/item/full`, title: 'alert(1) Bridge' });
  const [version] = await desk.database.owner<{ text: string }>(
    'select text from article_versions where article_id = $1',
    [article!.id],
  );
  expect(version!.text).toContain('seventh bridge');
  expect(version!.text).not.toContain('stolen');
});

it('asks only for what has changed, and knows an item by its id or its content', async () => {
  const asked: (string | undefined)[][] = [];
  let body = rss(item('a', 'First'), item('b', 'Second'));
  let etag = '"1"';
  const { id } = await add((request, response) => {
    asked.push([request.headers['if-none-match'], request.headers['if-modified-since']]);
    if (request.headers['if-none-match'] === etag) {
      return void response.writeHead(304, { 'content-encoding': 'gzip' }).end();
    }
    const modified = 'Wed, 01 Jan 2025 00:00:00 GMT';
    response.writeHead(200, { etag, 'last-modified': modified, 'content-type': 'application/rss+xml' }).end(body);
  });
  expect(await polledAfter(id, null)).toMatchObject({ itemsSeen: 2 });
  expect(await pollAgain(id)).toMatchObject({ itemsSeen: 2, lastStatus: 304, lastFailure: null });
  expect(asked).toEqual([
    [undefined, undefined],
    ['"1"', 'Wed, 01 Jan 2025 00:00:00 GMT'],
  ]);
  etag = '"2"';
  const same = (guid: string) =>
    `<item><guid isPermaLink="false">${guid}</guid><title>Third</title><description>The same words</description>
     <link>${site.url}/item/${guid}</link></item>`;
  body = rss(item('a', 'First, changed'), same('c'), same('c-again'));
  expect(await pollAgain(id)).toMatchObject({ itemsSeen: 3, lastStatus: 200 });
  etag = '"3"';
  body = rss(same('another-id'));
  expect(await pollAgain(id)).toMatchObject({ itemsSeen: 3 });
  expect(await articlesOf(id)).toHaveLength(3);
});

it('takes twenty items a poll and the rest soon after', async () => {
  const feed = await polled(serve(rss(...Array.from({ length: 25 }, (_, n) => item(`many-${n}`)))));
  expect(feed.itemsSeen).toBe(20);
  expect(Date.parse(feed.nextAt) - Date.parse(feed.lastPolledAt)).toBe(60_000);
  expect(await pollAgain(feed.id)).toMatchObject({ itemsSeen: 25 });
});

it('reads a feed in another charset than it is sent as', async () => {
  // "خبر" in windows-1256.
  const bytes = Buffer.concat([
    Buffer.from(
      '<?xml version="1.0" encoding="windows-1256"?><rss version="2.0"><channel><title>t</title><item><title>',
    ),
    Buffer.from([0xce, 0xc8, 0xd1]),
    Buffer.from(`</title><link>${site.url}/item/charset</link></item></channel></rss>`),
  ]);
  const feed = await polled(serve(bytes, 'application/rss+xml; charset=utf-8'));
  expect(await articlesOf(feed.id)).toMatchObject([{ title: 'خبر' }]);
});

const BOMB = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 9 },
  (_, n) => `<!ENTITY a${n} "${`&a${n === 0 ? '' : n - 1};`.repeat(10)}">`,
).join(
  '',
)}]><rss version="2.0"><channel><item><title>&a8;</title><link>http://x.example/</link></item></channel></rss>`;
const FILE = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel>
  <item><title>&f;</title></item></channel></rss>`;

it.each([
  ['never ends', endless, 'larger than'],
  ['unpacks to far too much', serveBomb, 'larger than'],
  ['leads inside', redirect('http://10.0.0.1/feed'), 'not a public address'],
  ['leads to the metadata of a cloud', redirect('http://169.254.169.254/latest'), 'not a public address'],
  ['is a page', serve('<html><body>No feed</body></html>'), 'no RSS, Atom or JSON feed'],
  ['multiplies its entities', serve(BOMB), 'declares entities'],
  ['names a file', serve(FILE), 'declares entities'],
  ['is nested without end', serve(`<rss><channel>${'<a>'.repeat(200_000)}`), 'no RSS, Atom or JSON feed'],
])('tells of a feed that %s', async (_what, page, words) => {
  const feed = await polled(page);
  expect(feed).toMatchObject({ failures: 1, itemsSeen: 0, enabled: true, lastFailure: expect.stringContaining(words) });
  expect(feed.failingSince).toBe(feed.lastPolledAt);
});

it('waits no longer than it may for a slow feed', async () => {
  site.pages.set('/slow', (_request, response) => void response.writeHead(200).write('<rss>'));
  const slow = fetchFeed({ url: `${site.url}/slow`, etag: null, lastModified: null }, AllowList.parse(site.host), {
    timeoutMs: 300,
  });
  await expect(slow).rejects.toMatchObject({ reason: 'TOO_SLOW' });
});

it('keeps to Retry-After, and comes back', async () => {
  const { id, path } = await add((_request, response) => void response.writeHead(429, { 'retry-after': '7200' }).end());
  const feed = await polledAfter(id, null);
  expect(feed).toMatchObject({ lastStatus: 429, failures: 1, lastFailure: expect.stringContaining('429') });
  expect(Date.parse(feed.nextAt) - Date.parse(feed.lastPolledAt)).toBe(7_200_000);
  site.pages.set(path, serve(rss(item('back'))));
  expect(await pollAgain(id)).toMatchObject({ failures: 0, failingSince: null, lastFailure: null, itemsSeen: 1 });
});

it('disables what is gone or has failed for long, until somebody enables it', async () => {
  const gone = await polled(serve('', 'text/html', 410));
  expect(gone).toMatchObject({ enabled: false, disabledReason: 'GONE', nextAt: null });
  const failing = await polled(serve('', 'text/html', 500));
  await desk.database.owner(`update feeds set failing_since = now() - interval '8 days' where id = $1`, [failing.id]);
  expect(await pollAgain(failing.id)).toMatchObject({ enabled: false, disabledReason: 'FAILING', failures: 2 });
  const events = await desk.database.owner(
    `select data from newsroom_events where action = 'FEED_DISABLED' and actor_kind = 'SYSTEM' order by at`,
  );
  expect(events).toEqual([{ data: { reason: 'GONE' } }, { data: { reason: 'FAILING' } }]);
  expect(await editor.failure(POLL, { id: gone.id })).toMatchObject({ extensions: { code: 'CONFLICT' } });
  const { updateFeed } = await editor.ask(UPDATE, { input: { id: failing.id, enabled: true } });
  expect(updateFeed).toMatchObject({ enabled: true, disabledReason: null, failures: 0 });
});

it('submits and counts nothing twice, run twice at once or after a crash', async () => {
  const { id } = await add(serve(rss(item('x'), item('y'))), { enabled: false });
  await desk.database.owner(
    `update feeds set disabled_at = null, disabled_reason = null, next_at = '2099-01-01' where id = $1`,
    [id],
  );
  const handler = new PollFeedHandler({ fetchAllow: AllowList.parse(site.host) }, systemClock);
  const run = (finish: () => Promise<void>) =>
    handler.run({ feedId: id, poll: 1 }, { newsroom: desk.newsroom.handle, log: createLog('silent'), finish });
  await expect(run(() => Promise.reject(new Error('crashed')))).rejects.toThrow('crashed');
  // As if it had died after the first article and before its note.
  await desk.database.owner('delete from feed_items where feed_id = $1', [id]);
  await desk.database.owner('update feeds set items_seen = 0 where id = $1', [id]);
  await Promise.all([1, 2, 3].map(() => run(() => Promise.resolve())));
  await run(() => Promise.resolve());
  expect(await read(id)).toMatchObject({ itemsSeen: 2, failures: 0 });
  const [row] = await desk.database.owner('select poll from feeds where id = $1', [id]);
  expect(row).toEqual({ poll: 2 });
  const urls = [`${site.url}/item/x`, `${site.url}/item/y`];
  expect(await desk.database.owner('select 1 from articles where source_url = any($1)', [urls])).toHaveLength(2);
});

it('is for editors, within bounds, each address once', async () => {
  const checker = await desk.join('FACT_CHECKER');
  const input = { url: 'https://feed.example/rss', enabled: false };
  expect((await checker.failure(CREATE, { input })).extensions.code).toBe('FORBIDDEN');
  expect((await checker.failure('{ feeds { totalCount } }')).extensions.code).toBe('FORBIDDEN');
  const bad = { url: 'file:///etc/passwd', priority: 10, pollEveryMinutes: 4, language: 'english' };
  expect((await editor.failure(CREATE, { input: bad })).extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  const { createFeed } = await editor.ask(CREATE, { input });
  expect((await editor.failure(CREATE, { input: { ...input, url: `${input.url}#x` } })).extensions.code).toBe(
    'CONFLICT',
  );
  expect((await checker.failure(ONE, { id: createFeed.id })).extensions.code).toBe('FORBIDDEN');
  const remove = 'mutation ($id: ID!) { deleteFeed(id: $id) }';
  expect(await editor.ask(remove, { id: createFeed.id })).toEqual({ deleteFeed: createFeed.id });
  expect(await read(createFeed.id)).toBeNull();
});
