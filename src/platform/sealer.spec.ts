import { Secrets } from './config/secrets.js';
import { SealBroken, Sealer } from './sealer.js';

const sealer = new Sealer(new Secrets('one secret'), 'tests');

it('opens what it sealed, and seals the same text differently each time', () => {
  const sealed = sealer.seal('whsec_نص', 'row 1');
  expect(sealer.open(sealed, 'row 1')).toBe('whsec_نص');
  expect(Buffer.from(sealer.seal('whsec_نص', 'row 1')).equals(Buffer.from(sealed))).toBe(false);
  expect(Buffer.from(sealed).includes('whsec')).toBe(false);
});

it.each([
  ['under another secret', new Sealer(new Secrets('another secret'), 'tests'), 'row 1'],
  ['for another purpose', new Sealer(new Secrets('one secret'), 'others'), 'row 1'],
  ['in another place', sealer, 'row 2'],
])('does not open %s', (_what, other, place) => {
  expect(() => other.open(sealer.seal('text', 'row 1'), place)).toThrow(SealBroken);
});

it('does not open what was changed or cut', () => {
  const sealed = sealer.seal('text', 'row 1');
  expect(() => sealer.open(sealed.subarray(0, 10), 'row 1')).toThrow(SealBroken);
  sealed[sealed.length - 1]! ^= 1;
  expect(() => sealer.open(sealed, 'row 1')).toThrow(SealBroken);
});
