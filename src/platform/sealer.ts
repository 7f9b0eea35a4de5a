import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Secrets } from './config/secrets.js';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Sealed under another secret than the one in force, for another place, or changed since. */
export class SealBroken extends Error {
  override name = 'SealBroken';
}

/** Encrypts what must be stored and yet be read again, such as a secret that others gave us; for one purpose each. */
export class Sealer {
  private readonly key: Buffer;

  constructor(secrets: Secrets, purpose: string) {
    this.key = Buffer.from(secrets.derive(purpose), 'base64url');
  }

  /** `place` names where it is kept, such as a row's id: taken anywhere else, it does not open. */
  seal(text: string, place: string): Uint8Array<ArrayBuffer> {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key, iv).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), sealed]));
  }

  /** Throws SealBroken. */
  open(sealed: Uint8Array, place: string): string {
    const bytes = Buffer.from(sealed);
    const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
    try {
      const decipher = createDecipheriv(ALGORITHM, this.key, iv, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      throw new SealBroken('It was sealed under another ISNAD_SECRET');
    }
  }
}
