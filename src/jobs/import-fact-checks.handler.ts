import { Inject, Injectable } from '@nestjs/common';
import { findNewsroom } from '../accounts/accounts.store.js';
import type { ReadReview } from '../core/claim-review/read-claim-reviews.js';
import { keepExternalFactChecks } from '../integrations/imports/external-fact-checks.store.js';
import { importFactChecksJob } from '../integrations/imports/import-fact-checks.job.js';
import {
  addContent,
  addFaults,
  type Content,
  dropContent,
  findContent,
  findImport,
  type ImportRow,
  lockImport,
  updateImport,
} from '../integrations/imports/imports.store.js';
import { LARGEST_IMPORT, readImport, UnreadableImport } from '../integrations/imports/read-import.js';
import { fetchPolitely } from '../integrations/pages/fetch-politely.js';
import { isLasting } from '../integrations/pages/is-lasting.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { NewsroomHandle, Transaction } from '../platform/database/database.js';
import { PublicUrl } from '../platform/public-url.js';
import { asFailedTry } from './as-failed-try.js';
import type { JobHandler, JobRun } from './job-handler.js';

type Payload = ReturnType<(typeof importFactChecksJob)['payload']['parse']>;

const LIMITS = { mostBytes: LARGEST_IMPORT, timeoutMs: 60_000, mostRedirects: 5 };
/** Items that are dealt with in one transaction. */
const ITEMS_AT_ONCE = 500;
const LONGEST_FAULTY_ITEM = 2_000;

/** Reads the fact-checks of others and keeps them, each for itself: what cannot be used is told, and harms no other. */
@Injectable()
export class ImportFactChecksHandler implements JobHandler<Payload> {
  readonly definition = importFactChecksJob;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'fetchAllow'>,
    private readonly publicUrl: PublicUrl,
  ) {}

  /**
   * Safe to run twice, also at once, and to die at any line: what was fetched is kept before it is read, so that each run
   * reads the same items, and items are counted in the transaction that deals with them, under the import's lock. Another
   * run goes on after the last one counted.
   */
  async run({ importId }: Payload, { newsroom, finish }: JobRun): Promise<void> {
    const asked = await newsroom.transaction((tx) => findImport(tx, importId));
    if (!asked || !isUnderWay(asked)) return newsroom.transaction(finish);
    try {
      const { bytes, charset } = await this.contentOf(newsroom, asked);
      const found = readImport(bytes, charset);
      while (await newsroom.transaction((tx) => this.keepNext(tx, importId, found)));
      await newsroom.transaction(finish);
    } catch (error) {
      const lasting = error instanceof UnreadableImport || isLasting(error);
      if (!lasting) throw asFailedTry(error);
      await newsroom.transaction(async (tx) => {
        await this.fail(tx, importId, `${(error as Error).message}.`);
        await finish(tx);
      });
    }
  }

  giveUp(tx: Transaction, { importId }: Payload, _newsroomId: string, error: Error): Promise<void> {
    return this.fail(tx, importId, `It could not be read (${error.message}).`);
  }

  /** No transaction is open while a foreign server takes its time. */
  private async contentOf(newsroom: NewsroomHandle, asked: ImportRow): Promise<Content> {
    const kept = await newsroom.transaction((tx) => findContent(tx, asked));
    if (kept) return { bytes: kept.bytes, charset: kept.charset };
    const { body, charset } = await fetchPolitely(asked.url!, { allow: this.config.fetchAllow, limits: LIMITS });
    return newsroom.transaction(async (tx) => {
      // Of two runs the first to write decides what both read.
      await addContent(tx, asked, { bytes: new Uint8Array(body), charset });
      return (await findContent(tx, asked)) ?? { bytes: new Uint8Array(body), charset };
    });
  }

  /** Deals with the next items; false when there are none left. */
  private async keepNext(tx: Transaction, id: string, found: readonly ReadReview[]): Promise<boolean> {
    const asked = await lockImport(tx, id);
    if (!asked || !isUnderWay(asked)) return false;
    const { newsroomId, items } = asked;
    const next = found.slice(items, items + ITEMS_AT_ONCE);
    const own = await this.ownPages(tx, newsroomId);
    const reviews = next.flatMap((each) => ('review' in each && !each.review.url.startsWith(own) ? [each.review] : []));
    const faults = next.flatMap((each, i) =>
      'fault' in each
        ? [{ newsroomId, importId: id, number: items + i + 1, message: each.fault, item: excerptOf(each.item) }]
        : [],
    );
    const now = this.clock.now();
    const outcome = await keepExternalFactChecks(tx, newsroomId, reviews, now);
    await addFaults(tx, faults);
    const isLast = items + next.length >= found.length;
    if (isLast) await dropContent(tx, id);
    await updateImport(tx, id, {
      total: found.length,
      items: items + next.length,
      added: asked.added + outcome.added,
      updated: asked.updated + outcome.updated,
      unchanged: asked.unchanged + next.length - faults.length - outcome.added - outcome.updated,
      rejected: asked.rejected + faults.length,
      ...(isLast ? { status: 'DONE', finishedAt: now } : { status: 'RUNNING' }),
    });
    return !isLast;
  }

  /** What this newsroom published itself is here already, with its verdict. */
  private async ownPages(tx: Transaction, newsroomId: string): Promise<string> {
    const { slug } = (await findNewsroom(tx, newsroomId))!;
    return `${this.publicUrl.base}/n/${slug}/`;
  }

  private async fail(tx: Transaction, id: string, failure: string): Promise<void> {
    const asked = await lockImport(tx, id);
    if (!asked || !isUnderWay(asked)) return;
    await dropContent(tx, id);
    await updateImport(tx, id, { status: 'FAILED', failure, finishedAt: this.clock.now() });
  }
}

const isUnderWay = ({ status }: ImportRow): boolean => status === 'QUEUED' || status === 'RUNNING';

const excerptOf = (item: unknown): string =>
  (typeof item === 'string' ? item : (JSON.stringify(item) ?? 'nothing'))
    .slice(0, LONGEST_FAULTY_ITEM)
    .replaceAll('\0', '')
    .toWellFormed();
