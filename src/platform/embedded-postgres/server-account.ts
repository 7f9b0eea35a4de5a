import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Who the server runs as: spread into spawn options. Empty: as whoever runs this process. */
export type ServerAccount = { uid: number; gid: number } | { uid?: undefined; gid?: undefined };

/**
 * PostgreSQL refuses to run as root. There it runs as the owner of the data that exist already (an ordinary user may
 * have made them), else as the user `postgres`, who is created where missing.
 */
export function chooseServerAccount(cluster: string): ServerAccount {
  const self = process.getuid?.();
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (self !== 0) {
    if (owner && owner.uid !== self) {
      throw new Error(`${cluster} belongs to another user: start as that user or as root, or set ISNAD_DATA_DIR.`);
    }
    return {};
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findPostgresUser() ?? createPostgresUser();
}

/** Says in one line what to do when the account cannot reach a file, instead of a failure to spawn without a reason. */
export function requireReach(account: ServerAccount, file: string): void {
  if (account.uid === undefined) return;
  const steps = [file];
  while (dirname(steps[0] as string) !== steps[0]) steps.unshift(dirname(steps[0] as string));
  for (const step of steps) {
    const stat = statSync(step);
    const need = stat.mode & 0o111 ? 0o1 : 0o4;
    const shift = stat.uid === account.uid ? 6 : stat.gid === account.gid ? 3 : 0;
    if ((stat.mode >> shift) & need) continue;
    const right = need === 0o1 ? 'x' : 'r';
    throw new Error(
      `As root, PostgreSQL runs as another user (id ${account.uid}), who cannot reach ${step}: ` +
        `run chmod o+${right} ${step}, or start as an ordinary user from a folder of theirs, or set DATABASE_URL.`,
    );
  }
}

function findPostgresUser(): ServerAccount | undefined {
  try {
    return { uid: numericId('-u'), gid: numericId('-g') };
  } catch {
    return undefined;
  }
}

const numericId = (which: '-u' | '-g') =>
  Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

function createPostgresUser(): ServerAccount {
  for (const [program, ...words] of [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres'],
    // The form of BusyBox, whose systems have no useradd.
    ['adduser', '-S', '-D', '-H', 'postgres'],
  ]) {
    try {
      execFileSync(program as string, words, { stdio: 'ignore' });
    } catch {
      continue;
    }
    const account = findPostgresUser();
    if (account) return account;
  }
  throw new Error(
    'PostgreSQL does not run as root, and a user "postgres" could not be created: ' +
      'create one, or start as an ordinary user, or set DATABASE_URL.',
  );
}
