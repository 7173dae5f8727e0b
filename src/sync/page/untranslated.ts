import type { Segment } from '../../content/document.ts';
import { plainText } from '../fidelity/plain-text.ts';
import type { Reading } from '../fidelity/reading.ts';
import type { Defect } from '../finding.ts';

const codeSpans = /`[^`]*`/gu;
// Names of products, files and fields have capitals; these words stand in names too.
const joining = new Set([
  'for',
  'of',
  'and',
  'to',
  'with',
  'from',
  'by',
  'in',
  'on',
  'the',
  'an',
  'or',
  'at',
  'as',
  'via',
]);
const lowerCase = /(?<![\p{L}\p{N}_.@/-])[a-z]{2,}(?![\p{L}\p{N}_@/-])/gu;
const grammar =
  /(?<![\p{L}\p{N}])(?:a|an|the|you|your|is|are|was|can|must|will|this|that|if|when|it|be|how|what|see|select|click|not)(?![\p{L}\p{N}])/iu;

/** Looks for a sentence that was left in English: it has no letter of its language, and more than names in it. */
export function checkUntranslated(segment: Segment, target: Reading): Defect[] {
  if (target.isOwnLanguage()) return [];
  const text = plainText((segment.target ?? '').replace(codeSpans, ' '));
  const words = (text.match(lowerCase) ?? []).filter((word) => !joining.has(word));
  if (isSentenceCase(text) || words.length >= 3 || (words.length >= 1 && grammar.test(text)))
    return [{ check: 'untranslated', code: 'left-in-english', severity: 'warning', values: {} }];
  return [];
}

/** Tells whether only the first of several words has a capital: a heading, where names have capitals throughout. */
function isSentenceCase(text: string): boolean {
  return /^[A-Z][a-z]+(?: [a-z]+)+[.:]?$/u.test(text);
}
