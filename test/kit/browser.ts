import type { Variables } from './graphql-client.js';
import { Answer } from './graphql-client.js';

// Bodies are whatever the route answers.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;

export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

/** Keeps cookies and names its origin, as a browser does for a page of the service. */
export class Browser {
  private readonly jar = new Map<string, string>();

  constructor(
    readonly url: string,
    readonly origin = url,
  ) {}

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** The same person's cookies in the hands of a page of another origin, or of a copy kept for later. */
  copy(origin = this.origin): Browser {
    const copy = new Browser(this.url, origin);
    for (const [name, value] of this.jar) copy.jar.set(name, value);
    return copy;
  }

  post(path: string, body: object = {}): Promise<Page> {
    return this.send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  form(path: string, fields: Record<string, string>): Promise<Page> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  get(path: string): Promise<Page> {
    return this.send(path, {});
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async graphql<Data = any>(query: string, variables: Variables = {}): Promise<Answer<Data>> {
    const { status, headers, body } = await this.post('/graphql', { query, variables });
    return new Answer<Data>(status, headers, body);
  }

  private async send(path: string, init: RequestInit): Promise<Page> {
    const headers = {
      origin: this.origin,
      ...(init.headers as object),
      ...(this.jar.size ? { cookie: this.cookie } : {}),
    };
    const response = await fetch(new URL(path, this.url), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: readJson(text) };
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1)];
    const gone = value === '' || attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
    if (gone) this.jar.delete(name);
    else this.jar.set(name, value);
  }
}

function readJson(text: string): Json {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
