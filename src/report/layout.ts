import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { breakLines, hasIdeographs } from './break-lines.ts';

/** The widest text block, in columns: longer lines are hard to read. */
const widest = 100;

// A text that is painted as a whole, such as a bold heading: what opens the paint, the text, what closes it.
const painted = /^((?:\u001b\[\d+m)*)([^\u001b]*)((?:\u001b\[\d+m)*)$/u;

/**
 * Breaks a text into lines that fit, counting wide letters as two columns, with a first prefix and an indent for what
 * follows. Chinese and Japanese break between letters where their typography allows it, all else at spaces.
 *
 * @param columns Width of the terminal.
 */
export function wrapText(
  text: string,
  columns: number,
  prefix = '',
  indent = ' '.repeat(stringWidth(prefix)),
): string[] {
  const width = Math.max(20, Math.min(columns, widest) - stringWidth(indent));
  return breakPainted(text, width).map((line, index) => (index === 0 ? prefix + line : indent + line));
}

function breakPainted(text: string, width: number): string[] {
  if (!text.includes('\n') && stringWidth(text) <= width) return [text];
  const whole = hasIdeographs(text) ? painted.exec(text) : null;
  if (!whole) return wrapAnsi(text, width, { hard: true, trim: true }).split('\n');
  const [, open = '', plain = '', close = ''] = whole;
  return breakLines(plain, width).map((line) => open + line + close);
}
