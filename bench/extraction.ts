import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../src/core/extraction/extract.js';
import { compare, type Comparison } from './measure.js';

const SAMPLES = join(import.meta.dirname, '../samples');

/** One article against one word pass of Intl.Segmenter over it, and 5 MB against 0.5 MB for linear growth. */
export async function benchExtraction(): Promise<Comparison[]> {
  const results: Comparison[] = [];
  for (const file of readdirSync(SAMPLES).filter((name) => name.endsWith('.txt'))) {
    const text = readFileSync(join(SAMPLES, file), 'utf8');
    const language = file.slice('sample-'.length, -'.txt'.length);
    const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    const pass = () => {
      let words = 0;
      for (const segment of segmenter.segment(text)) if (segment.isWordLike) words++;
      return words;
    };
    results.push(await compare(`extract ${file} / Intl.Segmenter`, 3, 40, () => extract(text, { language }), pass));
  }
  const text = readFileSync(join(SAMPLES, 'sample-ar.txt'), 'utf8');
  const ofSize = (units: number) => text.repeat(Math.ceil(units / text.length)).slice(0, units);
  const [small, large] = [ofSize(250_000), ofSize(2_500_000)];
  const growth = await compare(
    'extract 5 MB / 0.5 MB',
    13,
    3,
    () => extract(large, { language: 'ar' }),
    () => extract(small, { language: 'ar' }),
  );
  return [...results, growth];
}
