/**
 * Measures check-worthiness on the labelled sentences and posts outside the repository: AUC, accuracy, average
 * precision over debates. Nothing is fitted on them. Skips with a word where ISNAD_EVAL_DIR (../shared/eval) is absent.
 * usage: node --import ./test/kit/run-typescript.mjs scripts/score-checkworthy.mjs
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.env.ISNAD_EVAL_DIR ?? '../shared/eval', 'checkworthy');
if (!existsSync(folder)) {
  console.log(`skipped: ${folder} is not there`);
  process.exit(0);
}
const { extract } = await import('../src/core/extraction/extract.ts');

/** Share of pairs in the right order, from ranks; ties count half. */
function aucOf(rows) {
  const sorted = [...rows].sort((a, b) => a.score - b.score);
  let rank = 0;
  let sum = 0;
  for (let at = 0; at < sorted.length;) {
    let end = at;
    while (end < sorted.length && sorted[end].score === sorted[at].score) end++;
    const middle = (at + end + 1) / 2;
    for (; at < end; at++) if (sorted[at].label) sum += middle;
    rank = end;
  }
  const ones = rows.filter((row) => row.label).length;
  const noughts = rank - ones;
  return ones && noughts ? (sum - (ones * (ones + 1)) / 2) / (ones * noughts) : null;
}

/** Mean over debates of the average precision of their lines ranked by score. */
function meanAveragePrecision(rows) {
  const debates = new Map();
  for (const row of rows) {
    const debate = row.id.replace(/-\d+$/u, '');
    debates.set(debate, [...(debates.get(debate) ?? []), row]);
  }
  const values = [];
  for (const lines of debates.values()) {
    let found = 0;
    let sum = 0;
    [...lines]
      .sort((a, b) => b.score - a.score)
      .forEach((line, index) => {
        if (line.label) sum += ++found / (index + 1);
      });
    if (found) values.push(sum / found);
  }
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const percent = (value) => (value === null ? '-' : (100 * value).toFixed(1)).padStart(7);
console.log(
  `${'file'.padEnd(22)}${['rows', 'ones', 'AUC', 'MAP', 'accuracy', 'F1 of 1', 'claims'].map((name) => name.padStart(9)).join('')}`,
);
for (const file of readdirSync(folder).filter((name) => name.endsWith('.tsv'))) {
  const rows = readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => {
      const [id, language, text, label] = line.split('\t');
      const { claims } = extract(text, { language });
      return {
        id,
        label: label === '1',
        claims: claims.length,
        score: Math.max(0, ...claims.map((claim) => claim.checkWorthiness)),
      };
    });
  // Whether there is a claim is asked of claim files; whether it is worth checking of the others.
  const asksClaim = /claims|headlines|objective/u.test(file);
  const says = (row) => (asksClaim ? row.claims > 0 : row.score >= 0.5);
  const right = rows.filter((row) => says(row) === row.label).length;
  const hits = rows.filter((row) => says(row) && row.label).length;
  const ones = rows.filter((row) => row.label).length;
  const said = rows.filter(says).length;
  const debates = /debates/u.test(file) ? meanAveragePrecision(rows) : null;
  const cells = [
    rows.length,
    ones,
    percent(aucOf(rows)),
    percent(debates),
    percent(right / rows.length),
    percent((2 * hits) / (ones + said)),
    percent(rows.filter((row) => row.claims > 0).length / rows.length),
  ];
  console.log(`${file.slice(0, -4).padEnd(22)}${cells.map((cell) => String(cell).padStart(9)).join('')}`);
}
