import type { Catalogs } from '../../locale/translator.ts';
import { compareCatalogFindings, type CatalogFinding, type CatalogProblem } from './catalog-finding.ts';
import { type CatalogTexts, listTexts } from './catalog-texts.ts';
import { checkText } from './check-text.ts';
import type { GlossaryEntry } from './glossary.ts';
import { pluralCategories, splitPluralKey } from './plural-keys.ts';
import type { RequiredTexts } from './required-texts.ts';

/** What catalogs are checked against. */
export interface CatalogExpectations {
  /** Languages that must have every catalog; English first, whose keys count. */
  locales: readonly string[];
  glossary: readonly GlossaryEntry[];
  /** What rules need words for, by namespace. */
  required: ReadonlyMap<string, RequiredTexts>;
  /** Texts that are the same in every language, such as product names. */
  names: readonly string[];
}

type Report = (key: string, problem: CatalogProblem, details?: { found?: string; expected?: string }) => void;

/** Checks catalogs by language and namespace against English, the rules and the glossary. */
export function checkCatalogs(catalogs: Catalogs, expectations: CatalogExpectations): CatalogFinding[] {
  const findings: CatalogFinding[] = [];
  const { locales, required } = expectations;
  const everywhere = locales.flatMap((locale) => Object.keys(catalogs[locale] ?? {}));
  for (const namespace of new Set([...everywhere, ...required.keys()])) {
    const english = listTexts(catalogs['en']?.[namespace] ?? {});
    for (const locale of locales) {
      const report: Report = (key, problem, details = {}) =>
        void findings.push({ locale, namespace, key, problem, ...details });
      const catalog = catalogs[locale]?.[namespace];
      if (catalog) checkCatalog(listTexts(catalog), english, { ...expectations, locale, namespace }, report);
      else report('', 'missing-catalog');
    }
  }
  return findings.toSorted(compareCatalogFindings);
}

function checkCatalog(
  { texts, notText }: CatalogTexts,
  english: CatalogTexts,
  context: CatalogExpectations & { locale: string; namespace: string },
  report: Report,
): void {
  const { locale, namespace, glossary, names } = context;
  notText.forEach((key) => report(key, 'not-text'));
  const required = context.required.get(namespace)?.keys;
  const plural = [...texts.keys()].map(splitPluralKey).filter(({ category }) => category !== undefined);
  const counted = new Set(plural.map(({ base }) => base));
  const wanted = wantedKeys(english.texts, counted, required, locale);
  for (const key of wanted) {
    if (texts.has(key)) continue;
    const { base, category } = splitPluralKey(key);
    if (category === undefined || !counted.has(base)) report(key, 'missing-key');
    else report(key, 'missing-plural', { expected: category });
  }
  for (const [key, text] of texts) {
    const { base, category } = splitPluralKey(key);
    if (required && !required.has(base)) report(key, 'unused-key');
    else if (!wanted.has(key) && category !== undefined && wanted.has(`${base}_other`))
      report(key, 'extra-plural', { found: category, expected: pluralCategories(locale).join(', ') });
    else if (!wanted.has(key)) report(key, 'extra-key');
    const reference = english.texts.get(`${base}_other`) ?? english.texts.get(base);
    for (const { problem, ...details } of checkText({ key, text, reference, locale, names, glossary }))
      report(key, problem, details);
  }
  for (const { key, terms } of glossary) {
    const [home, path = ''] = key?.split(':') ?? [];
    const expected = terms[locale];
    if (home !== namespace || expected === undefined || !texts.has(path) || texts.get(path) === expected)
      continue;
    report(path, 'other-term', { found: texts.get(path) ?? '', expected });
  }
}

/** Lists the keys a language must have: those of English and of the rules, with its own plural categories. */
function wantedKeys(
  english: ReadonlyMap<string, string>,
  counted: ReadonlySet<string>,
  required: ReadonlySet<string> | undefined,
  locale: string,
): Set<string> {
  const bases = new Set([...english.keys()].map((key) => baseOf(key, english)));
  for (const key of required ?? []) bases.add(key);
  const wanted = new Set<string>();
  for (const base of bases) {
    // A language may count where English need not: the text has a number all the same.
    const counts = (english.get(base) ?? '').includes('{{count}}') && counted.has(base);
    if (english.has(`${base}_other`) || counts)
      pluralCategories(locale).forEach((category) => wanted.add(`${base}_${category}`));
    else wanted.add(base);
  }
  return wanted;
}

/** Gives the key without plural category where it is a plural form in English: one that `other` stands beside. */
function baseOf(key: string, english: ReadonlyMap<string, string>): string {
  const { base } = splitPluralKey(key);
  return english.has(`${base}_other`) ? base : key;
}
