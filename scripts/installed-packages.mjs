import { existsSync, readFileSync } from 'node:fs';

const INSTALLED = 'node_modules/.package-lock.json';

/**
 * Somebody has run npm already, and what it noted down as installed is what the lockfile asks for. npm writes that note
 * last, so that an interrupted installation does not look whole.
 */
export function installedByHand(lockfile) {
  if (!existsSync(INSTALLED) || !existsSync(lockfile)) return false;
  const wanted = packagesOf(lockfile);
  const present = packagesOf(INSTALLED);
  delete wanted[''];
  return (
    Object.keys(present).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
      const there = present[path];
      // Optional packages are mostly those of other platforms.
      return there ? there.version === version && there.integrity === integrity : optional;
    })
  );
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
