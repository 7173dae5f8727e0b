import type { Document, Segment } from '../../content/document.ts';
import type { DocumentIndex } from '../../content/document-index.ts';
import { listPins, type PlacedElement } from '../../rules/elements.ts';
import {
  changedSide,
  findSource,
  type ResolvedPin,
  resolvePin,
  segmentDigests,
} from '../../rules/pin-state.ts';
import type { Pin } from '../../rules/workflow.ts';
import type { BaseTexts, BeforeText } from './base-texts.ts';
import { differsCosmetically, meaningOf } from '../../content/similarity.ts';
import { type Evidence, type Statement } from './statement.ts';
import { Successors } from './successors.ts';

/** The fewest letters and digits of a sentence that is unlikely to stand in two articles by chance. */
const tellingLength = 30;

type Followed = Pick<Statement, 'state' | 'changed' | 'document' | 'segment' | 'evidence' | 'similarity'>;

/** A pin whose sentence is not on its page word for word on either side. */
interface Lost {
  pin: Pin;
  before: BeforeText;
  resolved: ResolvedPin;
  document: Document;
}

/** The least likeness to a sentence whose English was reviewed for the same element. */
const leastReviewed = 0.15;

/** Finds the sentences of today that the pins of elements speak of. */
export class StatementResolver {
  readonly #documents: DocumentIndex;
  readonly #texts: BaseTexts;
  readonly #successors = new Map<Document, Successors>();

  constructor(documents: DocumentIndex, texts: BaseTexts) {
    this.#documents = documents;
    this.#texts = texts;
  }

  /** Resolves all pins of an element, those of its variants included. */
  resolve({ element, path }: PlacedElement, article: string): Statement[] {
    const pins = listPins(element);
    const hasVariants = pins.some(({ variant }) => variant !== undefined);
    const befores = new Map(pins.map(({ pin }) => [pin, this.#texts.find(pin, article)]));
    const found = new Map<Pin, Followed>();
    const lost: Lost[] = [];
    for (const { pin } of pins) {
      const before = befores.get(pin) ?? {};
      const resolved = resolvePin(pin, article, this.#documents);
      const followed = this.#followDigests(resolved, before);
      if (followed) found.set(pin, followed);
      else if (resolved.document) lost.push({ pin, before, resolved, document: resolved.document });
    }
    this.#followReviewed(lost, pins, found);
    for (const each of lost) if (!found.has(each.pin)) found.set(each.pin, this.#followWords(each));
    return pins.map(({ pin, path: below, variant }) => {
      const statement: Statement = {
        pin,
        path: [...path, ...below],
        ...(variant === undefined ? {} : { variant }),
        before: befores.get(pin) ?? {},
        ...(found.get(pin) ?? { state: 'gone' }),
        states: 'same',
      };
      const write = this.#certain(statement);
      if (write) statement.write = write;
      else if (hasVariants) statement.states = conditionOf(statement, pins);
      return statement;
    });
  }

  /** Finds the sentence on a page that has the English of some pin of an element or of what became of it. */
  candidate(
    document: Document,
    statements: readonly Statement[],
  ): { segment: Segment; of: Statement } | undefined {
    for (const of of statements) {
      const today = of.segment?.source === undefined ? undefined : segmentDigests(of.segment).source;
      for (const source of [today, of.pin.source]) {
        const [segment] = source === undefined ? [] : findSource(document, source);
        if (segment) return { segment, of };
      }
    }
    return undefined;
  }

  /** Finds what became of sentences of an earlier page, by their ids there. */
  successors(document: Document): Successors {
    let successors = this.#successors.get(document);
    if (!successors) {
      const language = document.locale.split('-')[0] ?? document.locale;
      successors = new Successors(document, this.#texts.page(language, document.article));
      this.#successors.set(document, successors);
    }
    return successors;
  }

  /** Follows a pin by what of its sentence pair is the same word for word. */
  #followDigests(resolved: ResolvedPin, before: BeforeText): Followed | undefined {
    const { pin, document, segment } = resolved;
    if (resolved.state === 'fresh' || resolved.state === 'moved')
      return { state: resolved.state, ...withSegment(resolved), evidence: 'same-sentence' };
    if (!document || resolved.state === 'gone') return undefined;
    if (resolved.changed === 'target') {
      const same = findSource(document, pin.source);
      const nearest = this.successors(document).find(before, same)?.segment ?? segment;
      if (nearest) return this.#changed(pin, before, document, nearest, 'same-source');
    }
    return resolved.changed === 'source' && segment
      ? this.#changed(pin, before, document, segment, 'same-target')
      : undefined;
  }

  /**
   * Pairs lost pins with sentences whose English another pin of the element was reviewed on, the most alike first,
   * each sentence once: it is known to state the element.
   */
  #followReviewed(lost: readonly Lost[], pins: readonly { pin: Pin }[], found: Map<Pin, Followed>): void {
    const taken = new Set([...found.values()].map(({ segment }) => segment));
    const pairs = lost.flatMap((each) => {
      const reviewed = new Set(pins.flatMap(({ pin }) => findSource(each.document, pin.source)));
      const successors = this.successors(each.document);
      const unknown = isUnknown(each.before);
      return [...reviewed].map((segment) => ({
        ...each,
        segment,
        similarity: unknown && reviewed.size === 1 ? 1 : successors.similarity(each.before, segment),
      }));
    });
    for (const pair of pairs.toSorted((a, b) => b.similarity - a.similarity)) {
      if (pair.similarity < leastReviewed || found.has(pair.pin) || taken.has(pair.segment)) continue;
      taken.add(pair.segment);
      found.set(pair.pin, this.#changed(pair.pin, pair.before, pair.document, pair.segment, 'same-english'));
    }
  }

  #followWords({ pin, before, resolved, document }: Lost): Followed {
    const alike = this.successors(document).find(before);
    if (alike) return this.#changed(pin, before, document, alike.segment, 'alike');
    // Without its text an id is all that is left; with it, the sentence is known not to be on the page any more.
    if (isUnknown(before) && resolved.segment)
      return this.#changed(pin, before, document, resolved.segment, 'same-id');
    return { state: 'gone', document };
  }

  #changed(pin: Pin, before: BeforeText, document: Document, segment: Segment, evidence: Evidence): Followed {
    const similarity = this.successors(document).similarity(before, segment);
    return {
      state: 'changed',
      changed: changedSide(pin, segment),
      document,
      segment,
      evidence,
      ...(isUnknown(before) ? {} : { similarity }),
    };
  }

  /** Tells what can be done about a statement without asking anyone. */
  #certain({ pin, state, segment, document, before }: Statement): Statement['write'] {
    if (!segment || !document) return undefined;
    if (state === 'fresh') return segment.id === pin.segment ? undefined : 'segment';
    if (state === 'moved') {
      const places = this.#documents
        .inLanguage(pin.locale)
        .flatMap((other) => findSource(other, pin.source))
        .filter((other) => segmentDigests(other).target === pin.target);
      const telling = meaningOf(segment.source ?? '').length >= tellingLength;
      return places.length === 1 && telling ? 'article' : undefined;
    }
    const sides = [
      [before.source, segment.source],
      [before.target, segment.target],
    ] as const;
    const cosmetic = sides.every(
      ([old, today]) => old !== undefined && today !== undefined && differsCosmetically(old, today),
    );
    return cosmetic ? 'digests' : undefined;
  }
}

function isUnknown(before: BeforeText): boolean {
  return before.source === undefined && before.target === undefined;
}

function withSegment({ document, segment }: ResolvedPin): Pick<Statement, 'document' | 'segment'> {
  return { ...(document ? { document } : {}), ...(segment ? { segment } : {}) };
}

/** Tells which condition of an element with variants the sentence of today states. */
function conditionOf(
  { pin, variant, state, changed, segment, before }: Statement,
  pins: readonly { pin: Pin; variant?: number }[],
): Statement['states'] {
  if (state !== 'changed' || !segment || changed === 'target') return 'same';
  if (before.source !== undefined && differsCosmetically(before.source, segment.source ?? '')) return 'same';
  const { source } = segmentDigests(segment);
  const other = pins.find((each) => each.pin !== pin && each.pin.source === source);
  if (!other) return 'unclear';
  if (other.variant === variant) return 'same';
  return other.variant ?? 'in-force';
}
