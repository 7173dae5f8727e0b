import type { FrontMatter } from './document.ts';

// Made when first asked for: it takes as long to make as a small page to read.
let languageNames: Intl.DisplayNames | undefined;

/**
 * Gives the locale of a page: `ms.contentlocale`, else the nearest folder that is a BCP 47 tag.
 *
 * A folder counts when it is a two-letter language or a tag with a script or region (`zh-Hans`, `fil-PH`); a bare
 * longer word does not, since `bin` and `content` are well-formed tags too.
 */
export function documentLocale(frontMatter: FrontMatter, path: string): string | undefined {
  const folders = path.split('/').slice(0, -1).toReversed();
  for (const candidate of [frontMatter.locale, ...folders]) {
    const locale = candidate === undefined ? undefined : canonicalLocale(candidate);
    if (locale !== undefined) return locale;
  }
  return undefined;
}

function canonicalLocale(tag: string): string | undefined {
  if (!/^(?:[a-z]{2}|[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?)$/iu.test(tag)) return undefined;
  if (/^[a-z]{3}$/iu.test(tag)) return undefined;
  try {
    const [locale] = Intl.getCanonicalLocales(tag);
    const language = locale?.split('-')[0];
    languageNames ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
    return language !== undefined && languageNames.of(language) !== undefined ? locale : undefined;
  } catch {
    return undefined;
  }
}
