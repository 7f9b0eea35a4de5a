import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolderInUse, lockDataFolder } from './data-folder-lock.js';
import { identify } from './process-identity.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'isnad-lock-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const leave = (number: number, owner: object | string) =>
  writeFileSync(join(folder, `lock.${number}`), typeof owner === 'string' ? owner : JSON.stringify(owner));

it('has one owner at a time and names it', () => {
  const lock = lockDataFolder(folder);
  expect(() => lockDataFolder(folder)).toThrow(DataFolderInUse);
  expect(() => lockDataFolder(folder)).toThrow(`(process ${process.pid})`);
  lock.release();
  expect(() => lockDataFolder(folder)).not.toThrow();
});

it('is free when its owner has ended', () => {
  const { pid } = spawnSync('true');
  leave(4, { pid, startedAt: 'then' });
  expect(() => lockDataFolder(folder)).not.toThrow();
});

it('is free when the number of its owner belongs to a later process', () => {
  leave(1, { pid: process.pid, startedAt: 'before this process' });
  expect(() => lockDataFolder(folder)).not.toThrow();
});

it('is free when its note was cut short', () => {
  leave(2, '{"pid":1');
  expect(() => lockDataFolder(folder)).not.toThrow();
});

it('counts the highest number alone and clears away the others', () => {
  leave(9, {});
  leave(8, identify(process.pid) as object);
  lockDataFolder(folder);
  expect(readdirSync(folder)).toEqual(['lock.10']);
});
