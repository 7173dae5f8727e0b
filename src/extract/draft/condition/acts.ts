import type { Phrases } from '../phrases.ts';
import { contentOf, residueOf } from './residue.ts';
import { type Span, spansOf } from './span.ts';

/** Finds the verbs of words: what is done, and with what. */
export function verbsOf(words: string, { verbs, absence, harmless, acting }: Phrases): Span[] {
  return [verbs, absence, harmless, acting].flatMap((pattern) => spansOf(words, pattern));
}

/**
 * Tells whether words say what is done to what ("提交表格", "フォームの提出"), where no space tells words apart: the verb
 * stands at the edge.
 */
export function isAct(words: string, phrases: Phrases): boolean {
  if (phrases.spaced) return false;
  return verbsOf(words, phrases).some((verb) => {
    const outside = phrases.topicMarked ? words.slice(verb.end) : words.slice(0, verb.start);
    return contentOf(outside, phrases).length === 0 && residueOf(words, [verb], phrases).length > 0;
  });
}
