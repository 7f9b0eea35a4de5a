import 'reflect-metadata';
import { readConfig } from '../platform/config/config.js';
import { start } from './start.js';

// The process of `npm start`: starts the service, and on SIGINT or SIGTERM drains and stops it. A second signal while it
// drains changes nothing; the database must be stopped last.
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

try {
  const service = await start(readConfig(), print);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      service.stop().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
  }
} catch (error) {
  fail(error);
}

function fail(error: unknown): never {
  process.stderr.write(`isnad: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.ISNAD_LOG_LEVEL === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
