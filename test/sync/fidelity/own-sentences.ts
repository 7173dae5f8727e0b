import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Languages of the translations, with the locale that a page of them carries. */
export const localeOf = { ko: 'ko-KR', zh: 'zh-CN', ja: 'ja-JP', ru: 'ru-RU' } as const;

export type TargetLanguage = keyof typeof localeOf;

/** One translation of an own sentence, with what is to become of it. */
export interface OwnSentence {
  check: string;
  language: TargetLanguage;
  source: string;
  target: string;
  expected: 'silent' | 'found';
  hard: boolean;
  /** Not found yet. */
  open: boolean;
}

type Entry = { en: string; hard?: boolean } & Partial<
  Record<TargetLanguage, { right?: string; wrong?: string; open?: boolean }>
>;

const folder = new URL('../../fixtures/fidelity/sentences/', import.meta.url);

/** Reads all own sentences, check by check. */
export function readOwnSentences(): OwnSentence[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const entries = parse(readFileSync(new URL(name, folder), 'utf8')) as Entry[];
      return entries.flatMap((entry) => translations(name.replace('.yaml', ''), entry));
    });
}

function translations(check: string, entry: Entry): OwnSentence[] {
  return (Object.keys(localeOf) as TargetLanguage[]).flatMap((language) => {
    const { right, wrong, open = false } = entry[language] ?? {};
    const shared = { check, language, source: entry.en, hard: entry.hard ?? false };
    const found: OwnSentence[] = [];
    if (right !== undefined) found.push({ ...shared, target: right, expected: 'silent', open: false });
    if (wrong !== undefined) found.push({ ...shared, target: wrong, expected: 'found', open });
    return found;
  });
}
