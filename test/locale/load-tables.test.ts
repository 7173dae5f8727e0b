import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileTables } from '../../src/compile-tables.ts';
import { InputError } from '../../src/diagnostic/input-error.ts';
import type { CueTable } from '../../src/extract/cue-table.ts';
import { cueTables } from '../../src/extract/cue-tables.ts';
import { phraseTables } from '../../src/extract/draft/phrase-tables.ts';
import type { FoldedTable, TableKind } from '../../src/locale/language-table.ts';
import { loadTables } from '../../src/locale/load-tables.ts';
import { languageTables } from '../../src/sync/fidelity/language-tables.ts';

let root: string;
const at = (path: string): URL => pathToFileURL(join(root, path));
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'waymark-'));
  await cp(cueTables.folder, at('cues'), { recursive: true });
  await cp(phraseTables.folder, at('phrases'), { recursive: true });
  await cp(languageTables.folder, at('languages'), { recursive: true });
  await compileTables(at('./'));
});
afterEach(() => rm(root, { recursive: true }));

async function tablesIn<Table extends object>(
  kind: TableKind,
  from?: URL,
): Promise<Map<string, FoldedTable<Table>>> {
  const tables = await loadTables(kind, (table: FoldedTable<Table>) => table, { from });
  return new Map(
    Array.from(tables.keys(), (language) => {
      const table = tables.get(language);
      if (!table) throw new Error(language);
      return [language, table];
    }),
  );
}

describe('compiled tables', () => {
  it('are equal to what their files say', async () => {
    expect(await tablesIn<CueTable>(cueTables, at('cues/'))).toEqual(await tablesIn(cueTables));
    expect(await tablesIn(phraseTables, at('phrases/'))).toEqual(await tablesIn(phraseTables));
    expect(await tablesIn(languageTables, at('languages/'))).toEqual(await tablesIn(languageTables));
  });

  it('are used without asking the file again', async () => {
    const kind = { ...cueTables, schema: () => Promise.resolve({ type: 'null' }) };
    expect((await tablesIn(kind, at('cues/'))).size).toBeGreaterThan(4);
    await expect(tablesIn(kind)).rejects.toThrow(InputError);
  });

  it('give way to a file that was edited', async () => {
    const text = await readFile(at('cues/ko.yaml'), 'utf8');
    await writeFile(at('cues/ko.yaml'), text.replace('wordBoundaries: false', 'wordBoundaries: true'));
    const tables = await tablesIn<CueTable>(cueTables, at('cues/'));
    expect(tables.get('ko')?.table.wordBoundaries).toBe(true);
    expect(tables.get('en')?.table.wordBoundaries).toBe(true);
  });

  it.each([
    ['edited by hand', (text: string) => text.replace('"wordBoundaries":false', '"wordBoundaries":true')],
    ['cut off', (text: string) => text.slice(0, 1000)],
    ['emptied', () => ''],
    ['that are the ones of another language', (text: string) => text.replace(/^\S+/u, '0'.repeat(64))],
  ])('%s are left aside', async (_, change) => {
    const text = await readFile(at('cues/ko.compiled'), 'utf8');
    expect(change(text)).not.toBe(text);
    await writeFile(at('cues/ko.compiled'), change(text));
    expect(await tablesIn<CueTable>(cueTables, at('cues/'))).toEqual(await tablesIn(cueTables));
  });

  it('that are missing are read from their files, as is a language that is added later', async () => {
    await rm(at('cues/ko.compiled'));
    const korean = await readFile(at('cues/ko.yaml'), 'utf8');
    await writeFile(at('cues/xx.yaml'), korean.replace('language: ko', 'language: xx'));
    const tables = await tablesIn<CueTable>(cueTables, at('cues/'));
    expect(tables.get('xx')?.table.cues).toEqual(tables.get('ko')?.table.cues);
  });
});

describe('a table that does not fit', () => {
  it.each([
    ['is no YAML', '\tlanguage: ['],
    ['is empty', ''],
    ['is named otherwise', 'language: yy\nspaced: true\n'],
    ['has a pattern that is no expression', undefined],
  ])('because it %s is named with the reason', async (_, text) => {
    const english = await readFile(at('phrases/en.yaml'), 'utf8');
    const broken = english
      .replace('language: en', 'language: xx')
      .replace(/^necessity:\n/mu, "necessity:\n  - '(?:must'\n");
    await writeFile(at('phrases/xx.yaml'), text ?? broken);
    const failure = await tablesIn(phraseTables, at('phrases/')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InputError);
    expect((failure as InputError).diagnostics).toMatchObject([
      {
        code: 'invalid-language-table',
        path: 'xx.yaml',
        values: { reason: expect.stringMatching(/./u) as string },
      },
    ]);
  });
});
