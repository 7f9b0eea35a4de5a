// Writes all fact-checks into a dated file, as a nightly job would: asks for the export, waits for it, downloads it.
//
//   node daily-export.ts FOLDER [CSV|JSONL|JSONLD]
import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { IsnadClient, sleep } from './client.ts';
import {
  ExportStatusDocument,
  StartExportDocument,
  type StartExportMutationVariables,
} from './generated/operations.ts';

type Format = StartExportMutationVariables['input']['format'];

const [folder, format = 'CSV'] = process.argv.slice(2);
if (!folder) throw new Error('Which folder? node daily-export.ts FOLDER [FORMAT]');
const isnad = IsnadClient.fromEnvironment();

const today = new Date().toISOString().slice(0, 10);
const input = { kind: 'FACT_CHECKS' as const, format: format as Format };
// Started again after a crash, it goes on with the export of the same key instead of asking for another one.
const { startExport } = await isnad.run(
  StartExportDocument,
  { input },
  { idempotencyKey: `daily-export-${today}-${format}` },
);

let url: string | null | undefined;
while (!url) {
  await sleep(250);
  const { export: asked } = await isnad.run(ExportStatusDocument, { id: startExport.id });
  if (asked?.status === 'FAILED') throw new Error(asked.failure ?? 'The export failed');
  if (asked?.status === 'EXPIRED') throw new Error('The export has expired');
  url = asked?.url;
}

await mkdir(folder, { recursive: true });
const file = join(folder, `fact-checks-${today}.${format.toLowerCase()}`);
// Under its name only when all of it is there.
await pipeline(Readable.fromWeb((await isnad.download(url)) as never), createWriteStream(`${file}.part`));
await rename(`${file}.part`, file);
console.log(file);
