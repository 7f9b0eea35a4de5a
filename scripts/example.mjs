// `npm run example -- NAME ARGUMENTS` runs docs/examples/NAME.ts, also on a Node that does not read TypeScript itself.
import { existsSync } from 'node:fs';
import { register } from 'node:module';

const [name, ...words] = process.argv.slice(2);
const file = new URL(`../docs/examples/${name}.ts`, import.meta.url);
if (!/^[a-z-]+$/.test(name ?? '') || !existsSync(file)) {
  console.error('usage: npm run example -- submit-and-wait | mirror-verdicts | daily-export ARGUMENTS');
  process.exit(2);
}
register('../test/kit/typescript-hooks.mjs', import.meta.url);
process.argv = [process.argv[0], file.pathname, ...words];
try {
  await import(file);
} catch (error) {
  console.error(`${name}: ${error.message}`);
  process.exit(1);
}
