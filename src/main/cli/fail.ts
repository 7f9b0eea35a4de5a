/** A failure that the person at the terminal can act on: one clear line, exit 1. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** Wrong usage: one clear line, exit 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
