/** An answer of /graphql, read as data or as a failure; the wrong one of the two fails the test with what came. */
export class Answer<Data> {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly body: { data?: Data | null; errors?: GraphqlFailure[] },
  ) {}

  expectData(): Data {
    if (this.body.errors || !this.body.data) throw new Error(`no data, but ${JSON.stringify(this.body)}`);
    return this.body.data;
  }

  expectError(code: string): GraphqlFailure {
    const found = this.body.errors?.find((error) => error.extensions.code === code);
    if (!found) throw new Error(`not ${code}, but ${JSON.stringify(this.body).slice(0, 2_000)}`);
    return found;
  }
}

export interface GraphqlFailure {
  readonly message: string;
  readonly path?: (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly fields?: Record<string, string>;
    readonly [key: string]: unknown;
  };
}

export type Variables = Readonly<Record<string, unknown>>;

/** Speaks to a running service at `url` as its clients do. */
export class GraphqlClient {
  constructor(readonly url: string) {}

  /** Data is whatever the test says it selected. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  graphql<Data = any>(query: string, variables: Variables = {}, key?: string): Promise<Answer<Data>> {
    return this.post<Data>(JSON.stringify({ query, variables }), key ? { authorization: `Bearer ${key}` } : {});
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async post<Data = any>(body: string, headers: Record<string, string>): Promise<Answer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return new Answer(response.status, response.headers, (await response.json()) as Answer<Data>['body']);
  }
}
