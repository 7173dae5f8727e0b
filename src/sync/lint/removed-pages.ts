import { digestText } from '../../content/digest.ts';
import { languageOf } from '../../content/document-index.ts';
import type { Document } from '../../content/document.ts';
import { compareText } from '../../diagnostic/diagnostic.ts';

/** A page that the earlier version has and that no longer stands at its path. */
export interface RemovedPage {
  /** Where it stood, named as the paths of the run are. */
  path: string;
  article: string;
  locale: string;
  /** Where its text stands now, where it was renamed. */
  renamed?: { path: string; article: string };
}

/** What is kept of a page to recognise it by. */
interface Fingerprint {
  path: string;
  article: string;
  language: string;
  sentences: ReadonlySet<string>;
}

/** Share of sentences that two pages must have in common for one to be the other renamed; git takes the same. */
const sameText = 0.5;

/** Recognises removed pages in the pages of a run that have no earlier version at their own path. */
export class NewPages {
  readonly #pages = new Map<string, Fingerprint>();

  /** Takes note of a page that is new at its path. */
  add(document: Document): void {
    this.#pages.set(document.path, fingerprint(document));
  }

  /** Tells of each removed page where it went; a page takes the place of one other at most. */
  follow(removed: readonly Document[]): RemovedPage[] {
    const free = new Set(this.#pages.values());
    return removed
      .toSorted((a, b) => compareText(a.path, b.path))
      .map((document): RemovedPage => {
        const { path, article, locale } = document;
        const page = closest(fingerprint(document), free);
        if (page) free.delete(page);
        return {
          path,
          article,
          locale,
          ...(page ? { renamed: { path: page.path, article: page.article } } : {}),
        };
      });
  }
}

function closest(page: Fingerprint, others: Iterable<Fingerprint>): Fingerprint | undefined {
  let best: Fingerprint | undefined;
  let most = 0;
  for (const other of others) {
    if (other.language !== page.language) continue;
    let shared = 0;
    for (const sentence of page.sentences) if (other.sentences.has(sentence)) shared += 1;
    const share = shared / Math.max(page.sentences.size, other.sentences.size, 1);
    if (share >= sameText && share > most) {
      best = other;
      most = share;
    }
  }
  return best;
}

function fingerprint({ path, article, locale, segments }: Document): Fingerprint {
  const sentences = segments.map(({ source = '', target = '' }) => digestText(`${source}\n${target}`));
  return { path, article, language: languageOf(locale), sentences: new Set(sentences) };
}
