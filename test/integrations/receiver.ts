import { createServer, type ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import type { Payload } from '../../src/integrations/webhooks/payloads.js';

/** One request as it came. */
export interface Received {
  readonly id: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Payload;
}

type Answer = (response: ServerResponse, received: Received) => void;

export const answerWith =
  (status: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (response) =>
    void response.writeHead(status, headers).end(body);

/**
 * Another system that is told of events, built on the specification's own library: what that refuses is answered 400 and
 * kept as a fault. How it answers otherwise may be changed while it runs.
 */
export class Receiver {
  readonly received: Received[] = [];
  readonly faults: string[] = [];
  secret: string | null = null;
  answer: Answer = answerWith(204);
  /** How far the sender's clock is ahead of this machine's: the library compares the two. */
  aheadMs = 0;

  private constructor(
    readonly host: string,
    private readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<Receiver> {
    let receiver: Receiver | null = null;
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const headers = request.headers as Record<string, string>;
        receiver!.take(Buffer.concat(chunks).toString('utf8'), headers, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    receiver = new Receiver(`127.0.0.1:${port}`, async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    return receiver;
  }

  get url(): string {
    return `http://${this.host}/hooks`;
  }

  get payloads(): Payload[] {
    return this.received.map(({ payload }) => payload);
  }

  verify(secret: string, { body, headers }: Pick<Received, 'body' | 'headers'>): void {
    const real = Date.now;
    Date.now = () => real() + this.aheadMs;
    try {
      new Webhook(secret).verify(body, headers as Record<string, string>);
    } finally {
      Date.now = real;
    }
  }

  close(): Promise<void> {
    return this.stop();
  }

  private take(body: string, headers: Record<string, string>, response: ServerResponse): void {
    try {
      if (this.secret) this.verify(this.secret, { body, headers });
    } catch (error) {
      this.faults.push(String(error));
      return void response.writeHead(400).end();
    }
    const received = { id: headers['webhook-id'] ?? '', body, headers, payload: JSON.parse(body) as Payload };
    this.received.push(received);
    this.answer(response, received);
  }
}
