import { languageOf } from '../../../content/document-index.ts';
import type { Document } from '../../../content/document.ts';
import { segmentDigests } from '../../../rules/pin-state.ts';
import type { Pin } from '../../../rules/workflow.ts';

/** The words that pins were put on, as far as a page is at hand that has them: an earlier one, or another language's. */
export class EarlierWords {
  readonly #english = new Map<string, string>();
  readonly #translations = new Map<string, string>();

  constructor(pages: Iterable<Document>) {
    for (const { locale, segments } of pages) {
      for (const segment of segments) {
        const { source, target } = segmentDigests(segment);
        if (segment.source !== undefined) this.#english.set(source, segment.source);
        if (segment.target !== undefined)
          this.#translations.set(`${languageOf(locale)} ${target}`, segment.target);
      }
    }
  }

  /** Gives the English that a pin was put on. */
  source({ source }: Pin): string | undefined {
    return this.#english.get(source);
  }

  /** Gives the translation that a pin was put on. */
  target({ locale, target }: Pin): string | undefined {
    return this.#translations.get(`${locale} ${target}`);
  }
}
