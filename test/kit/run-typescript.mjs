/**
 * `node --import ./test/kit/run-typescript.mjs FILE.ts` runs TypeScript as it stands, for what Jest cannot run inside
 * itself: its global set-up, and processes that a test starts in order to kill them.
 */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
