import type { SubmitArticleInput } from '../generated/graphql.js';
import { badInput } from '../platform/request-error.js';
import { isWebAddress, lineFault } from '../platform/text-fault.js';
import { checkArticleText } from './check-article-text.js';

export interface Submission {
  readonly text: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly language: string;
  readonly publishedAt: Date | null;
  readonly sourceUrl: string | null;
  readonly externalId: string | null;
  readonly senderVersion: number | null;
}

/** Checks what was handed in, all fields at once. Throws BAD_USER_INPUT; the text itself is never changed. */
export function readSubmission(input: SubmitArticleInput): Submission {
  const text = input.text ?? '';
  const textFault = input.text == null ? 'is required, or html, or url' : checkArticleText(text);
  return { text, ...readMetadata(input, textFault ? { text: textFault } : {}) };
}

/** What was handed in beside the text. Throws BAD_USER_INPUT with what is wrong here and what was found before. */
export function readMetadata(
  input: SubmitArticleInput,
  found: Readonly<Record<string, string>> = {},
): Omit<Submission, 'text'> {
  const faults: Record<string, string> = { ...found };
  const language = input.language?.toLowerCase() ?? 'und';
  if (!/^[a-z]{2,3}$/.test(language)) faults.language = 'must be an ISO 639-1 code such as ar, en or fr';
  const sourceUrl = input.sourceUrl ?? null;
  if (sourceUrl !== null && !isWebAddress(sourceUrl)) faults.sourceUrl = 'must be an http or https address';
  for (const [field, value, most] of [
    ['title', input.title, 1_000],
    ['byline', input.byline, 1_000],
    ['externalId', input.externalId, 200],
    ['sourceUrl', input.sourceUrl, 2_000],
  ] as const) {
    const fault = value == null ? null : lineFault(value, most);
    if (fault) faults[field] = fault;
  }
  if (input.version != null && input.version < 1) faults.version = 'must be 1 or more';
  if (input.version != null && input.externalId == null) faults.version = 'needs an externalId beside it';
  if (Object.keys(faults).length) throw badInput(faults);
  return {
    title: input.title ?? null,
    byline: input.byline ?? null,
    language,
    publishedAt: input.publishedAt ?? null,
    sourceUrl,
    externalId: input.externalId ?? null,
    senderVersion: input.version ?? null,
  };
}
