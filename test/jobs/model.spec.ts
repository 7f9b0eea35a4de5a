import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extract } from '../../src/core/extraction/extract.js';
import { ArticleReader } from '../../src/jobs/article-reader.js';
import { createLog } from '../../src/platform/log.js';
import { ModelClient } from '../../src/platform/model/model-client.js';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom } from '../kit/newsrooms.js';
import { startApp } from '../kit/start-app.js';
import { until } from '../kit/until.js';

const TEXT = `The mayor said the bridge would open in March.
The street has been dark for a year; thus a neighbour, on the stairs.
The works cost 12 million dinars.`;
const KEY = 'model-key-that-stays-secret';
const WHISPER = {
  ...{ type: 'DIRECT', content: ['The street has been dark for a year'], cue: 'thus', mention: 'a neighbour' },
  speaker: { name: 'a neighbour', kind: 'PERSON', anonymous: true },
};

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;
let answer: Answer;
let asked: { url: string; authorization: string; body: string }[];
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      asked.push({ url: request.url!, authorization: request.headers.authorization ?? '', body });
      answer(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}/v1`;
});

beforeEach(() => (asked = []));

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const send = (response: ServerResponse, body: string, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
};
const completion = (content: unknown, finish = 'stop'): string =>
  JSON.stringify({
    ...{ id: '1', object: 'chat.completion', created: 1, model: 'fake' },
    choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content } }],
  });
const say =
  (content: unknown, finish?: string): Answer =>
  (_request, response) =>
    send(response, completion(content, finish));

/** What an article's reading gives, and what is logged on the way. */
async function read(timeoutMs = 5_000, text = TEXT) {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const model = new ModelClient({ url, name: 'fake', key: KEY }, timeoutMs);
  const extraction = await new ArticleReader(model).read(text, { language: 'en' }, log);
  return { extraction, logged: lines.join('') };
}

it('asks about the article with the name and key of the configuration, and adds what the text holds', async () => {
  answer = say(JSON.stringify({ quotes: [WHISPER], claims: [] }));
  const { extraction, logged } = await read();
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ url: '/v1/chat/completions', authorization: `Bearer ${KEY}` });
  const { model, messages } = JSON.parse(asked[0]!.body) as { model: string; messages: { content: string }[] };
  expect(model).toBe('fake');
  expect(JSON.parse(messages.at(-1)!.content)).toEqual({ language: 'en', text: TEXT });
  expect(extraction.quotes.filter(({ origin }) => origin === 'MODEL')).toMatchObject([
    { spans: [{ text: 'The street has been dark for a year' }], speaker: { name: 'a neighbour' } },
  ]);
  expect(logged).toBe('');
});

const trickle: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};
const endless: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = () => {
    while (!response.destroyed && response.write(' '.repeat(65_536)));
  };
  response.on('drain', more);
  more();
};

it.each<[string, Answer]>([
  ['is slow to begin', () => undefined],
  ['is slow to end', trickle],
  ['never ends', endless],
  ['says no', (_, response) => send(response, JSON.stringify({ error: { message: `bad key ${KEY}` } }), 401)],
  ['breaks', (_, response) => send(response, 'oops', 500)],
  ['hangs up', (_, response) => response.destroy()],
  ['sends elsewhere', (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end()],
  ['answers with something else', (_, response) => send(response, '{"choices":[]}')],
  ['answers with no JSON at all', (_, response) => send(response, '<html>')],
  ['answers in prose', say('There are two quotes.')],
  ['gives content that is no text', say({ quotes: [] })],
  ['is cut off', say('{"quotes":[{"type":"DIRECT","content":["The street', 'length')],
  ['is cut off without saying so', say('{"quotes":[{"type":"DIRECT","content":["The street')],
])('keeps what the rules found where the model %s, and logs why without key or text', async (_, how) => {
  answer = how;
  const { extraction, logged } = await read(400);
  expect(extraction).toEqual(extract(TEXT, { language: 'en' }));
  expect(logged).toContain('model: no help');
  expect(logged).not.toContain(KEY);
  expect(logged).not.toContain('bridge');
});

it('takes nothing that is not in the text, however much is said', async () => {
  const invented = Array.from({ length: 5_000 }, (_, i) => ({ ...WHISPER, content: [`Invented sentence ${i}`] }));
  const claims = [
    { content: ['<script>alert(1)</script>'], stance: 'ASSERTED', checkWorthiness: 1 },
    { content: ['The street'], stance: 'CERTAIN', checkWorthiness: 9 },
  ];
  answer = say(JSON.stringify({ quotes: invented, claims, delete: ['all'] }));
  expect((await read()).extraction).toEqual(extract(TEXT, { language: 'en' }));
});

it('stops asking about an article after two failures in a row', async () => {
  answer = (_, response) => send(response, 'busy', 503);
  await read(5_000, `${TEXT}\n`.repeat(300));
  expect(asked).toHaveLength(2);
});

describe('in the service', () => {
  let database: FreshDatabase;
  beforeEach(async () => (database = await freshDatabase()));
  afterEach(() => database.drop());

  it('makes tasks of what it adds, and says of each what found it', async () => {
    answer = say(JSON.stringify({ quotes: [WHISPER], claims: [] }));
    const app = await startApp(database, { model: { url, name: 'fake', key: null } });
    try {
      const newsroom = await makeNewsroom(database.app);
      const { key } = await newsroom.member('FACT_CHECKER');
      const submit =
        'mutation ($text: String!) { submitArticle(input: { text: $text, language: "en" }) { article { id } } }';
      const { submitArticle } = (await app.graphql(submit, { text: TEXT }, key)).expectData();
      const query = `query ($id: ID!) { article(id: $id) { status quotes { nodes { text origin rule stage } } } }`;
      interface Found {
        article: { status: string; quotes: { nodes: { text: string; origin: string; stage: string | null }[] } };
      }
      const article = await until('the article is READY', async () => {
        const { article } = (await app.graphql<Found>(query, { id: submitArticle.article.id }, key)).expectData();
        return article.status === 'READY' && article;
      });
      const added = article.quotes.nodes.filter(({ origin }) => origin === 'MODEL');
      expect(added).toEqual([
        { text: 'The street has been dark for a year', origin: 'MODEL', rule: 'model', stage: null },
      ]);
    } finally {
      await app.close();
    }
  });
});
