import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { CommandError } from './fail.js';

/**
 * The text of a file, or of standard input for `-`, as UTF-8 and otherwise untouched: a BOM and CRLF count in the offsets.
 * Throws CommandError where it cannot be read or is no UTF-8.
 */
export async function readText(source: string): Promise<string> {
  const bytes = source === '-' ? await buffer(process.stdin) : await readBytes(source);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CommandError(`${source} is not UTF-8 text`);
  }
}

/** The bytes of a file. Throws CommandError with the reason why not. */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = {
      ENOENT: 'does not exist',
      EISDIR: 'is a folder',
      EACCES: 'may not be read',
    };
    throw new CommandError(`${path} ${reasons[code ?? ''] ?? `cannot be read: ${message}`}`);
  }
}
