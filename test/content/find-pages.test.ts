import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPages } from '../../src/content/find-pages.ts';
import { readDocuments } from '../../src/content/read-documents.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-'));
  await mkdir(join(folder, 'ko'));
  await mkdir(join(folder, 'ru'));
  await writeFile(join(folder, 'ko', 'page.md'), '# 제목\n');
  await writeFile(join(folder, 'ru', 'page.md'), '# Заголовок\n');
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const found = async (): Promise<string[]> =>
  (await findPages(folder)).pages.map((page) => relative(folder, page));

test('a link back up ends, and no page is found twice', async () => {
  await symlink('..', join(folder, 'ko', 'again'));
  await symlink('ru', join(folder, 'a-link-that-sorts-before'));
  expect(await found()).toEqual(['ko/page.md', 'ru/page.md']);
});

test('a link to a folder elsewhere is followed', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'waymark-'));
  await mkdir(join(elsewhere, 'inner'));
  await writeFile(join(elsewhere, 'inner', 'page.md'), '# タイトル\n');
  await symlink(elsewhere, join(folder, 'ja'));
  await symlink(folder, join(elsewhere, 'inner', 'back'));
  expect(await found()).toEqual(['ja/inner/page.md', 'ko/page.md', 'ru/page.md']);
  await rm(elsewhere, { recursive: true, force: true });
});

test('pipes and links that lead nowhere are errors of their own, and the rest is read', async () => {
  execFileSync('mkfifo', [join(folder, 'ko', 'pipe.md')]);
  await symlink('missing.md', join(folder, 'ru', 'link.md'));
  const results = await readDocuments([folder]);
  expect(
    results.map((result) => [relative(folder, result.path), 'error' in result && result.error.code]),
  ).toEqual([
    ['ko/page.md', false],
    ['ko/pipe.md', 'not-a-regular-file'],
    ['ru/link.md', 'file-not-found'],
    ['ru/page.md', false],
  ]);
});

test('no path at all is not the working folder', async () => {
  expect(await readDocuments([''])).toEqual([{ path: '', error: { code: 'empty-path', severity: 'error' } }]);
});
