/**
 * Fits the weights of the reasons for check-worthiness on annotated folders of our own and prints them.
 * usage: node --import ./test/kit/run-typescript.mjs scripts/fit-worth-weights.mjs [--write] test/fixtures/development
 * A folder holds articles/ID.txt (or samples/ID.txt stands for it) and gold/ID.json with claims { spans, checkWorthy }. Each claim that the extractor finds is a
 * row: one where at least half of it lies in a claim worth checking. Weights are drawn towards our own first guess
 * (worth-priors.json).
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TARGET = 'src/core/extraction/stages/worth-weights.ts';
/** How hard the first guess holds: few articles, written by few hands, must not outweigh what desks in general want. */
const PULL = 40;
const STEPS = 4000;
const RATE = 0.02;

const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (folders.length === 0) {
  console.error('usage: fit-worth-weights.mjs [--write] FOLDER…');
  process.exit(2);
}
const { extract } = await import('../src/core/extraction/extract.ts');
const priors = JSON.parse(readFileSync(new URL('worth-priors.json', import.meta.url), 'utf8'));

const rows = [];
for (const folder of folders) {
  for (const name of readdirSync(join(folder, 'gold'))) {
    const gold = join(folder, 'gold', name);
    const file = name.replace(/\.json$/u, '.txt');
    const own = join(folder, 'articles', file);
    const text = readFileSync(existsSync(own) ? own : join('samples', file), 'utf8');
    const worthy = new Uint8Array(text.length);
    for (const claim of JSON.parse(readFileSync(gold, 'utf8')).claims)
      if (claim.checkWorthy) for (const [start, end] of claim.spans) worthy.fill(1, start, end);
    for (const claim of extract(text).claims) {
      let all = 0;
      let inside = 0;
      for (const { start, end } of claim.spans)
        for (let at = start; at < end; at++) {
          all++;
          inside += worthy[at];
        }
      rows.push({ file, names: claim.reasons.map((reason) => reason.name), label: inside * 2 >= all ? 1 : 0 });
    }
  }
}

const names = Object.keys(priors);
/** Gradient descent on the log loss, each weight held by its first guess. */
function fit(train) {
  const weights = { ...priors };
  for (let step = 0; step < STEPS; step++) {
    const slope = Object.fromEntries(names.map((name) => [name, PULL * (weights[name] - priors[name])]));
    for (const row of train) {
      const error = 1 / (1 + Math.exp(-score(row, weights))) - row.label;
      for (const name of row.names) slope[name] += error;
    }
    for (const name of names) weights[name] -= (RATE * slope[name] * 20) / (train.length + 20);
  }
  return weights;
}
const score = (row, weights) => row.names.reduce((sum, name) => sum + (weights[name] ?? 0), 0);

/** Share of pairs of one article in the right order. */
function auc(list, weightsOf) {
  let wins = 0;
  let pairs = 0;
  for (const a of list.filter((row) => row.label === 1))
    for (const b of list.filter((row) => row.label === 0 && row.file === a.file)) {
      const [x, y] = [score(a, weightsOf(a)), score(b, weightsOf(b))];
      pairs++;
      wins += x > y ? 1 : x === y ? 0.5 : 0;
    }
  return pairs ? ((100 * wins) / pairs).toFixed(1) : '-';
}

const files = [...new Set(rows.map((row) => row.file))];
const held = new Map(files.map((file) => [file, fit(rows.filter((row) => row.file !== file))]));
console.error(
  `${rows.length} claims of ${files.length} articles, ${rows.filter((row) => row.label).length} worth checking`,
);
console.error(
  `AUC first guess ${auc(rows, () => priors)}, each article held out ${auc(rows, (row) => held.get(row.file))}`,
);
const fitted = fit(rows);
const lines = names
  .sort()
  .map((name) => `  ${/^\w+$/u.test(name) ? name : `'${name}'`}: ${Number(fitted[name].toFixed(2))},`);
const source = `/** Weight of each reason for checking a claim (or, below nought, for not doing so), on the log-odds scale. */
export const worthWeights: Readonly<Record<string, number>> = {
${lines.join('\n')}
};
`;
if (process.argv.includes('--write')) writeFileSync(TARGET, source);
else console.log(source);
