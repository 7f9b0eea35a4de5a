import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '../kit/temporary-folder.js';

const INSTALLING = 'isnad: installing the packages (npm ci; the first time takes about a minute)';
const BUILDING = 'isnad: building';

let project: string;

/** A project of one file, and an npm that installs a builder and counts how often it is asked. */
beforeEach(() => {
  project = temporaryFolder();
  cpSync('scripts', join(project, 'scripts'), { recursive: true });
  write('package-lock.json', '{ "packages": {} }');
  write('src/main/serve.ts', 'first');
  write(
    'npm-cli.js',
    `const { appendFileSync, existsSync, mkdirSync, writeFileSync } = require('node:fs');
     appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
     setTimeout(() => {
       mkdirSync('node_modules/@nestjs/cli/bin', { recursive: true });
       writeFileSync('node_modules/@nestjs/cli/bin/nest.js', \`
         const { cpSync, existsSync, readFileSync } = require('node:fs');
         if (readFileSync('src/main/serve.ts', 'utf8') === 'broken') {
           console.log('serve.ts is broken');
           process.exit(3);
         }
         cpSync('src', 'dist', { recursive: true });\`);
     }, existsSync('slow') ? 1500 : 0);`,
  );
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(file: string, content: string): void {
  mkdirSync(join(project, file, '..'), { recursive: true });
  writeFileSync(join(project, file), content);
}

const environment = () => ({ ...process.env, npm_execpath: join(project, 'npm-cli.js') });
const command = () => [join(project, 'scripts/prepare.mjs')];

/** Exit code and lines of one preparation. */
function prepare() {
  const { status, stdout, stderr } = spawnSync(process.execPath, command(), { env: environment(), encoding: 'utf8' });
  expect(stdout).toBe('');
  return { status, lines: stderr.split('\n').filter(Boolean) };
}

function prepareBeside(): { child: ChildProcess; said: () => string; ended: Promise<unknown> } {
  const child = spawn(process.execPath, command(), { env: environment() });
  let said = '';
  child.stderr.on('data', (part) => (said += String(part)));
  return { child, said: () => said, ended: new Promise((resolve) => child.once('close', resolve)) };
}

const calls = () => readFileSync(join(project, 'calls'), 'utf8').trim().split('\n');

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !condition(); await sleep(20)) {
    if (Date.now() > end) throw new Error('it did not come about');
  }
}

it('installs and builds a bare clone, and has nothing to say afterwards', () => {
  expect(prepare()).toEqual({ status: 0, lines: [INSTALLING, BUILDING] });
  expect(calls()).toEqual(['ci --include=dev --prefer-offline --no-audit --no-fund --loglevel=error']);
  expect(existsSync(join(project, 'dist/main/serve.ts'))).toBe(true);
  expect(prepare()).toEqual({ status: 0, lines: [] });
});

it('does again what has become stale, and no more', () => {
  prepare();
  write('src/main/serve.ts', 'second');
  expect(prepare().lines).toEqual([BUILDING]);
  write('src/main/serve.spec.ts', 'a test is not built');
  expect(prepare().lines).toEqual([]);
  rmSync(join(project, 'dist'), { recursive: true });
  expect(prepare().lines).toEqual([BUILDING]);
  write('package-lock.json', '{ "packages": { "": {} } }');
  expect(prepare().lines).toEqual([INSTALLING, BUILDING]);
  rmSync(join(project, 'node_modules'), { recursive: true });
  expect(prepare().lines).toEqual([INSTALLING]);
});

it('takes packages that were installed by hand as they are', () => {
  const packages = { 'node_modules/one': { version: '1.0.0' } };
  const others = { 'node_modules/for-another-platform': { version: '1.0.0', optional: true } };
  rmSync(join(project, 'src'), { recursive: true });
  write('package-lock.json', JSON.stringify({ packages: { '': {}, ...packages, ...others } }));
  write('node_modules/.package-lock.json', JSON.stringify({ packages }));
  expect(prepare().lines).toEqual([]);

  rmSync(join(project, 'node_modules/.isnad-stamp'));
  write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/one': { version: '0.9.0' } } }));
  expect(prepare().lines).toEqual([INSTALLING]);
});

it('shows what a failed step said, and tries it again the next time', () => {
  write('src/main/serve.ts', 'broken');
  const { status, lines } = prepare();
  expect(status).toBe(1);
  expect(lines.slice(0, 3)).toEqual([INSTALLING, BUILDING, 'serve.ts is broken']);
  expect(lines[3]).toMatch(/^isnad: this failed \(3\): .*nest\.js build$/);
  write('src/main/serve.ts', 'mended');
  expect(prepare()).toEqual({ status: 0, lines: [BUILDING] });
});

it('waits for a preparation of the same folder, whose work it does not repeat', async () => {
  write('slow', '');
  const first = prepareBeside();
  await until(() => first.said().includes(INSTALLING));
  const second = prepareBeside();
  await Promise.all([first.ended, second.ended]);
  expect(second.said()).toBe(`isnad: waiting for process ${first.child.pid}, which is preparing this folder\n`);
  expect(calls()).toHaveLength(1);
});

it('waits for what a killed preparation had begun, and goes on from there', async () => {
  write('slow', '');
  const first = prepareBeside();
  await until(() => existsSync(join(project, 'calls')));
  first.child.kill('SIGKILL');
  await first.ended;
  const { status, lines } = prepare();
  expect(status).toBe(0);
  expect(lines[0]).toMatch(/^isnad: waiting for process \d+, which is preparing this folder$/);
  expect(lines.slice(1)).toEqual([INSTALLING, BUILDING]);
});

it('ends what it runs when it is ended itself', async () => {
  write('slow', '');
  const first = prepareBeside();
  await until(() => existsSync(join(project, 'calls')));
  first.child.kill('SIGTERM');
  await first.ended;
  expect(first.child.signalCode).toBe('SIGTERM');
  rmSync(join(project, 'slow'));
  expect(prepare()).toEqual({ status: 0, lines: [INSTALLING, BUILDING] });
});

it.each([
  ['v20.18.3', 'linux', 'x64', 'Isnad needs Node.js 20.19 or newer, and this is v20.18.3.'],
  ['v18.20.0', 'linux', 'x64', 'Isnad needs Node.js 20.19 or newer, and this is v18.20.0.'],
  ['v22.3.0', 'win32', 'x64', 'Isnad runs on Linux and macOS with x64 or arm64 processors, and this is win32 on x64.'],
  ['v20.19.0', 'linux', 'arm64', 'undefined'],
  ['v24.0.0', 'darwin', 'arm64', 'undefined'],
])('says about Node %s on %s %s: %s', (version, platform, arch, answer) => {
  const script = `import { whyUnsupported } from './scripts/supported-machine.mjs';
    console.log(String(whyUnsupported(${JSON.stringify({ version, platform, arch })})));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(stdout.trim()).toBe(answer);
});
