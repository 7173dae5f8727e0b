import type { Lookup } from '../locale/lookup.ts';
import type { CompiledCues } from './compile-cues.ts';

/** Language that a page keeps where a sentence was not translated. */
const pivot = 'en';

/**
 * Chooses the cue table that reads a text: that of the page's language, or the English one where the words of the text
 * are English. Only the text itself is asked.
 */
export function chooseTable(
  text: string,
  language: string,
  tables: Lookup<CompiledCues>,
): CompiledCues | undefined {
  const own = tables.get(language);
  const english = tables.get(pivot);
  if (!english || own === english) return own;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (table: CompiledCues): number => words.filter((word) => table.functionWords.has(word)).length;
  // Without cues of its own, a text is read only where it is plainly English.
  if (!own) return count(english) * 5 > words.length ? english : undefined;
  const apart = !own.letter.test('a');
  if (apart) return own.letter.test(text) ? own : english;
  return count(english) > count(own) ? english : own;
}
