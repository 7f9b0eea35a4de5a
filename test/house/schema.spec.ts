import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, findBreakingChanges } from 'graphql';
import { itWhen } from '../kit/when.js';
import { findContractBreaks } from './contract-breaks.js';
import { print, readSchema } from './read-schema.js';

const REPOSITORY = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(REPOSITORY, file), 'utf8');
const schema = readSchema(REPOSITORY);

const git = (...words: string[]) => spawnSync('git', words, { cwd: REPOSITORY, encoding: 'utf8' });
const changed = (...paths: string[]) => git('status', '--porcelain', '--', ...paths).stdout.trim();
const inGit = git('rev-parse', '--verify', 'HEAD').status === 0;

it('prints as docs/schema.graphql, which `npm run generate` writes', () => {
  expect(read('docs/schema.graphql')).toBe(print(schema));
});

itWhen(inGit, 'no git repository here', 'was committed with the contracts that it is printed from', () => {
  // While a contract is being changed, the printed file changes with it; alone it was forgotten in an earlier commit.
  const forgotten = changed('src/**/*.graphql') ? '' : changed('docs/schema.graphql');
  expect(forgotten).toBe('');
});

it('breaks nothing of the last release', () => {
  const breaks = findBreakingChanges(buildSchema(read('docs/released-schema.graphql')), schema);
  const advice =
    'Clients of the last release would break. Keep the old name beside the new one, marked @deprecated; where a break ' +
    'is meant, say so in CHANGELOG.md and copy docs/schema.graphql to docs/released-schema.graphql:\n';
  if (breaks.length) throw new Error(advice + breaks.map(({ description }) => `- ${description}`).join('\n'));
});

it('keeps every promised name and type', () => {
  expect(findContractBreaks(read('test/house/contract.graphql'), schema)).toEqual([]);
});

it('would be told of each broken promise', () => {
  const promise = `type Query { a(x: Int, y: ID!): Int!  b: E  c: [U!]!  gone: ID }
    enum E { ONE TWO }  type A { id: ID! }  type B { id: ID! }  union U = A | B  input I { i: Int }`;
  const actual = `type Query { a(x: ID, y: ID!, z: Int!, more: Int): Int  b(new: Int): E  c: [U!]! }
    enum E { ONE THREE }  type A { id: ID! }  type B { id: ID!  more: Int }  union U = A`;
  expect(findContractBreaks(promise, buildSchema(actual))).toEqual([
    'Query.a is Int instead of Int!',
    'Query.a lacks (x: Int)',
    'Query.a now requires (z: Int!)',
    'Query.gone is missing',
    'E has lost TWO',
    'E has a new THREE',
    'U has lost B',
    'I is missing',
  ]);
});
