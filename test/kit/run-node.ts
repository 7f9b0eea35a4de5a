import { spawn } from 'node:child_process';

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/**
 * Runs a program of Node to its end, with nothing of this process's environment but where programs are. `input` is its
 * standard input; `readsBytes` closes its output after so many.
 */
export async function runNode(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  { input = '', readsBytes = Infinity }: { input?: string; readsBytes?: number } = {},
): Promise<Ended> {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, words, { env: { PATH, HOME, TMPDIR, ...environment } });
  const [output, errors]: [Buffer[], Buffer[]] = [[], []];
  let read = 0;
  child.stdout.on('data', (data: Buffer) => {
    output.push(data);
    read += data.length;
    if (read >= readsBytes) child.stdout.destroy();
  });
  child.stderr.on('data', (data: Buffer) => errors.push(data));
  child.stdin.on('error', () => undefined).end(input);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() };
}
