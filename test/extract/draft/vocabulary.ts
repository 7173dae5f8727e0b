import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Vocabulary } from '../../../src/extract/draft/condition/reading.ts';
import { factWords } from '../../../src/extract/draft/condition/fact-words.ts';
import { loadPhrases } from '../../../src/extract/draft/phrases.ts';
import { loadRules } from '../../../src/rules/load-rules.ts';

/** The phrases that come with the package. */
export const phraseBook = await loadPhrases();

/** Gives the packaged facts with their words in all languages. */
export async function packagedVocabulary(): Promise<Vocabulary> {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const { facts } = await loadRules(root);
  const catalogs = new Map(
    [...phraseBook.keys()].map((language) => {
      const path = `${root}locales/${language}/facts.json`;
      return [language, existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as object) : {}] as const;
    }),
  );
  const lookUp = (language: string, fact: string, field: string): string | undefined => {
    let value: unknown = catalogs.get(language);
    for (const key of [fact, ...field.split('.')])
      value = (value as Record<string, unknown> | undefined)?.[key];
    return typeof value === 'string' ? value : undefined;
  };
  const words = factWords(
    facts.values(),
    [...phraseBook.keys()],
    lookUp,
    (language) => phraseBook.get(language)?.fillers ?? new Set(),
  );
  return { facts, words };
}
