import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { findApiKey, touchApiKey } from './api-keys.store.js';
import { apiKeyIn, hashApiKey } from './api-keys.js';
import { Memberships } from './memberships.js';
import { lowerRole } from './roles.js';
import { SignIn } from './sign-in/sign-in.js';
import type { Viewer } from './viewer.js';

interface Known {
  readonly viewer: Viewer;
  readonly expiresAt: Date | null;
  readonly readAt: number;
}

/** A looked-up key is believed for so long: a revoked one stops working within these seconds, in every process. */
const BELIEVED_MS = 5_000;
const MOST_KNOWN = 10_000;

/** Tells who holds the credentials of a request. */
@Injectable()
export class Authenticator {
  private readonly known = new Map<string, Known>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Memberships) private readonly memberships: Memberships,
  ) {}

  /**
   * Who sent a request: by the key in its Authorization header or, where it has none, by its session cookie. A browser
   * adds the cookie by itself, so that it counts for nothing where a page of another origin asks.
   */
  async identify(headers: IncomingHttpHeaders): Promise<Viewer | null> {
    if (headers.authorization !== undefined) return this.authenticate(headers.authorization);
    return this.signIn.isForeign(headers) ? null : this.readSession(headers);
  }

  /** A session's viewer is the member in the newsroom chosen in it, or in the first that they belong to. */
  private async readSession(headers: IncomingHttpHeaders): Promise<Viewer | null> {
    const session = await this.signIn.sessionIn(headers);
    if (!session) return null;
    const members = await this.memberships.of(session.userId);
    const member = members.find(({ newsroomId }) => newsroomId === session.newsroomId) ?? members[0];
    if (!member) return null;
    return { ...this.memberships.standing(member), apiKeyId: null, session };
  }

  /** The holder of an Authorization header's key, or null where it is absent, unknown, expired or revoked. */
  async authenticate(authorization: string | undefined): Promise<Viewer | null> {
    const key = apiKeyIn(authorization);
    if (!key) return null;
    const hash = hashApiKey(key);
    const name = Buffer.from(hash).toString('base64');
    const now = this.clock.now();
    const cached = this.known.get(name);
    if (cached && now.getTime() - cached.readAt < BELIEVED_MS) {
      return cached.expiresAt && cached.expiresAt <= now ? null : cached.viewer;
    }
    const found = await this.database.forSystem('authenticate').transaction(async (tx) => {
      const row = await findApiKey(tx, hash);
      if (row && !row.revokedAt) await touchApiKey(tx, row.id, now);
      return row;
    });
    this.known.delete(name);
    if (!found || found.revokedAt || found.member?.deactivatedAt) return null;
    const viewer: Viewer = {
      newsroom: this.database.forNewsroom(found.newsroomId),
      memberId: found.memberId,
      role: found.member ? lowerRole(found.role, found.member.role) : found.role,
      apiKeyId: found.id,
    };
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(name, { viewer, expiresAt: found.expiresAt, readAt: now.getTime() });
    return found.expiresAt && found.expiresAt <= now ? null : viewer;
  }
}
