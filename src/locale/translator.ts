import { createInstance } from 'i18next';
import type { Locale } from './negotiate.ts';

/** Values that a message names, by placeholder; `count` chooses the plural form. */
export type MessageValues = Record<string, string | number>;

/** A text with the language it is in. */
export interface TaggedText {
  text: string;
  lang: string;
}

/** Gives the words of a key (`interface:verdict.allowed`) in the reader's language. */
export type Translate = (key: string, values?: MessageValues) => string;

/** Catalogs by language and namespace, as they stand in `locales/<language>/<namespace>.json`. */
export type Catalogs = Record<string, Record<string, object>>;

/** Words in one reader's language. */
export interface Translator {
  locale: Locale;
  /** Gives a text; where the reader's language lacks it, the English one with its tag, else the name of what it is. */
  translate: Translate;
  /** Gives a text in exactly one language, or undefined where that catalog lacks it. */
  lookup: (key: string, values?: MessageValues, locale?: string) => string | undefined;
}

/** Sets up the words of one reader from loaded catalogs. */
export function createTranslator(locale: Locale, catalogs: Catalogs): Translator {
  const namespaces = new Set(Object.values(catalogs).flatMap((namespace) => Object.keys(namespace)));
  const instance = createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: false,
    resources: catalogs,
    ns: [...namespaces],
    initAsync: false,
    interpolation: { escapeValue: false },
    // What is no text is then given back as it is, not as a sentence about it.
    returnObjects: true,
    returnNull: false,
    returnEmptyString: false,
  });
  const lookup = (key: string, values: MessageValues = {}, lng: string = locale): string | undefined => {
    if (!instance.exists(key, { ...values, lng })) return undefined;
    const found: unknown = instance.t(key, { ...values, lng });
    return typeof found === 'string' ? found : undefined;
  };
  const translate: Translate = (key, values) => {
    const own = lookup(key, values);
    if (own !== undefined) return own;
    const english = locale === 'en' ? undefined : lookup(key, values, 'en');
    return english === undefined ? nameIn(key) : tagText({ text: english, lang: 'en' }, locale);
  };
  return { locale, translate, lookup };
}

/** Gives what a key is about where no catalog has words for it: the name of the fact, its value or the task. */
function nameIn(key: string): string {
  const [namespace = '', path = ''] = key.split(':');
  const [first = '', second, third] = path.split('.');
  if (namespace === 'facts') return second === 'values' && third !== undefined ? third : first;
  return path === 'title' || path === 'summary' ? namespace : key;
}

/** Shows a text that is not in the reader's language with the tag of its own. */
export function tagText(tagged: TaggedText, locale: string): string {
  return tagged.lang === locale ? tagged.text : `[${tagged.lang}] ${tagged.text}`;
}
