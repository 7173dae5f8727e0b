import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeText } from '../../src/diagnostic/write-text.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a text is there at once, folders included, with nothing beside it', () => {
  const path = join(folder, 'a/b.txt');
  writeText(path, 'one');
  writeText(path, 'two');
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(readdirSync(join(folder, 'a'))).toEqual(['b.txt']);
});

test('a file that is replaced keeps its rights, and a private one has its own', () => {
  const path = join(folder, 'a.txt');
  writeFileSync(path, 'old');
  chmodSync(path, 0o640);
  writeText(path, 'new');
  expect(statSync(path).mode & 0o777).toBe(0o640);
  writeText(path, 'new', true);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('what cannot be written is an error, and nothing is left behind', () => {
  mkdirSync(join(folder, 'a.txt/b'), { recursive: true });
  expect(() => writeText(join(folder, 'a.txt'), 'text')).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/u);
  expect(readdirSync(folder)).toEqual(['a.txt']);
});
