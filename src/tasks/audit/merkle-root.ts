import { createHash } from 'node:crypto';

/** One event as a seal holds it. */
export interface Leaf {
  /** UUID. */
  readonly id: string;
  readonly hash: Uint8Array;
}

// A leaf and a node are hashed under different first bytes, so that neither can be passed off as the other.
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/**
 * The root of the tree of SHA-256 hashes over a batch, in the batch's order. An odd one out goes up as it is. With a tree,
 * one event can be proved to somebody by a few hashes, without showing them the others. No leaves: 32 zero bytes.
 */
export function merkleRoot(leaves: readonly Leaf[]): Uint8Array<ArrayBuffer> {
  let level = leaves.map(({ id, hash }) => sha256(LEAF, Buffer.from(id.replaceAll('-', ''), 'hex'), hash));
  while (level.length > 1) {
    const above: Uint8Array<ArrayBuffer>[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const right = level[i + 1];
      above.push(right ? sha256(NODE, level[i]!, right) : level[i]!);
    }
    level = above;
  }
  return level[0] ?? new Uint8Array(32);
}

function sha256(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}
