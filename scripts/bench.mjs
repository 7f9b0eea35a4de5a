/** The benchmarks, run from their TypeScript beside the built service; words after `--` go to them. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { prepare } from './prepare.mjs';

const BENCHMARKS = 'bench/main.ts';

if (!existsSync(BENCHMARKS)) {
  console.error(`There are no benchmarks yet (${BENCHMARKS} is missing).`);
  process.exit(1);
}
await prepare();
const words = ['--import', './test/kit/run-typescript.mjs', BENCHMARKS, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' });
process.exit(status ?? 1);
