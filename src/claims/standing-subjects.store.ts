import type { AttributionLink, Slice } from '../core/extraction/model.js';
import type { CarryOver, StandingSubject } from '../core/versions/carry-over.js';
import type { Transaction } from '../platform/database/database.js';

interface Row {
  readonly id: string;
  readonly spans: Slice[];
  readonly mention: Slice | null;
  readonly cue: Slice | null;
  readonly chain: AttributionLink[];
}

/** Every quote and claim of a version, rejected and replaced ones too: what a person has decided is not proposed anew. */
export async function readStandingSubjects(
  tx: Transaction,
  articleId: string,
  versionNumber: number,
): Promise<{ subjects: StandingSubject[]; rows: Map<string, Row> }> {
  const where = { articleId, versionNumber };
  const common = { id: true, spans: true, mention: true, chain: true } as const;
  const quotes = (await tx.quote.findMany({ where, select: { ...common, cue: true } })) as unknown as Row[];
  const claims = (await tx.claim.findMany({ where, select: common })) as unknown as Omit<Row, 'cue'>[];
  const read = [
    ...quotes.map((row) => ({ kind: 'QUOTE' as const, row })),
    ...claims.map((row) => ({ kind: 'CLAIM' as const, row: { ...row, cue: null } })),
  ];
  return {
    subjects: read.map(({ kind, row }) => ({ id: row.id, kind, spans: row.spans, beside: besideOf(row) })),
    rows: new Map(read.map(({ row }) => [row.id, row])),
  };
}

const besideOf = ({ mention, cue, chain }: Row): Slice[] => {
  const slices = [mention, cue, ...chain.flatMap((link) => [link.cue, link.speaker?.mention ?? null])];
  return slices.filter((slice) => slice !== null);
};

/**
 * Moves what is kept to its places in a newer version, its tasks' places with it, in three statements however many there
 * are. Appearances are of the old text: the places that the extraction finds anew are another's.
 */
export async function moveSubjects(
  tx: Transaction,
  rows: ReadonlyMap<string, Row>,
  kept: CarryOver['kept'],
  versionNumber: number,
): Promise<void> {
  const moved = kept.map(({ id, move }, ordinal) => {
    const { spans, mention, cue, chain } = rows.get(id)!;
    const optional = (slice: Slice | null) => slice && move(slice);
    return {
      ...{ id, ordinal, spans: spans.map(move), mention: optional(mention), cue: optional(cue) },
      chain: chain.map((link) => ({
        ...link,
        cue: optional(link.cue),
        speaker: link.speaker && { ...link.speaker, mention: optional(link.speaker.mention) },
      })),
      position: spans[0] ? move(spans[0]).start : 0,
    };
  });
  const json = JSON.stringify(moved);
  // A JSON null is no mention; the columns say so by NULL.
  await tx.$executeRaw`
    update quotes q set version_number = ${versionNumber}, ordinal = m.ordinal, spans = m.spans, position = m.position,
      mention = nullif(m.mention, 'null'::jsonb), cue = nullif(m.cue, 'null'::jsonb), chain = m.chain
    from jsonb_to_recordset(${json}::jsonb)
      as m(id uuid, ordinal int, spans jsonb, mention jsonb, cue jsonb, chain jsonb, position int) where q.id = m.id`;
  await tx.$executeRaw`
    update claims c set version_number = ${versionNumber}, ordinal = m.ordinal, spans = m.spans, position = m.position,
      mention = nullif(m.mention, 'null'::jsonb), chain = m.chain, appearances = '[]'::jsonb
    from jsonb_to_recordset(${json}::jsonb)
      as m(id uuid, ordinal int, spans jsonb, mention jsonb, chain jsonb, position int) where c.id = m.id`;
  await tx.$executeRaw`
    update review_tasks t set text_position = m.position
    from jsonb_to_recordset(${json}::jsonb) as m(id uuid, position int) where m.id in (t.quote_id, t.claim_id)`;
}
