import { readNewsrooms } from '../../accounts/accounts.store.js';
import { claimReviewOf, pageUrl } from '../../fact-checks/claim-review-of.js';
import type { EditionRow } from '../../fact-checks/edition.js';
import { type FactCheckRow, readEditions, readFactChecks } from '../../fact-checks/fact-checks.store.js';
import type { Newsroom, OutgoingEvent } from '../../generated/prisma/client.js';
import type { Transaction } from '../../platform/database/database.js';
import { readTasks } from '../../tasks/tasks.store.js';
import { type FactCheckPayload, type Payload, PAYLOAD_VERSION } from './payloads.js';

/** What the database writes with an event (`tell_…` in the migrations): ids and values that never change. */
type Facts = Readonly<Record<string, string | number | null>>;

const isOfFactCheck = ({ type }: OutgoingEvent): boolean => type.startsWith('factcheck.');

/**
 * Puts together what is sent of events of one newsroom, by event id. It is made of what never changes once it happened,
 * such as an edition, so that a try or a replay days later sends what the first one sent. `base` is the service's own
 * address.
 */
export async function renderPayloads(
  tx: Transaction,
  base: string,
  events: readonly OutgoingEvent[],
): Promise<Map<string, Payload>> {
  const ids = [...new Set(events.filter(isOfFactCheck).map(({ facts }) => String((facts as Facts).factCheckId)))];
  const factChecks = ids.length ? await readFactChecks(tx, ids) : new Map<string, FactCheckRow>();
  const editions = ids.length ? await readEditions(tx, ids) : new Map<string, EditionRow[]>();
  const taskIds = [...factChecks.values()].map(({ taskId }) => taskId);
  const tasks = ids.length ? await readTasks(tx, taskIds) : new Map();
  const newsroomIds = [...new Set([...factChecks.values()].map(({ newsroomId }) => newsroomId))];
  const newsrooms = ids.length ? await readNewsrooms(tx, newsroomIds) : new Map<string, Newsroom>();
  return new Map(
    events.map((event) => {
      const facts = event.facts as Facts;
      if (!isOfFactCheck(event)) return [event.id, renderPlain(event, facts, base)];
      const factCheck = factChecks.get(String(facts.factCheckId))!;
      const edition = editions.get(factCheck.id)!.find(({ number }) => number === facts.edition)!;
      const place = { base, newsroom: newsrooms.get(factCheck.newsroomId)!, slug: factCheck.slug };
      const { articleId } = tasks.get(factCheck.taskId)!;
      return [event.id, { ...envelope(event), data: factCheckData(factCheck, edition, articleId, place) } as Payload];
    }),
  );
}

const envelope = ({ type, at }: OutgoingEvent) => ({ type, timestamp: at.toISOString(), version: PAYLOAD_VERSION });

function renderPlain(event: OutgoingEvent, facts: Facts, base: string): Payload {
  const { taskId, articleId } = facts;
  const at = taskId ? `tasks/${taskId}` : articleId ? `articles/${articleId}` : null;
  return { ...envelope(event), data: at ? { ...facts, deskUrl: `${base}/${at}` } : facts } as unknown as Payload;
}

function factCheckData(
  { id, taskId, slug, publishedAt }: FactCheckRow,
  edition: EditionRow,
  articleId: string,
  place: { base: string; newsroom: Newsroom; slug: string },
): FactCheckPayload['data'] {
  const { number, title, claimReviewed, summary, language, rating, correctionClass, publicNote, participants } =
    edition;
  const retracted = correctionClass === 'RETRACTION';
  const dates = { publishedAt, modifiedAt: edition.publishedAt };
  return {
    ...{ factCheckId: id, taskId, articleId, factCheckVersion: number },
    status: retracted ? 'RETRACTED' : number === 1 ? 'PUBLISHED' : 'CORRECTED',
    ...{ slug, url: pageUrl(place), title, claimReviewed, summary, language },
    rating: { code: rating.code, labels: { ...rating.labels } },
    publishedAt: publishedAt.toISOString(),
    modifiedAt: edition.publishedAt.toISOString(),
    ...{ correctionClass, publicNote, participants: participants.names ?? null },
    claimReview: retracted ? null : { ...claimReviewOf(edition, place, dates) },
  };
}
