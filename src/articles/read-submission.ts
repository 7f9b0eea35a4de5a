import type { SubmitArticleInput } from '../generated/graphql.js';
import { badInput } from '../platform/request-error.js';
import { isWebAddress, lineFault } from '../platform/text-fault.js';
import { checkArticleText } from './check-article-text.js';

export interface Submission {
  readonly text: string;
  readonly title: string | null;
  readonly language: string;
  readonly publishedAt: Date | null;
  readonly sourceUrl: string | null;
  readonly externalId: string | null;
}

/** Checks what was handed in, all fields at once. Throws BAD_USER_INPUT; the text itself is never changed. */
export function readSubmission(input: SubmitArticleInput): Submission {
  const faults: Record<string, string> = {};
  const text = input.text ?? '';
  const textFault = input.text == null ? 'is required' : checkArticleText(text);
  if (textFault) faults.text = textFault;
  const language = input.language?.toLowerCase() ?? 'und';
  if (!/^[a-z]{2,3}$/.test(language)) faults.language = 'must be an ISO 639-1 code such as ar, en or fr';
  const sourceUrl = input.sourceUrl ?? null;
  if (sourceUrl !== null && !isWebAddress(sourceUrl)) faults.sourceUrl = 'must be an http or https address';
  for (const [field, value, most] of [
    ['title', input.title, 1_000],
    ['externalId', input.externalId, 200],
    ['sourceUrl', input.sourceUrl, 2_000],
  ] as const) {
    const fault = value == null ? null : lineFault(value, most);
    if (fault) faults[field] = fault;
  }
  if (Object.keys(faults).length) throw badInput(faults);
  return {
    text,
    title: input.title ?? null,
    language,
    publishedAt: input.publishedAt ?? null,
    sourceUrl,
    externalId: input.externalId ?? null,
  };
}
