import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPassword } from './initialise-cluster.js';
import { readServerNote } from './left-behind-server.js';

/**
 * The address of the embedded PostgreSQL that another process of this data folder runs, as its owner; null where none is
 * ready. For the command line beside a running service: whoever holds the folder's lock stops the server, not the caller.
 */
export function findRunningServer(dataDir: string): string | null {
  const cluster = join(dataDir, 'postgres');
  if (!readServerNote(cluster)?.ready) return null;
  // PostgreSQL writes its port into the fourth line of its own note.
  const port = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[3];
  return `postgresql://postgres:${readPassword(cluster)}@127.0.0.1:${Number(port)}/isnad`;
}
