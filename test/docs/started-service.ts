import { spawn } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { temporaryFolder } from '../kit/temporary-folder.js';

/** The service as `npm start` leaves it, in a folder of its own, and a shell beside it. */
export interface StartedService {
  /** Runs a script as a reader would in the project's folder, and gives what it printed; fails where a line fails. */
  shell(script: string): Promise<string>;
  stop(): Promise<void>;
}

/** Where the documents say that the service is, when nothing is configured. */
const DOCUMENTED_URL = 'http://127.0.0.1:3000';

export async function startedService(): Promise<StartedService> {
  const folder = temporaryFolder();
  for (const name of ['package.json', 'scripts', 'samples', 'dist']) symlinkSync(resolve(name), join(folder, name));
  const { PATH, HOME, TMPDIR } = process.env;
  // The folder itself, so that a later run can clear away what a killed one has left.
  const env = { PATH, HOME, TMPDIR, ISNAD_DATA_DIR: folder, ISNAD_LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [resolve('dist/main/serve.js')], {
    cwd: folder,
    env: { ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const url = await addressOf(child.stdout, ended);
  await isReady(url);
  return {
    async shell(script) {
      const bash = spawn('bash', ['-euo', 'pipefail', '-c', script.replaceAll(DOCUMENTED_URL, url)], {
        cwd: folder,
        env,
      });
      const output: string[] = [];
      const errors: string[] = [];
      bash.stdout.on('data', (data: Buffer) => output.push(data.toString()));
      bash.stderr.on('data', (data: Buffer) => errors.push(data.toString()));
      const code = await new Promise((done) => bash.once('close', done));
      if (code !== 0) throw new Error(`exit ${String(code)}: ${script}\n${output.join('')}${errors.join('')}`);
      return output.join('');
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(output: NodeJS.ReadableStream, ended: Promise<void>): Promise<string> {
  return new Promise((found, failed) => {
    createInterface(output).on('line', (line) => {
      const address = /^isnad (http.*)\/$/.exec(line)?.[1];
      if (address) found(address);
    });
    void ended.then(() => failed(new Error('the service ended before it was up')));
  });
}

async function isReady(url: string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((done) => setTimeout(done, 100))) {
    if ((await fetch(`${url}/health/ready`)).ok) return;
  }
  throw new Error('the service did not become ready');
}
