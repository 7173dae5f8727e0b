import type { Heading } from './document.ts';

/** Keeps the headings above the place that a reader has come to. */
export class HeadingTrail {
  #open: Heading[] = [];

  /** Gives the headings above, outermost first; for a heading itself, those above its depth. */
  above(depth?: number): Heading[] {
    return depth === undefined ? this.#open : this.#open.filter((heading) => heading.depth < depth);
  }

  /** Takes a heading: it closes those of its depth and deeper. */
  enter(heading: Heading): void {
    this.#open = [...this.above(heading.depth), heading];
  }
}

const anchorTag = /<a\s+(?:name|id)="([^"]*)"\s*(?:\/>|>\s*(?:<\/a>)?)/iu;

/** Gives the name of the publisher's `<a name="…"></a>` in the text of a heading. */
export function headingAnchor(text: string): string | undefined {
  return anchorTag.exec(text)?.[1];
}

/** Gives the text of a heading without its anchor tag. */
export function headingText(text: string): string {
  return text.replace(anchorTag, '').replace(/\s+/gu, ' ').trim();
}
