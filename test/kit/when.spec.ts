import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true }));

/** What the test command prints for a project whose only tests are these. */
function runTests(source: string, ...words: string[]) {
  const config = `
    import { createRequire } from 'node:module';
    import project from ${JSON.stringify(resolve('jest.config.js'))};
    const [[files, [transformer, options]]] = Object.entries(project.transform);
    const { resolve } = createRequire(${JSON.stringify(resolve('jest.config.js'))});
    export default {
      ...project,
      globalSetup: undefined,
      globalTeardown: undefined,
      roots: ['<rootDir>'],
      transform: { [files]: [resolve(transformer), options] },
    };`;
  writeFileSync(join(folder, 'jest.config.mjs'), config);
  writeFileSync(join(folder, 'some.spec.ts'), source);
  copyFileSync('test/kit/when.ts', join(folder, 'when.ts'));
  const script = `import { report } from ${JSON.stringify(resolve('scripts/test-report.mjs'))};
    import { runJest } from ${JSON.stringify(resolve('scripts/run-jest.mjs'))};
    report([await runJest(${JSON.stringify(join(folder, 'jest.config.mjs'))}, ${JSON.stringify(['--no-cache', ...words])})]);`;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return { lines: stdout.trimEnd().split('\n'), status };
}

it('names each skipped test with its reason, and sums up in the last line', () => {
  const { lines, status } = runTests(`
    import { describeWhen, itWhen } from './when.js';
    describeWhen(false, 'no redis-server here', 'on Redis', () => { it('adds', () => {}); it('takes', () => {}); });
    itWhen(false, 'not as root', 'reads', () => {});
    it.skip('forgotten', () => {});
    describeWhen(true, 'never said', 'always', () => { it('runs', () => {}); });
  `);
  expect(lines).toEqual([
    'Skipped: on Redis adds (no redis-server here)',
    'Skipped: on Redis takes (no redis-server here)',
    'Skipped: reads (not as root)',
    'Skipped: forgotten (no reason given)',
    'Tests: 1 passed, 0 failed, 4 skipped',
  ]);
  expect(status).toBe(0);
});

it('fails with a failed test and with a file that does not load', () => {
  expect(runTests(`it('is wrong', () => { expect(1).toBe(2); }); it('is right', () => {});`)).toEqual({
    lines: ['Tests: 1 passed, 1 failed, 0 skipped'],
    status: 1,
  });
  expect(runTests(`import './nowhere.js'; it('is never reached', () => {});`)).toEqual({
    lines: ['Tests: 0 passed, 1 failed, 0 skipped'],
    status: 1,
  });
});

it('fails when no test ran', () => {
  const { lines, status } = runTests(`it('is there', () => {});`, '-t', 'something else');
  expect(lines).toEqual(['No test ran.', 'Tests: 0 passed, 0 failed, 0 skipped']);
  expect(status).toBe(1);
});
