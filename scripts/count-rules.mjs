/**
 * Counts for each rule of extraction on how many documents it fires and how many quotes and claims it gives: over the
 * annotated articles here and, where they are there, the development set and the treebanks kept outside the repository
 * (ISNAD_EVAL_DIR, ../shared/eval). A rule that fires on one document only was written for it.
 * usage: node --import ./test/kit/run-typescript.mjs scripts/count-rules.mjs
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const outside = process.env.ISNAD_EVAL_DIR ?? '../shared/eval';
const folders = [
  'samples',
  'test/fixtures/development/articles',
  'test/fixtures/unseen/articles',
  join(outside, 'articles'),
  join(outside, 'treebank/articles'),
];
const { extract } = await import('../src/core/extraction/extract.ts');

const rules = new Map();
let documents = 0;
for (const folder of folders) {
  if (!existsSync(folder)) {
    console.error(`left out: ${folder} is not there`);
    continue;
  }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    documents++;
    const { language, quotes, claims } = extract(readFileSync(join(folder, file), 'utf8'));
    const fired = [...quotes.map((quote) => ['quote', quote.rule]), ...claims.map((claim) => ['claim', claim.rule])];
    for (const [kind, rule] of fired) {
      const key = `${language} ${kind} ${rule}`;
      const count = rules.get(key) ?? { times: 0, documents: new Set() };
      count.times++;
      count.documents.add(file);
      rules.set(key, count);
    }
  }
}
console.log(`${documents} documents\n${'rule'.padEnd(44)}documents   times`);
for (const [key, count] of [...rules].sort(([a], [b]) => a.localeCompare(b)))
  console.log(
    `${key.padEnd(44)}${String(count.documents.size).padStart(9)}${String(count.times).padStart(8)}${count.documents.size === 1 ? '  one document only' : ''}`,
  );
