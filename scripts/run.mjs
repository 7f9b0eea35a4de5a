import { spawn } from 'node:child_process';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a step's program in silence; when it fails, everything that it said is shown. */
export async function run(lock, program, words, environment = {}) {
  const child = spawn(program, words, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  lock.include(child.pid);
  const said = [];
  child.stdout.on('data', (part) => said.push(part));
  child.stderr.on('data', (part) => said.push(part));

  // Left alone, the program would go on writing while the next run begins.
  let interrupted;
  const pass = (signal) => {
    interrupted = signal;
    child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  const ending = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  for (const signal of SIGNALS) process.off(signal, pass);

  if (interrupted) {
    lock.release();
    process.kill(process.pid, interrupted);
    await new Promise(() => setTimeout(() => process.exit(1), 1_000));
  }
  if (ending === 0) return;
  process.stderr.write(Buffer.concat(said));
  throw new Error(`this failed (${ending}): ${[program, ...words].join(' ')}`);
}
