import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'isnad_';

/** A new key, to be shown once: 32 random bytes, so that its plain SHA-256 cannot be reversed by guessing. */
export const newApiKey = (): string => PREFIX + randomBytes(32).toString('base64url');

/** A key derived from a secret, for the demo: the same at every start, stored nowhere in clear. */
export const apiKeyFrom = (secret: string): string => PREFIX + secret;

export const hashApiKey = (key: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(key).digest());

/** The key in an `Authorization: Bearer …` header, or null. */
export function apiKeyIn(header: string | undefined): string | null {
  const match = /^Bearer +(isnad_[\w-]{20,200})$/i.exec(header ?? '');
  return match?.[1] ?? null;
}
