import { languageOf } from '../../content/document-index.ts';
import type { Document } from '../../content/document.ts';
import { compareText, type Diagnostic } from '../../diagnostic/diagnostic.ts';

/** Notes in which languages the articles of a run have a page. */
export class ArticleLanguages {
  readonly #languages = new Set<string>();
  readonly #articles = new Map<string, Set<string>>();

  add({ article, locale }: Document): void {
    const language = languageOf(locale);
    if (language === 'und' || language === 'en') return;
    this.#languages.add(language);
    const known = this.#articles.get(article);
    if (known) known.add(language);
    else this.#articles.set(article, new Set([language]));
  }

  /**
   * Tells which articles lack a page in a language. An article that fewer than half of the languages have was not meant
   * for all of them.
   */
  missing(): Diagnostic[] {
    return [...this.#articles]
      .filter(([, own]) => own.size < this.#languages.size && own.size * 2 >= this.#languages.size)
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([article, own]) => {
        const lacking = [...this.#languages].filter((language) => !own.has(language)).toSorted();
        return { code: 'page-missing', severity: 'warning', values: { article, found: lacking.join(', ') } };
      });
  }
}
