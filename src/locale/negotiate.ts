/** The languages that the interface and the rules speak, English first. */
export const locales = ['en', 'ko', 'zh', 'ja', 'ru'] as const;

/** A language of the interface. */
export type Locale = (typeof locales)[number];

/** What became of a wish for a language. */
export interface Negotiation {
  locale: Locale;
  /** The wish that could not be met, where an explicit one was not. */
  unmet?: string;
}

/**
 * Chooses the language: the first wish that a language meets, else English.
 *
 * A wish is a BCP 47 tag or a POSIX name (`ko_KR.UTF-8`; `C` and `POSIX` wish for nothing). Language and script must
 * agree once likely subtags are added, so `zh-TW` is Traditional Chinese and is not met by Simplified.
 *
 * @param explicit What the user asked for by name (flag, `WAYMARK_LOCALE`); not meeting it is reported.
 * @param surroundings What the environment suggests, most telling first; not meeting these goes unsaid.
 */
export function negotiateLocale(
  explicit: readonly (string | undefined)[],
  surroundings: readonly (string | undefined)[],
): Negotiation {
  let unmet: string | undefined;
  for (const wish of explicit) {
    if (wish === undefined || wish === '') continue;
    const locale = matchLocale(wish);
    if (locale) return { locale };
    unmet ??= wish;
  }
  for (const wish of surroundings) {
    const locale = wish === undefined ? undefined : matchLocale(wish);
    if (locale && unmet === undefined) return { locale };
  }
  return unmet === undefined ? { locale: 'en' } : { locale: 'en', unmet };
}

/** Gives the language of the interface that a tag names, or undefined. */
export function matchLocale(tag: string): Locale | undefined {
  const wanted = likely(tag);
  if (!wanted) return undefined;
  return locales.find((locale) => {
    const offered = new Intl.Locale(locale).maximize();
    return offered.language === wanted.language && offered.script === wanted.script;
  });
}

function likely(tag: string): Intl.Locale | undefined {
  const bare = tag
    .trim()
    .replace(/[.@].*$/u, '')
    .replaceAll('_', '-');
  if (bare === '' || bare === 'C' || bare === 'POSIX') return undefined;
  try {
    return new Intl.Locale(bare).maximize();
  } catch {
    return undefined;
  }
}
