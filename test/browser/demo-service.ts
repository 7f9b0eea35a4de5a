import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { TEST_SECRET } from '../kit/template-database.js';
import { until } from '../kit/until.js';

export interface Account {
  readonly email: string;
  readonly password: string;
}

export interface DemoService {
  readonly url: string;
  readonly keys: Readonly<Record<'EDITOR' | 'REVIEWER' | 'FACT_CHECKER', string>>;
  /** E-mails and passwords of the demo's people. */
  readonly accounts: Readonly<Record<'ADMIN' | 'EDITOR', Account>>;
  stop(): Promise<void>;
}

/** The built service with its demo newsroom, as a process of its own: it serves what people get. */
export async function startDemoService(): Promise<DemoService> {
  const database: FreshDatabase = await freshDatabase();
  const child: ChildProcess = spawn(process.execPath, ['--enable-source-maps', 'dist/main/serve.js'], {
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR },
      ...{ PORT: '0', DATABASE_URL: database.ownerUrl, ISNAD_SECRET: TEST_SECRET },
      ...{ ISNAD_DEMO: '1', ISNAD_LOG_LEVEL: 'warn' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface(child.stdout!).on('line', (line) => lines.push(line));
  const said = (pattern: RegExp) => lines.map((line) => pattern.exec(line)?.[1]).find(Boolean) ?? null;
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await ended;
    }
    await database.drop();
  };
  try {
    await until(
      'the service is ready',
      async () => {
        if (child.exitCode !== null) throw new Error('the service ended before it was up');
        const url = said(/^isnad (http.*)\/$/);
        return url !== null && (await fetch(`${url}/health/ready`).catch(() => null))?.status === 200;
      },
      { within: 40_000 },
    );
  } catch (error) {
    await stop();
    throw error;
  }
  const keyOf = (role: string) => said(new RegExp(`^demo-api-key ${role} (\\S+)$`))!;
  const accountOf = (role: string): Account => {
    const [email = '', password = ''] = said(new RegExp(`^demo-sign-in ${role} (.+)$`))!.split(' ');
    return { email, password };
  };
  return {
    accounts: { ADMIN: accountOf('ADMIN'), EDITOR: accountOf('EDITOR') },
    url: said(/^isnad (http.*)\/$/)!,
    keys: { EDITOR: keyOf('EDITOR'), REVIEWER: keyOf('REVIEWER'), FACT_CHECKER: keyOf('FACT_CHECKER') },
    stop,
  };
}
