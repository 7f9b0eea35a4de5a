import { readMembers } from '../accounts/accounts.store.js';
import { type ArticleRow, readArticles } from '../articles/articles.store.js';
import { type ClaimRow, type QuoteRow, readClaims, readQuotes } from '../claims/claims.store.js';
import { type Attribution, findClaimant, findNotClaimants } from '../core/claim-review/find-claimant.js';
import { wordClaim } from '../core/claim-review/word-claim.js';
import type { NewsroomPolicy } from '../core/workflow/policy.js';
import { findRating } from '../core/workflow/rating-scale.js';
import type { PublishFactCheckInput } from '../generated/graphql.js';
import type { Transaction } from '../platform/database/database.js';
import { readEvidence } from '../tasks/evidence.store.js';
import { readScales, scaleKey } from '../tasks/rating-scales.store.js';
import type { TaskRow } from '../tasks/tasks.store.js';
import type { VerdictRow } from '../tasks/verdicts.store.js';
import type { EditionContent, Participants } from './edition.js';

/** What will be published, and the names that must not stand as its claimant. */
export interface ComposedEdition {
  readonly content: EditionContent;
  readonly notClaimants: readonly string[];
}

/** Puts the first edition together: what the editor says, and for the rest what the task and its verdict say. */
export async function composeEdition(
  tx: Transaction,
  task: TaskRow,
  verdict: VerdictRow,
  publisherId: string,
  shown: NewsroomPolicy['participantsShown'],
  { title, summary, claimReviewed }: PublishFactCheckInput,
): Promise<ComposedEdition> {
  const article = (await readArticles(tx, [task.articleId])).get(task.articleId)!;
  const attribution = await readAttribution(tx, task, article);
  const claim = claimReviewed ?? (await readClaim(tx, task));
  const rating = await readRating(tx, verdict);
  const evidence = (await readEvidence(tx, [task.id])).get(task.id) ?? [];
  return {
    notClaimants: findNotClaimants(attribution),
    content: {
      title: title ?? claim,
      summary: summary ?? verdict.rationale,
      claimReviewed: claim,
      rationale: verdict.rationale,
      language: verdict.language,
      rating,
      scaleCode: verdict.scaleCode,
      scaleVersion: verdict.scaleVersion,
      claimant: findClaimant(attribution),
      appearance: article.sourceUrl
        ? {
            url: article.sourceUrl,
            headline: article.title,
            publishedAt: article.publishedAt?.toISOString() ?? null,
          }
        : null,
      evidence: evidence
        .filter((piece) => !piece.protected)
        .map(({ stance, url, quotation, note }) => ({ stance, url, quotation, note })),
      participants: await readParticipants(tx, verdict, publisherId, shown),
    },
  };
}

async function readParticipants(
  tx: Transaction,
  { proposerId, approverId }: VerdictRow,
  publisherId: string,
  shown: NewsroomPolicy['participantsShown'],
): Promise<Participants> {
  const participants = { proposerId, approverId: approverId!, publisherId };
  if (shown === 'NOBODY') return participants;
  const members = await readMembers(tx, Object.values(participants));
  const nameOf = (id: string) => members.get(id)!.name;
  const names = { PROPOSED: nameOf(proposerId), APPROVED: nameOf(approverId!), PUBLISHED: nameOf(publisherId) };
  return { ...participants, names };
}

/** The names that must not stand as the claimant of a task's fact-check. */
export async function readNotClaimants(tx: Transaction, task: TaskRow): Promise<readonly string[]> {
  const article = (await readArticles(tx, [task.articleId])).get(task.articleId)!;
  return findNotClaimants(await readAttribution(tx, task, article));
}

const readSubject = async (tx: Transaction, { quoteId, claimId }: TaskRow): Promise<QuoteRow | ClaimRow> =>
  quoteId ? (await readQuotes(tx, [quoteId])).get(quoteId)! : (await readClaims(tx, [claimId!])).get(claimId!)!;

async function readAttribution(tx: Transaction, task: TaskRow, article: ArticleRow): Promise<Attribution> {
  const subject = await readSubject(tx, task);
  const deniesId = 'deniesId' in subject ? subject.deniesId : null;
  const found = deniesId ? (await readClaims(tx, [deniesId])).get(deniesId) : undefined;
  // What an editor has rejected was never claimed by anybody.
  const denied = found?.state === 'STANDING' ? found : undefined;
  const { sourceUrl } = article;
  return {
    kind: task.kind,
    speaker: subject.speaker,
    stance: task.stance,
    denied: denied ? { stance: denied.stance, speaker: denied.speaker } : null,
    outlet: sourceUrl
      ? { name: new URL(sourceUrl).hostname.replace(/^www\./, ''), url: new URL(sourceUrl).origin }
      : null,
  };
}

async function readClaim(tx: Transaction, task: TaskRow): Promise<string> {
  const subject = await readSubject(tx, task);
  return wordClaim({
    kind: task.kind,
    language: task.language,
    text: 'proposition' in subject ? subject.proposition : subject.text,
    speakerName: subject.speaker?.name ?? null,
  });
}

export async function readRating(tx: Transaction, of: { scaleCode: string; scaleVersion: number; rating: string }) {
  const key = scaleKey({ code: of.scaleCode, version: of.scaleVersion });
  const scale = (await readScales(tx, [key])).get(key);
  const rating = scale && findRating(scale, of.rating);
  if (!rating) throw new Error(`The scale ${key} has no rating ${of.rating}`);
  return rating;
}
