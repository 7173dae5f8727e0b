import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { InputError } from '../../../src/diagnostic/input-error.ts';
import { type PhraseTable, plainLists } from '../../../src/extract/draft/phrase-table.ts';
import { loadPhrases } from '../../../src/extract/draft/phrases.ts';
import { phraseBook } from './vocabulary.ts';

test('every language of the pages has its table', () => {
  expect([...phraseBook.keys()]).toEqual(expect.arrayContaining(['en', 'ko', 'zh', 'ja', 'ru', 'de']));
});

test('every table names the same roles', () => {
  const roles = [...phraseBook.keys()].map((language) =>
    phraseBook.get(language)?.roles.map(({ code }) => code),
  );
  for (const codes of roles) expect(codes).toEqual(roles[0]);
  expect(roles[0]).toContain('adminAgent');
});

test.each(['language: xx\n', 'necessity: ["(a+)+"]\n'])(
  'refuses a table of another shape: %s',
  async (text) => {
    const folder = await mkdtemp(join(tmpdir(), 'waymark-'));
    await writeFile(join(folder, 'xx.yaml'), text);
    await expect(loadPhrases(pathToFileURL(`${folder}/`))).rejects.toThrow(InputError);
    await rm(folder, { recursive: true });
  },
);

test('no pattern of whole words begins with a mark, which a letter stands before', async () => {
  const folder = new URL('../../../src/extract/draft/phrases/', import.meta.url);
  const bounded = [...plainLists, 'bounds', 'unencodable', 'clauses', 'bearing', 'joints'] as const;
  for (const name of await readdir(folder)) {
    const table = parse(await readFile(new URL(name, folder), 'utf8')) as PhraseTable;
    if (!table.spaced) continue;
    const patterns = bounded.flatMap((list) => stringsOf(table[list]));
    expect({ name, dead: patterns.filter((pattern) => /^[,;: ]/u.test(pattern)) }).toEqual({
      name,
      dead: [],
    });
  }
});

/** Lists the strings that something holds, at any depth. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
