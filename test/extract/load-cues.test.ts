import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../src/diagnostic/input-error.ts';
import { classifyDocument } from '../../src/extract/classify-document.ts';
import { loadCues } from '../../src/extract/load-cues.ts';
import { labelProbabilities, parseWeights } from '../../src/extract/weights.ts';
import { plainPage } from './made-page.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cues-'));
  await cp(new URL('../../src/extract/cues/', import.meta.url), folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

const esperanto = `language: eo
scripts: [Latn]
functionWords: [la, kaj, de]
wordBoundaries: true
connectors: []
subordinate: { opening: { condition: [se] }, closing: {} }
cues:
  necessity: { anywhere: [devas] }
`;

describe('loadCues', () => {
  it('loads one table for each file', async () => {
    const { tables } = await loadCues();
    expect([...tables.keys()]).toContain('en');
  });

  it('loads no more than the languages asked for, and English', async () => {
    const { tables } = await loadCues({ languages: ['ko', 'fr'] });
    expect([...tables.keys()]).toEqual(['en', 'ko']);
  });

  it('takes a new language from one new file', async () => {
    await writeFile(join(folder, 'eo.yaml'), esperanto);
    const cues = await loadCues({ from: pathToFileURL(`${folder}/`) });
    const page = plainPage('Vi devas esti administranto de la tuta grupo.', 'eo');
    expect(classifyDocument(page, { side: 'target', cues }).segments[0]).toMatchObject({
      labels: ['precondition'],
      cue: 'devas',
    });
  });

  it.each([
    ['unbounded repetition', esperanto.replace('[devas]', "['dev.*as']")],
    ['an unknown cue', esperanto.replace('necessity', 'needs')],
    ['another language than its name', esperanto.replace('language: eo', 'language: ia')],
  ])('refuses a table with %s', async (_, table) => {
    await writeFile(join(folder, 'eo.yaml'), table);
    await expect(loadCues({ from: pathToFileURL(`${folder}/`) })).rejects.toThrow(InputError);
  });

  it('loads the weights of its languages, and those of any for a language that has none', async () => {
    await writeFile(join(folder, 'eo.yaml'), esperanto);
    const from = pathToFileURL(`${folder}/`);
    expect([...(await loadCues({ languages: ['ko'], from })).weights.keys()]).toEqual(['en', 'ko']);
    expect([...(await loadCues({ languages: ['eo'], from })).weights.keys()]).toEqual(['en', 'any']);
  });

  it('counts weights in fiftieths', () => {
    const weights = parseWeights('bias\t0 0 0 0 0 0\nsays:loss\t-50 100 0 0 0 0\n');
    const { precondition, consequence, note } = labelProbabilities(['says:loss', 'says:gain'], weights);
    expect([precondition, consequence, note].map((each) => each.toFixed(3))).toEqual([
      '0.269',
      '0.881',
      '0.500',
    ]);
  });

  it('has no weight that is not a number', async () => {
    const weights = new URL('../../src/extract/cues/weights/', import.meta.url);
    const names = (await readdir(weights)).toSorted();
    expect(names).toEqual(['any', 'de', 'en', 'ja', 'ko', 'ru', 'zh'].map((name) => `${name}.tsv`));
    for (const name of names) {
      const text = await readFile(new URL(name, weights), 'utf8');
      const { bias, features } = parseWeights(text);
      const [, ...lines] = text.trimEnd().split('\n');
      for (const row of [bias, ...lines.map((line) => features.get(line.split('\t')[0] ?? ''))]) {
        expect(row).toHaveLength(6);
        expect(row?.every(Number.isFinite)).toBe(true);
      }
    }
  });
});
