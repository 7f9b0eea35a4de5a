import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkExtraction } from '../../src/core/extraction/check-extraction.js';
import { extract } from '../../src/core/extraction/extract.js';
import { f1, type Gold, newTally, type Tally, tallyClaims, tallyQuotes } from './score.js';

const ROOT = join(import.meta.dirname, '../..');
const SETS = ['development', 'unseen'] as const;

/** F1 in percent of attributed quotes and of claims, by language: raised when extraction gets better, never lowered. */
const FLOORS = {
  development: {
    ar: { attributed: 78, claims: 78 },
    en: { attributed: 82, claims: 78 },
    fr: { attributed: 69, claims: 74 },
  },
  unseen: {
    ar: { attributed: 82, claims: 74 },
    en: { attributed: 58, claims: 80 },
    fr: { attributed: 79, claims: 77 },
  },
} as const;

interface Article {
  readonly id: string;
  readonly text: string;
  readonly gold: Gold;
}

function readSet(set: (typeof SETS)[number]): Article[] {
  const folder = join(ROOT, 'test/fixtures', set);
  return readdirSync(join(folder, 'gold')).map((file) => {
    const id = file.replace(/\.json$/, '');
    const own = join(folder, 'articles', `${id}.txt`);
    const text = readFileSync(existsSync(own) ? own : join(ROOT, 'samples', `${id}.txt`), 'utf8');
    return { id, text, gold: JSON.parse(readFileSync(join(folder, 'gold', file), 'utf8')) as Gold };
  });
}

describe.each(SETS)('the %s articles', (set) => {
  const articles = readSet(set);

  it.each(articles)('keep every promise of an extraction: $id', ({ text, gold }) => {
    const extraction = extract(text);
    expect(checkExtraction(text, extraction)).toEqual([]);
    expect(extraction.language).toBe(gold.language);
    expect(
      [...extraction.quotes, ...extraction.claims].every(({ spans }) => spans.every((s) => s.text.isWellFormed())),
    ).toBe(true);
  });

  it.each(Object.entries(FLOORS[set]))('do not fall below what was reached: %s', (language, floor) => {
    const quotes = newTally();
    const claims = newTally();
    for (const { text, gold } of articles.filter((article) => article.gold.language === language)) {
      const extraction = extract(text, { language });
      tallyQuotes(quotes, text, gold, extraction);
      tallyClaims(claims, text, gold, extraction);
    }
    expect(rounded(quotes)).toBeGreaterThanOrEqual(floor.attributed);
    expect(rounded(claims)).toBeGreaterThanOrEqual(floor.claims);
  });
});

const rounded = (tally: Tally): number => Math.round(100 * f1(tally));
