import type { TestApp } from '../kit/start-app.js';

export interface Sent {
  readonly type?: string;
  readonly by?: string | null;
  readonly query?: string;
  readonly headers?: Record<string, string>;
}

export interface Taken {
  readonly id: string;
  readonly created: boolean;
  readonly statusUrl: string;
}

/** Pushes articles over real HTTP, as a newsroom's system does, with `key` unless a test says otherwise. */
export function intakeClient(url: () => TestApp['url'], key: () => string) {
  async function push(
    body: string | Uint8Array,
    { type = 'text/plain', by = key(), query = '', headers = {} }: Sent = {},
  ) {
    const response = await fetch(`${url()}/intake/articles${query}`, {
      method: 'POST',
      headers: { 'content-type': type, ...(by ? { authorization: `Bearer ${by}` } : {}), ...headers },
      body: body as string,
    });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Record<string, unknown>,
    };
  }
  return {
    push,
    pushJson: (value: unknown, sent: Sent = {}) => push(JSON.stringify(value), { type: 'application/json', ...sent }),
    async accepted(sent: ReturnType<typeof push>): Promise<Taken> {
      const { status, body } = await sent;
      if (status !== 202) throw new Error(`${status} ${JSON.stringify(body)}`);
      return body as unknown as Taken;
    },
  };
}
