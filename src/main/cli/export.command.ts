import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { findNewsroom } from '../../accounts/accounts.store.js';
import type { Viewer } from '../../accounts/viewer.js';
import type { ExportFormat } from '../../generated/graphql.js';
import { ExportFile } from '../../integrations/exports/export-file.js';
import type { ExportSubject } from '../../integrations/exports/export-filter.js';
import { CLOCK, type Clock } from '../../platform/clock.js';
import { PublicUrl } from '../../platform/public-url.js';
import { type ExportOptions, readExportOptions } from './export-options.js';
import { CommandError, UsageError } from './fail.js';
import { operatorOf } from './operator.js';
import { withService } from './with-service.js';

/**
 * Writes a newsroom's tasks, fact-checks or audit as they are read: memory does not grow with their number, and whoever
 * reads slowly is waited for.
 */
export async function runExport(kind: string, options: ExportOptions): Promise<void> {
  const subject = readExportOptions(kind, options);
  const format = readFormat(options.format);
  if (options.byteOrderMark && format !== 'CSV') throw new UsageError('--byte-order-mark is for csv');
  await withService(async (app) => {
    const viewer = await operatorOf(app, options.newsroom);
    const [base, askedAt] = [app.get(PublicUrl).base, app.get<Clock>(CLOCK).now()];
    const byteOrderMark = options.byteOrderMark ?? false;
    const bytes = Readable.from(bytesOf(viewer, { subject, format, byteOrderMark, base, askedAt }), {
      objectMode: false,
      highWaterMark: 1,
    });
    if (options.out) await writeFile(options.out, bytes);
    else await pipeline(bytes, process.stdout).catch(passBrokenPipe);
  });
}

interface Wanted {
  readonly subject: ExportSubject;
  readonly format: ExportFormat;
  readonly byteOrderMark: boolean;
  readonly base: string;
  readonly askedAt: Date;
}

async function* bytesOf({ newsroom: handle }: Viewer, wanted: Wanted): AsyncGenerator<Buffer> {
  const { base, askedAt, ...request } = wanted;
  const newsroom = (await handle.transaction((tx) => findNewsroom(tx, handle.newsroomId)))!;
  const file = new ExportFile({ ...request, setting: { newsroom, base, memberId: null, askedAt } });
  for await (const { text } of file.parts(handle)) yield Buffer.from(text);
}

function readFormat(name: string): ExportFormat {
  const format = name.toUpperCase();
  if (format === 'CSV' || format === 'JSONL' || format === 'JSONLD') return format;
  throw new UsageError(`There is no format ${name}: csv, jsonl or jsonld`);
}

async function writeFile(file: string, bytes: Readable): Promise<void> {
  const draft = `${file}.part`;
  try {
    // It holds what nobody outside the desk may read.
    await pipeline(bytes, createWriteStream(draft, { mode: 0o600 }));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    throw code && /^E[A-Z]+$/.test(code) ? new CommandError(`${file} cannot be written: ${message}`) : error;
  }
}

/** Whoever has read enough, such as `head`, closes the pipe: that is no failure. */
function passBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
}
