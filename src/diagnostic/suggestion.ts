import { closest, distance } from 'fastest-levenshtein';
import type { Diagnostic } from './diagnostic.ts';

/**
 * Gives the hint that names what was probably meant, to be spread into a diagnostic; nothing where no name is near.
 *
 * @param shown How to show the name, such as with its dashes.
 */
export function suggestName(
  found: string,
  names: readonly string[],
  shown: (name: string) => string = (name) => name,
): Pick<Diagnostic, 'hint'> {
  // Long input is no misspelling, and measuring it takes time with the square of its length.
  if (names.length === 0 || found.length > 100) return {};
  const name = closest(found, names);
  // Where the name itself is known, something else about it is wrong.
  if (name === found) return {};
  const near = distance(found.toLowerCase(), name.toLowerCase()) <= Math.max(2, Math.ceil(name.length / 3));
  return near ? { hint: { code: 'did-you-mean', values: { name: shown(name) } } } : {};
}
