import type { Rate } from '../config/exposure.js';

/** How full one subject's bucket is: it drains at the rate's speed, and each request pours one in. */
interface Bucket {
  level: number;
  /** When the level was that, in milliseconds of the local clock. */
  at: number;
  readonly rate: Rate;
  /** What this process has poured in and not yet told the others. */
  untold: number;
}

/** What was asked lately, added to what all processes know of it; gives each subject's level over all of them. */
export type TellOthers = (
  spent: readonly { subject: string; amount: number; perSecond: number }[],
) => Promise<ReadonlyMap<string, number>>;

const TELL_EVERY_MS = 500;
/** A bucket less full than this part is nobody's concern but its own process's: quiet clients cost no write at all. */
const QUIET_PART = 0.1;
const MOST_BUCKETS = 50_000;

/**
 * Leaky buckets that several processes share. Each decides at once by what it knows, and twice a second tells what it
 * let through and learns what the others did: no request waits for a write, and processes together may let through at
 * most half a second of requests too many.
 */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();
  private timer: NodeJS.Timeout | null = null;
  private telling: Promise<void> = Promise.resolve();

  constructor(
    private readonly tellOthers: TellOthers,
    private readonly onError: (error: unknown) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.tell(), TELL_EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.telling;
  }

  /** Lets a request of this subject through (0), or gives the seconds after which it may ask again. */
  spend(subject: string, rate: Rate, amount = 1): number {
    const bucket = this.bucketOf(subject, rate);
    const over = bucket.level + amount - rate.burst;
    if (over > 0) return Math.max(1, Math.ceil(over / rate.perSecond));
    bucket.level += amount;
    bucket.untold += amount;
    return 0;
  }

  /** Exchanges with the other processes now; one exchange at a time. */
  tell(): Promise<void> {
    this.telling = this.telling.then(() => this.exchange());
    return this.telling;
  }

  private bucketOf(subject: string, rate: Rate): Bucket {
    const now = this.now();
    let bucket = this.buckets.get(subject);
    if (bucket) {
      drain(bucket, now);
    } else {
      if (this.buckets.size >= MOST_BUCKETS) this.forgetQuiet(now, true);
      bucket = { level: 0, at: now, rate, untold: 0 };
      this.buckets.set(subject, bucket);
    }
    return bucket;
  }

  private async exchange(): Promise<void> {
    const now = this.now();
    this.forgetQuiet(now, false);
    const loud = [...this.buckets].filter(
      ([, bucket]) => bucket.untold > 0 && bucket.level >= bucket.rate.burst * QUIET_PART,
    );
    if (loud.length === 0) return;
    const spent = loud.map(([subject, bucket]) => {
      const amount = bucket.untold;
      bucket.untold = 0;
      return { subject, amount, perSecond: bucket.rate.perSecond };
    });
    try {
      const levels = await this.tellOthers(spent);
      for (const [subject, bucket] of loud) {
        const shared = levels.get(subject);
        if (shared === undefined) continue;
        drain(bucket, this.now());
        bucket.level = shared + bucket.untold;
      }
    } catch (error) {
      // Alone with its own knowledge this process still holds the limit for itself.
      loud.forEach(([, bucket], i) => (bucket.untold += spent[i]!.amount));
      this.onError(error);
    }
  }

  /** An empty bucket is as good as none. Where too many are not, the oldest goes: a flood must not take the memory. */
  private forgetQuiet(now: number, atLeastOne: boolean): void {
    for (const [subject, bucket] of this.buckets) {
      drain(bucket, now);
      if (bucket.level === 0) this.buckets.delete(subject);
    }
    if (atLeastOne && this.buckets.size >= MOST_BUCKETS) this.buckets.delete(this.buckets.keys().next().value!);
  }
}

function drain(bucket: Bucket, now: number): void {
  bucket.level = Math.max(0, bucket.level - ((now - bucket.at) / 1_000) * bucket.rate.perSecond);
  bucket.at = now;
}
