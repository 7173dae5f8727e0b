import type { Document, Heading, Segment } from '../content/document.ts';
import { plainText } from './plain-text.ts';

/** One language of a document: English, or that of its translation. */
export type Side = 'source' | 'target';

/** A document as read on one side: nothing of the other side can be seen through it. */
export interface SideView {
  /** Language of the text, `en` on the source side. */
  language: string;
  /** Markdown of a segment on this side, empty where there is none. */
  markdown: (segment: Segment) => string;
  /** Words of a heading on this side. */
  heading: (heading: Heading) => string;
}

/** Views a document from one side. */
export function viewSide(document: Document, side: Side): SideView {
  if (side === 'source') {
    return {
      language: 'en',
      markdown: (segment) => segment.source ?? '',
      heading: (heading) => plainText(heading.source ?? ''),
    };
  }
  return {
    language: document.locale.split('-')[0] ?? document.locale,
    markdown: (segment) => segment.target ?? '',
    heading: (heading) => plainText(heading.target),
  };
}
