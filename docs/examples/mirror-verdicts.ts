// Brings published fact-checks into another system: each run takes what has changed since the one before. Here the other
// system is a folder with one JSON file a fact-check; put your CMS in the place of `put` and `remove`.
//
//   node mirror-verdicts.ts FOLDER
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IsnadClient } from './client.ts';
import { ChangedFactChecksDocument, type ChangedFactChecksQuery } from './generated/operations.ts';

type FactCheck = ChangedFactChecksQuery['factChecks']['nodes'][number];

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Which folder? node mirror-verdicts.ts FOLDER');
const isnad = IsnadClient.fromEnvironment();
const STATE = join(folder, '.mirror.json');
/** A change that was under way during the last run may carry a time before its end: what overlaps comes twice. */
const OVERLAP_MS = 60_000;

const put = (factCheck: FactCheck) => replace(fileOf(factCheck), factCheck);
const remove = (factCheck: FactCheck) => rm(fileOf(factCheck), { force: true });
const fileOf = ({ id }: FactCheck) => join(folder, `${id}.json`);

await mkdir(folder, { recursive: true });
let { newest } = await readState();
const updatedAfter = newest && new Date(Date.parse(newest) - OVERLAP_MS).toISOString();
for (let after: string | null | undefined = null; ;) {
  const { factChecks }: ChangedFactChecksQuery = await isnad.run(ChangedFactChecksDocument, { updatedAfter, after });
  for (const factCheck of factChecks.nodes) {
    // Put as often as it comes: the same twice changes nothing.
    if (factCheck.status === 'RETRACTED') await remove(factCheck);
    else await put(factCheck);
    console.log(`${factCheck.status} ${factCheck.slug} ${factCheck.version}`);
    newest = factCheck.updatedAt;
  }
  // Only what was put counts as seen: a run that ends here is continued by the next.
  await replace(STATE, { newest });
  if (!factChecks.pageInfo.hasNextPage) break;
  after = factChecks.pageInfo.endCursor;
}

async function readState(): Promise<{ newest: string | null }> {
  try {
    return JSON.parse(await readFile(STATE, 'utf8'));
  } catch {
    return { newest: null };
  }
}

/** Never half: a reader sees the old file or the new one. */
async function replace(file: string, value: unknown): Promise<void> {
  await writeFile(`${file}.part`, JSON.stringify(value, null, 2));
  await rename(`${file}.part`, file);
}
