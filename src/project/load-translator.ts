import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { loadCatalogs } from '../locale/load-catalogs.ts';
import type { Locale } from '../locale/negotiate.ts';
import { createTranslator, type Translator } from '../locale/translator.ts';
import { packageRoot } from './package-root.ts';

/**
 * Loads the words of one language: those that come with the package, with a project's own `locales/` over them.
 *
 * @param root Folder of the project.
 */
export function loadTranslator(
  root: string,
  locale: Locale,
): { translator: Translator; diagnostics: Diagnostic[] } {
  const folders = [join(packageRoot, 'locales'), ...(root === packageRoot ? [] : [join(root, 'locales')])];
  const { catalogs, diagnostics } = loadCatalogs(folders, locale === 'en' ? ['en'] : [locale, 'en']);
  return { translator: createTranslator(locale, catalogs), diagnostics };
}
