import type { Document, Segment } from '../../content/document.ts';
import { DocumentIndex, languageOf } from '../../content/document-index.ts';
import { segmentDigests } from '../../rules/pin-state.ts';
import type { Pin } from '../../rules/workflow.ts';

/** What a pin was put on, as far as it can be known. */
export interface BeforeText {
  source?: string;
  target?: string;
  document?: Document;
  segment?: Segment;
}

/**
 * Finds the texts that pins were put on. A pin holds digests only; its sentence is known where an earlier version of
 * the pages, or another page of today, still has it.
 */
export class BaseTexts {
  readonly #sources = new Map<string, string>();
  readonly #targets = new Map<string, string>();
  readonly #segments = new Map<string, { document: Document; segment: Segment }>();
  readonly #pages: DocumentIndex;

  /**
   * @param base Documents of earlier versions, what pins most likely speak of first.
   * @param today Documents of today.
   */
  constructor(base: readonly Document[], today: readonly Document[]) {
    this.#pages = new DocumentIndex(base);
    for (const document of base) {
      const language = languageOf(document.locale);
      for (const segment of document.segments) {
        const { source, target } = segmentDigests(segment);
        const key = `${language} ${document.article} ${source} ${target}`;
        // Sentences that stand on a page twice are told apart by their ids.
        for (const each of [`${key} ${segment.id}`, key])
          if (!this.#segments.has(each)) this.#segments.set(each, { document, segment });
      }
    }
    for (const document of [...base, ...today]) this.#add(document);
  }

  #add(document: Document): void {
    const language = languageOf(document.locale);
    for (const segment of document.segments) {
      const { source, target } = segmentDigests(segment);
      if (segment.source !== undefined) this.#sources.set(source, segment.source);
      if (segment.target !== undefined) this.#targets.set(`${language} ${target}`, segment.target);
    }
  }

  /** Gives the earlier version of a page, or undefined. */
  page(language: string, article: string): Document | undefined {
    return this.#pages.find(language, article);
  }

  /** Gives what a pin was put on. */
  find(pin: Pin, article: string): BeforeText {
    const key = `${pin.locale} ${pin.article ?? article} ${pin.source} ${pin.target}`;
    const place = this.#segments.get(`${key} ${pin.segment}`) ?? this.#segments.get(key);
    const source = place?.segment.source ?? this.#sources.get(pin.source);
    const target = place?.segment.target ?? this.#targets.get(`${pin.locale} ${pin.target}`);
    return {
      ...(source === undefined ? {} : { source }),
      ...(target === undefined ? {} : { target }),
      ...place,
    };
  }
}
