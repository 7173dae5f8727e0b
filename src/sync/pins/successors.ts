import type { Document, Segment } from '../../content/document.ts';
import { findSource, segmentDigests } from '../../rules/pin-state.ts';
import type { BeforeText } from './base-texts.ts';
import { readTerms, type Terms, TermWeights } from '../../content/similarity.ts';

/** The sentence that most likely took the place of an earlier one. */
export interface Successor {
  segment: Segment;
  /** From 0 to 1, how alike the sentences are. */
  similarity: number;
}

/** The least likeness of sentences by themselves, and of sentences at corresponding places. */
const leastAlike = 0.5;
const leastAlikeInPlace = 0.2;
/** Terms that more sentences than this share are not looked up: they would make the search quadratic. */
const commonTerm = 64;

/**
 * Finds the successors of reworded sentences on one page, by their words, the heading that they stand under and
 * their neighbours. Sentences of the page that stood on the earlier version word for word succeed nothing but
 * themselves.
 */
export class Successors {
  readonly #page: Document;
  readonly #earlier: Document | undefined;
  readonly #numbers = new Map<Segment, number>();
  readonly #terms = new Map<Segment, { source: Terms; target: Terms }>();
  readonly #weights: { source: TermWeights; target: TermWeights };
  readonly #byTerm = new Map<string, Segment[]>();

  constructor(page: Document, earlier: Document | undefined) {
    this.#page = page;
    this.#earlier = earlier;
    page.segments.forEach((segment, index) => {
      this.#numbers.set(segment, index);
      const terms = { source: readTerms(segment.source ?? ''), target: readTerms(segment.target ?? '') };
      this.#terms.set(segment, terms);
      if (this.#isTaken(segment)) return;
      for (const term of new Set([...terms.source.keys(), ...terms.target.keys()]))
        push(this.#byTerm, term, segment);
    });
    earlier?.segments.forEach((segment, index) => this.#numbers.set(segment, index));
    const all = [...this.#terms.values()];
    this.#weights = {
      source: new TermWeights(all.map(({ source }) => source)),
      target: new TermWeights(all.map(({ target }) => target)),
    };
  }

  /**
   * Finds the successor of a sentence, or undefined where none is alike enough.
   *
   * @param among Consider these segments only, and whichever is most alike will do.
   */
  find(before: BeforeText, among?: readonly Segment[]): Successor | undefined {
    if (before.source === undefined && before.target === undefined) {
      const [only] = among ?? [];
      return only && among?.length === 1 ? { segment: only, similarity: 0 } : undefined;
    }
    let best: (Successor & { score: number }) | undefined;
    for (const segment of among ?? this.#candidates(before)) {
      const similarity = this.similarity(before, segment);
      const place = this.#samePlace(before, segment);
      if (among === undefined && similarity < (place >= 0.3 ? leastAlikeInPlace : leastAlike)) continue;
      const score = similarity + place;
      if (!best || score > best.score) best = { segment, similarity, score };
    }
    return best && { segment: best.segment, similarity: best.similarity };
  }

  /** Gives how alike an earlier sentence and one of the page are, by the English where both have it. */
  similarity(before: BeforeText, segment: Segment): number {
    const terms = this.#terms.get(segment);
    if (!terms) return 0;
    const side = before.source !== undefined && segment.source !== undefined ? 'source' : 'target';
    return this.#weights[side].similarity(readTerms(before[side] ?? ''), terms[side]);
  }

  #candidates(before: BeforeText): Set<Segment> {
    const found = new Set<Segment>();
    const text = before.source ?? before.target ?? '';
    for (const term of readTerms(text).keys()) {
      const segments = this.#byTerm.get(term) ?? [];
      if (segments.length <= commonTerm) for (const segment of segments) found.add(segment);
    }
    for (const neighbour of this.#neighbours(before)) if (!this.#isTaken(neighbour)) found.add(neighbour);
    return found;
  }

  /** Gives up to 0.4 for the same neighbour, kind of block and heading. */
  #samePlace(before: BeforeText, segment: Segment): number {
    const old = before.segment;
    if (!old) return 0;
    const beside = this.#neighbours(before).has(segment) ? 0.2 : 0;
    const kind = old.block.kind === segment.block.kind ? 0.1 : 0;
    const heading = sameHeading(old, segment) ? 0.1 : 0;
    return beside + kind + heading;
  }

  /** Gives the segments beside those whose English stood beside the earlier sentence. */
  #neighbours(before: BeforeText): Set<Segment> {
    const found = new Set<Segment>();
    const at = before.segment && this.#numbers.get(before.segment);
    if (at === undefined || !this.#earlier) return found;
    for (const step of [-1, 1]) {
      const beside = this.#earlier.segments[at + step];
      const same = beside ? findSource(this.#page, segmentDigests(beside).source) : [];
      const only = same.length === 1 ? same[0] : undefined;
      const number = only && this.#numbers.get(only);
      const neighbour = number === undefined ? undefined : this.#page.segments[number - step];
      if (neighbour) found.add(neighbour);
    }
    return found;
  }

  #isTaken(segment: Segment): boolean {
    if (!this.#earlier || segment.source === undefined) return false;
    return findSource(this.#earlier, segmentDigests(segment).source).length > 0;
  }
}

function push(map: Map<string, Segment[]>, key: string, segment: Segment): void {
  const list = map.get(key);
  if (list) list.push(segment);
  else map.set(key, [segment]);
}

function sameHeading(a: Segment, b: Segment): boolean {
  const name = (segment: Segment): string => {
    const heading = segment.headings.at(-1);
    return heading?.anchor ?? heading?.source ?? heading?.target ?? '';
  };
  return name(a) === name(b);
}
