import type { IncomingHttpHeaders } from 'node:http';
import type { Authenticator } from '../accounts/authenticator.js';
import type { Viewer } from '../accounts/viewer.js';
import type { Log } from '../platform/log.js';

/** Keys, sessions and members end while sockets stay: so often each socket is held against its credentials again. */
const CHECK_EVERY_MS = 10_000;
/** As graphql-ws has it for a socket that is not, or no longer, let in; clients do not open it again by themselves. */
const UNAUTHENTICATED = 4401;

export interface Socket {
  close(code: number, reason: string): void;
  once(event: 'close', listener: () => void): unknown;
}

interface Held {
  readonly headers: IncomingHttpHeaders;
  readonly newsroomId: string;
  readonly memberId: string | null;
}

/** The sockets of this process on which somebody was let in. */
export class OpenSockets {
  private readonly held = new Map<Socket, Held>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly authenticator: Authenticator,
    private readonly log: Log,
  ) {}

  /** Watches a socket until it closes. The timer runs only while there is one. */
  hold(socket: Socket, headers: IncomingHttpHeaders, { newsroom: { newsroomId }, memberId }: Viewer): void {
    if (!this.held.has(socket)) socket.once('close', () => this.letGo(socket));
    this.held.set(socket, { headers, newsroomId, memberId });
    this.timer ??= setInterval(() => void this.check(), CHECK_EVERY_MS).unref();
  }

  /** Closes those whose credentials let nobody in any longer, or somebody else: another newsroom was chosen. */
  private async check(): Promise<void> {
    for (const [socket, { headers, newsroomId, memberId }] of [...this.held]) {
      try {
        const viewer = await this.authenticator.identify(headers);
        if (viewer?.newsroom.newsroomId === newsroomId && viewer.memberId === memberId) continue;
        socket.close(UNAUTHENTICATED, 'The credentials have ended or changed');
      } catch (error) {
        // The database is away: nobody can be told from anybody, and the next check will.
        this.log.warn({ error: String(error) }, 'a socket could not be held against its credentials');
      }
    }
  }

  private letGo(socket: Socket): void {
    this.held.delete(socket);
    if (this.held.size > 0 || !this.timer) return;
    clearInterval(this.timer);
    this.timer = null;
  }
}
