import { contentOf } from './residue.ts';
import { denies, negationsOf } from './negation.ts';
import { isCaseOf, opensAs } from './opens-clause.ts';
import { firstMatch, type Phrases } from '../phrases.ts';
import { readQuantity } from './quantity.ts';
import { restricts } from './restriction.ts';
import { saysRule } from './rule-words.ts';
import { cutOut, overlap, spansOf } from './span.ts';

/** Words of a name that a bracket gives besides another ("or turn off"), at most. */
const mostOfName = 3;
const bracketed = /\([^()]{1,300}\)|（[^（）]{1,300}）/gu;

/** What brackets do to a sentence: nothing, they stand apart from the rest of it, or they bear on words that are not told. */
export type Asides =
  { kind: 'none' } | { kind: 'apart'; plain: string; brackets: string[] } | { kind: 'entwined' };

/** Reads what a sentence says in brackets: what rules there is no part of the rule around them. */
export function readAsides(sentence: string, phrases: Phrases): Asides {
  const asides = spansOf(sentence, bracketed)
    .map((span) => ({ ...span, words: sentence.slice(span.start + 1, span.end - 1) }))
    .filter(
      ({ words }) =>
        saysRule(words, phrases) ||
        restricts(words, phrases) ||
        opensExcept(words, phrases) ||
        denies(words, phrases) ||
        readQuantity(words, phrases)?.bounded === true ||
        namesOthers(words, phrases),
    );
  // "It must be active (not suspended)": the bracket only says what the word before it does not mean.
  const telling = asides.filter(({ words }) => !contrastsWord(words, phrases));
  const plain = cutOut(sentence, asides);
  if (asides.length === 0 || !/\p{L}/u.test(plain)) return { kind: 'none' };
  // "At least one (three at most)": a bound beside another is one of the same thing.
  const bounds = telling.some(({ words }) => readQuantity(words, phrases)) && readQuantity(plain, phrases);
  if (bounds || telling.some(({ words }) => bearsOnWords(words, phrases))) return { kind: 'entwined' };
  return { kind: 'apart', plain, brackets: telling.map(({ start, end }) => sentence.slice(start, end)) };
}

/**
 * "Give the number (if there is one)" asks some, who are not told; and what a bracket denies or keeps from others, as in "move
 * all of it (no copies)", bears on the words before it alone.
 */
function bearsOnWords(words: string, phrases: Phrases): boolean {
  if (isCaseOf(words, phrases) || namesOthers(words, phrases)) return true;
  const narrows = denies(words, phrases) || restricts(words, phrases);
  return narrows && !saysRule(words, phrases) && !opensExcept(words, phrases);
}

/** "You (or the reseller that your customer has set) must": those whom a bracket adds with more than a name are not read. */
function namesOthers(words: string, phrases: Phrases): boolean {
  const opens = firstMatch(words, phrases.joints.or)?.start === 0;
  return opens && contentOf(words, phrases).length > mostOfName;
}

/** Tells whether a bracket only denies a word for what it explains ("not suspended"), and not that there is something ("no copies"). */
function contrastsWord(aside: string, phrases: Phrases): boolean {
  const words = aside.trim();
  const negation = phrases.topicMarked ? negationsOf(words, phrases).at(-1) : negationsOf(words, phrases)[0];
  const none = spansOf(words, phrases.noneOf);
  const plain = negation !== undefined && !none.some((each) => overlap(each, negation));
  const outermost = phrases.topicMarked
    ? negation !== undefined && contentOf(words.slice(negation.end), phrases).length === 0
    : negation?.start === 0;
  const several = negationsOf(words, phrases).length > 1 || /[.。;；]/u.test(words);
  return plain && outermost && !several && !saysRule(words, phrases) && !isCaseOf(words, phrases);
}

/** Tells whether a bracket leaves some out, or says for whom alone something is ("except where …", "if …"). */
function opensExcept(words: string, phrases: Phrases): boolean {
  const excepts = firstMatch(words, phrases.excepting)?.start === 0;
  return excepts || opensAs(words, phrases, (role) => role === 'unless') || isCaseOf(words, phrases);
}
