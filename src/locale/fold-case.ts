/**
 * Folds the case of one UTF-16 code unit as a regular expression with the flags `iu` does, by simple case folding:
 * over the capital letter, so that `ſ` becomes `s`. What would become several units stays.
 */
export function foldCase(unit: number): number {
  const letter = String.fromCharCode(unit);
  // Its capital is that of `i`, but the two are no pair.
  if (letter === 'ı') return unit;
  const capital = letter.toUpperCase();
  const small = (capital.length === 1 ? capital : letter).toLowerCase();
  return small.length === 1 ? small.charCodeAt(0) : unit;
}
