import type { SubmitArticleInput } from '../generated/graphql.js';
import { type ReadDocument, UnreadableDocument } from '../platform/documents/document.js';
import { readPage } from '../platform/documents/read-page.js';
import { badInput, RequestError } from '../platform/request-error.js';

/**
 * What was handed in, with the text of its HTML in the place of the HTML. What the page says about itself fills what was
 * left out. Throws BAD_USER_INPUT, also where more than one of text, html and url came.
 */
export async function readHtml(input: SubmitArticleInput): Promise<SubmitArticleInput> {
  const given = (['text', 'html', 'url'] as const).filter((field) => input[field] != null);
  if (given.length > 1) throw badInput({ [given[1]!]: `cannot come together with ${given[0]}: give one of them` });
  if (input.html == null) return input;
  try {
    const read = await readPage(input.html, { url: input.sourceUrl ?? null });
    return { ...withDocument(input, read), html: null };
  } catch (error) {
    if (error instanceof UnreadableDocument) throw unreadable('html', error);
    throw error;
  }
}

/** A document without an article, as BAD_USER_INPUT whose `reason` says why in one word. */
export const unreadable = (field: string, { message, reason }: UnreadableDocument): RequestError =>
  new RequestError('BAD_USER_INPUT', `${field}: ${message}`, { fields: { [field]: message }, reason });

/** A document's text, with what it says about itself where the input is silent. */
export function withDocument(input: SubmitArticleInput, read: ReadDocument): SubmitArticleInput {
  return {
    ...input,
    text: read.text,
    title: input.title ?? read.title,
    byline: input.byline ?? read.byline,
    publishedAt: input.publishedAt ?? read.publishedAt,
    language: input.language ?? likelyLanguage(read),
    sourceUrl: input.sourceUrl ?? read.canonicalUrl,
  };
}

const ARABIC_SCRIPT = new Set(['ar', 'fa', 'ur', 'ps', 'ckb']);
const LATIN_SCRIPT = new Set(['en', 'fr', 'es', 'de', 'it', 'pt', 'tr', 'nl', 'id']);

/** A page's word about its language, unless its letters say otherwise: many sites' templates say `en` whatever they hold. */
export function likelyLanguage({ language, text }: Pick<ReadDocument, 'language' | 'text'>): string | null {
  if (language === null) return null;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const share = (script: RegExp) => (text.match(script)?.length ?? 0) / Math.max(letters, 1);
  const fits =
    (ARABIC_SCRIPT.has(language) && share(/\p{Script=Arabic}/gu) > 0.5) ||
    (LATIN_SCRIPT.has(language) && share(/\p{Script=Latin}/gu) > 0.5);
  return fits ? language : null;
}
