import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Transaction } from '../platform/database/database.js';
import { FetchRefused } from '../platform/guarded-fetcher/fetch-refused.js';
import { type Fetched, guardedFetch } from '../platform/guarded-fetcher/guarded-fetch.js';
import { failSnapshot, findSnapshot, storeSnapshot } from '../tasks/snapshots.store.js';
import { takeSnapshotJob } from '../tasks/take-snapshot.job.js';
import { touchTask } from '../tasks/tasks.store.js';
import type { JobHandler, JobRun } from './job-handler.js';

type Payload = ReturnType<(typeof takeSnapshotJob)['payload']['parse']>;

const LONGEST_HEADER = 200;
const LONGEST_ADDRESS = 2_000;

/** Archives what the address of a piece of evidence answers. A failure is kept as one; it stands in nobody's way. */
@Injectable()
export class TakeSnapshotHandler implements JobHandler<Payload> {
  readonly definition = takeSnapshotJob;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Safe to run twice: the address may be fetched twice, but only the run that finds the snapshot PENDING when it
   * writes settles it, and equal bytes are one row.
   */
  async run({ snapshotId, ...place }: Payload, { newsroom, finish }: JobRun): Promise<void> {
    const snapshot = await newsroom.transaction((tx) => findSnapshot(tx, snapshotId));
    const isDue = snapshot?.status === 'PENDING';
    // No transaction is open while the other side takes its time.
    const fetched = isDue ? await this.fetch(snapshot.url) : null;
    await newsroom.transaction(async (tx) => {
      const at = this.clock.now();
      if (isDue && fetched !== null) {
        const isSettled =
          typeof fetched === 'string'
            ? await failSnapshot(tx, snapshotId, fetched, at)
            : await storeSnapshot(tx, snapshot, toStored(fetched), at);
        if (isSettled) await touchTask(tx, { newsroomId: newsroom.newsroomId, ...place }, at);
      }
      await finish(tx);
    });
  }

  async giveUp(tx: Transaction, { snapshotId, ...place }: Payload, newsroomId: string, error: Error): Promise<void> {
    const at = this.clock.now();
    const isSettled = await failSnapshot(tx, snapshotId, `It could not be archived (${error.message}).`, at);
    if (isSettled) await touchTask(tx, { newsroomId, ...place }, at);
  }

  /** What came, or in a sentence why nothing did. */
  private async fetch(url: string): Promise<Fetched | string> {
    try {
      return await guardedFetch(url, { allow: this.config.fetchAllow });
    } catch (error) {
      if (error instanceof FetchRefused) return `${error.message}.`;
      throw error;
    }
  }
}

const toStored = ({ body, contentType, url }: Fetched) => ({
  sha256: new Uint8Array(createHash('sha256').update(body).digest()),
  bytes: new Uint8Array(body),
  // What the other side calls it is kept as it is told, within reason, and never believed. PostgreSQL holds no NUL.
  contentType: contentType.replaceAll('\0', '').slice(0, LONGEST_HEADER),
  finalUrl: url.slice(0, LONGEST_ADDRESS),
});
