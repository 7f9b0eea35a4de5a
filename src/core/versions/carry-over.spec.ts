import fc from 'fast-check';
import { carryOver, type StandingSubject } from './carry-over.js';

const sliceIn = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, text: words };
};

const quote = (text: string, words: string, ...beside: string[]): StandingSubject => ({
  id: words,
  kind: 'QUOTE',
  spans: [sliceIn(text, words)],
  beside: beside.map((each) => sliceIn(text, each)),
});

const BEFORE = '“The port is closed,” Omar Haddad said. Exports rose by 1 percent.';

describe('carryOver', () => {
  it('moves what stands unchanged behind a new paragraph', () => {
    const after = `A new lead. ${BEFORE}`;
    const { kept, gone } = carryOver(BEFORE, after, [quote(BEFORE, 'The port is closed', 'said', 'Omar Haddad')], []);
    expect(gone).toEqual([]);
    expect(kept[0]!.move(sliceIn(BEFORE, 'said'))).toEqual(sliceIn(after, 'said'));
  });

  it.each([
    ['other words', BEFORE.replace('closed', 'open')],
    ['another speaker', BEFORE.replace('Omar Haddad', 'Sara Haddad')],
    ['another verb', BEFORE.replace('said', 'denied')],
    ['a speaker in another sentence alone', BEFORE.replace(' Omar Haddad said.', ' it was said. Omar Haddad said no.')],
  ])('lets go of what has %s', (_what, after) => {
    const standing = [quote(BEFORE, 'The port is closed', 'Omar Haddad', 'said')];
    expect(carryOver(BEFORE, after, standing, []).gone).toHaveLength(1);
  });

  it.each(['10', '1.5', '1,000'])('does not take a number for the beginning of %s', (number) => {
    const standing = [quote(BEFORE, 'Exports rose by 1')];
    expect(carryOver(BEFORE, BEFORE.replace('by 1', `by ${number}`), standing, []).gone).toHaveLength(1);
  });

  it('knows what is found anew: the same, or what stands in the place of something mended', () => {
    const mended = quote(BEFORE, 'port is closed');
    const claim = quote(BEFORE, 'Exports rose by 1 percent');
    const fresh = [
      { kind: 'QUOTE' as const, spans: [sliceIn(BEFORE, 'The port is closed')] },
      { kind: 'QUOTE' as const, spans: [sliceIn(BEFORE, 'Exports rose by 1 percent')] },
      { kind: 'CLAIM' as const, spans: [sliceIn(BEFORE, 'Exports rose by 1 percent')] },
    ];
    expect(carryOver(BEFORE, BEFORE, [mended, claim], fresh).known).toEqual([mended.id, claim.id, null]);
  });

  it('never gives one place to two, and gives each slice its own words', () => {
    const word = fc.constantFrom('a', 'b', 'said', 'قال', '12', '1', '.', '“', '\n');
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        text,
        text,
        fc.array(fc.tuple(fc.nat(60), fc.nat(30), fc.nat(60)), { maxLength: 8 }),
        (a, b, draws) => {
          const places = new Map(draws.map((draw) => [`${draw[0]} ${draw[1]}`, draw]));
          const standing = [...places.values()].flatMap(([start, length, cue], id): StandingSubject[] => {
            const of = (from: number, size: number) => ({
              start: from,
              end: from + size,
              text: a.slice(from, from + size),
            });
            if (start + length >= a.length || length === 0 || cue + 1 > a.length) return [];
            return [{ id: `${id}`, kind: 'CLAIM', spans: [of(start, length)], beside: [of(cue, 1)] }];
          });
          const { kept, gone } = carryOver(a, b, standing, []);
          expect([...kept.map(({ id }) => id), ...gone].sort()).toEqual(standing.map(({ id }) => id).sort());
          const taken = kept.map(({ id, move }) => {
            const { spans, beside } = standing.find((each) => each.id === id)!;
            for (const slice of [...spans, ...beside].map(move))
              expect(b.slice(slice.start, slice.end)).toBe(slice.text);
            return JSON.stringify(spans.map(move));
          });
          expect(new Set(taken).size).toBe(taken.length);
          // The same text keeps everything where it is.
          const same = carryOver(a, a, standing, standing);
          expect(same.gone).toEqual([]);
        },
      ),
    );
  });
});
