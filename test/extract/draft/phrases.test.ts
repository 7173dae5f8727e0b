import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { InputError } from '../../../src/diagnostic/input-error.ts';
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
