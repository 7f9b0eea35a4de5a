import type { Desk, Person } from '../../desk/desk.js';
import * as document from '../../desk/documents.js';
import { addReadyArticle } from '../../kit/row-builders.js';
import { seedExchange } from './seed-exchange.js';
import { seedFeeds } from './seed-feeds.js';
import { awaitDelivery, seedNotices } from './seed-notices.js';
import { seedVersions } from './seed-versions.js';
import {
  awaitSeal,
  seedEscalation,
  seedMends,
  seedOwnScale,
  seedPeople,
  seedRules,
  seedSnapshot,
  seedWithdrawal,
} from './seed-newsroom.js';

/** Stands in every text of the newsroom: whoever finds it elsewhere has found a leak. */
export const WORD = 'confidential';

export interface Home {
  readonly desk: Desk;
  readonly admin: Person;
  readonly editor: Person;
  readonly reviewer: Person;
  readonly checker: Person;
  readonly machine: Person;
  /** Tasks that are open when the seeds begin; each seed takes from the front what it needs. */
  readonly tasks: string[];
}

/**
 * Fills a newsroom so that every table has a row and every field of the schema a value. A feature that adds a type, a
 * field or a table adds a function here.
 */
export const SEEDS: readonly ((home: Home) => Promise<void>)[] = [
  seedRules,
  seedNotices,
  seedPeople,
  seedMends,
  seedArticles,
  seedVersions,
  seedPublished,
  seedDecidedCorrection,
  seedUnderWay,
  seedEscalation,
  seedWithdrawal,
  seedSnapshot,
  seedOwnScale,
  seedExchange,
  seedFeeds,
  seedKeyedAnswer,
  awaitSeal,
  awaitDelivery,
];

const ENGLISH = (
  n: number,
) => `The ${WORD} grain exports rose by 1${n} percent in 202${n}, the ministry of trade said on Monday.
"The ${WORD} northern port lost 30${n} jobs in 2024," Omar Haddad said. According to two unnamed officials, the ${WORD} mill paid
2${n} million dollars for it in 2023.`;

export async function submitTasks(desk: Desk, checker: Person): Promise<string[]> {
  const ids: string[] = [];
  for (const n of [1, 2]) {
    const articleId = await desk.submit(checker, {
      text: ENGLISH(n),
      language: 'en',
      ...{ title: `${WORD} ${n}`, externalId: `${WORD}-${n}`, sourceUrl: `https://${WORD}.example/${n}` },
      publishedAt: '2026-01-02T03:04:05Z',
    });
    const { nodes } = (await checker.ask(document.TASKS, { filter: { articleId } })).reviewTasks;
    ids.push(...(nodes as { id: string; kind: string }[]).filter(({ kind }) => kind === 'CLAIM').map(({ id }) => id));
  }
  return ids;
}

/** One that failed, and the links between quotes and claims that a text seldom has all of. */
async function seedArticles({ desk: { database, newsroom } }: Home): Promise<void> {
  await addReadyArticle(newsroom.handle, { title: WORD, byline: WORD, status: 'FAILED', failure: `${WORD} failure` });
  const span = JSON.stringify([{ start: 0, end: 3, text: WORD }]);
  const link = JSON.stringify([
    {
      speaker: { name: WORD, kind: 'PERSON', anonymous: false, mention: { start: 0, end: 3, text: WORD } },
      cue: { start: 0, end: 3, text: WORD },
      stance: 'ASSERTED',
    },
  ]);
  await database.owner(
    `update claims set appearances = $1, chain = $2, reasons = '[{"name":"NUMBER","weight":1}]',
       speaker_id = coalesce(speaker_id, (select id from speakers s where s.article_id = claims.article_id limit 1)),
       mention = '{"start":0,"end":3,"text":"${WORD}"}',
       quote_id = (select id from quotes q where q.article_id = claims.article_id limit 1),
       denies_id = (select id from claims c where c.article_id = claims.article_id and c.id <> claims.id limit 1)`,
    [span, link],
  );
  await database.owner(`update quotes set chain = $1, cue = '{"start":0,"end":3,"text":"${WORD}"}'`, [link]);
  await database.owner(`update speakers set kind = 'PERSON', name = coalesce(name, '${WORD}')`);
}

/** Takes a task through evidence and verdict to its publication, with a correction that waits. */
async function seedPublished(home: Home): Promise<void> {
  const factCheck = await publish(home, home.tasks.shift()!);
  const input = { factCheckId: factCheck.id, ...CORRECTION, expectedVersion: 1 };
  await home.editor.ask(document.CORRECT, { input });
}

const CORRECTION = {
  ...{ class: 'RATING_CHANGED', publicNote: `${WORD} note`, rating: 'MOSTLY_FALSE', title: `${WORD} title` },
  ...{ rationale: `${WORD} ${document.RATIONALE}`, summary: `${WORD} summary`, claimReviewed: `${WORD} claim` },
};

async function seedDecidedCorrection(home: Home): Promise<void> {
  const { id } = await publish(home, home.tasks.shift()!);
  await home.editor.ask(document.CORRECT, { input: { factCheckId: id, ...CORRECTION, expectedVersion: 1 } });
  await home.reviewer.ask(document.REJECT_CORRECTION, { id, version: 1, comment: `${WORD} comment` });
  await home.editor.ask(document.CORRECT, { input: { factCheckId: id, ...CORRECTION, expectedVersion: 1 } });
  await home.reviewer.ask(document.APPROVE_CORRECTION, { id, version: 1 });
}

async function publish({ editor, reviewer, checker }: Home, id: string): Promise<{ id: string }> {
  await checker.ask(document.TAKE, { id });
  const evidence = { taskId: id, note: `${WORD} note`, quotation: `${WORD} words`, stance: 'REFUTES', kind: 'PRIMARY' };
  const source = { url: `https://${WORD}.example/source`, language: 'en' };
  const added = await checker.ask(document.ADD_EVIDENCE, { input: { ...evidence, ...source } });
  const hidden = { ...evidence, protected: true, protectionReason: `${WORD} reason` };
  const removed = await checker.ask(document.ADD_EVIDENCE, { input: hidden });
  await checker.ask(document.ADD_EVIDENCE, { input: hidden });
  await checker.ask(document.UPDATE_EVIDENCE, {
    input: {
      id: added.addEvidence.id,
      ...source,
      stance: 'REFUTES',
      kind: 'PRIMARY',
      note: `${WORD} again`,
      quotation: WORD,
    },
  });
  await checker.ask(document.REMOVE_EVIDENCE, { id: removed.addEvidence.id });
  await propose(checker, id);
  const version = await versionOf(checker, id);
  await reviewer.ask(document.REQUEST_CHANGES, { input: { taskId: id, comment: WORD, expectedVersion: version } });
  await propose(checker, id);
  await reviewer.ask(document.APPROVE, { input: { taskId: id, expectedVersion: await versionOf(checker, id) } });
  const input = { title: `${WORD} ${id}`, summary: `${WORD} summary`, claimReviewed: `${WORD} claim` };
  return (await editor.ask(document.PUBLISH, { id, input })).publishFactCheck;
}

export const versionOf = async (person: Person, id: string): Promise<number> =>
  (await person.ask(document.READ, { id })).reviewTask.version;

export const propose = async (checker: Person, id: string) =>
  checker.ask(document.PROPOSE, {
    input: {
      ...{ taskId: id, rating: 'FALSE', rationale: `${WORD} ${document.RATIONALE}`, language: 'en' },
      expectedVersion: await versionOf(checker, id),
    },
  });

/** A task that somebody holds, with a draft of the one who asks: drafts are their author's alone. */
async function seedUnderWay({ admin, tasks }: Home): Promise<void> {
  const id = tasks.shift()!;
  await admin.ask(document.TAKE, { id });
  const input = { taskId: id, rating: 'FALSE', rationale: `${WORD} draft`, language: 'en' };
  await admin.ask(document.SAVE_DRAFT, { input });
}

async function seedKeyedAnswer({ desk, editor }: Home): Promise<void> {
  const body = JSON.stringify({ query: 'mutation { nextTask(language: "xx") { id } }' });
  const headers = { authorization: `Bearer ${editor.key}`, 'idempotency-key': WORD };
  (await desk.app.post(body, headers)).expectData();
}
