/** The command line: what is stale is built first, with a word about it on standard error. */
import { prepare } from './prepare.mjs';

await prepare();
await import('../dist/main/isnad.js');
