import { fileURLToPath } from 'node:url';
import { loadCatalogs } from '../../src/locale/load-catalogs.ts';
import type { Locale } from '../../src/locale/negotiate.ts';
import { createTranslator, type Translate } from '../../src/locale/translator.ts';

const folder = fileURLToPath(new URL('../../locales', import.meta.url));

/** Gives the words of the shipped catalogs in a language. */
export function translateIn(locale: Locale = 'en'): Translate {
  return createTranslator(locale, loadCatalogs([folder], [locale, 'en']).catalogs).translate;
}
