import type { Desk, Person } from './desk.js';
import * as document from './documents.js';

export const TEXT = `Grain exports rose by 12 percent in 2025, the ministry of trade said on Monday.
"We shipped 4.1 million tonnes through the northern port," minister Lena Brandt told reporters.
Omar Haddad said the northern port lost 300 jobs in 2024.`;

export const versionOf = async (person: Person, id: string): Promise<number> =>
  (await person.ask(document.READ, { id })).reviewTask.version;

/** Submits the text and gives the ids of its open claims. */
export async function submitClaims(desk: Desk, checker: Person, text = TEXT): Promise<[string, string[]]> {
  const articleId = await desk.submit(checker, { text, language: /\p{Script=Arabic}/u.test(text) ? 'ar' : 'en' });
  const filter = { articleId, kind: 'CLAIM', status: ['OPEN'] };
  const { nodes } = (await checker.ask(document.TASKS, { filter })).reviewTasks;
  return [articleId, nodes.map(({ id }: { id: string }) => id)];
}

/** Takes a task, adds evidence and proposes a verdict; gives the task's version then. */
export async function proposeFor(checker: Person, taskId: string, rating = 'FALSE'): Promise<number> {
  await checker.ask(document.TAKE, { id: taskId });
  await checker.ask(document.ADD_EVIDENCE, { input: { taskId, note: 'The register, page 4', stance: 'REFUTES' } });
  const input = { taskId, rating, rationale: document.RATIONALE, expectedVersion: await versionOf(checker, taskId) };
  return (await checker.ask(document.PROPOSE, { input })).proposeVerdict.version;
}
