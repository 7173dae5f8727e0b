import { digestText } from '../../../content/digest.ts';
import { foreignWords } from './foreign-name.ts';
import type { Phrases } from '../phrases.ts';
import { inPlainLetters, splitWords } from './words.ts';

/** Words that a name is made of at most. */
const wordsInName = 6;
/** Words of a requirement that its name is told apart by. */
const mostWords = 200;
/** The word that ends the name of a text in another script where it leaves something out. */
const digest = /^[0-9a-f]{4}$/u;
const plainWord = /^[a-z0-9]{1,31}$/u;

/**
 * Lists the words of a text that say what it is about, in Latin letters: names have no others.
 */
export function tellingWords(text: string, phrases: Phrases, most = wordsInName): string[] {
  // A few Latin words between others ("Microsoft 客户协议") would name many things alike.
  if (/(?!\p{Script=Latin})\p{L}/u.test(text)) {
    const words = foreignWords(text, phrases);
    // The last word tells texts apart that the others do not.
    return words.length > most ? [...words.slice(0, most - 1), ...words.slice(-1)] : words;
  }
  // "Re-enroll" is no "enroll".
  const plain = text.replace(/[‘’']/gu, ' ').replace(/(?<!\p{L})re-(?=\p{Ll})/giu, 're');
  return splitWords(plain, phrases.language)
    .map(inPlainLetters)
    .filter((word) => plainWord.test(word) && !phrases.fillers.has(word))
    .slice(0, most);
}

/** Makes an id of a text's words and a digest of what the element stands on; without Latin words, of `kind`. */
export function elementId(words: string, kind: string, key: string, phrases: Phrases): string {
  const slug = tellingWords(words, phrases).join('-').slice(0, 60).replace(/-$/u, '');
  return `${slug === '' ? kind : slug}-${digestText(key).slice(0, 4)}`;
}

/** Makes a code (`removed-customer`) of a text's words, or of its digest. */
export function codeOf(words: string, fallback: string, phrases: Phrases, most = 4): string {
  const slug = tellingWords(words, phrases, most).join('-');
  return slug === '' ? `${fallback}-${digestText(words).slice(0, 4)}` : slug;
}

/** Lists the words that no name can have, and that may tell two apart ("4.1.1", "Az.Resources"). */
function untoldWords(text: string, { language }: Phrases): string[] {
  return splitWords(text, language).filter((word) => /[\p{L}\p{N}]\.[\p{L}\p{N}]/u.test(word));
}

/** Makes the name of a fact (`customerSignedAgreement`) of a text's words, or of its digest. */
export function factNameOf(words: string, phrases: Phrases, prefix = ''): string {
  const telling = tellingWords(words, phrases);
  // Names that begin alike are told apart by what they leave out.
  const left = [
    ...tellingWords(words, phrases, mostWords).slice(telling.length),
    ...untoldWords(words, phrases),
  ].join(' ');
  const told = left === '' || telling.length === 0 || digest.test(telling.at(-1) ?? '');
  const named = told ? telling : [...telling, digestText(left).slice(0, 4)];
  const parts = named.length > 0 ? named : [`fact${digestText(words).slice(0, 8)}`];
  // A name begins with a letter.
  const lead = prefix === '' && /^\d/u.test(parts[0] ?? '') ? 'fact' : prefix;
  const all = lead === '' ? parts : [lead, ...parts];
  const name = all.map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)));
  const joined = name.join('').slice(0, 80);
  // `id` names a case, never a fact of it.
  return joined === 'id' ? 'idFact' : joined;
}
