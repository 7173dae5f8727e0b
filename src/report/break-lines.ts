import stringWidth from 'fast-string-width';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Letters between which a line may break; Hangul is not among them, since Korean breaks at spaces. */
const ideographic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;
/** Tells whether a text has letters between which lines may break without a space. */
export function hasIdeographs(text: string): boolean {
  return ideographic.test(text);
}

/** What must not begin a line: closing marks, small kana, the sign of a long vowel. */
const noStart = /^[、。，．・：；？！）」』】〉》”’ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)\]}…,.:;?!%]/u;
/** What must not end a line: opening marks. */
const noEnd = /[（「『【〈《“‘([{]$/u;

/**
 * Breaks plain text into lines of at most `width` columns: at spaces, and between Chinese and Japanese letters where
 * their typography allows it; a word that is wider than a line is cut.
 */
export function breakLines(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of unbreakable(text.trim())) {
    const whole = widthOf(piece);
    const wide = whole - (piece.length - piece.trimEnd().length);
    if (used + wide > width && line !== '') {
      lines.push(line.trimEnd());
      [line, used] = ['', 0];
    }
    if (wide <= width) {
      line += piece;
      used += whole;
      continue;
    }
    for (const grapheme of splitGraphemes(piece)) {
      const more = graphemeWidth(grapheme);
      if (used + more > width && line !== '') {
        lines.push(line.trimEnd());
        [line, used] = ['', 0];
      }
      line += grapheme;
      used += more;
    }
  }
  return [...lines, line.trimEnd()];
}

const widths = new Map<string, number>();

/** Letters repeat, and measuring one is dear. */
function graphemeWidth(grapheme: string): number {
  const known = widths.get(grapheme);
  if (known !== undefined) return known;
  const width = stringWidth(grapheme);
  // Pages of one language use a few thousand; a hostile text is not kept whole.
  if (widths.size < 10_000) widths.set(grapheme, width);
  return width;
}

function widthOf(text: string): number {
  return splitGraphemes(text).reduce((width, grapheme) => width + graphemeWidth(grapheme), 0);
}

/** Splits a text into its letters as people see them. */
export function splitGraphemes(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Splits a text into the pieces that a line break must leave whole, with the spaces that follow them. */
function unbreakable(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let before = '';
  for (const grapheme of splitGraphemes(text)) {
    if (piece !== '' && mayBreak(before, grapheme)) {
      pieces.push(piece);
      piece = '';
    }
    piece += grapheme;
    before = grapheme;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

function mayBreak(before: string, after: string): boolean {
  if (/^\s/u.test(after)) return false;
  if (/^\s/u.test(before)) return true;
  if (noStart.test(after) || noEnd.test(before)) return false;
  return ideographic.test(before) || ideographic.test(after);
}
