import { readFileSync } from 'node:fs';
import { extract } from '../../src/core/extraction/extract.js';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestMember, type TestNewsroom } from '../kit/newsrooms.js';
import { addReviewRows } from '../kit/review-rows.js';
import { runJobsUntilIdle } from '../kit/run-jobs-until-idle.js';
import { startApp, type TestApp } from '../kit/start-app.js';

const SAMPLE = readFileSync('samples/sample-ar.txt', 'utf8');
/** With what makes offsets go wrong: a byte order mark, CRLF, characters of two code units, marks that show nothing. */
const ENGLISH =
  '\ufeff😀 Prices fell by 40 percent in 2023, the ministry said.\r\n\r\n“We sold 𝟙𝟘𝟘 houses\u200f in May,” ' +
  'said Karim Aziz, the mayor of Tyre.\r\nA senior official denied that any contract had been signed in 2024.\r\n';

let database: FreshDatabase;
let app: TestApp;
let newsroom: TestNewsroom;
let member: TestMember;
const ids: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  member = await newsroom.member('FACT_CHECKER');
  app = await startApp(database);
  for (const input of [
    { text: SAMPLE, title: 'فالدوريا' },
    { text: ENGLISH, language: 'en' },
  ]) {
    const submit = 'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { article { id } } }';
    ids.push((await app.graphql(submit, { input }, member.key)).expectData().submitArticle.article.id);
  }
  await runJobsUntilIdle(database);
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

interface Span {
  start: number;
  end: number;
  text: string;
}
interface Subject {
  __typename: string;
  id: string;
  text: string;
  spans: Span[];
  cue?: Span | null;
  appearances?: Span[];
  type?: string;
  stance?: string;
  speaker: { name: string; anonymous: boolean; kind: string; mention: Span | null } | null;
  chain: { speaker: { mention: Span | null } | null; cue: Span | null }[];
}

const SPAN = '{ start end text }';
const COMMON = `__typename id text spans ${SPAN} speaker { name kind anonymous mention ${SPAN} }
  chain { stance cue ${SPAN} speaker { name kind anonymous mention ${SPAN} } } rule confidence article { id }`;
const QUOTE = `${COMMON} type cue ${SPAN} claims { id }`;
const CLAIM = `${COMMON} stance proposition checkWorthiness reasons { name weight } appearances ${SPAN}
  quote { id claims { id } } denies { id stance }`;

const ask = async (query: string, variables: object = {}) =>
  (await app.graphql(query, variables as never, member.key)).expectData();

const read = async (id: string) =>
  (
    await ask(
      `query ($id: ID!) { article(id: $id) { id text language status failure progress { total prepared decided }
        quotes(first: 100) { totalCount nodes { ${QUOTE} } } claims(first: 100) { totalCount nodes { ${CLAIM} } }
        tasks(first: 100, orderBy: { field: TEXT_POSITION, direction: ASC }) { totalCount nodes {
          id kind status version priority assignee { id } lease { expiresAt } createdAt updatedAt
          article { id } subject { ... on Quote { ${QUOTE} } ... on Claim { ${CLAIM} } } events { totalCount nodes { id version action actor { id } at } } } } } }`,
      { id },
    )
  ).article;

describe.each([
  ['the sample', 0, SAMPLE, 'ar'],
  ['a text with a mark, CRLF and characters of two units', 1, ENGLISH, 'en'],
] as const)('%s', (_name, index, text, language) => {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  let article: any;
  beforeAll(async () => (article = await read(ids[index]!)));

  it('is READY with all its tasks open', () => {
    const { totalCount } = article.tasks;
    expect(article).toMatchObject({ text, language, status: 'READY', failure: null });
    expect(article.progress).toEqual({ total: totalCount, prepared: totalCount, decided: 0 });
    expect(totalCount).toBe(article.quotes.totalCount + article.claims.totalCount);
    for (const task of article.tasks.nodes) {
      expect(task).toMatchObject({
        status: 'OPEN',
        version: 1,
        assignee: null,
        lease: null,
        article: { id: article.id },
      });
      expect(task.events.nodes).toEqual([
        { id: expect.any(String), version: 1, action: 'PREPARE', actor: null, at: task.updatedAt },
      ]);
    }
  });

  it('has exactly the quotes and claims that extract gives', () => {
    const expected = extract(text, { language: index === 1 ? 'en' : undefined });
    expect(expected.quotes.length * expected.claims.length).toBeGreaterThan(0);
    const speakerOf = (speaker: Subject['speaker']) =>
      speaker && { name: speaker.name, kind: speaker.kind, anonymous: speaker.anonymous, mention: speaker.mention };
    const main = ({ spans, speaker, ...rest }: Pick<Subject, 'spans' | 'speaker' | 'type' | 'stance'>) => ({
      spans,
      speaker: speakerOf(speaker),
      kind: rest.type ?? rest.stance,
    });
    expect(article.quotes.nodes.map(main)).toEqual(expected.quotes.map((quote) => main(quote as never)));
    expect(article.claims.nodes.map(main)).toEqual(expected.claims.map((claim) => main(claim as never)));
  });

  it('gives one task to each quote and claim, the same seen from both sides', () => {
    const subjects: Subject[] = [...article.quotes.nodes, ...article.claims.nodes];
    const ofTasks = article.tasks.nodes.map((task: { subject: Subject }) => task.subject);
    const byId = (a: Subject, b: Subject) => (a.id < b.id ? -1 : 1);
    expect(ofTasks.sort(byId)).toEqual(subjects.sort(byId));
    for (const { kind, subject } of article.tasks.nodes) expect(subject.__typename.toUpperCase()).toBe(kind);
  });

  it('has slices that equal the text, wherever it has a span', () => {
    const subjects: Subject[] = [...article.quotes.nodes, ...article.claims.nodes];
    for (const subject of subjects) {
      const chained = subject.chain.flatMap((link) => [link.cue, link.speaker?.mention]);
      const spans = [
        ...subject.spans,
        subject.cue,
        subject.speaker?.mention,
        ...(subject.appearances ?? []),
        ...chained,
      ];
      for (const span of spans) if (span) expect(span.text).toBe(text.slice(span.start, span.end));
      expect(subject.spans.length).toBeGreaterThan(0);
      expect(subject.spans.every(({ start, end }) => start < end)).toBe(true);
      expect(subject.text).toBe(subject.spans.map((span) => span.text).join(' … '));
    }
  });

  it('links claims to their quotes and back', () => {
    for (const claim of article.claims.nodes) {
      if (claim.quote) expect(claim.quote.claims).toContainEqual({ id: claim.id });
    }
    for (const quote of article.quotes.nodes) {
      const own = article.claims.nodes.filter(
        (claim: { quote: { id: string } | null }) => claim.quote?.id === quote.id,
      );
      expect(quote.claims).toEqual(own.map(({ id }: Subject) => ({ id })));
    }
  });
});

it('gives everything with an id by node()', async () => {
  const { article, viewer } = await ask(
    `query ($id: ID!) { viewer { newsroom { id } member { id } } article(id: $id) { id
      quotes(first: 1) { nodes { id } } claims(first: 1) { nodes { id } }
      tasks(first: 1) { nodes { id events(first: 1) { nodes { id } } } } } }`,
    { id: ids[0] },
  );
  const task = article.tasks.nodes[0];
  const nodes = {
    Newsroom: viewer.newsroom.id,
    Member: viewer.member.id,
    Article: article.id,
    Quote: article.quotes.nodes[0].id,
    Claim: article.claims.nodes[0].id,
    ReviewTask: task.id,
    TaskEvent: task.events.nodes[0].id,
    ...(await addReviewRows(newsroom.handle, task.id, member.id)),
  };
  // Only an ADMIN or an EDITOR sees these: test/safety/isolation-walk.spec.ts asks for them by node().
  const forEditors = ['Feed', 'Webhook', 'WebhookDelivery'];
  // Every type that says it is a Node, so that a later one is not forgotten.
  const schema = await ask('{ __type(name: "Node") { possibleTypes { name } } }');
  expect([...Object.keys(nodes), ...forEditors].sort()).toEqual(
    schema.__type.possibleTypes.map(({ name }: { name: string }) => name).sort(),
  );
  for (const [type, id] of Object.entries(nodes)) {
    const { node } = await ask(
      `query ($id: ID!) { node(id: $id) { __typename id ... on Member { email } ... on Newsroom { slug }
        ... on Article { text } ... on Quote { text speaker { name } claims { id } } ... on Claim { stance quote { id } }
        ... on ReviewTask { status subject { __typename } } ... on TaskEvent { action }
        ... on Evidence { note } ... on Verdict { rating } ... on FactCheck { slug } ... on Correction { class } } }`,
      { id },
    );
    expect(node).toMatchObject({ __typename: type, id });
    expect(Object.values(node)).not.toContain(undefined);
  }
});
