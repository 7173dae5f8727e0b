const suffix = /_(zero|one|two|few|many|other)$/u;

/** Takes the plural category off a key of an i18next catalog: `violated_one` is `violated` and `one`. */
export function splitPluralKey(key: string): { base: string; category?: string } {
  const category = suffix.exec(key)?.[1];
  return category === undefined ? { base: key } : { base: key.slice(0, -category.length - 1), category };
}

/** Gives the categories that a language counts whole and other numbers by (CLDR): `other` alone in Korean. */
export function pluralCategories(locale: string): readonly string[] {
  const known = categories.get(locale);
  if (known) return known;
  const found = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  categories.set(locale, found);
  return found;
}

const categories = new Map<string, readonly string[]>();
