/** How much a diagnostic matters: an `error` stops what depends on it, a `warning` is worth a look. */
export type Severity = 'error' | 'warning' | 'info';

/** A place in a text: line and column from 1, columns in UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

/** Values that a message names, by placeholder. */
export type DiagnosticValues = Record<string, string | number>;

/**
 * Something found in what a person gave: a value, never thrown.
 *
 * The code is the same in every language; report/ turns `code` and `values` into a sentence through the
 * catalog key `diagnostic.<code>`, and `hint` through `hint.<code>`.
 */
export interface Diagnostic {
  code: string;
  severity: Severity;
  /** Path as given or relative to the project; absent for what has no file, such as an option. */
  path?: string;
  at?: Position;
  /** Length in UTF-16 code units from `at`, on that line, to underline; absent underlines nothing. */
  length?: number;
  /** The whole line that `at` points into. */
  excerpt?: string;
  values?: DiagnosticValues;
  hint?: { code: string; values?: DiagnosticValues };
  /** Other places involved, such as the first of two duplicates. */
  related?: { path: string; at?: Position; code: string; values?: DiagnosticValues }[];
}

/** Orders diagnostics by path, line, column and code, so that output does not depend on reading order. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.path ?? '', b.path ?? '') ||
    (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
    (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
    compareText(a.code, b.code)
  );
}

/** Compares by UTF-16 code units, which is the same on every machine, unlike a locale's collation. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Tells whether any diagnostic is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
