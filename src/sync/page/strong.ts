/** A piece of bold text as its delimiters mean it. */
export interface StrongSpan {
  /** The text between the delimiters, white space included. */
  text: string;
  /** The characters just outside the delimiters; empty at the ends. */
  before: string;
  after: string;
}

const delimiter = /(?<!\\|\*)\*\*(?!\*)|(?<!\\|\*)\*\*\*(?!\*)/gu;

/** Reads the bold spans of a segment by pairing its `**`; `odd` where one is left over. */
export function readStrong(text: string): { spans: StrongSpan[]; odd: boolean } {
  const marks = Array.from(text.matchAll(delimiter), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  const spans: StrongSpan[] = [];
  for (let index = 0; index + 1 < marks.length; index += 2) {
    const [open, close] = [marks[index], marks[index + 1]];
    if (!open || !close) continue;
    spans.push({
      text: text.slice(open.end, close.start),
      before: text.slice(0, open.start).at(-1) ?? '',
      after: text[close.end] ?? '',
    });
  }
  return { spans, odd: marks.length % 2 === 1 };
}

const punctuation = /[\p{P}\p{S}]/u;
const wordCharacter = /[\p{L}\p{N}]/u;

/**
 * Tells whether CommonMark takes both delimiters of a span for what they are meant to be: an opening one must not have
 * white space after it, a closing one none before it, and neither may stand between punctuation and a letter
 * (spec 0.31, left- and right-flanking delimiter runs).
 */
export function isStrongRendered({ text, before, after }: StrongSpan): boolean {
  const first = text[0] ?? '';
  const last = text.at(-1) ?? '';
  if (first === '' || /\s/u.test(first) || /\s/u.test(last)) return false;
  if (punctuation.test(first) && wordCharacter.test(before)) return false;
  return !(punctuation.test(last) && wordCharacter.test(after));
}
