import type { DraftContext } from './drafted-part.ts';
import { findNames } from './names.ts';
import type { Phrases } from '../phrases.ts';
import { contentOf, residueOf } from './residue.ts';
import { overlap, type Span, spansOf } from './span.ts';
import { tidy } from './tidy.ts';

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

/** Tells whether words say that something is done, besides what they name. */
export function saysDeed(words: string, { phrases, vocabulary }: DraftContext): boolean {
  const names = findNames(words, phrases, vocabulary);
  return [phrases.absence, phrases.verbs]
    .flatMap((pattern) => spansOf(words, pattern))
    .some((verb) => !names.some((name) => overlap(name, verb)));
}

/** Tells whether words say that someone has something, first or last of all, and nothing of a deed. */
export function saysState(words: string, context: DraftContext): boolean {
  const trimmed = tidy(words);
  const stands = ({ start, end }: Span): boolean => start === 0 || end === trimmed.length;
  const { phrases, vocabulary } = context;
  const copulas = findNames(trimmed, phrases, vocabulary).length > 0 ? [] : spansOf(trimmed, phrases.copulas);
  const having = spansOf(trimmed, phrases.having).filter(
    (span) => !copulas.some((each) => overlap(each, span)),
  );
  return having.some(stands) && !saysDeed(trimmed, context);
}
