import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Viewer } from '../../accounts/viewer.js';
import { ImportsService } from '../../integrations/imports/imports.service.js';
import { findImport, type ImportRow, pageOfFaults } from '../../integrations/imports/imports.store.js';
import { RequestError } from '../../platform/request-error.js';
import { CommandError } from './fail.js';
import { operatorOf } from './operator.js';
import { readBytes } from './read-text.js';
import { withService } from './with-service.js';

const FAULTS_AT_ONCE = 500;

/**
 * Takes in the fact-checks of others from a file, an address or standard input, runs the job itself, and prints
 * `{ id, status, added, updated, unchanged, rejected }` as JSON; each rejected item is told on standard error. FAILED is
 * exit 1.
 */
export async function runImport(source: string, options: { newsroom?: string }): Promise<void> {
  const isAddress = /^https?:\/\//i.test(source);
  const read = isAddress ? null : source === '-' ? await buffer(process.stdin) : await readBytes(source);
  await withService(
    async (app) => {
      const viewer = await operatorOf(app, options.newsroom);
      const service = app.get(ImportsService);
      const started = read ? service.startFile(viewer, new Uint8Array(read)) : service.start(viewer, { url: source });
      const over = await untilOver(viewer, await started.catch(asCommandError));
      await tellFaults(viewer, over);
      const { id, status, added, updated, unchanged, rejected, failure } = over;
      process.stdout.write(`${JSON.stringify({ id, status, added, updated, unchanged, rejected })}\n`);
      if (status === 'FAILED') throw new CommandError(failure ?? 'The import failed');
    },
    { runJobs: true },
  );
}

function asCommandError(error: unknown): never {
  throw error instanceof RequestError ? new CommandError(error.message) : error;
}

async function untilOver({ newsroom }: Viewer, started: ImportRow): Promise<ImportRow> {
  for (;;) {
    const found = (await newsroom.transaction((tx) => findImport(tx, started.id))) ?? started;
    if (found.status === 'DONE' || found.status === 'FAILED') return found;
    await sleep(150);
  }
}

async function tellFaults({ newsroom }: Viewer, { id }: ImportRow): Promise<void> {
  for (let after = 0; ;) {
    const faults = await newsroom.transaction((tx) => pageOfFaults(tx, id, FAULTS_AT_ONCE, after));
    for (const { number, message } of faults) process.stderr.write(`item ${number}: ${message}\n`);
    if (faults.length < FAULTS_AT_ONCE) return;
    after = faults.at(-1)!.number;
  }
}
