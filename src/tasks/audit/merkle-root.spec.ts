import { merkleRoot } from './merkle-root.js';

const leaf = (n: number) => ({
  id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  hash: new Uint8Array(32).fill(n),
});
const rootOf = (...numbers: number[]) => Buffer.from(merkleRoot(numbers.map(leaf))).toString('hex');

it('is another one for every other batch: a leaf more, fewer, changed or in another place', () => {
  const batches = [[], [1], [1, 2], [2, 1], [1, 2, 3], [1, 2, 3, 3], [1, 2, 3, 4], [1, 2, 4, 3]];
  expect(new Set(batches.map((batch) => rootOf(...batch))).size).toBe(batches.length);
});

it('depends on the id as on the hash', () => {
  const other = { ...leaf(1), id: leaf(2).id };
  expect(merkleRoot([other])).not.toEqual(merkleRoot([leaf(1)]));
});

it('is the same for the same batch', () => expect(rootOf(1, 2, 3, 4, 5)).toBe(rootOf(1, 2, 3, 4, 5)));
