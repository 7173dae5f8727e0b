import type { Alphabet } from './alphabet.ts';
import { prepared } from './compile-pattern.ts';

/**
 * A regular expression that folds each text by its alphabet before it matches, and so takes texts as they are.
 * Where many expressions read one text, folding it once for all of them is faster. Groups are given as they stand in the
 * text with the flag `d` only.
 */
export class FoldingPattern extends RegExp {
  readonly #alphabet: Alphabet | undefined;

  /**
   * @param pattern The source for folded texts, from `Alphabet.narrow`; or another folding pattern, which string methods
   * make copies of.
   */
  constructor(pattern: string | RegExp, flags: string, alphabet?: Alphabet) {
    super(pattern, flags);
    this.#alphabet = alphabet ?? (pattern instanceof FoldingPattern ? pattern.#alphabet : undefined);
  }

  override exec(text: string): RegExpExecArray | null {
    const found = super.exec(this.#alphabet?.fold(text) ?? text);
    if (!found) return null;
    found[0] = text.slice(found.index, found.index + found[0].length);
    found.indices?.forEach((range, group) => {
      if (group > 0 && range) found[group] = text.slice(...range);
    });
    found.input = text;
    return found;
  }
}

/** Compiles a folding pattern from its source for folded texts, ready for many short texts. */
export function foldingPattern(source: string, flags: string, alphabet: Alphabet): FoldingPattern {
  return prepared(new FoldingPattern(source, flags, alphabet));
}
