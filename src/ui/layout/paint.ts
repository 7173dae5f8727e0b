import type { Style } from '../../report/style.ts';
import type { Tone } from './block.ts';

/** Paints a text in its tone. */
export function paint(words: string, tone: Tone, style: Style): string {
  switch (tone) {
    case 'plain':
      return words;
    case 'strong':
      return style.bold(words);
    case 'faint':
      return style.dim(words);
    case 'good':
      return style.good(words);
    case 'bad':
      return style.bad(words);
    case 'open':
      return style.open(words);
  }
}
