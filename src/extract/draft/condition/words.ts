import type { Phrases } from '../phrases.ts';
import { type Span, spansOf } from './span.ts';

/** A word in lower case, with its offsets in its text. */
export interface PlacedWord extends Span {
  word: string;
  /** The English word for it, where its language makes one word of several: it is told by the terms of its table. */
  term?: string;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Splits a text into words in lower case; where words do not stand apart, by the dictionary of the platform. */
export function splitWords(text: string, language: string): string[] {
  return segmentWords(text, language).map(({ word }) => word);
}

/** A sentence is asked for several times in a row. */
let lastPlaced: { text: string; language: string; words: readonly PlacedWord[] } = {
  text: '',
  language: '',
  words: [],
};

/** Splits a text into words in lower case with their offsets, and compounds into the words that they are made of. */
export function placedWords(text: string, phrases: Phrases): readonly PlacedWord[] {
  const { language, compounds } = phrases;
  if (lastPlaced.text === text && lastPlaced.language === language) return lastPlaced.words;
  const whole = segmentWords(text, language);
  const words = compounds ? splitCompounds(whole, termsIn(text, phrases)) : whole;
  lastPlaced = { text, language, words };
  return words;
}

function segmentWords(text: string, language: string): PlacedWord[] {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  const words: PlacedWord[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike !== true) continue;
    words.push({ word: segment.toLowerCase(), start: index, end: index + segment.length });
  }
  return words;
}

/** Letters of an ending, or of what joins the words of a compound, at most ("Kauf|s", "Reservierung|en"). */
const longestEnding = 2;

interface Term extends Span {
  name: string;
}

function termsIn(text: string, { terms }: Phrases): Map<number, Term> {
  const longest = new Map<number, Term>();
  for (const { name, pattern } of terms) {
    for (const { start, end } of spansOf(text, pattern)) {
      const known = longest.get(start);
      if (!known || known.end < end) longest.set(start, { name, start, end });
    }
  }
  return longest;
}

/** Takes words apart at the terms that they begin with; what is no term stays a word, and so do words without terms. */
function splitCompounds(words: readonly PlacedWord[], terms: ReadonlyMap<number, Term>): PlacedWord[] {
  return words.flatMap((whole) => {
    const pieces: PlacedWord[] = [];
    let at = whole.start;
    while (at < whole.end) {
      const last = pieces.at(-1);
      const places = last ? [at, at + 1, at + longestEnding] : [at];
      const [term] = places.flatMap((place) => (place < whole.end ? (terms.get(place) ?? []) : []));
      const rest = last && !term && whole.end - at <= longestEnding;
      if (last && (term || rest)) last.end = term?.start ?? whole.end;
      if (rest) break;
      const start = term?.start ?? at;
      const end = term ? Math.min(term.end, whole.end) : whole.end;
      const word = whole.word.slice(start - whole.start, end - whole.start);
      pieces.push({ word, start, end, ...(term ? { term: term.name } : {}) });
      at = end;
    }
    return pieces;
  });
}

/** Tells whether a word of a name stands in a text, in whatever form. */
export function isWord(word: string, { word: said, term }: PlacedWord): boolean {
  return sameWord(word, said) || (term !== undefined && sameWord(word, term));
}

/** Tells whether two words are forms of one: they share all but a short ending. */
export function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(a)) {
    // Particles and endings hang on the word.
    return short.length >= 2 && long.startsWith(short);
  }
  if (short.length < 4) return false;
  let shared = 0;
  while (shared < short.length && short[shared] === long[shared]) shared += 1;
  if (shared === short.length && short.length >= 5) return true;
  return shared >= 4 && short.length - shared <= 2 && long.length - shared <= 3;
}

/** Takes accents off, so that words of any Latin script can stand in names. */
export function inPlainLetters(word: string): string {
  return word.replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
}
