import { digestText } from '../../content/digest.ts';
import { languageOf } from '../../content/document-index.ts';
import { listElements, listPins, type PlacedElement } from '../../rules/elements.ts';
import { segmentDigests } from '../../rules/pin-state.ts';
import type { Pin, Uncovered, Workflow } from '../../rules/workflow.ts';
import type { Occurrence, Statement } from './statements.ts';

/** An element that states something, with the workflow it is in. */
export interface Owner {
  workflow: Workflow;
  placed: PlacedElement;
}

const nothing = digestText('');

/** What rules and written reasons already account for, by article and the words of both sides. */
export class Coverage {
  readonly #pinned = new Map<string, Owner[]>();
  readonly #bySource = new Map<string, Owner[]>();
  /** By the translation, with the digest of the English beside it. */
  readonly #byTarget = new Map<string, { owner: Owner; source: string }[]>();
  readonly #reasons = new Map<string, string>();
  readonly #drafted = new Set<string>();

  constructor(workflows: Iterable<Workflow>) {
    for (const workflow of workflows) {
      for (const placed of listElements(workflow)) {
        for (const { pin } of listPins(placed.element)) this.#add({ workflow, placed }, pin);
      }
      this.addReasons(workflow.article, workflow.uncovered);
    }
  }

  /** Adds reasons that segments belong to no element. */
  addReasons(article: string, reasons: readonly Uncovered[]): void {
    for (const { article: other, locale, segments, reason } of reasons) {
      for (const segment of segments) this.#reasons.set(`${other ?? article} ${locale} ${segment}`, reason);
    }
  }

  /** Adds the reason that a statement, wherever its words stand in the article, is no rule. */
  addRejected(article: string, pins: readonly Pin[], reason: string): void {
    for (const pin of pins) this.#reasons.set(wordsKey(article, pin.locale, pin), reason);
  }

  /** Adds the sentences that drafts were made from. */
  addDrafted(article: string, pins: readonly Pin[]): void {
    for (const pin of pins) this.#drafted.add(wordsKey(pin.article ?? article, pin.locale, pin));
  }

  /** Tells whether something is known of a segment: a rule, a draft or a reason, be it under its English alone. */
  accountsFor(at: Pick<Occurrence, 'document' | 'segment'>): boolean {
    const { document, segment } = at;
    return (
      this.owners(at).length + this.ownersOfSource(at).length > 0 ||
      this.reason(at) !== undefined ||
      this.#drafted.has(wordsKey(document.article, languageOf(document.locale), segmentDigests(segment)))
    );
  }

  /**
   * Lists the elements pinned to the words of a segment. Where only one of the two has the English, as a plain page that
   * was side by side before, the translation tells.
   */
  owners({ document, segment }: Pick<Occurrence, 'document' | 'segment'>): readonly Owner[] {
    const language = languageOf(document.locale);
    const digests = segmentDigests(segment);
    const exact = this.#pinned.get(wordsKey(document.article, language, digests));
    if (exact) return exact;
    const alike = this.#byTarget.get(`${document.article} ${language} ${digests.target}`) ?? [];
    return alike
      .filter(({ source }) => isSameButEnglish({ source, target: digests.target }, digests))
      .map(({ owner }) => owner);
  }

  /** Lists the elements pinned to the English of a segment in any language. */
  ownersOfSource({ document, segment }: Pick<Occurrence, 'document' | 'segment'>): readonly Owner[] {
    const { source } = segmentDigests(segment);
    return source === nothing ? [] : (this.#bySource.get(`${document.article} ${source}`) ?? []);
  }

  /** Gives the written reason that a segment belongs to no element. */
  reason({ document, segment }: Pick<Occurrence, 'document' | 'segment'>): string | undefined {
    const language = languageOf(document.locale);
    return (
      this.#reasons.get(`${document.article} ${language} ${segment.id}`) ??
      this.#reasons.get(wordsKey(document.article, language, segmentDigests(segment)))
    );
  }

  /** Tells whether a statement is a rule's already, in any of its languages, or has its reason not to be. */
  covers({ occurrences }: Statement): boolean {
    return occurrences.some(
      (occurrence) =>
        this.owners(occurrence).length > 0 ||
        this.ownersOfSource(occurrence).length > 0 ||
        this.reason(occurrence) !== undefined,
    );
  }

  #add(owner: Owner, pin: Pin): void {
    const article = pin.article ?? owner.workflow.article;
    append(this.#pinned, wordsKey(article, pin.locale, pin), owner);
    if (pin.source !== nothing) append(this.#bySource, `${article} ${pin.source}`, owner);
    if (pin.target !== nothing)
      append(this.#byTarget, `${article} ${pin.locale} ${pin.target}`, { owner, source: pin.source });
  }
}

/** Tells whether two sentence pairs have the same translation and only one of them has the English. */
export function isSameButEnglish(
  a: { source: string; target: string },
  b: { source: string; target: string },
): boolean {
  return a.target === b.target && a.target !== nothing && (a.source === nothing) !== (b.source === nothing);
}

function wordsKey(article: string, language: string, digests: { source: string; target: string }): string {
  return `${article} ${language} ${digests.source} ${digests.target}`;
}

function append<T>(map: Map<string, T[]>, key: string, item: T): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}
