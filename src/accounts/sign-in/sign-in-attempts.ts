import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { SignIn } from './sign-in.js';

const MINUTES = 60;

/** Ten wrong passwords of one account, or fifty failures from one address, within a quarter of an hour. */
const LIMITS = {
  account: { points: 10, duration: 15 * MINUTES },
  address: { points: 50, duration: 15 * MINUTES },
  /** Mails to one address; more are not sent, and nobody is told. */
  mail: { points: 4, duration: 60 * MINUTES },
} as const;

type Kind = keyof typeof LIMITS;

/**
 * Counts attempts to sign in, for all processes together, in the database. An attempt is counted before it is tried, so
 * that many at once cannot all slip through, and taken back where it succeeds.
 */
@Injectable()
export class SignInAttempts {
  private readonly limiters: Readonly<Record<Kind, RateLimiterPostgres>>;

  constructor(@Inject(SignIn) signIn: SignIn) {
    const limiter = (keyPrefix: Kind) =>
      new RateLimiterPostgres({
        storeClient: signIn.pool,
        storeType: 'pool',
        schemaName: 'auth',
        tableName: 'sign_in_attempts',
        tableCreated: true,
        // The table is one for all kinds: one of them clears away what has run out.
        clearExpiredByTimeout: keyPrefix === 'address',
        keyPrefix,
        ...LIMITS[keyPrefix],
      });
    this.limiters = { account: limiter('account'), address: limiter('address'), mail: limiter('mail') };
  }

  /** Counts an attempt; gives the seconds to wait where there have been too many, null where it may go on. */
  async count(kind: Kind, subject: string): Promise<number | null> {
    try {
      await this.limiters[kind].consume(keyOf(kind, subject));
      return null;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
      throw refused;
    }
  }

  async takeBack(kind: Kind, subject: string): Promise<void> {
    await this.limiters[kind].reward(keyOf(kind, subject));
  }

  async forget(kind: Kind, subject: string): Promise<void> {
    await this.limiters[kind].delete(keyOf(kind, subject));
  }
}

/** Subjects are people's addresses: only their hash is kept. */
const keyOf = (kind: Kind, subject: string): string =>
  createHash('sha256')
    .update(kind === 'address' ? networkOf(subject) : subject.trim().toLowerCase())
    .digest('base64url');

/** One customer's network has a whole /64 of IPv6 addresses. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv6' ? (parsed as ipaddr.IPv6).parts.slice(0, 4).join(':') : parsed.toString();
}
