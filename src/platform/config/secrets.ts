import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync, linkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.js';

/** The root secret; every other secret is derived from it, so that none is stored in clear. */
export class Secrets {
  constructor(private readonly root: string) {}

  /** A secret for one purpose, as base64url of 32 bytes. Knowing it tells nothing about the others. */
  derive(purpose: string): string {
    return createHmac('sha256', this.root).update(purpose).digest('base64url');
  }
}

/** ISNAD_SECRET, or with the embedded database the secret kept in its data folder, made at the first start. */
export function loadSecrets(config: Pick<Config, 'secret' | 'dataDir'>): Secrets {
  return new Secrets(config.secret ?? localSecret(config.dataDir));
}

function localSecret(dataDir: string): string {
  const path = join(dataDir, 'secret');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(dataDir, { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    // A link is made whole or not at all, and fails where another process was first: both then read the same secret.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  return readFileSync(path, 'utf8').trim();
}
