import { Desk, type Person } from '../desk/desk.js';

export const TEXT = `Grain exports rose by 12 percent in 2025, the ministry of trade said on Monday.
"We shipped 4.1 million tonnes through the northern port," minister Lena Brandt told reporters.
"The warehouses are full," said union leader Omar Haddad.
Omar Haddad said the northern port lost 300 jobs in 2024 and the harbour closed two docks in 2023.
The tower 😀 of the old customs house is 40 metres high. Its bell has not rung since 1951.
`;

/** The offsets of words that stand once in the text. */
export function spanOf(words: string, text = TEXT): { start: number; end: number } {
  const start = text.indexOf(words);
  if (start === -1 || text.includes(words, start + 1)) throw new Error(`“${words}” stands not once in the text`);
  return { start, end: start + words.length };
}

const SPEAKER = 'speaker { name kind anonymous mention { text } }';
const COMMON = `id text spans { start end text } ${SPEAKER} chain { speaker { name } cue { text } stance }
  rule stage origin state confidence resolution { mention { text } resolvedTo refused }`;
const TASK = `id kind status version priority assignee { id } allowedActions evidence { id note }
  replaces { id } replacedBy { id }
  subject { ... on Quote { ${COMMON} type cue { text } claims { id text } }
    ... on Claim { ${COMMON} stance proposition propositionOrigin checkWorthiness reasons { name } quote { id } denies { id } } }`;

const mutation = (name: string, input: string, result = TASK) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${result} } }`;

export const ADD_QUOTE = mutation('addQuote', 'AddQuoteInput');
export const ADD_CLAIM = mutation('addClaim', 'AddClaimInput');
export const SPLIT = mutation('splitSubject', 'SplitSubjectInput', `task { ${TASK} } parts { ${TASK} }`);
export const MERGE = mutation('mergeSubjects', 'MergeSubjectsInput');
export const REATTRIBUTE = mutation('reattributeSubject', 'ReattributeSubjectInput');
export const REFUSE_RESOLUTION = mutation('refuseResolution', 'RefuseResolutionInput');
export const RESPAN = mutation('respanSubject', 'RespanSubjectInput');
export const RECLASSIFY = mutation('reclassifySubject', 'ReclassifySubjectInput');
export const REWORD = mutation('rewordProposition', 'RewordPropositionInput');
export const REJECT = mutation('rejectSubject', 'RejectSubjectInput');
export const RESTORE = mutation('restoreSubject', 'RestoreSubjectInput');

const TASKS = `query ($filter: ReviewTaskFilter) {
  reviewTasks(filter: $filter, first: 100, orderBy: { field: TEXT_POSITION, direction: ASC }) { nodes { ${TASK} } } }`;
const ARTICLE = `query ($id: ID!) { article(id: $id) { status progress { total prepared decided }
  quotes(first: 100) { totalCount nodes { id text } } claims(first: 100) { totalCount nodes { id text } } } }`;
const EVENTS = `query ($id: ID!) { reviewTask(id: $id) { events(first: 100) { nodes {
  action from to comment actor { id } mend { action before after } } } } }`;

// What a test selects, it knows.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Data = any;

/** A desk with the article of the text, read by an editor and a fact-checker. */
export class MendingDesk {
  private constructor(
    readonly desk: Desk,
    readonly editor: Person,
    readonly checker: Person,
    readonly articleId: string,
  ) {}

  static async start(): Promise<MendingDesk> {
    const desk = await Desk.start();
    const editor = await desk.join('EDITOR');
    const checker = await desk.join('FACT_CHECKER');
    const articleId = await desk.submit(checker, { text: TEXT, language: 'en', title: 'Grain' });
    return new MendingDesk(desk, editor, checker, articleId);
  }

  async tasks(filter: object = {}): Promise<Data[]> {
    const { reviewTasks } = await this.checker.ask(TASKS, { filter: { articleId: this.articleId, ...filter } });
    return reviewTasks.nodes;
  }

  /** The one open task whose quote or claim holds these words. */
  async task(kind: 'QUOTE' | 'CLAIM', words: string): Promise<Data> {
    const found = (await this.tasks({ kind })).filter(
      ({ subject }) => subject.state === 'STANDING' && subject.text.includes(words),
    );
    if (found.length !== 1) throw new Error(`${found.length} tasks with “${words}”`);
    return found[0];
  }

  async read(id: string): Promise<Data> {
    return (await this.tasks()).find((task) => task.id === id);
  }

  async article(): Promise<Data> {
    return (await this.checker.ask(ARTICLE, { id: this.articleId })).article;
  }

  async events(id: string): Promise<Data[]> {
    return (await this.editor.ask(EVENTS, { id })).reviewTask.events.nodes;
  }

  /** Sends a mend of a task as it was read. */
  async mend(query: string, task: Data, input: object = {}, person = this.editor): Promise<Data> {
    const given = { taskId: task.id, expectedVersion: task.version, ...input };
    return Object.values(await person.ask(query, { input: given }))[0];
  }

  async refused(query: string, task: Data, input: object = {}, person = this.editor) {
    const given = { taskId: task.id, expectedVersion: task.version, ...input };
    return (await person.failure(query, { input: given })).extensions;
  }
}
