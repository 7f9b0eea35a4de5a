import type { FactCheckFilter, FactCheckStatus } from '../generated/documents';

export const STATUSES: readonly FactCheckStatus[] = ['PUBLISHED', 'CORRECTED', 'RETRACTED'];
export const LANGUAGES = ['ar', 'en', 'fr'] as const;

/** What the list shows, as its address says it. Empty: any. */
export interface ListQuery {
  readonly status: FactCheckStatus | '';
  readonly language: (typeof LANGUAGES)[number] | '';
  readonly text: string;
  /** Only what waits for somebody to decide on a correction. */
  readonly pending: boolean;
}

const oneOf = <T extends string>(value: string | null, all: readonly T[]): T | '' =>
  all.find((each) => each === value) ?? '';

/** Reads an address; what it says wrongly counts as not said. */
export const readListQuery = (search: URLSearchParams): ListQuery => ({
  status: oneOf(search.get('status'), STATUSES),
  language: oneOf(search.get('language'), LANGUAGES),
  text: search.get('text') ?? '',
  pending: search.get('pending') === '1',
});

export function writeListQuery({ pending, ...rest }: ListQuery): URLSearchParams {
  const said = Object.entries(rest).filter(([, value]) => value !== '') as [string, string][];
  return new URLSearchParams(pending ? [...said, ['pending', '1']] : said);
}

export const filterOf = ({ status, language, text, pending }: ListQuery): FactCheckFilter => ({
  ...(status && { status: [status] }),
  ...(language && { language }),
  ...(text.trim() && { text: text.trim() }),
  ...(pending && { pendingCorrection: true }),
});
