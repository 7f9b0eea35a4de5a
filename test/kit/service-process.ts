import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { TEST_SECRET } from './template-database.js';

/** The service as a process of its own, which a test may kill. */
export interface ServiceProcess {
  /** Its address, once it has said it; rejects where it ends before. */
  readonly url: Promise<string>;
  readonly isRunning: boolean;
  /** What it wrote to standard error. */
  readonly log: () => string;
  /** As Ctrl-C does. */
  stop(): void;
  kill(): Promise<void>;
}

const running = new Set<ServiceProcess>();

/** For afterEach: a test that ran out of time has left its service behind. */
export const killServices = (): Promise<unknown> => Promise.all([...running].map((service) => service.kill()));

/**
 * Starts `entry`, a JavaScript file that runs the service. It is told nothing of this process's environment but where
 * programs are: what is set here for other services must not reach it.
 */
export function startService(entry: string, environment: Record<string, string>): ServiceProcess {
  const child: ChildProcess = spawn(process.execPath, ['--enable-source-maps', entry], {
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR },
      ...{ PORT: '0', ISNAD_SECRET: TEST_SECRET, ISNAD_DEMO: '0', ISNAD_LOG_LEVEL: 'warn' },
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  child.stderr!.on('data', (data: Buffer) => errors.push(data.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = new Promise<string>((resolve, reject) => {
    createInterface(child.stdout!).on('line', (line) => {
      const address = /^isnad (http.*)\/$/.exec(line)?.[1];
      if (address) resolve(address);
    });
    void ended.then(() => reject(new Error(`the service ended before it was up: ${errors.join('')}`)));
  });
  // It may be killed before anybody asks for its address.
  url.catch(() => undefined);
  const service: ServiceProcess = {
    url,
    get isRunning() {
      return child.exitCode === null && child.signalCode === null;
    },
    log: () => errors.join(''),
    stop: () => void child.kill('SIGTERM'),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
  running.add(service);
  void ended.then(() => running.delete(service));
  return service;
}
