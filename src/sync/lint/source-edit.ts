import { plainText } from '../fidelity/plain-text.ts';

/** Words that carry no rule by themselves. */
const fillers = new Set(
  'a an the this that these those your our its their please then now also just simply of for to in on at by with from into as it is are be been was were will would and you we they'.split(
    ' ',
  ),
);

/** Words that editors put for one another without another meaning, by the first of each group. */
const synonyms = new Map(
  [
    ['select', 'click', 'choose', 'press', 'tap', 'pick', 'hit'],
    ['sign', 'log', 'login'],
    ['through', 'via', 'using', 'use', 'utilize'],
    ['go', 'navigate', 'browse', 'open'],
    ['want', 'wish', 'like'],
    ['see', 'view', 'review', 'refer', 'read', 'learn', 'check', 'find'],
    ['page', 'screen', 'pane', 'window', 'blade'],
    ['left', 'left-hand', 'side', 'navigation', 'menu'],
    ['enter', 'type', 'provide', 'specify', 'input', 'fill'],
    ['need', 'must', 'have', 'required', 'require'],
    ['can', 'able', 'may'],
    ['remove', 'delete'],
    ['email', 'e-mail', 'mail'],
    ['once', 'after', 'when'],
    ['if', 'whether'],
    ['begin', 'start'],
    ['finish', 'complete', 'done'],
    ['dashboard', 'portal'],
  ].flatMap(([first = '', ...rest]) => rest.map((word) => [word, first] as const)),
);

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bcan't\b|\bcannot\b/gu, 'can not'],
  [/\bwon't\b/gu, 'will not'],
  [/n't\b/gu, ' not'],
  [/'(?:ll|re|ve|s|d|m)\b/gu, ''],
];

/**
 * Tells the words by which two English sentences differ, once what is only style is set aside: case, punctuation,
 * Markdown, articles, contractions, plurals, the order of words, "click" for "select".
 */
export function editedWords(before: string, now: string): { removed: string[]; added: string[] } {
  const old = contentWords(before);
  const current = contentWords(now);
  return { removed: without(old, current), added: without(current, old) };
}

function contentWords(text: string): string[] {
  const folded = contractions.reduce(
    (words, [contraction, whole]) => words.replace(contraction, whole),
    plainText(text).toLowerCase(),
  );
  return (folded.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [])
    .map((word) => synonyms.get(word) ?? word)
    .map(stem)
    .filter((word) => !fillers.has(word));
}

function stem(word: string): string {
  if (word.length <= 4) return word.length === 4 && /[^s]s$/u.test(word) ? word.slice(0, -1) : word;
  const bare = word
    .replace(/ies$/u, 'y')
    .replace(/(?:ings?|ed|es|s)$/u, '')
    .replace(/e$/u, '');
  return bare.length >= 3 ? bare : word;
}

function without(words: readonly string[], others: readonly string[]): string[] {
  const there = new Set(others);
  return [...new Set(words)].filter((word) => !there.has(word));
}
