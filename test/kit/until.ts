import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until `read` gives something other than null, undefined or false, and gives that. Fails with what it waited
 * for; what `read` throws counts as "not yet", and is told if it stays so.
 */
export async function until<T>(
  what: string,
  read: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  { within = 20_000, every = 25 }: { within?: number; every?: number } = {},
): Promise<T> {
  const end = Date.now() + within;
  let trouble: unknown;
  do {
    try {
      const found = await read();
      if (found !== null && found !== undefined && found !== false) return found;
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
    await sleep(every);
  } while (Date.now() < end);
  throw new Error(`${what}: not within ${within} ms${trouble ? ` (${String(trouble)})` : ''}`);
}
