import { GraphqlClient, type Variables } from '../kit/graphql-client.js';

type Role = 'EDITOR' | 'REVIEWER' | 'FACT_CHECKER';

// Data is whatever the query says it selected.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Ask = (role: Role, query: string, variables?: Variables) => Promise<any>;

/** What was made in one language. */
export interface FilledDesk {
  /** Fact-checks: one with a correction that waits, one that was corrected. */
  readonly pending: string;
  readonly corrected: string;
  /** Tasks: one to be published, one that waits for an editor. */
  readonly approved: string;
  readonly escalated: string;
}

const TEXTS = {
  ar: {
    rationale: 'الوثائق المنشورة تنقض هذا الادعاء من أوله إلى آخره.',
    note: 'كان رقم الصفحة خطأ، والصواب الصفحة 12.',
  },
  en: {
    rationale: 'The published documents refute this claim from beginning to end.',
    note: 'The page number was wrong; it is page 12.',
  },
};

/** Takes the demo's articles through the desk, in Arabic and English, so that there is something of everything to show. */
export async function fillDesk(
  url: string,
  keys: Readonly<Record<Role, string>>,
): Promise<Record<'ar' | 'en', FilledDesk>> {
  const client = new GraphqlClient(url);
  const ask: Ask = async (role, query, variables = {}) =>
    (await client.graphql(query, variables, keys[role])).expectData();
  return { ar: await fillLanguage(ask, 'ar'), en: await fillLanguage(ask, 'en') };
}

async function fillLanguage(ask: Ask, language: 'ar' | 'en'): Promise<FilledDesk> {
  const { rationale, note } = TEXTS[language];
  const tasks = `query ($filter: ReviewTaskFilter) { reviewTasks(filter: $filter, first: 4) { nodes { id } } }`;
  const filter = { language, kind: 'CLAIM', status: ['OPEN'], stance: 'ASSERTED' };
  const { nodes } = (await ask('FACT_CHECKER', tasks, { filter })).reviewTasks;
  const [toWait, toCorrect, approved, escalated] = nodes.map(({ id }: { id: string }) => id);

  const versionOf = async (id: string): Promise<number> =>
    (await ask('FACT_CHECKER', `query ($id: ID!) { reviewTask(id: $id) { version } }`, { id })).reviewTask.version;
  const send = async (role: Role, mutation: string, type: string, input: object) =>
    (await ask(role, `mutation ($input: ${type}!) { made: ${mutation}(input: $input) { id } }`, { input })).made;
  const propose = async (taskId: string, rating: string) => {
    await ask('FACT_CHECKER', `mutation ($id: ID!) { takeTask(id: $id) { id } }`, { id: taskId });
    const evidence = { taskId, url: 'https://example.org/minutes', quotation: rationale, stance: 'REFUTES' };
    await send('FACT_CHECKER', 'addEvidence', 'AddEvidenceInput', evidence);
    const proposal = { taskId, rating, rationale, expectedVersion: await versionOf(taskId) };
    await send('FACT_CHECKER', 'proposeVerdict', 'ProposeVerdictInput', proposal);
  };
  const approve = async (taskId: string, rating: string) => {
    await propose(taskId, rating);
    const input = { taskId, expectedVersion: await versionOf(taskId) };
    await send('REVIEWER', 'approveVerdict', 'ReviewVerdictInput', input);
  };
  const publish = async (taskId: string, rating: string): Promise<string> => {
    await approve(taskId, rating);
    const mutation = `mutation ($id: ID!) { publishFactCheck(taskId: $id) { id } }`;
    return (await ask('EDITOR', mutation, { id: taskId })).publishFactCheck.id;
  };
  const correct = (factCheckId: string, input: object) =>
    send('EDITOR', 'correctFactCheck', 'CorrectFactCheckInput', { factCheckId, expectedVersion: 1, ...input });

  const pending = await publish(toWait, 'FALSE');
  const corrected = await publish(toCorrect, 'MISLEADING');
  await correct(corrected, { class: 'TYPO', publicNote: note, rationale: `${rationale} 12.` });
  const approval = `mutation ($id: ID!) { approveCorrection(factCheckId: $id, expectedVersion: 1) { id } }`;
  await ask('REVIEWER', approval, { id: corrected });
  await correct(pending, { class: 'RATING_CHANGED', rating: 'HALF_TRUE', publicNote: note });
  await approve(approved, 'FALSE');
  await propose(escalated, 'FALSE');
  const disagreement = { taskId: escalated, reason: note, expectedVersion: await versionOf(escalated) };
  await send('REVIEWER', 'escalateTask', 'EscalateTaskInput', disagreement);
  return { pending, corrected, approved, escalated };
}
