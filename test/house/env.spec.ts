import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/platform/config/config.js';
import { environmentSchema } from '../../src/platform/config/env.js';
import { readEnvExample } from './env-example.js';
import { filesIn } from './source-files.js';

const REPOSITORY = join(import.meta.dirname, '../..');
const example = readEnvExample(REPOSITORY);

it('.env.example lists exactly the variables that the service reads', () => {
  expect(example.map(({ name }) => name).sort()).toEqual(Object.keys(environmentSchema.shape).sort());
});

it('.env.example says what each variable means and its default', () => {
  expect(example.filter(({ comment }) => comment.length < 40 || !comment.includes('Default: '))).toEqual([]);
  expect(example.filter(({ value, comment }) => value && !comment.includes(`Default: ${value}`))).toEqual([]);
});

it('.env.example holds the true defaults', () => {
  expect(readConfig(Object.fromEntries(example.map(({ name, value }) => [name, value])))).toEqual(readConfig({}));
});

it('README.md has the same variables in its table', () => {
  const rows = readFileSync(join(REPOSITORY, 'README.md'), 'utf8').matchAll(/^\| `([A-Z_]+)` +\|/gm);
  expect([...rows].map(([, name]) => name).sort()).toEqual(example.map(({ name }) => name).sort());
});

it('the environment is read in src/platform/config alone', () => {
  const places = filesIn(REPOSITORY, 'src', /\.ts$/)
    .filter((file) => !file.startsWith('src/platform/config/'))
    .flatMap((file) =>
      readFileSync(join(REPOSITORY, file), 'utf8')
        .split('\n')
        .flatMap((line, i) =>
          /\bprocess\??\.\s*env\b|\{[^}]*\benv\b[^}]*\} = process/.test(line) ? [`${file}:${i + 1}`] : [],
        ),
    );
  expect(places).toEqual([]);
});
