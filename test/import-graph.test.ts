import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** What each folder of src/ may import besides itself and the floor, `diagnostic` and `locale`. */
const mayImport: Record<string, string[]> = {
  diagnostic: [],
  locale: [],
  content: [],
  rules: ['content'],
  extract: ['content', 'rules'],
  facts: ['rules'],
  engine: ['content', 'rules', 'facts'],
  sync: ['content', 'rules', 'extract', 'engine'],
  project: ['content', 'rules'],
  report: ['content', 'rules', 'engine', 'sync', 'extract', 'facts', 'project'],
  ui: ['content', 'rules', 'engine', 'facts', 'report', 'project'],
  cli: ['content', 'rules', 'extract', 'facts', 'engine', 'sync', 'project', 'report', 'ui'],
};
const floor = new Set(['diagnostic', 'locale']);

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/u.test(path))
  .map((path) => join('src', path));

function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const found = [...text.matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+)'/gu)].map(
    ([, target]) => target ?? '',
  );
  return found.map((target) => normalize(join(dirname(path), target)));
}

function folderOf(path: string): string | undefined {
  const parts = path.split('/');
  return parts.length > 2 ? parts[1] : undefined;
}

test('every import goes the way the data flows', () => {
  const wrong = files.flatMap((path) => {
    const from = folderOf(path);
    if (from === undefined) return [];
    return importsOf(path)
      .map((target) => [folderOf(target), target] as const)
      .filter(([to]) => to !== undefined && to !== from)
      .filter(
        ([to = '']) => !(floor.has(to) && from !== 'diagnostic') && !(mayImport[from] ?? []).includes(to),
      )
      .map(([, target]) => `${path} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('every folder of src/ has its place in the flow', () => {
  expect(
    [...new Set(files.flatMap((path) => folderOf(path) ?? []))].filter((folder) => !(folder in mayImport)),
  ).toEqual([]);
});

test('only cli/ and the terminal interface touch the process', () => {
  const touching = files.filter((path) => /\bprocess\.(?!env\.NODE_ENV)/u.test(readFileSync(path, 'utf8')));
  expect(touching.filter((path) => !path.startsWith('src/cli/'))).toEqual([]);
});
