import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs Jest and counts: { passed, failed, skipped: [{ name, reason }], complaint }. */
export async function runJest(config, words) {
  const folder = mkdtempSync(join(tmpdir(), `isnad-test-${process.pid}-`));
  const file = join(folder, 'result.json');
  try {
    const ending = await run([
      // Jest runs ES modules only with these; as words, not in NODE_OPTIONS, they stay out of what the tests start.
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      `--config=${config}`,
      '--json',
      `--outputFile=${file}`,
      ...words,
    ]);
    return { ...count(file, words), complaint: complain(ending) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(words) {
  const child = spawn(process.execPath, words, { stdio: ['inherit', 'ignore', 'inherit'] });
  const pass = (signal) => child.kill(signal);
  // Ctrl-C reaches Jest without us, and a second signal would make it leave before it has tidied up.
  const wait = () => {};
  process.on('SIGTERM', pass).on('SIGINT', wait);
  const ending = await new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  process.off('SIGTERM', pass).off('SIGINT', wait);
  return ending;
}

const complain = (ending) => (ending === 0 || ending === 1 ? undefined : `Jest ended early (${ending}).`);

function count(file, words) {
  const result = readResult(file);
  // Nothing was written: Jest failed before its first test, and its message stands above.
  if (!result) return { passed: 0, failed: 1, skipped: [] };
  const tests = result.testResults.flatMap((suite) => suite.assertionResults);
  const byName = words.some((word) => /^(-t|--testNamePattern)/.test(word));
  return {
    passed: result.numPassedTests,
    // A file that could not be loaded holds tests that did not pass, however many.
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: tests
      .filter(({ status }) => status === 'pending' || status === 'todo')
      .map(({ fullName, status }) => ({
        name: fullName.replace(/ \[skipped: [^\]]*\]/g, ''),
        reason: /\[skipped: ([^\]]*)\]/.exec(fullName)?.[1] ?? (status === 'todo' ? 'still to be written' : undefined),
      }))
      // Tests that a name pattern leaves out were not asked for.
      .filter(({ reason }) => reason || !byName),
  };
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
