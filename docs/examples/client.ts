import type { TypedDocumentString } from './generated/operations.ts';

/** A failure that the API tells of: `code` is one of those in docs/api.md, `fields` says what is wrong with an input. */
export class IsnadError extends Error {
  readonly code: string;
  readonly fields: Readonly<Record<string, string>>;

  constructor(code: string, message: string, fields: Readonly<Record<string, string>> = {}) {
    super(`${code}: ${message}`);
    this.name = 'IsnadError';
    this.code = code;
    this.fields = fields;
  }
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly fields?: Record<string, string> };
  }[];
}

const MOST_TRIES = 5;

/** Speaks to one Isnad service with one API key. Operations and their types come from operations.graphql. */
export class IsnadClient {
  readonly #url: string;
  readonly #key: string;

  constructor({ url, key }: { url: string; key: string }) {
    this.#url = url.replace(/\/$/, '');
    this.#key = key;
  }

  /** From ISNAD_URL and ISNAD_KEY. */
  static fromEnvironment(): IsnadClient {
    const { ISNAD_URL: url = 'http://127.0.0.1:3000', ISNAD_KEY: key } = process.env;
    if (!key) throw new Error('Set ISNAD_KEY to an API key');
    return new IsnadClient({ url, key });
  }

  /**
   * Runs an operation and gives its data. Throws IsnadError. With an idempotency key a mutation may be sent again after a
   * lost answer: it is done once and answered twice.
   */
  async run<Data, Variables>(
    operation: TypedDocumentString<Data, Variables>,
    variables: Variables,
    { idempotencyKey }: { idempotencyKey?: string } = {},
  ): Promise<Data> {
    const response = await this.#send('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
      },
      body: JSON.stringify({ query: operation.toString(), variables }),
    });
    const { data, errors } = (await response.json()) as Answer<Data>;
    const [error] = errors ?? [];
    if (error) throw new IsnadError(error.extensions.code, error.message, error.extensions.fields);
    if (!data) throw new IsnadError('INTERNAL', `No data, but status ${response.status}`);
    return data;
  }

  /** The bytes of a finished export, as they come. Throws IsnadError. */
  async download(url: string): Promise<NonNullable<Response['body']>> {
    const response = await this.#send(url);
    if (response.ok && response.body) return response.body;
    const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: string };
    throw new IsnadError(problem.code ?? 'INTERNAL', problem.detail ?? `status ${response.status}`);
  }

  /** Whoever asks too often is told how long to wait, and waits. */
  async #send(path: string, request: RequestInit = {}): Promise<Response> {
    // An address of another server gets no key.
    const url = new URL(path, `${this.#url}/`);
    if (url.origin !== new URL(this.#url).origin) throw new Error(`${url.origin} is not ${this.#url}`);
    const headers = { ...request.headers, authorization: `Bearer ${this.#key}` };
    for (let tries = 1; ; tries++) {
      const response = await fetch(url, { ...request, headers });
      if (response.status !== 429 || tries === MOST_TRIES) return response;
      await sleep(1_000 * Number(response.headers.get('retry-after') ?? 1));
    }
  }
}

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
