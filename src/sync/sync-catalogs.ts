import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { readText } from '../diagnostic/read-text.ts';
import { loadCatalogs } from '../locale/load-catalogs.ts';
import { locales } from '../locale/negotiate.ts';
import type { Catalogs } from '../locale/translator.ts';
import type { RuleSet } from '../rules/project.ts';
import { type ReadYaml, readYaml } from '../rules/read-yaml.ts';
import type { YamlSource } from '../rules/yaml-source.ts';
import { checkCatalogs } from './catalogs/check-catalogs.ts';
import { type GlossaryEntry, glossaryOf } from './catalogs/glossary.ts';
import { productNames } from './catalogs/product-names.ts';
import { requiredTexts } from './catalogs/required-texts.ts';
import { acceptedReview, checkReview, type LanguageReview, parseReviewSpec } from './review/check-review.ts';
import { readReview } from './review/read-review.ts';
import type { ReviewEdits } from './review/review-file.ts';
import { type SyncFinding, syncFinding } from './sync-finding.ts';
import { writeText } from '../diagnostic/write-text.ts';

/** The catalogs of a project with what is recorded of them. */
export interface ProjectCatalogs {
  root: string;
  catalogs: Catalogs;
  glossary: GlossaryEntry[];
  reviews: LanguageReview[];
  diagnostics: Diagnostic[];
}

/**
 * Loads the catalogs, glossary and records of a project; undefined where it has no catalogs of its own.
 *
 * @param read How YAML is read, where some is known already.
 */
export async function loadProjectCatalogs(
  root: string,
  read: ReadYaml = readYaml,
): Promise<ProjectCatalogs | undefined> {
  if (!existsSync(join(root, 'locales'))) return undefined;
  const { catalogs, diagnostics } = loadCatalogs([join(root, 'locales')], locales);
  const glossary: GlossaryEntry[] = [];
  const glossaryPath = 'locales/glossary.yaml';
  if (existsSync(join(root, glossaryPath))) {
    const text = await readText(join(root, glossaryPath), glossaryPath);
    const parsed =
      typeof text === 'string'
        ? await understand(text, glossaryPath, glossaryOf, read)
        : { entries: [], diagnostics: [text] };
    glossary.push(...parsed.entries);
    diagnostics.push(...parsed.diagnostics);
  }
  const reviews: LanguageReview[] = [];
  for (const locale of locales) {
    if (locale === 'en' || Object.keys(catalogs[locale] ?? {}).length === 0) continue;
    const path = `locales/${locale}/review.yaml`;
    let entries: LanguageReview['entries'] = new Map();
    if (existsSync(join(root, path))) {
      const text = await readText(join(root, path), path);
      const parsed =
        typeof text === 'string'
          ? await understand(text, path, readReview, read)
          : { entries, diagnostics: [text] };
      ({ entries } = parsed);
      diagnostics.push(...parsed.diagnostics);
    }
    reviews.push({ locale, path, entries });
  }
  return { root, catalogs, glossary, reviews, diagnostics };
}

/** Reads a file by its content; where something is wrong, once more with the places of it. */
async function understand<Found extends { diagnostics: Diagnostic[] }>(
  text: string,
  path: string,
  from: (source: YamlSource) => Found,
  read: ReadYaml,
): Promise<Found> {
  const found = from(await read(text, path));
  return found.diagnostics.length > 0 ? from(await readYaml(text, path)) : found;
}

/** Lists what is wrong with catalogs, and which translations were made from an older English. */
export function catalogFindings(
  { catalogs, glossary, reviews }: ProjectCatalogs,
  rules: Pick<RuleSet, 'facts' | 'workflows' | 'advisories'>,
): SyncFinding[] {
  const required = requiredTexts(rules);
  const found = checkCatalogs(catalogs, { locales, glossary, required, names: productNames }).map(
    ({ locale, namespace, key, problem, found: said = '', expected = '' }) =>
      syncFinding(`catalog-${problem}`, 'error', 'catalogs', {
        locales: [locale],
        path: `locales/${locale}/${namespace}.json`,
        values: { locale, namespace, key, found: said, expected },
      }),
  );
  return [...found, ...reviews.flatMap((review) => checkReview(catalogs, review).findings)];
}

/**
 * Writes the records that a person says were made from the English of today and, if asked to, those that are certain:
 * of texts that have none, and no more of texts that are gone.
 */
export async function writeReviews(
  { root, catalogs, reviews }: ProjectCatalogs,
  accepted: readonly string[],
  certain: boolean,
): Promise<{ written: { path: string; changes: number }[]; diagnostics: Diagnostic[] }> {
  const written: { path: string; changes: number }[] = [];
  const diagnostics: Diagnostic[] = [];
  const specs = accepted.flatMap((spec) => {
    const parsed = parseReviewSpec(spec);
    return parsed ? [{ spec, ...parsed }] : [];
  });
  for (const { spec, locale, key } of specs) {
    const review = reviews.find((each) => each.locale === locale);
    if (!review || acceptedReview(catalogs, review, key).size === 0)
      diagnostics.push({
        code: 'nothing-to-accept',
        severity: 'error',
        path: '--accept',
        values: { found: spec },
      });
  }
  for (const review of reviews) {
    const none = { set: new Map<string, string>(), remove: [] };
    const edits = certain ? checkReview(catalogs, review).edits : none;
    const set = new Map(edits.set);
    for (const { locale, key } of specs) {
      if (locale !== review.locale) continue;
      for (const [each, english] of acceptedReview(catalogs, review, key)) set.set(each, english);
    }
    const changes = set.size + edits.remove.length;
    if (changes > 0 && (await writeReview(root, review.path, { ...edits, set }, diagnostics)))
      written.push({ path: review.path, changes });
  }
  return { written, diagnostics };
}

async function writeReview(
  root: string,
  path: string,
  edits: ReviewEdits,
  diagnostics: Diagnostic[],
): Promise<boolean> {
  const absolute = join(root, path);
  const text = existsSync(absolute) ? await readText(absolute, path) : '';
  if (typeof text !== 'string') {
    diagnostics.push(text);
    return false;
  }
  const { editReview, parseReview } = await import('./review/review-file.ts');
  // A file that cannot be read is for a person to mend.
  if (text !== '' && parseReview(text, path).diagnostics.length > 0) return false;
  const edited = editReview(text, edits);
  if (edited === text) return false;
  writeText(absolute, edited);
  return true;
}
