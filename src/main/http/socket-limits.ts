import type { IncomingMessage } from 'node:http';
import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Viewer } from '../../accounts/viewer.js';
import { RequestError } from '../../platform/request-error.js';
import { networkOf, subjectOf } from './limit-rates.js';

const LARGEST_MESSAGE = 256 * 1024;
/** A socket that has not said who it is by then is closed. */
const INIT_WITHIN_MS = 10_000;
const MOST_OPERATIONS = 100;
const MOST_OF_VIEWER = 100;
const MOST_OF_ADDRESS = 1_000;

/** As graphql-transport-ws names them. */
const CLOSE = { initTimeout: 4408, tooMany: 4429 } as const;

/** What is used of ws's socket, whose types do not come with it. */
interface Socket {
  close(code: number, reason: string): void;
  on(event: 'message', listener: (data: Buffer) => void): void;
  once(event: 'close', listener: () => void): void;
}

/** Counts what is open, by name. */
class Open {
  private readonly counts = new Map<string, number>();

  /** False where `most` are open already; otherwise one more is, until `leave`. */
  enter(name: string, most: number): boolean {
    const count = this.counts.get(name) ?? 0;
    if (count >= most) return false;
    this.counts.set(name, count + 1);
    return true;
  }

  leave(name: string): void {
    const count = this.counts.get(name) ?? 0;
    if (count > 1) this.counts.set(name, count - 1);
    else this.counts.delete(name);
  }
}

/** What one socket, one address and one viewer may hold open in this process. */
export class SocketLimits {
  private readonly addresses = new Open();
  private readonly viewers = new Open();
  private readonly sockets = new WeakMap<IncomingMessage, { subject: string | null; closed: boolean }>();

  /** Opens the socket server, with its limits; Mercurius uses the one that it finds. */
  async register(fastify: FastifyInstance): Promise<void> {
    await fastify.register(websocket, { options: { maxPayload: LARGEST_MESSAGE } });
    const addressOf = new WeakMap<IncomingMessage, string>();
    fastify.addHook('onRequest', async ({ raw, ip }) => {
      addressOf.set(raw, networkOf(ip));
    });
    const server = fastify.websocketServer as unknown as {
      on(event: 'connection', listener: (socket: Socket, raw: IncomingMessage) => void): void;
    };
    server.on('connection', (socket: Socket, raw: IncomingMessage) => {
      this.watch(socket, raw, addressOf.get(raw) ?? '');
    });
  }

  /** When a viewer is known. Throws RATE_LIMITED where they hold too many sockets open. */
  admit({ raw }: Pick<FastifyRequest, 'raw'>, viewer: Viewer): void {
    const state = this.sockets.get(raw);
    const subject = subjectOf(viewer);
    if (!state || state.closed || state.subject === subject) return;
    if (!this.viewers.enter(subject, MOST_OF_VIEWER)) {
      throw new RequestError('RATE_LIMITED', `At most ${MOST_OF_VIEWER} sockets may be open at once`, {
        retryAfter: 10,
      });
    }
    if (state.subject !== null) this.viewers.leave(state.subject);
    state.subject = subject;
  }

  private watch(socket: Socket, raw: IncomingMessage, address: string): void {
    if (!this.addresses.enter(address, MOST_OF_ADDRESS)) return socket.close(CLOSE.tooMany, 'Too many sockets');
    const state: { subject: string | null; closed: boolean } = { subject: null, closed: false };
    this.sockets.set(raw, state);
    const begun = new Set<string>();
    const waiting = setTimeout(
      () => socket.close(CLOSE.initTimeout, 'Connection initialisation timeout'),
      INIT_WITHIN_MS,
    ).unref();
    socket.on('message', (data) => {
      const { type, id } = readMessage(data);
      if (type === 'connection_init') clearTimeout(waiting);
      if (type === 'complete' || type === 'stop') begun.delete(id);
      if (type !== 'subscribe' && type !== 'start') return;
      // One that failed counts until the client says that it is over: the socket keeps its name until then.
      begun.add(id);
      if (begun.size > MOST_OPERATIONS) socket.close(CLOSE.tooMany, `At most ${MOST_OPERATIONS} operations`);
    });
    socket.once('close', () => {
      clearTimeout(waiting);
      state.closed = true;
      this.addresses.leave(address);
      if (state.subject !== null) this.viewers.leave(state.subject);
    });
  }
}

/** What is no message is answered by the protocol's own handler. */
function readMessage(data: Buffer): { type: string; id: string } {
  try {
    const { type, id } = JSON.parse(data.toString()) as { type?: unknown; id?: unknown };
    return { type: String(type), id: String(id) };
  } catch {
    return { type: '', id: '' };
  }
}
