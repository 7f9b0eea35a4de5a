import type { AuditEventFilter, ExportKind, FactCheckFilter, ReviewTaskFilter } from '../../generated/graphql.js';
import type { Prisma } from '../../generated/prisma/client.js';

/** What an export is of, with the filter of the list of that kind. */
export type ExportSubject =
  | { readonly kind: 'TASKS'; readonly filter: ReviewTaskFilter }
  | { readonly kind: 'FACT_CHECKS'; readonly filter: FactCheckFilter }
  | { readonly kind: 'AUDIT'; readonly filter: AuditEventFilter };

/** The filters' fields that are times: JSON has no type for them. */
const TIMES: ReadonlySet<string> = new Set(['updatedAfter', 'since', 'until']);

export const storedFilter = ({ filter }: ExportSubject): Prisma.InputJsonValue =>
  JSON.parse(JSON.stringify(filter)) as Prisma.InputJsonValue;

/** What `storedFilter` stored. */
export function subjectOf(kind: ExportKind, stored: Prisma.JsonValue): ExportSubject {
  const fields = Object.entries(stored as Readonly<Record<string, unknown>>);
  const filter = fields.map(([name, value]) => [name, TIMES.has(name) && value ? new Date(String(value)) : value]);
  return { kind, filter: Object.fromEntries(filter) as never };
}
