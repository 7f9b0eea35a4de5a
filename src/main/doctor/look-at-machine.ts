import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Config, isLoopback } from '../../platform/config/config.js';
import { type Finding, fault, ok, warning } from './finding.js';

const OLDEST_NODE = [20, 19] as const;
/** PostgreSQL stops when its disk is full; below this there is time to act. */
const LITTLE_DISK = 2 * 1024 ** 3;
const NO_DISK = 200 * 1024 ** 2;

/** The Node.js that runs this. */
export function lookAtNode(version: string = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const old = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  if (!old) return ok('node', `Node.js ${version}`);
  return fault('node', `Node.js ${version} is too old`, `Install Node.js ${OLDEST_NODE.join('.')} or newer`);
}

/** Variables that are right each for itself and wrong together. */
export function lookAtConfiguration({ host, publicUrl, demo, databaseUrl }: Config): Finding[] {
  const findings: Finding[] = [];
  const open = !isLoopback(host);
  if (open && demo) {
    findings.push(
      warning(
        'configuration',
        `the demo newsroom is on and HOST is ${host}`,
        'Set ISNAD_DEMO=0 on a desk for real work',
      ),
    );
  }
  if (open && !publicUrl) {
    findings.push(
      fault(
        'configuration',
        'others can reach the service, and it does not know its own address',
        'Set ISNAD_PUBLIC_URL to the address under which people see it',
      ),
    );
  }
  if (publicUrl?.startsWith('http:') && !isLoopback(new URL(publicUrl).hostname)) {
    findings.push(
      warning(
        'configuration',
        `${publicUrl} is not encrypted`,
        'Put TLS before it and give ISNAD_PUBLIC_URL with https:',
      ),
    );
  }
  if (findings.length > 0) return findings;
  return [ok('configuration', databaseUrl ? 'complete' : 'complete, with the embedded database')];
}

/** Whether the data folder can be written and its disk has room. `dataDir` may not be there yet. */
export async function lookAtDisk(dataDir: string): Promise<Finding> {
  const folder = await nearestFolder(dataDir);
  try {
    await access(folder, constants.W_OK);
  } catch {
    return fault('disk', `${folder} may not be written`, 'Give the user of the service the right to write there');
  }
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const text = `${(free / 1024 ** 3).toFixed(1)} GiB free for ${dataDir}`;
  if (free < NO_DISK) return fault('disk', text, 'Free some room at once: the database stops when it has none');
  if (free < LITTLE_DISK) return warning('disk', text, 'Free some room or move ISNAD_DATA_DIR to a larger disk');
  return ok('disk', text);
}

async function nearestFolder(path: string): Promise<string> {
  try {
    await access(path);
    return path;
  } catch {
    return dirname(path) === path ? path : nearestFolder(dirname(path));
  }
}
