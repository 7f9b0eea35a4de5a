import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { Redis } from 'ioredis';
import { findFreePort } from '../../src/platform/embedded-postgres/server-process.js';
import { until } from './until.js';

/** Whether this machine can start a Redis of the test's own; no test leans on one that runs already. */
export const hasRedisServer = spawnSync('redis-server', ['--version']).status === 0;

export interface RedisServer {
  readonly url: string;
  /** Killed at once, and with it everything in it: nothing is written to disk. */
  kill(): Promise<void>;
  /** Up again under the same address, empty. */
  restart(): Promise<void>;
}

export async function startRedisServer(): Promise<RedisServer> {
  const port = await findFreePort();
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess;
  const start = async () => {
    const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    server = spawn('redis-server', words, { stdio: 'ignore', detached: true });
    await until('Redis answers', async () => {
      const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return (await client.ping()) === 'PONG';
      } finally {
        client.disconnect();
      }
    });
  };
  await start();
  return {
    url,
    async kill() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      if (server.kill('SIGKILL')) await ended;
    },
    restart: start,
  };
}
