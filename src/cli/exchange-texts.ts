import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { readText } from '../diagnostic/read-text.ts';
import { loadCatalogs } from '../locale/load-catalogs.ts';
import { locales } from '../locale/negotiate.ts';
import { parseYaml } from '../rules/yaml-source.ts';
import { type GlossaryEntry, glossaryOf } from '../sync/catalogs/glossary.ts';
import { listCatalogTexts } from '../sync/exchange/catalog-exchange.ts';
import type { ExchangeText } from '../sync/exchange/exchange-text.ts';
import type { ReviewEntries } from '../sync/review/read-review.ts';
import { parseReview } from '../sync/review/review-file.ts';

/** The languages that are translated into. */
export const targetLocales: readonly string[] = locales.filter((locale) => locale !== 'en');

/** The catalogs of a project as texts to translate, with what could not be read. */
export interface ProjectTexts {
  texts: ExchangeText[];
  english: Record<string, object>;
  diagnostics: Diagnostic[];
}

/** Reads the catalogs, glossary and review records below `locales/` of a project. */
export async function readProjectTexts(root: string): Promise<ProjectTexts> {
  const { catalogs, diagnostics } = loadCatalogs([join(root, 'locales')], locales);
  const english = catalogs['en'] ?? {};
  if (Object.keys(english).length === 0)
    diagnostics.push({ code: 'no-catalogs', severity: 'error', path: 'locales/en' });
  const glossary = await readGlossary(root, diagnostics);
  const texts: ExchangeText[] = [];
  for (const locale of targetLocales) {
    const entries = await readEntries(root, locale, diagnostics);
    texts.push(...listCatalogTexts({ locale, catalogs, entries, glossary }));
  }
  return { texts, english, diagnostics };
}

async function readGlossary(root: string, diagnostics: Diagnostic[]): Promise<GlossaryEntry[]> {
  const shown = 'locales/glossary.yaml';
  if (!existsSync(join(root, shown))) return [];
  const text = await readText(join(root, shown), shown);
  const parsed =
    typeof text === 'string' ? glossaryOf(parseYaml(text, shown)) : { entries: [], diagnostics: [text] };
  diagnostics.push(...parsed.diagnostics);
  return parsed.entries;
}

async function readEntries(root: string, locale: string, diagnostics: Diagnostic[]): Promise<ReviewEntries> {
  const shown = `locales/${locale}/review.yaml`;
  if (!existsSync(join(root, shown))) return new Map();
  const text = await readText(join(root, shown), shown);
  const parsed =
    typeof text === 'string' ? parseReview(text, shown) : { entries: new Map(), diagnostics: [text] };
  diagnostics.push(...parsed.diagnostics);
  return parsed.entries;
}
