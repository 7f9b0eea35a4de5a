/**
 * All tests from a bare clone: node scripts/test.mjs [--long] [words for Jest]
 * The last line sums up every runner; each skipped test is named with its reason before it.
 */
import { prepare } from './prepare.mjs';
import { runJest } from './run-jest.mjs';
import { report } from './test-report.mjs';

const long = process.argv.includes('--long');
const words = process.argv.slice(2).filter((word) => word !== '--long');

await prepare();
// What is set for the service of this shell is not meant for the tests, which start servers of their own.
const isOfTheService = (name) => /^(DATABASE_URL|REDIS_URL|PORT|HOST|ISNAD_(?!TEST_|EVAL_DIR))/.test(name);
for (const name of Object.keys(process.env).filter(isOfTheService)) delete process.env[name];
process.env.NODE_ENV = 'test';

report([await runJest(long ? 'jest.long.config.js' : 'jest.config.js', words)]);
