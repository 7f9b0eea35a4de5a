import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { fromNodeHeaders } from 'better-auth/node';
import type { IncomingHttpHeaders } from 'node:http';
import type pg from 'pg';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Secrets } from '../../platform/config/secrets.js';
import { Database } from '../../platform/database/database.js';
import { survivingPool } from '../../platform/database/surviving-pool.js';
import { newId } from '../../platform/ids.js';
import { LOG, type Log } from '../../platform/log.js';
import { PublicUrl } from '../../platform/public-url.js';
import { Memberships } from '../memberships.js';
import { PasswordResets } from '../password-resets.js';
import { type Auth, createAuth, OIDC_PROVIDER, PASSWORD_LENGTH, type SignedInUser } from './auth.js';
import { ownOrigins } from './own-origins.js';

/** A session that holds. */
export interface SignInSession {
  readonly id: string;
  readonly token: string;
  readonly userId: string;
  /** The newsroom that was chosen in it; null before any was. */
  readonly newsroomId: string | null;
  readonly expiresAt: Date;
  readonly twoFactor: boolean;
}

/** People's identities, passwords and sessions, in the schema "auth", which belongs to no newsroom. */
@Injectable()
export class SignIn implements OnApplicationShutdown {
  /** Its connections state the purpose that row-level security asks for in the schema "auth". */
  readonly pool: pg.Pool;
  private built: Auth | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(Database) database: Database,
    @Inject(LOG) private readonly log: Log,
    @Inject(PublicUrl) private readonly publicUrl: PublicUrl,
    @Inject(Memberships) private readonly memberships: Memberships,
    @Inject(PasswordResets) private readonly passwordResets: PasswordResets,
  ) {
    const options = '-c search_path=auth -c app.purpose=sign-in -c timezone=UTC';
    this.pool = survivingPool({ connectionString: database.appUrl, max: 6, options }, () => undefined);
  }

  /** Answers one of the library's own routes. */
  handle(request: Request): Promise<Response> {
    return this.auth.handler(request);
  }

  get origins(): readonly string[] {
    return ownOrigins(this.publicUrl.base);
  }

  /** Whether a page of another origin sent a request. */
  isForeign({ origin, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
    if (origin !== undefined) return !this.origins.includes(origin);
    return site === 'cross-site' || site === 'same-site';
  }

  /** The session of a cookie that came with a request; null where there is none, or it has ended. */
  async sessionIn(headers: IncomingHttpHeaders): Promise<SignInSession | null> {
    if (!headers.cookie?.includes('isnad.session_token=')) return null;
    const found = await this.auth.api.getSession({ headers: fromNodeHeaders({ cookie: headers.cookie }) });
    if (!found) return null;
    const { session, user } = found;
    return {
      id: session.id,
      token: session.token,
      userId: user.id,
      newsroomId: session.newsroomId ?? null,
      expiresAt: session.expiresAt,
      twoFactor: user.twoFactorEnabled ?? false,
    };
  }

  async chooseNewsroom(session: SignInSession, newsroomId: string): Promise<void> {
    await this.pool.query('update session set "newsroomId" = $1 where id = $2', [newsroomId, session.id]);
  }

  /** Deletes sessions, with the addresses that they came from, and unused links whose time is over. */
  async forgetEnded(): Promise<void> {
    await this.pool.query('delete from session where "expiresAt" < now()');
    await this.pool.query('delete from verification where "expiresAt" < now()');
  }

  async findUser(email: string): Promise<SignedInUser | null> {
    const { internalAdapter } = await this.auth.$context;
    return (await internalAdapter.findUserByEmail(email))?.user ?? null;
  }

  /** The person with this checked address, made where they are new; of two calls at once one makes them. */
  async ensureUser(email: string, name: string): Promise<SignedInUser> {
    await this.pool.query(
      `insert into "user" (id, email, name, "emailVerified") values ($1, $2, $3, true) on conflict (email) do nothing`,
      [newId(), email, name],
    );
    return (await this.findUser(email))!;
  }

  /** Whether there is any way in which this person can sign in. */
  async canSignIn(userId: string): Promise<boolean> {
    const found = await this.pool.query(
      `select from account where "userId" = $1 and (password is not null or "providerId" = $2) limit 1`,
      [userId, OIDC_PROVIDER],
    );
    return found.rowCount === 1;
  }

  async hasPassword(userId: string, password: string): Promise<boolean> {
    const { internalAdapter, password: hashing } = await this.auth.$context;
    const hash = (await internalAdapter.findCredentialAccount(userId))?.password;
    return hash ? hashing.verify({ hash, password }) : false;
  }

  async setPassword(userId: string, password: string): Promise<void> {
    const { internalAdapter, password: hashing } = await this.auth.$context;
    const hash = await hashing.hash(password);
    if (await internalAdapter.findCredentialAccount(userId)) return internalAdapter.updatePassword(userId, hash);
    await internalAdapter.createAccount({
      userId,
      providerId: 'credential',
      accountId: userId,
      password: hash,
    });
  }

  async endSessions(userId: string): Promise<void> {
    await this.pool.query('delete from session where "userId" = $1', [userId]);
  }

  /** Takes the person out of the schema "auth" with all that hangs on them. */
  async deleteUser(userId: string): Promise<void> {
    await this.pool.query('delete from verification where value = $1', [userId]);
    await this.pool.query('delete from "user" where id = $1', [userId]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  /** Built when it is first used: until the service listens, it does not know its own address. */
  private get auth(): Auth {
    return (this.built ??= createAuth({
      pool: this.pool,
      secret: this.secrets.derive('sign-in'),
      publicUrl: this.publicUrl.base,
      ownOrigins: this.origins,
      singleSignOn: this.config.singleSignOn,
      mayComeIn: (email) => this.memberships.mayComeIn(email),
      beforeSession: async (userId) => {
        const { rows } = await this.pool.query<SignedInUser>('select id, email, name from "user" where id = $1', [
          userId,
        ]);
        if (rows[0]) await this.memberships.comeIn(rows[0]);
      },
      sendPasswordReset: (userId, token) => this.passwordResets.send(userId, token),
      report: (message) => this.log.warn({ message }, 'sign-in'),
    }));
  }
}

/** What is wrong with a new password; null where nothing is. */
export function passwordFault(password: string): string | null {
  const { least, most } = PASSWORD_LENGTH;
  if (password.length < least) return `must have at least ${least} characters`;
  return password.length > most ? `must have at most ${most} characters` : null;
}
