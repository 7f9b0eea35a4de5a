import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Options, transform } from '@swc/core';

/** The service translated once, from where plain Node starts it: a test that kills it starts it again many times. */
export interface BuiltService {
  /** The translation of a file of this project. */
  fileOf(source: string): string;
  remove(): void;
}

const SOURCES = ['src', 'test'];

/** Translates `src` and the test's own files that are named; all else of the project is found where it always is. */
export async function buildService(...testFiles: string[]): Promise<BuiltService> {
  const cache = resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'isnad-service-'));
  for (const name of readdirSync('.')) {
    if (![...SOURCES, 'dist'].includes(name) && !name.startsWith('.')) symlinkSync(resolve(name), join(folder, name));
  }
  cpSync('src', join(folder, 'src'), { recursive: true, filter: (source) => !/\.ts$/.test(basename(source)) });
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ts$/.test(file) && !/\.spec\.ts$/.test(file))
    .map((file) => join('src', file));
  const {
    exclude: _exclude,
    $schema: _schema,
    ...options
  } = JSON.parse(readFileSync('.swcrc', 'utf8')) as Options & {
    $schema: string;
  };
  await Promise.all(
    [...files, ...testFiles].map(async (file) => {
      const { code } = await transform(readFileSync(file, 'utf8'), {
        ...options,
        swcrc: false,
        filename: resolve(file),
      });
      const place = translated(join(folder, file));
      mkdirSync(join(place, '..'), { recursive: true });
      writeFileSync(place, code);
    }),
  );
  return {
    fileOf: (source) => translated(join(folder, source)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const translated = (file: string) => file.replace(/\.ts$/, '.js');
