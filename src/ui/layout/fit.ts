import stringWidth from 'fast-string-width';
import { breakLines, splitGraphemes } from '../../report/break-lines.ts';

/** The widest paragraph, in columns: longer lines are hard to read. */
const widest = 100;

/**
 * Breaks a text into lines of at most `columns`, wide letters counting two, the first after a prefix and the others
 * indented by the prefix's width.
 */
export function fit(text: string, columns: number, prefix = ''): string[] {
  const indent = stringWidth(prefix);
  // Two columns are the least that a wide letter fits in.
  const width = Math.max(2, Math.min(columns, widest) - indent);
  return breakLines(text, width).map((line, index) => (index === 0 ? prefix : ' '.repeat(indent)) + line);
}

/** Cuts a text to one line of at most `columns`, with a sign that something is missing. */
export function cut(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  let line = '';
  for (const grapheme of splitGraphemes(text)) {
    if (stringWidth(line + grapheme) > columns - 1) break;
    line += grapheme;
  }
  return `${line.trimEnd()}…`;
}
