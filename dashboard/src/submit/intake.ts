import { credentials } from '../session/credentials';
import { FAILURE_CODES, type FailureCode } from '../graphql/failure';

/** What the service understood of an article that is to be handed in. */
export interface Understood {
  readonly title: string | null;
  readonly byline: string | null;
  readonly language: string;
  readonly publishedAt: string | null;
  readonly sourceUrl: string | null;
  /** Of the whole text, in UTF-16 code units. */
  readonly length: number;
  readonly beginning: string;
  /** The article that the newsroom has of it already. */
  readonly known: { readonly id: string; readonly title: string | null } | null;
}

/** Why something was not taken. */
export interface IntakeFailure {
  readonly code: FailureCode;
  /** In one word, why a document or address gives no article; null where that is not the trouble. */
  readonly reason: string | null;
  /** The service's own words, in English. */
  readonly message: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

/** A request to /intake, the same for looking and for handing in. */
export interface Submission {
  readonly body: Blob;
  /** Said in the address, of a body that cannot say it itself. */
  readonly query: Readonly<Record<string, string>>;
}

type Answer<T> = { readonly done: T } | { readonly failure: IntakeFailure };

/** What would be stored. Nothing is. */
export const look = (submission: Submission, signal: AbortSignal): Promise<Answer<Understood>> =>
  ask<Understood>('preview', submission, {}, signal);

/** Hands it in. The same `key` a second time is the same article, however often it is pressed or sent again. */
export const handIn = (submission: Submission, key: string): Promise<Answer<{ readonly id: string }>> =>
  ask<{ readonly id: string }>('articles', submission, { 'idempotency-key': key });

async function ask<T>(
  path: string,
  { body, query }: Submission,
  headers: Record<string, string>,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  try {
    const answer = await fetch(`/intake/${path}?${new URLSearchParams(query)}`, {
      method: 'POST',
      headers: { ...credentials.headers(), 'content-type': body.type, ...headers },
      credentials: 'same-origin',
      body,
      signal,
    });
    const content = (await answer.json()) as T & Problem;
    return answer.ok ? { done: content } : { failure: toFailure(answer.status, content) };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { failure: { code: 'UNREACHABLE', reason: null, message: null, fields: {} } };
  }
}

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly reason?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

function toFailure(status: number, { code, detail, reason, fields }: Problem): IntakeFailure {
  const known = FAILURE_CODES.find((each) => each === code);
  return {
    code: known ?? (status === 413 ? 'PAYLOAD_TOO_LARGE' : 'INTERNAL'),
    reason: reason ?? null,
    message: detail ?? null,
    fields: fields ?? {},
  };
}

/** A name that nothing else has, also on a page that is not served securely. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
