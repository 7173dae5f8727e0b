import type { Document } from './document.ts';

/** Documents by language and article, the way pins name them. */
export class DocumentIndex {
  readonly all: readonly Document[];
  readonly #byKey = new Map<string, Document>();
  readonly #byLanguage = new Map<string, Document[]>();

  constructor(documents: readonly Document[]) {
    this.all = documents;
    for (const document of documents) {
      const language = languageOf(document.locale);
      const key = `${language} ${document.article}`;
      if (!this.#byKey.has(key)) this.#byKey.set(key, document);
      const others = this.#byLanguage.get(language);
      if (others) others.push(document);
      else this.#byLanguage.set(language, [document]);
    }
  }

  /** Finds the version of an article in a language (`ko`). */
  find(language: string, article: string): Document | undefined {
    return this.#byKey.get(`${language} ${article}`);
  }

  /** Lists the documents of a language. */
  inLanguage(language: string): readonly Document[] {
    return this.#byLanguage.get(language) ?? [];
  }
}

const languages = new Map<string, string>();

/** Gives the short name of a document's language: `ko-KR` is `ko`, `zh-TW` is `zh-Hant` and never `zh`. */
export function languageOf(tag: string): string {
  let language = languages.get(tag);
  if (language === undefined) {
    language = readLanguage(tag);
    languages.set(tag, language);
  }
  return language;
}

function readLanguage(tag: string): string {
  try {
    const wanted = new Intl.Locale(tag).maximize();
    const usual = new Intl.Locale(wanted.language).maximize();
    return wanted.script === usual.script ? wanted.language : `${wanted.language}-${wanted.script}`;
  } catch {
    return tag;
  }
}
