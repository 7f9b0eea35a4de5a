import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { startApp, type TestApp } from '../kit/start-app.js';
import { until } from '../kit/until.js';
import { intakeClient } from './intake-client.js';
import { encode } from './single-byte.js';

let database: FreshDatabase;
let app: TestApp;
let newsroom: TestNewsroom;
let key: string;

beforeAll(async () => {
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  key = await newsroom.machine();
  app = await startApp(database);
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const { push, pushJson, accepted } = intakeClient(
  () => app.url,
  () => key,
);

const FIELDS = 'text title byline language publishedAt sourceUrl externalId';
const read = async (id: string) =>
  (await app.graphql(`query ($id: ID!) { article(id: $id) { ${FIELDS} } }`, { id }, key)).expectData().article;

const TEXT = 'The minister said on Monday that the bridge would open in May.';

it('takes plain text, and its address tells how far it is until it is ready', async () => {
  const { status, body, headers } = await push(TEXT, {
    query: '?externalId=cms-7&title=Bridge&publishedAt=2024-05-01T10:00:00%2B03:00',
  });
  expect(status).toBe(202);
  expect(body).toEqual({
    id: expect.any(String),
    status: 'RECEIVED',
    created: true,
    statusUrl: `${app.url}/intake/articles/${body.id as string}`,
  });
  expect(headers.get('location')).toBe(body.statusUrl);
  const ready = await until('the article is ready', async () => {
    const answer = await fetch(body.statusUrl as string, { headers: { authorization: `Bearer ${key}` } });
    const state = (await answer.json()) as { status: string };
    return state.status === 'READY' && state;
  });
  const total = (ready as unknown as { progress: { total: number } }).progress.total;
  expect(total).toBeGreaterThan(0);
  expect(ready).toEqual({
    id: body.id,
    status: 'READY',
    progress: { total, prepared: total, decided: 0 },
    failure: null,
  });
  expect(await read(body.id as string)).toMatchObject({
    ...{ text: TEXT, title: 'Bridge', externalId: 'cms-7', publishedAt: '2024-05-01T07:00:00.000Z' },
  });
});

it('gives the same article for the same text', async () => {
  const first = await accepted(push('The mayor denied the report.'));
  const second = await accepted(push('The mayor denied the report.'));
  expect(first.created).toBe(true);
  expect(second).toMatchObject({ id: first.id, created: false });
});

it.each([
  ['windows-1256', 'قال الوزير إن المحادثات انتهت يوم الاثنين.'],
  ['iso-8859-6', 'قال الوزير إن المحادثات انتهت يوم الثلاثاء.'],
  ['utf-16le', 'قال الوزير إن المحادثات انتهت يوم الأربعاء.'],
])('reads text in %s, as its charset says', async (charset, text) => {
  const bytes = charset === 'utf-16le' ? Buffer.from(text, 'utf16le') : encode(text, charset);
  const { id } = await accepted(push(bytes, { type: `text/plain; charset=${charset}` }));
  expect((await read(id)).text).toBe(text);
});

it('keeps text to the last character, byte order mark and line ends', async () => {
  const text = '\ufeffFirst line.\r\n\r\n\tSecond line. ';
  const { id } = await accepted(push(text));
  expect((await read(id)).text).toBe(text);
});

it('takes HTML, with its text alone', async () => {
  const html = `<h1>Water for all</h1><p>Minister <b>Samer Helou</b> said: "Losses&nbsp;fell."</p>
    <script>alert("The minister resigned")</script><style>p { color: red }</style><ul><li>One</li><li>Two</li></ul>`;
  const { id } = await accepted(push(html, { type: 'text/html' }));
  const { text, title } = await read(id);
  expect(title).toBe('Water for all');
  expect(text).toBe('Water for all\n\nMinister Samer Helou said: "Losses\u00a0fell."\n\n• One\n• Two');
});

describe('JSON of our own', () => {
  it('has the fields of submitArticle', async () => {
    const given = {
      text: 'A text of its own, she said.',
      title: 'Own',
      byline: 'Lina Haddad',
      language: 'en',
      externalId: 'own-1',
    };
    const input = { ...given, sourceUrl: 'https://news.example/own', publishedAt: '2024-10-09T19:05:00+03:00' };
    const { id } = await accepted(pushJson(input));
    expect(await read(id)).toEqual({ ...input, publishedAt: '2024-10-09T16:05:00.000Z' });
  });

  it.each([
    ['a misspelt field', { text: 'A text.', titel: 'x' }, 'body'],
    ['no text', { title: 'x' }, 'text'],
    ['text and html', { text: 'A text.', html: '<p>A text.</p>' }, 'html'],
    ['a time without zone', { text: 'A text.', publishedAt: '2024-10-09T19:05:00' }, 'publishedAt'],
    ['a number for a text', { text: 7 }, 'text'],
    ['a list', [], 'body'],
    ['nothing', null, 'body'],
    ['an address of another kind', { url: 'ftp://news.example/a' }, 'url'],
    ['an address with a password', { url: 'https://a:b@news.example/a' }, 'url'],
  ])('refuses %s', async (_what, body, field) => {
    const answer = await pushJson(body);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'BAD_USER_INPUT', fields: { [field]: expect.any(String) } });
  });
});

describe('ninjs', () => {
  const item = {
    uri: 'https://cms.example/items/42',
    type: 'text',
    profile: 'text-only',
    version: '1',
    versionCreated: '2024-07-09T10:37:00Z',
    pubStatus: 'usable',
    language: 'ar-SA',
    by: 'ليلى حداد',
    headlines: [
      { role: 'short', value: 'مياه' },
      { role: 'main', value: 'مياه لا تنقطع في العاصمة' },
    ],
    bodies: [
      { role: 'main', contentType: 'text/plain', value: 'قال وزير المياه إن الفاقد انخفض. وأضاف أن التعرفة لن ترتفع.' },
      {
        role: 'richtext',
        contentType: 'application/xhtml+xml',
        value: '<p>قال وزير المياه إن الفاقد انخفض.</p><p>وأضاف أن التعرفة لن ترتفع.</p>',
      },
    ],
    people: [{ name: 'سامر الحلو', rel: 'about' }],
    ourOwnExtension: { any: 'thing' },
  };

  it('is read with headline, byline, paragraphs and uri', async () => {
    const { id, created } = await accepted(pushJson(item));
    expect(created).toBe(true);
    expect(await read(id)).toEqual({
      text: 'مياه لا تنقطع في العاصمة\n\nليلى حداد\n\nقال وزير المياه إن الفاقد انخفض.\n\nوأضاف أن التعرفة لن ترتفع.',
      title: 'مياه لا تنقطع في العاصمة',
      byline: 'ليلى حداد',
      language: 'ar',
      publishedAt: '2024-07-09T10:37:00.000Z',
      sourceUrl: null,
      externalId: item.uri,
    });
    expect(await accepted(pushJson({ ...item, version: '2' }))).toMatchObject({ id, created: false });
  });

  it.each([
    ['no URI', { uri: 'forty two' }, 'uri'],
    ['another kind', { type: 'picture' }, 'type'],
    ['what its sender took back', { pubStatus: 'canceled' }, 'pubStatus'],
    ['no body', { bodies: [] }, 'bodies'],
    ['a body without value', { bodies: [{ role: 'main' }] }, 'bodies.0.value'],
    ['a time that is none', { versionCreated: 'yesterday' }, 'versionCreated'],
    ['a version that is no text', { version: 2 }, 'version'],
  ])('is refused with %s', async (_what, change, field) => {
    const { status, body } = await pushJson({ ...item, uri: 'https://cms.example/items/43', ...change });
    expect(status).toBe(422);
    expect(body.fields).toHaveProperty([field]);
  });
});
