import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { childEnvironment } from '../config/surroundings.js';
import { type PostgresBinaries } from './postgres-binaries.js';
import { type ServerAccount } from './server-account.js';

const DRAFT = 'postgres.draft';
const PASSWORD = 'isnad-password';

/**
 * Creates the cluster where there is none. It comes into being under another name and is renamed when it is whole,
 * because an interrupted initdb leaves a folder that looks like a cluster and is none.
 */
export async function initialiseCluster(options: {
  dataDir: string;
  cluster: string;
  binaries: PostgresBinaries;
  account: ServerAccount;
  unsafeFast: boolean;
  log: (line: string) => void;
}): Promise<void> {
  const { dataDir, cluster, binaries, account } = options;
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith(DRAFT)) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
  if (existsSync(cluster)) return requireSameMajor(cluster);

  options.log('creating the database folder');
  const draft = join(dataDir, DRAFT);
  const password = join(dataDir, `${DRAFT}.password`);
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (account.uid !== undefined) {
    chownSync(draft, account.uid, account.gid);
    chownSync(password, account.uid, account.gid);
  }
  await runInitdb(binaries.initdb, account, [
    `--pgdata=${draft}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${password}`,
    '--encoding=UTF8',
    // Letters of Arabic count as letters only under this locale: in plain C a text has no trigrams at all.
    `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
    '--lc-messages=C',
    '--no-instructions',
    ...(options.unsafeFast ? ['--no-sync'] : []),
  ]);
  // The password lives and dies with the cluster that it opens.
  renameSync(password, join(draft, PASSWORD));
  renameSync(draft, cluster);
}

export const readPassword = (cluster: string) => readFileSync(join(cluster, PASSWORD), 'utf8').trim();

const BUNDLED_MAJOR = '18';

function requireSameMajor(cluster: string): void {
  const major = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (major === BUNDLED_MAJOR) return;
  throw new Error(
    `${cluster} holds a database of PostgreSQL ${major}, and this Isnad brings PostgreSQL ${BUNDLED_MAJOR}: ` +
      'move the data with isnad export and import, or start with another ISNAD_DATA_DIR.',
  );
}

async function runInitdb(program: string, account: ServerAccount, words: string[]): Promise<void> {
  const child = spawn(program, words, { ...account, env: childEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] });
  const [output, code] = await Promise.all([
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve)),
  ]);
  if (code === 0) return;
  const reason = output.split('\n').findLast((line) => line.startsWith('initdb: error')) ?? output.trim();
  throw new Error(`The database folder could not be created: ${reason || `initdb ended with ${code}`}`);
}
