import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const WORTH_IT = /\.(js|css|svg|html)$/;
const TO_BROTLI = promisify(brotliCompress);
const TO_GZIP = promisify(gzip);

/** Writes a .br and a .gz beside each text file, so that serving one costs nothing. */
export function compressFiles(): Plugin {
  let folder = '';
  return {
    name: 'compress-files',
    apply: 'build',
    configResolved: (config) => void (folder = join(config.root, config.build.outDir)),
    async closeBundle() {
      const files = (await readdir(folder, { recursive: true })).filter((file) => WORTH_IT.test(file));
      await Promise.all(files.map((file) => compress(join(folder, file))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  await Promise.all([
    TO_BROTLI(content).then((small) => writeFile(`${file}.br`, small)),
    TO_GZIP(content).then((small) => writeFile(`${file}.gz`, small)),
  ]);
}
