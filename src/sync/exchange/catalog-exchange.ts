import type { Catalogs } from '../../locale/translator.ts';
import { listTexts } from '../catalogs/catalog-texts.ts';
import { checkText } from '../catalogs/check-text.ts';
import type { GlossaryEntry } from '../catalogs/glossary.ts';
import { pluralCategories, splitPluralKey } from '../catalogs/plural-keys.ts';
import { productNames } from '../catalogs/product-names.ts';
import { digestEnglish, reviewGroupOf } from '../review/check-review.ts';
import type { ReviewEntries, ReviewEntry } from '../review/read-review.ts';
import { type ExchangeText, exchangedState, type Reason, type TranslationState } from './exchange-text.ts';

/** One language's catalogs beside the English ones. */
export interface CatalogPair {
  locale: string;
  /** By language and namespace. */
  catalogs: Catalogs;
  /** What is recorded of the translations. */
  entries: ReviewEntries;
  glossary: readonly GlossaryEntry[];
}

/** Lists every text that a language is to have, with its English, its state and what is in question about it. */
export function listCatalogTexts(pair: CatalogPair): ExchangeText[] {
  return Object.keys(pair.catalogs['en'] ?? {}).flatMap((namespace) => namespaceTexts(namespace, pair));
}

function namespaceTexts(
  namespace: string,
  { locale, catalogs, entries, glossary }: CatalogPair,
): ExchangeText[] {
  const sources = listTexts(catalogs['en']?.[namespace] ?? {}).texts;
  const targets = listTexts(catalogs[locale]?.[namespace] ?? {}).texts;
  const digests = digestEnglish(catalogs);
  return wantedForms(sources, targets, locale).map(({ base, category }): ExchangeText => {
    const key = category === undefined ? base : `${base}_${category}`;
    const source = sources.get(key) ?? sources.get(`${base}_other`) ?? sources.get(base) ?? '';
    const target = targets.get(key);
    const group = `${namespace}:${reviewGroupOf(key)}`;
    const english = digests.get(group) ?? '';
    const entry = entries.get(group);
    const why = whyOpen(key, target, source, { locale, glossary });
    if (target !== undefined && entry && entry.english !== english) why.push({ code: 'source-changed' });
    if (target !== undefined && entry?.state === 'question') why.push({ code: 'in-question' });
    return {
      locale,
      kind: 'catalog',
      original: `locales/${locale}/${namespace}.json`,
      id: `${namespace}:${key}`,
      base: `${namespace}:${base}`,
      ...(category === undefined ? {} : { category }),
      source,
      ...(category === undefined ? {} : { singular: sources.get(`${base}_one`) ?? source }),
      ...(target === undefined ? {} : { target }),
      state: stateOf(target, why, entry),
      record: { key: group, english, ...(entry ? { entry } : {}) },
      ...(entry?.note === undefined ? {} : { note: entry.note }),
      why,
      elements: [...(/^elements\.([^.]+)\./u.exec(key)?.slice(1) ?? [])],
    };
  });
}

function stateOf(
  target: string | undefined,
  why: readonly Reason[],
  entry: ReviewEntry | undefined,
): TranslationState {
  if (target === undefined || target === '') return 'new';
  return exchangedState(why.length > 0 ? 'question' : (entry?.state ?? 'translated'));
}

function whyOpen(
  key: string,
  target: string | undefined,
  reference: string,
  { locale, glossary }: Pick<CatalogPair, 'locale' | 'glossary'>,
): Reason[] {
  if (target === undefined) return [{ code: 'missing-key' }];
  return checkText({ key, text: target, reference, locale, names: productNames, glossary }).map(
    ({ problem, found = '', expected = '' }) => ({ code: problem, values: { found, expected } }),
  );
}

/** Lists the forms a language is to have: those of English, with its own plural categories. */
function wantedForms(
  sources: ReadonlyMap<string, string>,
  targets: ReadonlyMap<string, string>,
  locale: string,
): { base: string; category?: string }[] {
  const seen = new Set<string>();
  return [...sources.keys()].flatMap((key) => {
    const { base: stem } = splitPluralKey(key);
    const plural = sources.has(`${stem}_other`);
    const base = plural ? stem : key;
    if (seen.has(base)) return [];
    seen.add(base);
    // A language may count where English need not.
    const counts = !plural && targets.has(`${base}_other`) && !sources.has(`${base}_other`);
    return plural || counts ? pluralCategories(locale).map((category) => ({ base, category })) : [{ base }];
  });
}
