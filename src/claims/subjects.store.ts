import type { SpansJudged } from '../core/extraction/judge-spans.js';
import { foldText } from '../core/extraction/fold-text.js';
import type { SubjectState } from '../core/workflow/model.js';
import { Prisma } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { type ClaimRow, type QuoteRow, readClaims, readQuotes } from './claims.store.js';
import { joinSlices } from './slices.js';
import { chainOf, type Subject, type SubjectContent, type SubjectKind, type SubjectSpeaker } from './subject.js';

/** The article's version that a quote or claim belongs to. */
export interface SubjectPlace {
  readonly newsroomId: string;
  readonly articleId: string;
  readonly versionNumber: number;
}

/** A task's quote or claim. The task's row must be locked: it alone guards its subject. */
export async function findSubject(
  tx: Transaction,
  { quoteId, claimId }: { quoteId: string | null; claimId: string | null },
): Promise<Subject> {
  return quoteId === null
    ? fromClaim((await readClaims(tx, [claimId!])).get(claimId!)!)
    : fromQuote((await readQuotes(tx, [quoteId])).get(quoteId)!);
}

/** Adds what a person found, at its place in the text. The article's row must be locked: ordinals are counted. */
export async function addSubject(
  tx: Transaction,
  place: SubjectPlace,
  kind: SubjectKind,
  content: SubjectContent,
  more: { judged: SpansJudged; quoteId: string | null; deniesId: string | null; chain: Subject['chain'] },
): Promise<string> {
  const id = newId();
  const { newsroomId, articleId, versionNumber } = place;
  const of = { articleId, versionNumber };
  const row = {
    ...{ id, newsroomId, articleId, versionNumber, rule: 'person', confidence: 1, origin: 'PERSON' as const },
    ...(await columnsOf(tx, place, content, more.chain)),
  };
  const next = { _max: { ordinal: true } } as const;
  if (kind === 'QUOTE') {
    const ordinal = ((await tx.quote.aggregate({ where: of, ...next }))._max.ordinal ?? -1) + 1;
    await tx.quote.create({ data: { ...row, ordinal, ...quoteColumns(content) } });
  } else {
    const ordinal = ((await tx.claim.aggregate({ where: of, ...next }))._max.ordinal ?? -1) + 1;
    const { quoteId, deniesId, judged } = more;
    await tx.claim.create({
      data: { ...row, ordinal, ...claimColumns(content), ...worthColumns(judged), appearances: [], quoteId, deniesId },
    });
  }
  return id;
}

/** Says a quote or claim anew. `judged` is null where its check-worthiness stays. */
export async function writeSubject(
  tx: Transaction,
  subject: Subject,
  content: SubjectContent,
  judged: SpansJudged | null,
): Promise<void> {
  const { id, kind, chain } = subject;
  const columns = await columnsOf(tx, subject, content, chain);
  if (kind === 'QUOTE') await tx.quote.update({ where: { id }, data: { ...columns, ...quoteColumns(content) } });
  else {
    const data = { ...columns, ...claimColumns(content), ...(judged ? worthColumns(judged) : {}) };
    await tx.claim.update({ where: { id }, data });
  }
}

export async function setSubjectState(tx: Transaction, { id, kind }: Subject, state: SubjectState): Promise<void> {
  if (kind === 'QUOTE') await tx.quote.update({ where: { id }, data: { state } });
  else await tx.claim.update({ where: { id }, data: { state } });
}

/** What pointed at one quote or claim points at another from now on: the claims that it states, or that deny it. */
export async function repoint(
  tx: Transaction,
  from: Subject,
  to: string,
  onlyClaims?: readonly string[],
): Promise<void> {
  if (from.kind === 'QUOTE') {
    const where = { quoteId: from.id, ...(onlyClaims ? { id: { in: [...onlyClaims] } } : {}) };
    await tx.claim.updateMany({ where, data: { quoteId: to } });
  } else {
    await tx.claim.updateMany({ where: { deniesId: from.id, id: { not: to } }, data: { deniesId: to } });
    await tx.claim.updateMany({ where: { id: to, deniesId: from.id }, data: { deniesId: null } });
  }
}

/** Another quote or claim of the article at exactly these spans; one that was replaced does not count. */
export async function findTwin(
  tx: Transaction,
  { articleId, versionNumber }: SubjectPlace,
  kind: SubjectKind,
  content: SubjectContent,
  exceptId: string | null,
): Promise<{ taskId: string; state: SubjectState } | null> {
  const where = {
    ...{ articleId, versionNumber, position: content.spans[0]!.start, state: { not: 'REPLACED' as const } },
    ...(exceptId === null ? {} : { id: { not: exceptId } }),
  };
  const select = { spans: true, state: true, task: { select: { id: true } } } as const;
  const rows = await (kind === 'QUOTE' ? tx.quote.findMany({ where, select }) : tx.claim.findMany({ where, select }));
  const key = offsetsOf(content.spans);
  const twin = rows.find((row) => offsetsOf(row.spans as unknown as SubjectContent['spans']) === key);
  return twin?.task ? { taskId: twin.task.id, state: twin.state } : null;
}

const offsetsOf = (spans: SubjectContent['spans']): string =>
  spans.map(({ start, end }) => `${start}-${end}`).join(' ');

async function columnsOf(tx: Transaction, place: SubjectPlace, content: SubjectContent, chain: Subject['chain']) {
  const { spans, speaker, mention, resolutionRefused } = content;
  return {
    text: joinSlices(spans),
    spans: json(spans),
    position: spans[0]?.start ?? 0,
    speakerId: speaker && (await findOrAddSpeaker(tx, place, speaker)),
    mention: mention ? json(mention) : NONE,
    resolutionRefused,
    chain: json(chainOf(content, chain)),
  };
}

const quoteColumns = ({ type, cue }: SubjectContent) => ({ type: type ?? 'INDIRECT', cue: cue ? json(cue) : NONE });

const claimColumns = ({ stance, proposition, propositionOrigin }: SubjectContent) => ({
  stance: stance ?? 'ASSERTED',
  proposition: proposition ?? '',
  propositionOrigin: propositionOrigin ?? 'RULES',
});

const worthColumns = ({ checkWorthiness, reasons }: SpansJudged) => ({ checkWorthiness, reasons: json(reasons) });

/** One row for each speaker of an article. The article's row must be locked, or two people could add one twice. */
async function findOrAddSpeaker(tx: Transaction, place: SubjectPlace, speaker: SubjectSpeaker): Promise<string> {
  const { newsroomId, articleId } = place;
  const found = await tx.speaker.findFirst({ where: { articleId, ...speaker }, orderBy: { id: 'asc' } });
  if (found) return found.id;
  const id = newId();
  const nameFolded = foldText(speaker.name ?? '').text;
  await tx.speaker.create({ data: { id, newsroomId, articleId, nameFolded, ...speaker } });
  return id;
}

const fromQuote = (row: QuoteRow): Subject => ({
  ...commonOf(row),
  kind: 'QUOTE',
  checkWorthiness: 0,
  quoteId: null,
  deniesId: null,
  content: {
    ...contentOf(row),
    ...{ cue: row.cue, type: row.type, stance: null, proposition: null, propositionOrigin: null },
  },
});

const fromClaim = (row: ClaimRow): Subject => ({
  ...commonOf(row),
  kind: 'CLAIM',
  checkWorthiness: row.checkWorthiness,
  quoteId: row.quoteId,
  deniesId: row.deniesId,
  content: {
    ...contentOf(row),
    ...{ cue: row.chain[0]?.cue ?? null, type: null, stance: row.stance },
    ...{ proposition: row.proposition, propositionOrigin: row.propositionOrigin },
  },
});

const commonOf = (row: QuoteRow | ClaimRow) => {
  const { id, newsroomId, articleId, versionNumber, origin, rule, confidence, state, chain } = row;
  return { id, newsroomId, articleId, versionNumber, origin, rule, confidence, state, chain };
};

const contentOf = ({ spans, speaker, mention, resolutionRefused }: QuoteRow | ClaimRow) => ({
  spans,
  speaker: speaker && { name: speaker.name, kind: speaker.kind, anonymous: speaker.anonymous },
  mention,
  resolutionRefused,
});

/** NULL in a JSON column. */
const NONE = Prisma.DbNull;

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;
