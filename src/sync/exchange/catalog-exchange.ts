import { digestText } from '../../content/digest.ts';
import { listTexts } from '../catalogs/catalog-texts.ts';
import { checkText } from '../catalogs/check-text.ts';
import type { GlossaryEntry } from '../catalogs/glossary.ts';
import { pluralCategories, splitPluralKey } from '../catalogs/plural-keys.ts';
import type { ExchangeText, Reason, TranslationState } from './exchange-text.ts';
import type { ReviewRecords } from './review-records.ts';

/** One language's catalogs beside the English ones. */
export interface CatalogPair {
  locale: string;
  /** Catalogs by namespace. */
  english: Readonly<Record<string, object>>;
  own: Readonly<Record<string, object>>;
  records: ReviewRecords;
  glossary: readonly GlossaryEntry[];
}

/** Lists every text that a language is to have, with its English, its state and what is in question about it. */
export function listCatalogTexts(pair: CatalogPair): ExchangeText[] {
  return Object.keys(pair.english).flatMap((namespace) => namespaceTexts(namespace, pair));
}

/** Digests the English of a text, all its plural forms together. */
export function digestSources(texts: readonly Pick<ExchangeText, 'source' | 'category'>[]): string {
  return digestText(texts.map(({ category = '', source }) => `${category} ${source}`).join('\n'));
}

function namespaceTexts(
  namespace: string,
  { locale, english, own, records, glossary }: CatalogPair,
): ExchangeText[] {
  const sources = listTexts(english[namespace] ?? {}).texts;
  const targets = listTexts(own[namespace] ?? {}).texts;
  const rows = wantedForms(sources, targets, locale).map(({ base, category }): ExchangeText => {
    const key = category === undefined ? base : `${base}_${category}`;
    const source = sources.get(key) ?? sources.get(`${base}_other`) ?? sources.get(base) ?? '';
    const target = targets.get(key);
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
      state: 'translated',
      why: whyOpen(key, target, source, { locale, glossary }),
      elements: [...(/^elements\.([^.]+)\./u.exec(key)?.slice(1) ?? [])],
    };
  });
  const forms = new Map<string, ExchangeText[]>();
  for (const row of rows) forms.set(row.base, [...(forms.get(row.base) ?? []), row]);
  for (const row of rows) {
    const record = records.get(row.base);
    const outdated = record !== undefined && record.source !== digestSources(forms.get(row.base) ?? []);
    if (outdated && row.target !== undefined) row.why.push({ code: 'source-changed' });
    row.state = stateOf(row, record?.state);
    if (record?.note !== undefined) row.note = record.note;
  }
  return rows;
}

function stateOf({ target, why }: ExchangeText, recorded: TranslationState | undefined): TranslationState {
  if (target === undefined || target === '') return 'new';
  if (recorded?.startsWith('needs-')) return recorded;
  return why.length > 0 ? 'needs-review-translation' : (recorded ?? 'translated');
}

function whyOpen(
  key: string,
  target: string | undefined,
  reference: string,
  { locale, glossary }: Pick<CatalogPair, 'locale' | 'glossary'>,
): Reason[] {
  if (target === undefined) return [{ code: 'missing-key' }];
  return checkText({ key, text: target, reference, locale, names: [], glossary })
    .filter(
      ({ problem }) => problem !== 'left-in-english' || target !== reference || /\p{Ll}.*\s/u.test(target),
    )
    .map(({ problem, found = '', expected = '' }) => ({ code: problem, values: { found, expected } }));
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
