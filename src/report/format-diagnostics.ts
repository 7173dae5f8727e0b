import stringWidth from 'fast-string-width';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { stripControls } from '../diagnostic/visible-text.ts';
import type { Translate } from '../locale/translator.ts';
import type { Style } from './style.ts';

/** The most of a line that is quoted under a diagnostic, in letters. */
const maximumExcerpt = 160;

/** Formats diagnostics for people: place, severity, code, sentence, the line with the fault underlined, hint. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  translate: Translate,
  style: Style,
): string {
  return diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, translate, style)).join('\n');
}

function formatDiagnostic(diagnostic: Diagnostic, translate: Translate, style: Style): string {
  const { code, severity, path, at, excerpt, length = 1, values = {}, hint, related = [] } = diagnostic;
  const label = translate(`diagnostics:severity.${severity}`);
  const paint = severity === 'error' ? style.bad : style.open;
  const head = [place(path, at), paint(label), style.dim(code)].filter((part) => part !== '').join('  ');
  const lines = [head, `  ${clean(translate(`diagnostics:code.${code}`, values))}`];
  if (at && excerpt !== undefined && excerpt !== '') lines.push(...underline(excerpt, at, length, style));
  for (const other of related) {
    lines.push(
      `  ${place(other.path, other.at)}  ${clean(translate(`diagnostics:related.${other.code}`, other.values))}`,
    );
  }
  if (hint) {
    const sentence = clean(translate(`diagnostics:hint.${hint.code}`, hint.values));
    lines.push(`  ${style.bold(translate('diagnostics:hint-label'))}  ${sentence}`);
  }
  return `${lines.join('\n')}\n`;
}

function place(path: string | undefined, at: Diagnostic['at']): string {
  if (path === undefined) return '';
  return clean(at ? `${path}:${at.line}:${at.column}` : path);
}

function underline(
  excerpt: string,
  at: { line: number; column: number },
  length: number,
  style: Style,
): string[] {
  const margin = String(at.line).length;
  // A window around the place keeps the mark under its text on very long lines.
  const from = Math.max(0, Math.min(at.column - 1 - 40, excerpt.length - maximumExcerpt));
  const shown = excerpt.slice(from, from + maximumExcerpt).replaceAll('\t', ' ');
  const indent = at.column - 1 - from;
  const before = stringWidth(shown.slice(0, Math.max(0, indent)));
  const width = Math.max(1, stringWidth(shown.slice(Math.max(0, indent), Math.max(0, indent) + length)));
  return [
    `  ${at.line} │ ${clean(shown)}`,
    `  ${' '.repeat(margin)} │ ${' '.repeat(before)}${style.bad('^'.repeat(width))}`,
  ];
}

function clean(text: string): string {
  return stripControls(text);
}
