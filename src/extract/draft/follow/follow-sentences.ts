import type { Document, Segment } from '../../../content/document.ts';
import { readTerms, type Terms, TermWeights } from '../../../content/similarity.ts';
import { segmentDigests } from '../../../rules/pin-state.ts';
import type { Label } from '../../label.ts';
import { compareIds, type EarlierSentence, EarlierPlaces, type Place, wordsKey } from './earlier-places.ts';
import type { LabelledDocument } from '../statements.ts';

/** A sentence of an earlier version of a page that stands there no more, with what it was read for. */
export interface LostSentence extends EarlierSentence {
  labels: ReadonlySet<Label>;
}

/** The least likeness of two sentences anywhere on the page, and at the place where the old one should stand. */
const leastAlike = 0.5;
const leastAlikeInPlace = 0.2;
/** The least score of a sentence that is known by its place alone. */
const leastScore = 0.5;
/** How far from its likely places a sentence is looked for: further away it is found by its words alone. */
const reach = 16;
/** Words that more sentences than this have are not looked up, so that the search stays linear. */
const commonTerm = 48;

/**
 * Finds the sentences of today that took the place of lost ones: by their place between sentences that are still
 * there, by what they are labelled as and, where the earlier version of the page is at hand, by their words.
 *
 * @param known All sentences that are known of earlier versions of the page, those that are still there among them.
 * @param isFree Tells which segments of the page may be successors: those that nothing accounts for.
 * @param earlier The earlier version of the page.
 * @returns The successors by the words of the lost sentence and its id (`lostKey`).
 */
export function followSentences(
  page: LabelledDocument,
  known: readonly EarlierSentence[],
  lost: readonly LostSentence[],
  isFree: (segment: Segment) => boolean,
  earlier?: Document,
): Map<string, Segment> {
  const successors = new Map<string, Segment>();
  const wanted = uniqueLost(lost);
  if (wanted.length === 0) return successors;
  const places = new EarlierPlaces(page.document, [...known, ...sentencesOf(earlier)]);
  const words = new PageWords(page.document, isFree, earlier);
  const scored = wanted.flatMap((sentence, order) => {
    const before = words.before(sentence);
    const place = places.find(before?.id ?? sentence.segment);
    const text = before?.text;
    return [...candidates(place, text, page.document, words)].flatMap((index) => {
      const score = rate(sentence, index, place, text, page, words);
      return score === undefined ? [] : [{ sentence, order, index, score }];
    });
  });
  const taken = new Set<number>();
  for (const { sentence, index } of scored.toSorted(
    (a, b) => b.score - a.score || a.order - b.order || a.index - b.index,
  )) {
    const segment = page.document.segments[index];
    if (!segment || taken.has(index) || successors.has(lostKey(sentence))) continue;
    taken.add(index);
    successors.set(lostKey(sentence), segment);
  }
  return successors;
}

/** Names a lost sentence. */
export function lostKey(sentence: EarlierSentence): string {
  return `${sentence.segment} ${wordsKey(sentence)}`;
}

function uniqueLost(lost: readonly LostSentence[]): LostSentence[] {
  const unique = new Map<string, LostSentence>();
  for (const sentence of lost) {
    const known = unique.get(lostKey(sentence));
    const labels = known ? new Set([...known.labels, ...sentence.labels]) : sentence.labels;
    unique.set(lostKey(sentence), { ...sentence, labels });
  }
  return [...unique.values()].toSorted(compareIds);
}

function candidates(
  place: Place | undefined,
  text: BeforeWords | undefined,
  page: Document,
  words: PageWords,
): Set<number> {
  const found = new Set<number>();
  for (const likely of place?.likely ?? []) {
    const from = Math.max(likely - reach, (place?.after ?? -1) + 1, 0);
    const to = Math.min(
      likely + reach,
      (place?.before ?? page.segments.length) - 1,
      page.segments.length - 1,
    );
    for (let index = from; index <= to; index += 1) if (words.isFree(index)) found.add(index);
  }
  for (const index of text ? words.sharing(text) : []) found.add(index);
  return found;
}

/** Gives how likely a segment is the successor of a sentence, or undefined where it is not likely enough. */
function rate(
  sentence: LostSentence,
  index: number,
  place: Place | undefined,
  text: BeforeWords | undefined,
  page: LabelledDocument,
  words: PageWords,
): number | undefined {
  const labels = page.segments[index]?.labels ?? [];
  const sameLabel = labels.some((label) => sentence.labels.has(label));
  const inside = place !== undefined && place.after < index && index < place.before;
  const distance = Math.min(...(place?.likely ?? []).map((likely) => Math.abs(likely - index)));
  const inPlace = inside && distance === 0;
  const near = inside ? Math.max(0, 0.3 - distance * 0.05) + (inPlace && place.exact ? 0.3 : 0) : 0;
  const score = near + (sameLabel ? 0.25 : 0);
  if (!text) return score >= leastScore ? score : undefined;
  const alike = words.similarity(text, index);
  const enough = alike >= leastAlike || (alike >= leastAlikeInPlace && score >= leastScore);
  return enough ? score + alike : undefined;
}

interface BeforeWords {
  side: 'source' | 'target';
  terms: Terms;
}

/** The words of a page of today, and those of lost sentences as far as they are known. */
class PageWords {
  readonly #terms: { source: Terms; target: Terms }[] | undefined;
  readonly #weights: { source: TermWeights; target: TermWeights } | undefined;
  readonly #byTerm = new Map<string, number[]>();
  readonly #free: readonly boolean[];
  readonly #hasEnglish: boolean;
  readonly #earlier = new Map<string, Segment>();

  constructor(page: Document, isFree: (segment: Segment) => boolean, earlier: Document | undefined) {
    this.#free = page.segments.map(isFree);
    this.#hasEnglish = page.segments.some(({ source }) => source !== undefined);
    if (!earlier) return;
    for (const segment of earlier.segments) {
      for (const key of [segment.id, wordsKey(segmentDigests(segment))])
        if (!this.#earlier.has(key)) this.#earlier.set(key, segment);
    }
    this.#terms = page.segments.map(({ source = '', target = '' }) => {
      return { source: readTerms(source), target: readTerms(target) };
    });
    this.#weights = {
      source: new TermWeights(this.#terms.map(({ source }) => source)),
      target: new TermWeights(this.#terms.map(({ target }) => target)),
    };
    this.#terms.forEach(({ source, target }, index) => {
      if (!this.isFree(index)) return;
      for (const term of new Set([...source.keys(), ...target.keys()])) {
        const known = this.#byTerm.get(term);
        if (known) known.push(index);
        else this.#byTerm.set(term, [index]);
      }
    });
  }

  isFree(index: number): boolean {
    return this.#free[index] === true;
  }

  /** Gives a lost sentence as the earlier page has it, where that is at hand: by its words, else by its id. */
  before(sentence: EarlierSentence): { id: string; text: BeforeWords } | undefined {
    const segment = this.#earlier.get(wordsKey(sentence)) ?? this.#earlier.get(sentence.segment);
    if (!segment) return undefined;
    const side = segment.source === undefined || !this.#hasEnglish ? 'target' : 'source';
    return { id: segment.id, text: { side, terms: readTerms(segment[side] ?? '') } };
  }

  /** Lists the free segments that share telling words. */
  sharing({ terms }: BeforeWords): number[] {
    return [...terms.keys()].flatMap((term) => {
      const found = this.#byTerm.get(term) ?? [];
      return found.length <= commonTerm ? found : [];
    });
  }

  similarity({ side, terms }: BeforeWords, index: number): number {
    const today = this.#terms?.[index];
    return today && this.#weights ? this.#weights[side].similarity(terms, today[side]) : 0;
  }
}

function sentencesOf(earlier: Document | undefined): EarlierSentence[] {
  return (earlier?.segments ?? []).map((segment) => ({ segment: segment.id, ...segmentDigests(segment) }));
}
