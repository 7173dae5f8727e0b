import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { actorNames, Language, type LanguageTable } from '../../../src/sync/fidelity/language.ts';
import { narrowTable } from '../../../src/locale/narrow-table.ts';
import { languageTables } from '../../../src/sync/fidelity/language-tables.ts';
import { loadLanguages } from '../../../src/sync/fidelity/load-languages.ts';
import { Reading } from '../../../src/sync/fidelity/reading.ts';

const folder = new URL('../../../src/sync/fidelity/languages/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const conforms = new Ajv({ allErrors: true }).compile(JSON.parse(read('schema.json')) as object);

test('there is a table for English and for each language that is compared with it', async () => {
  expect([...(await loadLanguages()).keys()].toSorted()).toEqual(['en', 'ja', 'ko', 'ru', 'zh']);
});

describe.each(files)('%s', (file) => {
  const table = parse(read(file)) as LanguageTable;

  test('has the shape that the schema asks for', () => {
    expect(conforms(table) ? [] : conforms.errors).toEqual([]);
  });

  test('has expressions that can be compiled', () => {
    const reading = new Reading('x', new Language(narrowTable(table, languageTables)));
    for (const name of Object.keys(table.cues)) expect(reading.count(name)).toBeGreaterThanOrEqual(0);
    for (const name of actorNames)
      for (const role of ['agent', 'causee', 'mention'] as const)
        expect(reading.findActor(name, role).length).toBeGreaterThanOrEqual(0);
  });

  test('has no expression whose work could grow faster than the text', () => {
    const patterns = [
      ...Object.values(table.cues).flatMap(({ match, except = [] }) => match.concat(except)),
      ...Object.values(table.roles).flat(),
      ...Object.values(table.actors).flatMap(({ subject, mention }) => subject.concat(mention)),
      ...Object.keys(table.numbers),
    ];
    // Without bounds: any character, a class of many, or a group.
    const unbounded = /\.[*+]|\[\^[^\]]*\][*+]|\)[*+]|\\s[*+]/u;
    expect(patterns.filter((pattern) => unbounded.test(pattern))).toEqual([]);
  });

  test('finds nothing in an empty sentence', () => {
    const reading = new Reading('', new Language(narrowTable(table, languageTables)));
    expect(Object.keys(table.cues).filter((name) => reading.has(name))).toEqual([]);
  });
});
