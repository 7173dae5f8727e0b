/** A text as a bag of terms: words, and pairs of letters where a script does not part words. */
export type Terms = ReadonlyMap<string, number>;

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Counts the terms of a text. */
export function readTerms(text: string): Terms {
  const terms = new Map<string, number>();
  const add = (term: string): void => void terms.set(term, (terms.get(term) ?? 0) + 1);
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  for (const word of words) {
    if (!unspaced.test(word)) {
      add(word);
      continue;
    }
    const letters = Array.from(word);
    if (letters.length === 1) add(word);
    for (let at = 0; at + 1 < letters.length; at += 1) add(`${letters[at]}${letters[at + 1]}`);
  }
  return terms;
}

/** Weighs terms by how rare they are in a collection: what every sentence has says little. */
export class TermWeights {
  readonly #frequency = new Map<string, number>();
  readonly #size: number;

  constructor(texts: readonly Terms[]) {
    this.#size = texts.length;
    for (const terms of texts) {
      for (const term of terms.keys()) this.#frequency.set(term, (this.#frequency.get(term) ?? 0) + 1);
    }
  }

  of(term: string): number {
    return Math.log(1 + (this.#size + 1) / ((this.#frequency.get(term) ?? 0) + 1));
  }

  /** Gives from 0 (nothing in common) to 1 (the same terms) how alike two texts are: the weighted Dice coefficient. */
  similarity(a: Terms, b: Terms): number {
    let shared = 0;
    let total = 0;
    for (const [term, count] of a) {
      const weight = this.of(term);
      total += weight * count;
      shared += weight * Math.min(count, b.get(term) ?? 0);
    }
    for (const [term, count] of b) total += this.of(term) * count;
    return total === 0 ? 0 : (2 * shared) / total;
  }
}

const marks = /[\p{P}\p{Z}\s`~]/u;

/**
 * Gives what of a sentence carries meaning: letters, numbers and signs, without case, white space, punctuation,
 * emphasis and the destinations of links. Questions stay questions, and marks between digits stay.
 */
export function meaningOf(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\]\([^()\s]*\)/gu, ']')
    .replace(/<\/?[a-z][^<>]*>/giu, '')
    .toLowerCase();
  let kept = '';
  const letters = Array.from(plain);
  for (const [at, letter] of letters.entries()) {
    const betweenDigits = /\p{N}/u.test(letters[at - 1] ?? '') && /\p{N}/u.test(letters[at + 1] ?? '');
    const signed = letter === '-' && /\p{N}/u.test(letters[at + 1] ?? '');
    if (!marks.test(letter) || '?%&#@/'.includes(letter) || betweenDigits || signed) kept += letter;
  }
  return kept;
}

/** Tells whether two sentences differ in nothing that carries meaning. */
export function differsCosmetically(before: string, after: string): boolean {
  return meaningOf(before) === meaningOf(after);
}
