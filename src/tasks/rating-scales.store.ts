import type { Rating, RatingScale } from '../core/workflow/rating-scale.js';
import { DEFAULT_RATING_SCALES } from '../core/workflow/rating-scales.js';
import type { Prisma } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';

/** A version of a newsroom's own scale, with what became of it. */
export interface ScaleRecord extends RatingScale {
  readonly createdAt: Date;
  /** Null unless the scale was retired while this was its last version. */
  readonly retiredAt: Date | null;
}

/** Every version of the own scales of each newsroom that the transaction may see, oldest first, by newsroom id. */
export async function readScaleRecords(
  tx: Transaction,
  newsroomIds: readonly string[],
): Promise<Map<string, ScaleRecord[]>> {
  const rows = await tx.ratingScale.findMany({
    where: { newsroomId: { in: [...newsroomIds] } },
    include: { retirement: true },
    orderBy: [{ createdAt: 'asc' }, { version: 'asc' }],
  });
  return new Map(
    newsroomIds.map((id) => [
      id,
      rows
        .filter((row) => row.newsroomId === id)
        .map(({ code, version, kind, ratings, createdAt, retirement }) => ({
          ...{ code, version, kind, createdAt, retiredAt: retirement?.retiredAt ?? null },
          // Written once checked by core/workflow/check-rating-scale.ts, in this form.
          ratings: ratings as unknown as Rating[],
        })),
    ]),
  );
}

/** Of the scales of a kind that are not retired, the one saved last; the default one where there is none. */
export function scaleInForce(own: readonly ScaleRecord[], kind: RatingScale['kind']): RatingScale {
  const retired = new Set(own.filter((scale) => isRetired(own, scale)).map(({ code }) => code));
  return own.findLast((scale) => scale.kind === kind && !retired.has(scale.code)) ?? DEFAULT_RATING_SCALES[kind];
}

/** Whether the scale that this is a version of is retired now: a version saved after its retirement brings it back. */
export const isRetired = (own: readonly ScaleRecord[], { code }: Pick<RatingScale, 'code'>): boolean =>
  lastVersion(own, code)?.retiredAt != null;

export const lastVersion = (own: readonly ScaleRecord[], code: string): ScaleRecord | null =>
  own.filter((scale) => scale.code === code).reduce<ScaleRecord | null>(laterOf, null);

const laterOf = (a: ScaleRecord | null, b: ScaleRecord): ScaleRecord => (a && a.version > b.version ? a : b);

export const addScaleVersion = (tx: Transaction, newsroomId: string, scale: RatingScale, createdAt: Date) =>
  tx.ratingScale.create({
    data: { newsroomId, ...scale, ratings: scale.ratings as unknown as Prisma.InputJsonValue, createdAt },
  });

export const retireScale = (
  tx: Transaction,
  newsroomId: string,
  { code, version }: Pick<RatingScale, 'code' | 'version'>,
  retiredAt: Date,
) => tx.ratingScaleRetirement.create({ data: { newsroomId, code, version, retiredAt } });

/** The version of a scale that a verdict was given in, by `scaleKey`. */
export async function readScales(tx: Transaction, keys: readonly string[]): Promise<Map<string, RatingScale>> {
  const found = new Map(Object.values(DEFAULT_RATING_SCALES).map((scale) => [scaleKey(scale), scale]));
  if (keys.every((key) => found.has(key))) return found;
  for (const { code, version, kind, ratings } of await tx.ratingScale.findMany()) {
    found.set(scaleKey({ code, version }), { code, version, kind, ratings: ratings as unknown as Rating[] });
  }
  return found;
}

export const scaleKey = ({ code, version }: { code: string; version: number }): string => `${code} ${version}`;
