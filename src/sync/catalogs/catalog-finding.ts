import { compareText } from '../../diagnostic/diagnostic.ts';

/** What can be wrong with one text of a catalog. */
export const catalogProblems = [
  'missing-catalog',
  'missing-key',
  'extra-key',
  'unused-key',
  'missing-plural',
  'extra-plural',
  'missing-placeholder',
  'extra-placeholder',
  'malformed-placeholder',
  'empty-text',
  'not-text',
  'left-in-english',
  'never-word',
  'other-term',
] as const;

/** One problem of a text in a catalog. */
export type CatalogProblem = (typeof catalogProblems)[number];

/** Something found in a catalog: a pure value. */
export interface CatalogFinding {
  locale: string;
  namespace: string;
  /** Path of the text in the catalog, with its plural suffix; empty where the whole catalog is meant. */
  key: string;
  problem: CatalogProblem;
  /** The word, placeholder, plural category or text in question. */
  found?: string;
  /** What should stand there instead. */
  expected?: string;
}

/** Orders findings by catalog, key and problem. */
export function compareCatalogFindings(a: CatalogFinding, b: CatalogFinding): number {
  return (
    compareText(a.locale, b.locale) ||
    compareText(a.namespace, b.namespace) ||
    compareText(a.key, b.key) ||
    compareText(a.problem, b.problem) ||
    compareText(a.found ?? '', b.found ?? '')
  );
}
