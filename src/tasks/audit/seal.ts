import { createHmac } from 'node:crypto';
import type { Secrets } from '../../platform/config/secrets.js';

/** What a seal's head is made of. */
export interface SealContent {
  readonly newsroomId: string;
  /** 1, 2, 3, … without a gap. */
  readonly number: number;
  readonly prevHead: Uint8Array | null;
  readonly eventCount: number;
  readonly root: Uint8Array;
  readonly sealedAt: Date;
}

/** The key of every seal: who has the database but not the secret can make none. */
export const sealKey = (secrets: Secrets): string => secrets.derive('audit seal');

/** A seal's head: it stands for the batch and for all seals before it. */
export function headOf(key: string, content: SealContent): Uint8Array<ArrayBuffer> {
  const { newsroomId, number, prevHead, eventCount, root, sealedAt } = content;
  const parts = [newsroomId, number, toHex(prevHead), eventCount, toHex(root), sealedAt.toISOString()];
  return new Uint8Array(createHmac('sha256', key).update(parts.join('\n')).digest());
}

export const toHex = (bytes: Uint8Array | null): string => (bytes === null ? '' : Buffer.from(bytes).toString('hex'));
