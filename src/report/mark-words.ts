import { diffArrays } from 'diff';

/** A piece of a text, and whether it is to be marked. */
export interface MarkedPart {
  text: string;
  marked: boolean;
}

/** The most words that one comparison follows; beyond, the whole texts count as different. */
const maximumEdits = 1000;

/** Compares two texts in one language word by word; what the other lacks is marked on each side. */
export function markDifferences(
  before: string,
  now: string,
  locale: string,
): { before: MarkedPart[]; now: MarkedPart[] } {
  const changes = diffArrays(words(before, locale), words(now, locale), { maxEditLength: maximumEdits });
  if (!changes) return { before: [{ text: before, marked: true }], now: [{ text: now, marked: true }] };
  const side = (left: 'added' | 'removed', own: 'added' | 'removed'): MarkedPart[] =>
    joinMarked(
      changes
        .filter((change) => !change[left])
        .map((change) => ({ text: change.value.join(''), marked: change[own] })),
    );
  return { before: side('added', 'removed'), now: side('removed', 'added') };
}

/** Joins marked pieces that only white space parts, and takes the mark off what is nothing but white space. */
function joinMarked(parts: readonly MarkedPart[]): MarkedPart[] {
  const joined: MarkedPart[] = [];
  parts.forEach((part, index) => {
    const blank = part.text.trim() === '';
    const between = joined.at(-1)?.marked === true && parts[index + 1]?.marked === true;
    const marked = blank ? between : part.marked;
    const last = joined.at(-1);
    if (last?.marked === marked) last.text += part.text;
    else joined.push({ text: part.text, marked });
  });
  return joined;
}

/** Marks where some words stand in a text; a Latin or Cyrillic word is not found inside another. */
export function markWords(text: string, wanted: readonly string[]): MarkedPart[] {
  const marks = wanted
    .filter((word) => word.trim() !== '')
    .flatMap((word) => {
      const at = findWord(text, word);
      return at < 0 ? [] : [{ start: at, end: at + word.length }];
    })
    .toSorted((a, b) => a.start - b.start);
  const parts: MarkedPart[] = [];
  let from = 0;
  for (const { start, end } of marks) {
    if (start < from) continue;
    if (start > from) parts.push({ text: text.slice(from, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    from = end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), marked: false });
  return parts;
}

/** Gives the offset of a word in a text, letter case aside, or -1. */
export function findWord(text: string, word: string): number {
  const [where, what] = [text.toLowerCase(), word.toLowerCase()];
  // Some letters change their length with their case; then offsets would not fit.
  if (where.length !== text.length || what.length !== word.length) return text.indexOf(word);
  const letter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u;
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    const inside =
      (letter.test(what[0] ?? '') && letter.test(where[at - 1] ?? ' ')) ||
      (letter.test(what.at(-1) ?? '') && letter.test(where[at + what.length] ?? ' '));
    if (!inside) return at;
  }
  return -1;
}

function words(text: string, locale: string): string[] {
  return Array.from(
    new Intl.Segmenter(locale, { granularity: 'word' }).segment(text),
    ({ segment }) => segment,
  );
}
