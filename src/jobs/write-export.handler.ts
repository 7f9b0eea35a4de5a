import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config/config.js';
import { findNewsroom } from '../accounts/accounts.store.js';
import { ExportFile } from '../integrations/exports/export-file.js';
import { subjectOf } from '../integrations/exports/export-filter.js';
import type { Place } from '../integrations/exports/export-source.js';
import { addPart, dropParts, type ExportRow, lockExport, updateExport } from '../integrations/exports/exports.store.js';
import { writeExportJob } from '../integrations/exports/write-export.job.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { PublicUrl } from '../platform/public-url.js';
import { enqueue } from '../platform/queue/enqueue.js';
import type { JobHandler, JobRun } from './job-handler.js';

type Payload = ReturnType<(typeof writeExportJob)['payload']['parse']>;

/** Parts of one run; the next run goes on, so that a large file neither holds up other jobs nor the end of the process. */
const PARTS_IN_A_RUN = 10;
/** What the column can count. */
const MOST_BYTES = 2_000_000_000;

/** Writes an export's file into the database, part by part. */
@Injectable()
export class WriteExportHandler implements JobHandler<Payload> {
  readonly definition = writeExportJob;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PublicUrl) private readonly publicUrl: PublicUrl,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Safe to run twice, also at once, and to die at any line: each part is written in one transaction with the place where
   * the next one begins, under the export's lock. Another run goes on from there; no row is written twice or left out.
   */
  async run({ exportId }: Payload, { newsroom, finish }: JobRun): Promise<void> {
    for (let parts = 1; ; parts++) {
      const more = await newsroom.transaction(async (tx) => {
        const goesOn = await this.writePart(tx, exportId);
        if (!goesOn) await finish(tx);
        else if (parts === PARTS_IN_A_RUN) {
          await enqueue(tx, newsroom.newsroomId, writeExportJob, [{ exportId }]);
          await finish(tx);
        }
        return goesOn && parts < PARTS_IN_A_RUN;
      });
      if (!more) return;
    }
  }

  async giveUp(tx: Transaction, { exportId }: Payload, _newsroomId: string, error: Error): Promise<void> {
    const asked = await lockExport(tx, exportId);
    if (asked && isUnderWay(asked)) await this.fail(tx, asked, `It could not be written (${error.message}).`);
  }

  /** Whether there are more parts to write. */
  private async writePart(tx: Transaction, id: string): Promise<boolean> {
    const asked = await lockExport(tx, id);
    if (!asked || !isUnderWay(asked)) return false;
    const file = await this.fileOf(tx, asked);
    const part = await file.part(tx, asked.place as Place | null, asked.rows);
    const bytes = new TextEncoder().encode(part.text);
    if (asked.bytes + bytes.length > MOST_BYTES) {
      await this.fail(tx, asked, 'It is larger than 2 GB: choose less by a filter, or use the command line.');
      return false;
    }
    await addPart(tx, { newsroomId: asked.newsroomId, exportId: id, number: asked.parts + 1, bytes });
    const now = this.clock.now();
    await updateExport(tx, id, {
      total: asked.total ?? (await file.count(tx)),
      rows: asked.rows + part.rows,
      bytes: asked.bytes + bytes.length,
      parts: asked.parts + 1,
      ...(part.next
        ? { status: 'RUNNING', place: [...part.next] }
        : {
            status: 'READY',
            finishedAt: now,
            expiresAt: new Date(now.getTime() + this.config.retention.exportsHours * 3_600_000),
          }),
    });
    return part.next !== null;
  }

  private async fileOf(tx: Transaction, asked: ExportRow): Promise<ExportFile> {
    const { newsroomId, memberId, createdAt: askedAt, kind, format, filter, bom: byteOrderMark } = asked;
    const newsroom = (await findNewsroom(tx, newsroomId))!;
    const setting = { newsroom, base: this.publicUrl.base, memberId, askedAt };
    return new ExportFile({ subject: subjectOf(kind, filter), format, byteOrderMark, setting });
  }

  private async fail(tx: Transaction, { id }: ExportRow, failure: string): Promise<void> {
    await dropParts(tx, id);
    await updateExport(tx, id, { status: 'FAILED', failure, finishedAt: this.clock.now() });
  }
}

const isUnderWay = ({ status }: ExportRow): boolean => status === 'QUEUED' || status === 'RUNNING';
