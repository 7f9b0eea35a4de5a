import 'reflect-metadata';
import { readConfig } from '../platform/config/config.js';
import { showsStacks } from '../platform/config/surroundings.js';
import { onStopSignal } from '../platform/stop-signals.js';
import { start } from './start.js';

// The process of `npm start`: starts the service; a signal drains and stops it.
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

try {
  const service = await start(readConfig(), print);
  onStopSignal(() => {
    service.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  });
} catch (error) {
  fail(error);
}

function fail(error: unknown): never {
  process.stderr.write(`isnad: ${error instanceof Error ? error.message : String(error)}\n`);
  if (showsStacks() && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
