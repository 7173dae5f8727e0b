import { wrapAnsi } from 'fast-wrap-ansi';

/** The widest text block, in columns: longer lines are hard to read. */
const widest = 100;

/**
 * Breaks a text into lines that fit, counting wide letters as two columns, with a first prefix and an indent of the
 * same width for what follows.
 *
 * @param columns Width of the terminal.
 */
export function wrapText(
  text: string,
  columns: number,
  prefix = '',
  indent = ' '.repeat(prefix.length),
): string[] {
  const width = Math.max(20, Math.min(columns, widest) - indent.length);
  return wrapAnsi(text, width, { hard: true, trim: true })
    .split('\n')
    .map((line, index) => (index === 0 ? prefix + line : indent + line));
}
