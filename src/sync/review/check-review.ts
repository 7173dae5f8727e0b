import { digestText } from '../../content/digest.ts';
import { compareText } from '../../diagnostic/diagnostic.ts';
import type { Catalogs } from '../../locale/translator.ts';
import { listTexts } from '../catalogs/catalog-texts.ts';
import { splitPluralKey } from '../catalogs/plural-keys.ts';
import { type SyncFinding, syncFinding } from '../sync-finding.ts';
import type { ReviewEntries } from './read-review.ts';
import type { ReviewEdits } from './review-file.ts';

/** The records of one language. */
export interface LanguageReview {
  locale: string;
  /** Path of the file, relative to the project. */
  path: string;
  entries: ReviewEntries;
}

/**
 * Digests the English of each group of texts that is recorded together: those whose keys agree in their first two
 * parts, so that an element's title and sentences are one record, and a message of its own another.
 */
export function digestEnglish(catalogs: Catalogs): ReadonlyMap<string, string> {
  const known = digestsOf.get(catalogs);
  if (known) return known;
  const groups = new Map<string, string[]>();
  for (const [namespace, catalog] of Object.entries(catalogs['en'] ?? {})) {
    for (const [key, text] of listTexts(catalog).texts) {
      const group = `${namespace}:${reviewGroupOf(key)}`;
      const texts = groups.get(group) ?? [];
      texts.push(`${key}=${text}`);
      groups.set(group, texts);
    }
  }
  const digests = new Map(
    [...groups].map(([group, texts]) => [group, digestText(texts.toSorted(compareText).join('\n'))]),
  );
  digestsOf.set(catalogs, digests);
  return digests;
}

/** Compares the records of one language with the English of today, and says what can be written without asking. */
export function checkReview(
  catalogs: Catalogs,
  { locale, path, entries }: LanguageReview,
): { findings: SyncFinding[]; edits: ReviewEdits } {
  const english = digestEnglish(catalogs);
  const translated = groupsOf(catalogs[locale] ?? {});
  const findings: SyncFinding[] = [];
  const add = (code: string, values: Record<string, string | number>, spec?: string): void =>
    void findings.push(
      syncFinding(code, 'warning', 'translations', {
        locales: [locale],
        path,
        values: { locale, ...values },
        answers: spec === undefined ? [] : [{ code: 'retranslated', spec }],
      }),
    );
  const remove: string[] = [];
  for (const [key, entry] of entries) {
    const spec = `${locale}/${key}`;
    if (!english.has(key) || !translated.has(key)) {
      remove.push(key);
      add('translation-record-unused', { key });
    } else if (english.get(key) !== entry.english) add('translation-stale', { key }, spec);
    else if (entry.state === 'question')
      add('translation-in-question', { key, note: entry.note ?? '' }, spec);
  }
  const missing = [...english].filter(([key]) => translated.has(key) && !entries.has(key));
  if (missing.length > 0) add('translation-not-recorded', { count: missing.length });
  return { findings, edits: { set: new Map(missing), remove } };
}

/** Matches `LANGUAGE/NAMESPACE:PREFIX`, with `*` for every text of the namespace. */
const specPattern = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\/([\w-]+):([\w.-]+|\*)$/u;

/** Reads the records that a decision speaks of, or undefined where it speaks of something else. */
export function parseReviewSpec(spec: string): { locale: string; key: string } | undefined {
  const [, locale, namespace, prefix] = specPattern.exec(spec) ?? [];
  return locale === undefined ? undefined : { locale, key: `${namespace}:${prefix}` };
}

/** Gives the records that are to be set to the English of today because a person says so. */
export function acceptedReview(
  catalogs: Catalogs,
  { entries }: LanguageReview,
  key: string,
): Map<string, string> {
  const english = digestEnglish(catalogs);
  const matches = (each: string): boolean =>
    each === key || (key.endsWith(':*') && each.startsWith(key.slice(0, -1)));
  const open = [...entries].filter(
    ([each, entry]) => matches(each) && (entry.english !== english.get(each) || entry.state === 'question'),
  );
  return new Map(open.flatMap(([each]) => (english.has(each) ? [[each, english.get(each) ?? '']] : [])));
}

const digestsOf = new WeakMap<Catalogs, ReadonlyMap<string, string>>();

function groupsOf(namespaces: Record<string, object>): Set<string> {
  return new Set(
    Object.entries(namespaces).flatMap(([namespace, catalog]) =>
      [...listTexts(catalog).texts.keys()].map((key) => `${namespace}:${reviewGroupOf(key)}`),
    ),
  );
}

/** Gives the group that a text of a catalog is recorded in: the first two parts of its key. */
export function reviewGroupOf(key: string): string {
  return splitPluralKey(key).base.split('.').slice(0, 2).join('.');
}
