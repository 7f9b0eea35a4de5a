import { randomUUID } from 'node:crypto';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestMember, type TestNewsroom } from '../kit/newsrooms.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';
import { startApp, type TestApp } from '../kit/start-app.js';

let database: FreshDatabase;
let app: TestApp;
let newsroom: TestNewsroom;
let me: TestMember;
let colleague: TestMember;
let machine: string;
let articles: Record<'arms' | 'water', string>;
/** Ids of the tasks below, by the names that the tests use. */
let tasks: Record<string, string>;
/** The other way round. */
let names: Record<string, string>;

const at = (day: number) => new Date(Date.UTC(2024, 0, day, 21, 30));

beforeAll(async () => {
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  [me, colleague] = [await newsroom.member('FACT_CHECKER'), await newsroom.member('FACT_CHECKER')];
  machine = await newsroom.machine();
  articles = {
    arms: await addReadyArticle(newsroom.handle, {
      ...{ text: 'صفقة الأسلحة 100% جاهزة', title: 'مُذكّرةُ التفاهم', language: 'ar', externalId: 'cms_1' },
      ...{ sourceUrl: 'https://news.example/1', updatedAt: at(1), createdAt: at(1) },
    }),
    water: await addReadyArticle(newsroom.handle, {
      ...{ text: 'The station was opened.', title: 'Water', language: 'en', externalId: 'cmsx1', status: 'FAILED' },
      ...{ sourceUrl: 'https://news.example/2', updatedAt: at(2), createdAt: at(2) },
    }),
  };
  const arms = await addTasks(newsroom.handle, articles.arms, [
    // denial
    {
      ...{ kind: 'CLAIM', stance: 'DENIED', anonymous: true, language: 'ar', speaker: 'مسؤولٌ إسرائيليٌّ كبير' },
      ...{ text: 'بِيعت الأسلحةُ إلى الإمارة', priority: 90, updatedAt: at(1), assigneeId: me.id, status: 'IN_PROGRESS' },
    },
    // quote
    {
      ...{ kind: 'QUOTE', language: 'ar', speaker: 'بني غانتس', text: 'لم نوقّع أي عقد', priority: 60 },
      ...{ updatedAt: at(2), assigneeId: colleague.id, status: 'CHANGES_REQUESTED' },
    },
  ]);
  const water = await addTasks(newsroom.handle, articles.water, [
    // forecast
    { stance: 'PREDICTED', speaker: 'The Ministry', text: '100% of ALL homes_', priority: 10, updatedAt: at(3) },
    // report
    {
      stance: 'REPORTED',
      speaker: 'Élise Dûpré',
      text: 'Voilà 100 homesX',
      priority: 30,
      updatedAt: at(4),
      status: 'PENDING',
    },
  ]);
  tasks = { denial: arms[0]!, quote: arms[1]!, forecast: water[0]!, report: water[1]! };
  names = Object.fromEntries(Object.entries(tasks).map(([name, id]) => [id, name]));
  app = await startApp(database, { role: 'api' });
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const TASKS = `query ($filter: ReviewTaskFilter) { reviewTasks(filter: $filter) { totalCount nodes { id } } }`;

async function find(filter: object, key = me.key): Promise<string[]> {
  const { nodes, totalCount } = (await app.graphql(TASKS, { filter }, key)).expectData().reviewTasks;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }: { id: string }) => names[id]).sort();
}

const all = ['denial', 'forecast', 'quote', 'report'];

describe('ReviewTaskFilter', () => {
  it.each([
    [{}, all],
    [null, all],
    [{ status: null, kind: null, text: null }, all],
    [{ status: ['IN_PROGRESS'] }, ['denial']],
    [{ status: ['PENDING', 'CHANGES_REQUESTED'] }, ['quote', 'report']],
    [{ status: [] }, []],
    [{ kind: 'QUOTE' }, ['quote']],
    [{ kind: 'CLAIM' }, ['denial', 'forecast', 'report']],
    [{ stance: 'DENIED' }, ['denial']],
    [{ stance: 'ASSERTED' }, []],
    [{ anonymousSpeaker: true }, ['denial']],
    [{ anonymousSpeaker: false }, ['forecast', 'quote', 'report']],
    [{ language: 'en' }, ['forecast', 'report']],
    [{ language: 'fr' }, []],
    [{ priorityAtLeast: 60 }, ['denial', 'quote']],
    [{ priorityAtLeast: 101 }, []],
    [{ updatedAfter: '2024-01-02T21:30:00Z' }, ['forecast', 'report']],
    [{ updatedAfter: '2024-01-02T21:29:59.999Z' }, ['forecast', 'quote', 'report']],
    [{ updatedAfter: '2024-01-03T00:29:59.999+03:00' }, ['forecast', 'quote', 'report']],
    [{ unassigned: true }, ['forecast', 'report']],
    [{ unassigned: false }, ['denial', 'quote']],
    [{ mine: true }, ['denial']],
    [{ mine: false }, ['forecast', 'quote', 'report']],
    [{ mine: true, unassigned: true }, []],
    [{ kind: 'CLAIM', language: 'en', priorityAtLeast: 20, stance: 'REPORTED', text: 'voilà' }, ['report']],
  ])('%j', async (filter, expected) => {
    expect(await find(filter as object)).toEqual(expected);
  });

  it('articleId and assigneeId, of ids that are none too', async () => {
    expect(await find({ articleId: articles.arms })).toEqual(['denial', 'quote']);
    expect(await find({ articleId: articles.arms.toUpperCase() })).toEqual(['denial', 'quote']);
    expect(await find({ assigneeId: colleague.id })).toEqual(['quote']);
    for (const id of [randomUUID(), 'malformed', '', '\0', articles.arms + ' ']) {
      expect(await find({ articleId: id })).toEqual([]);
      expect(await find({ assigneeId: id })).toEqual([]);
    }
  });

  it('mine is nobody’s for a machine', async () => {
    expect(await find({ mine: true }, machine)).toEqual([]);
    expect(await find({ mine: true }, colleague.key)).toEqual(['quote']);
  });

  it.each([
    ['الاسلحه', ['denial']],
    ['الأسلحة', ['denial']],
    ['بيعت الاسلحة الى الاماره', ['denial']],
    ['الأســـلحة', ['denial']],
    ['نوقع', ['quote']],
    ['all HOMES', ['forecast']],
    ['homes_', ['forecast']],
    ['100%', ['forecast']],
    ['%', ['forecast']],
    ['_', ['forecast']],
    ['\\', []],
    ['VOILÀ', ['report']],
    ['voila', ['report']],
    ["'", []],
    ['', all],
  ])('text %j, in folded form', async (text, expected) => {
    expect(await find({ text })).toEqual(expected);
  });

  it.each([
    ['مسؤول', ['denial']],
    ['اسرائيلي كبير', ['denial']],
    ['بنى غانتس', ['quote']],
    ['ministry', ['forecast']],
    ['ÉLISE dûpré', ['report']],
    ['elise dupre', ['report']],
    ['nobody', []],
  ])('speaker %j, in folded form', async (speaker, expected) => {
    expect(await find({ speaker })).toEqual(expected);
  });

  it.each(['text', 'speaker', 'language'])('%s finds nothing by what no text can hold', async (field) => {
    for (const value of ['\0', 'a\0b', '\ud800', 'x'.repeat(100_000)])
      expect(await find({ [field]: value })).toEqual([]);
  });

  it("is taken by an article's own list, which stays the article's", async () => {
    const query = `query ($id: ID!, $filter: ReviewTaskFilter) {
      article(id: $id) { tasks(filter: $filter) { totalCount nodes { id } } } }`;
    const list = async (filter: object) =>
      (await app.graphql(query, { id: articles.arms, filter }, me.key))
        .expectData()
        .article.tasks.nodes.map(({ id }: { id: string }) => names[id]);
    expect(await list({})).toEqual(['denial', 'quote']);
    expect(await list({ kind: 'QUOTE' })).toEqual(['quote']);
    expect(await list({ articleId: articles.water })).toEqual(['denial', 'quote']);
  });
});

describe('ArticleFilter', () => {
  const ARTICLES = `query ($filter: ArticleFilter) { articles(filter: $filter) { totalCount nodes { id } } }`;
  const findArticles = async (filter: object): Promise<string[]> => {
    const { nodes, totalCount } = (await app.graphql(ARTICLES, { filter }, me.key)).expectData().articles;
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ id }: { id: string }) => (id === articles.arms ? 'arms' : 'water')).sort();
  };

  it.each([
    [{}, ['arms', 'water']],
    [null, ['arms', 'water']],
    [{ status: ['READY'] }, ['arms']],
    [{ status: ['READY', 'FAILED'] }, ['arms', 'water']],
    [{ status: [] }, []],
    [{ language: 'ar' }, ['arms']],
    [{ externalId: 'cms_1' }, ['arms']],
    [{ externalId: 'cms' }, []],
    [{ externalId: '' }, []],
    [{ sourceUrl: 'https://news.example/2' }, ['water']],
    [{ sourceUrl: '' }, []],
    [{ language: '' }, []],
    [{ updatedAfter: '2024-01-01T21:30:00Z' }, ['water']],
    [{ updatedAfter: '2024-01-01T21:29:59.999Z' }, ['arms', 'water']],
    [{ text: 'الاسلحه' }, ['arms']],
    [{ text: 'مذكره التفاهم' }, ['arms']],
    [{ text: 'STATION' }, ['water']],
    [{ text: 'water' }, ['water']],
    [{ text: '100%' }, ['arms']],
    [{ text: '_' }, []],
    [{ text: '' }, ['arms', 'water']],
    [{ text: '\0' }, []],
    [{ externalId: '\0' }, []],
    [{ sourceUrl: '\ud800' }, []],
    [{ status: ['READY'], language: 'ar', externalId: 'cms_1', text: 'صفقه' }, ['arms']],
    [{ status: ['FAILED'], language: 'ar' }, []],
  ])('%j', async (filter, expected) => {
    expect(await findArticles(filter as object)).toEqual(expected);
  });
});
