import type { Document } from '../../../content/document.ts';
import { compareText } from '../../../diagnostic/diagnostic.ts';
import { segmentDigests } from '../../../rules/pin-state.ts';
import type { Pin } from '../../../rules/workflow.ts';

/** What is known of a sentence of an earlier version of a page: its id there, and digests of its words. */
export type EarlierSentence = Pick<Pin, 'segment' | 'source' | 'target'>;

/** Where among the segments of today's page a sentence of an earlier version should stand. */
export interface Place {
  /** Numbers of the segments that it stands between; -1 and the number of segments at the ends of the page. */
  after: number;
  before: number;
  /** The likeliest segments, one counted from each side; the same where nothing came or went between. */
  likely: readonly number[];
  /** True where as many segments stand between its neighbours as did then. */
  exact: boolean;
}

interface Anchor {
  number: number;
  index: number;
}

/**
 * Tells where sentences of earlier versions of a page should stand today. Ids are numbered through a version, so that
 * the sentences that are still there word for word give the places of those that are not.
 */
export class EarlierPlaces {
  readonly #page: Document;
  readonly #anchors = new Map<string, Anchor[]>();
  /** Those of all versions: numbers differ between versions only by what came and went. */
  readonly #pooled: Anchor[];

  constructor(page: Document, earlier: readonly EarlierSentence[]) {
    this.#page = page;
    const today = new Map<string, number[]>();
    // The pages may have been side by side before; then the translation tells.
    const isPlain = page.segments.every(({ source }) => source === undefined);
    const keyOf = (words: { source: string; target: string }): string =>
      isPlain ? words.target : wordsKey(words);
    page.segments.forEach((segment, index) => {
      const key = keyOf(segmentDigests(segment));
      const known = today.get(key);
      if (known) known.push(index);
      else today.set(key, [index]);
    });
    const seen = new Set<string>();
    for (const sentence of earlier) {
      const found = today.get(keyOf(sentence)) ?? [];
      const [index] = found;
      const id = readId(sentence.segment);
      // Of sentences that stand on the page more than once nobody knows which is which.
      if (!id || index === undefined || found.length > 1 || seen.has(sentence.segment)) continue;
      seen.add(sentence.segment);
      const known = this.#anchors.get(id.version);
      if (known) known.push({ number: id.number, index });
      else this.#anchors.set(id.version, [{ number: id.number, index }]);
    }
    this.#pooled = inOrder([...this.#anchors.values()].flat());
    for (const [version, anchors] of this.#anchors) this.#anchors.set(version, inOrder(anchors));
  }

  /** Gives the place of a sentence by its id on the earlier version; undefined where the id has no number. */
  find(segment: string): Place | undefined {
    const id = readId(segment);
    if (!id) return undefined;
    // What was reviewed anew since is of a later version than what stands around it.
    const anchors = this.#anchors.get(id.version) ?? this.#pooled;
    const next = firstAfter(anchors, id.number);
    const above = anchors[next - 1];
    const below = anchors[next];
    const bounds = { after: above?.index ?? -1, before: below?.index ?? this.#page.segments.length };
    const fromAbove = above && above.index + id.number - above.number;
    const fromBelow = below && below.index - (below.number - id.number);
    if (fromAbove !== undefined && fromAbove === fromBelow)
      return { ...bounds, likely: [fromAbove], exact: true };
    if (fromAbove === undefined && fromBelow === undefined)
      return { ...bounds, likely: this.#sameNumber(id.number), exact: false };
    return { ...bounds, likely: [fromAbove, fromBelow].filter((index) => index !== undefined), exact: false };
  }

  /** All versions of a page are numbered from about the same number. */
  #sameNumber(number: number): number[] {
    const [first] = this.#page.segments;
    const start = first && readId(first.id);
    return start ? [number - start.number] : [];
  }
}

/** Names the words of a sentence pair. */
export function wordsKey({ source, target }: { source: string; target: string }): string {
  return `${source} ${target}`;
}

function readId(segment: string): { version: string; number: number } | undefined {
  const [, version, number] = /^(.*)-(\d{1,9})$/u.exec(segment) ?? [];
  return version === undefined ? undefined : { version, number: Number(number) };
}

function firstAfter(anchors: readonly Anchor[], number: number): number {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((anchors[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Keeps the most anchors that stand in the same order on both versions; the others were moved. */
function inOrder(anchors: readonly Anchor[]): Anchor[] {
  const sorted = anchors.toSorted((a, b) => a.number - b.number || a.index - b.index);
  // Ends of the longest rising runs of each length, with the anchor before each.
  const ends: number[] = [];
  const before: number[] = [];
  sorted.forEach(({ index }, at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[ends[middle] ?? 0]?.index ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  });
  const kept: Anchor[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const anchor = sorted[at];
    if (anchor) kept.push(anchor);
  }
  return kept.toReversed();
}

/** Orders earlier sentences by version and number. */
export function compareIds(a: EarlierSentence, b: EarlierSentence): number {
  const one = readId(a.segment);
  const other = readId(b.segment);
  return (
    compareText(one?.version ?? '', other?.version ?? '') ||
    (one?.number ?? 0) - (other?.number ?? 0) ||
    compareText(a.segment, b.segment)
  );
}
