import { pluralCategories } from '../catalogs/plural-keys.ts';

/** How gettext counts in a language: the CLDR categories in the order of `msgstr[n]`, and the header. */
export interface PoPlurals {
  categories: readonly string[];
  header: string;
}

const east = '(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)';

/** Formulas of languages with several forms, by CLDR's rules for whole numbers. */
const formulas: Readonly<Record<string, string>> = {
  'one other': 'nplurals=2; plural=(n != 1);',
  'one few many': `nplurals=3; plural=${east};`,
};

/**
 * Gives the plural forms of a language in gettext. gettext counts whole numbers alone; a category that only fractions
 * have (`other` in Russian) has no place there and is exchanged as a text by itself.
 */
export function poPlurals(locale: string): PoPlurals {
  const rules = new Intl.PluralRules(locale);
  const whole = new Set(Array.from({ length: 201 }, (_, number) => rules.select(number)));
  const categories = new Set(
    pluralCategories(locale).filter((category) => whole.has(category as Intl.LDMLPluralRule)),
  );
  const order = ['zero', 'one', 'two', 'few', 'many', 'other'].filter((category) => categories.has(category));
  return { categories: order, header: formulas[order.join(' ')] ?? 'nplurals=1; plural=0;' };
}
