import type { Segment } from '../../../src/content/document.ts';
import { parseDocument } from '../../../src/content/parse-document.ts';
import type { DraftElement } from '../../../src/extract/draft/draft.ts';
import { draftPages } from '../../../src/extract/draft/draft-pages.ts';
import { packagedVocabulary, phraseBook } from './vocabulary.ts';

const vocabulary = await packagedVocabulary();

/** Drafts sentences of a page, those that are picked as preconditions. */
export function draftText(
  locale: string,
  lines: readonly string[],
  picks: (segment: Segment) => boolean,
): DraftElement[] {
  const document = parseDocument([...lines, ''].join('\n'), `${locale}/page.md`);
  const segments = document.segments.map((segment) => ({
    id: segment.id,
    labels: [picks(segment) ? ('precondition' as const) : ('other' as const)],
    confidence: 0.9,
    cue: '',
  }));
  const options = { side: 'both' as const, phrases: phraseBook, vocabulary };
  const [article] = draftPages([{ document, segments }], [], options);
  return [...(article?.elements ?? [])];
}
