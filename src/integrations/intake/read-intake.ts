import { z } from 'zod';
import { unreadable, withDocument } from '../../articles/read-html.js';
import type { SubmitArticleInput } from '../../generated/graphql.js';
import { decodeText } from '../../platform/documents/decode-text.js';
import { UnreadableDocument } from '../../platform/documents/document.js';
import { charsetOf } from '../../platform/documents/charset-of.js';
import { isDocumentType } from '../../platform/documents/document-types.js';
import { readDocument } from '../../platform/documents/read-document.js';
import { badInput } from '../../platform/request-error.js';
import { faultsIn, isNinjs, readNinjs } from './ninjs.js';
import { UnsupportedMediaType } from './problem.js';

const line = z.string().nullish();
const metadata = {
  title: line,
  byline: line,
  language: line,
  publishedAt: z.iso.datetime({ offset: true, error: 'must be an ISO 8601 time with its zone' }).nullish(),
  sourceUrl: line,
  externalId: line,
};

/** Isnad's own JSON: the same fields as GraphQL's SubmitArticleInput. A misspelt one is told, not passed over. */
const ownSchema = z.strictObject({ text: line, html: line, url: line, ...metadata, version: z.int32().nullish() });
/** What may be said in the address about a body that is text alone, or a file. */
const querySchema = z.strictObject({ ...metadata, version: z.coerce.number().pipe(z.int32()).optional() });

export interface IntakeRequest {
  /** The Content-Type header's. */
  readonly contentType: string;
  readonly query: unknown;
  readonly body: Uint8Array;
}

/** The media type of a Content-Type header, in lower case. Throws UnsupportedMediaType for one that is not read. */
export function intakeType(contentType: string): string {
  const mediaType = contentType.split(';')[0]!.trim().toLowerCase();
  if (mediaType === 'application/json' || isDocumentType(mediaType)) return mediaType;
  throw new UnsupportedMediaType(
    'content-type',
    `${mediaType || 'nothing'} is not read here: send text, HTML, JSON, PDF, Word (.docx), WebVTT or SubRip`,
  );
}

/** What a request hands in, as GraphQL would. Throws BAD_USER_INPUT. */
export async function readIntake({ contentType, query, body }: IntakeRequest): Promise<SubmitArticleInput> {
  const mediaType = intakeType(contentType);
  const charset = charsetOf(contentType);
  try {
    const given = readQuery(query);
    if (isDocumentType(mediaType)) {
      return withDocument(
        given,
        await readDocument({ bytes: body, mediaType, charset, url: webAddress(given.sourceUrl) }),
      );
    }
    const json = parseJson(decodeText(body, { charset }).replace(/^\ufeff/, ''));
    return isNinjs(json) ? readNinjs(json) : readOwn(json);
  } catch (error) {
    if (error instanceof UnreadableDocument) throw unreadable('body', error);
    throw error;
  }
}

const webAddress = (url: string | null | undefined) => (url && URL.canParse(url) ? url : null);

function readQuery(query: unknown): SubmitArticleInput {
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) throw badInput(faultsIn(parsed.error));
  return withTime(parsed.data);
}

function readOwn(json: unknown): SubmitArticleInput {
  const parsed = ownSchema.safeParse(json);
  if (!parsed.success) throw badInput(faultsIn(parsed.error));
  return withTime(parsed.data);
}

const withTime = <Given extends { publishedAt?: string | null }>(given: Given) => ({
  ...given,
  publishedAt: given.publishedAt ? new Date(given.publishedAt) : null,
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badInput({ body: `is not JSON: ${(error as Error).message.slice(0, 200)}` });
  }
}
