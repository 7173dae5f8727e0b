import { digestText } from '../content/digest.ts';
import { stripControls } from '../diagnostic/visible-text.ts';
import type { MessageValues, TaggedText, Translate, Translator } from '../locale/translator.ts';
import type { SourceReport } from './source.ts';

/** Which of an element's texts is wanted. */
export type TextField = 'title' | 'violated' | 'unknown';

/**
 * Gives an element's words: the catalog in the reader's language, else their own page's sentence, else English.
 * A disputed sentence is never used, nor one of a third language.
 */
export function elementWords(
  translator: Translator,
  workflow: string,
  id: string,
  field: TextField,
  sources: readonly SourceReport[],
  values: MessageValues = {},
): TaggedText {
  const key = `${workflow}:elements.${id}.${field}`;
  const own = translator.lookup(key, values);
  if (own !== undefined) return { text: own, lang: translator.locale };
  const sentence = sources.find(
    ({ locale, quality, state, text }) =>
      locale === translator.locale && quality === 'ok' && state !== 'gone' && text !== undefined,
  );
  if (sentence?.text !== undefined) return { text: plainText(sentence.text), lang: translator.locale };
  const english =
    translator.lookup(key, values, 'en') ?? sources.find(({ source }) => source !== undefined)?.source;
  return { text: english === undefined ? id : plainText(english), lang: 'en' };
}

/** Gives a text of a catalog with the language it was found in: the reader's, else English, else the key itself. */
export function catalogWords(translator: Translator, key: string, values: MessageValues = {}): TaggedText {
  const own = translator.lookup(key, values);
  if (own !== undefined) return { text: own, lang: translator.locale };
  return { text: translator.lookup(key, values, 'en') ?? key, lang: 'en' };
}

/**
 * Says why a translation is disputed: in the reader's language where the catalogs have the reason, else as the rule file
 * has it, in English. Catalogs know a reason by the digest of its English, so that another reason is not taken for it.
 */
export function disputeWords(translator: Translator, reason: string): TaggedText {
  const own = translator.lookup(`disputes:reason.${digestText(reason)}`);
  const words = own === undefined ? { text: reason, lang: 'en' } : { text: own, lang: translator.locale };
  return { ...words, text: stripControls(words.text) };
}

/** Gives the name of a language in the reader's, or its tag where the catalogs have no name for it. */
export function languageName(locale: string, translate: Translate): string {
  const key = `interface:language.${locale}`;
  const name = translate(key);
  return name === key ? locale : name;
}

/** Takes the inline Markdown off a sentence of a page: bold, code, links. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/gu, '$1')
    .replace(/<\/?[a-z][^<>]*>/giu, '')
    .replace(/\*\*|__|`/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
