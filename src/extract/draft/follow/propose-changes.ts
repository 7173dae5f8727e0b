import { languageOf } from '../../../content/document-index.ts';
import type { Segment } from '../../../content/document.ts';
import { listFacts } from '../../../rules/condition.ts';
import { listPins, type PlacedElement } from '../../../rules/elements.ts';
import type { Fact, Pin } from '../../../rules/workflow.ts';
import type { Coverage } from '../coverage.ts';
import {
  type ChangedVariant,
  type DraftChange,
  type LostStatement,
  type ToldBody,
  toldBody,
} from '../draft.ts';
import type { DraftOptions } from '../draft-article.ts';
import { digestChange, digestChangePins } from '../files/change-name.ts';
import { changedSentences } from './changed-sentences.ts';
import { EarlierWords } from './earlier-words.ts';
import { type ChangedArticle, followElements, isReviewed, type OpenElement } from './follow-elements.ts';
import { NewReadings } from './new-readings.ts';
import { type Occurrence, pinOf, type Statement, statementText } from '../statements.ts';

/** Changes to the reviewed elements that pages of an article state, and the segments that they account for. */
export interface ProposedChanges {
  changes: DraftChange[];
  /** Facts that the changes may name. */
  facts: readonly Fact[];
  /** Sentences of reviewed elements that nothing on the page took the place of. */
  lost: LostStatement[];
  taken: ReadonlySet<Segment>;
}

/**
 * Proposes changes where a page no longer says what an element was pinned to, or says it in a language that it has no
 * pin in: the pins as they would be, and what the element would say by the new words. The element itself is left as it
 * is.
 */
export function proposeChanges(changed: ChangedArticle, options: DraftOptions): ProposedChanges {
  const { article, pages, statements, coverage } = changed;
  const bySegment = new Map<Segment, { statement: Statement; occurrence: Occurrence }>();
  for (const statement of statements) {
    for (const occurrence of statement.occurrences)
      bySegment.set(occurrence.segment, { statement, occurrence });
  }
  const elements = followElements(changed, bySegment);
  const before = pages.flatMap(
    ({ document }) => changed.earlier.find(languageOf(document.locale), article) ?? [],
  );
  const words = new EarlierWords([...pages.map(({ document }) => document), ...before]);
  const readings = new NewReadings(changed, elements, words, options);
  const additions = newLanguages(statements, coverage);
  const taken = new Set<Segment>();
  const changes: DraftChange[] = [];
  const lost: LostStatement[] = [];
  for (const each of elements) {
    const { workflow, placed, name, open } = each;
    const found = open.flatMap(({ found: segment, ...rest }) => (segment ? [{ ...rest, segment }] : []));
    const gained = additions.get(name) ?? [];
    for (const { pin, page, found: segment } of open) {
      if (!segment)
        lost.push({ element: name, locale: languageOf(page.document.locale), segment: pin.segment });
    }
    for (const { segment } of [...found, ...gained]) taken.add(segment);
    const told = bySegment.get((found[0] ?? gained[0])?.segment as Segment);
    if (!told) continue;
    const renewed = new Map(
      found.map(({ pin, page, segment }) => [pin, renewPin(pin, { ...page, segment })]),
    );
    const added = gained.map((occurrence) => {
      const pin = pinOf(occurrence);
      return workflow.article === article ? pin : withArticle({ ...pin, article });
    });
    const own = readings.find(each);
    const body = own?.body ?? {};
    const pins = [...placed.element.pins.map((pin) => renewed.get(pin) ?? pin), ...added];
    const ofVariant = found.some(({ variant }) => variant !== undefined);
    const variants = ofVariant ? changedVariants(each, renewed, readings) : [];
    const unencodable = own?.unencodable ?? variants.find((variant) => variant.unencodable)?.unencodable;
    const reading = {
      ...(unencodable === undefined ? {} : { unencodable }),
      ...(ofVariant ? { variants: variants.map(({ variant }) => variant) } : {}),
    };
    changes.push({
      element: name,
      ...wasOf(placed.element, unencodable === undefined ? body : { ...body, require: true }),
      body,
      ...(own?.reads ? { reads: own.reads } : {}),
      evidence: {
        text: statementText(told.statement, options.side).text,
        cue: told.occurrence.cue,
        confidence: told.occurrence.confidence,
        drafted: digestChange(body, reading),
        pinned: digestChangePins({ ...reading, pins }),
      },
      changed: changedSentences(found, gained, words),
      pins,
      ...reading,
    });
  }
  const named = new Set(changes.flatMap(factsOfChange));
  return { changes, facts: readings.facts.filter((fact) => named.has(fact.name)), lost, taken };
}

/** Gives what an element says, of what it is to say otherwise: the keys of `body`. */
function wasOf(says: object, body: object): { was?: ToldBody } {
  const was = Object.entries(toldBody(says)).filter(([key]) => Object.hasOwn(body, key));
  return was.length > 0 ? { was: Object.fromEntries(was) } : {};
}

function changedVariants(
  open: OpenElement,
  renewed: ReadonlyMap<Pin, Pin>,
  readings: NewReadings,
): { variant: ChangedVariant; unencodable?: string }[] {
  return variantsOf(open.placed.element).map((variant, number) => {
    const { body: read = {}, unencodable } = readings.find(open, number) ?? {};
    // A variant has its condition or effect and nothing else.
    const body = Object.fromEntries(Object.entries(read).filter(([key]) => Object.hasOwn(variant, key)));
    const pins = variant.pins.map((pin) => renewed.get(pin) ?? pin);
    return {
      variant: { ...wasOf(variant, body), ...body, pins },
      ...(unencodable === undefined ? {} : { unencodable }),
    };
  });
}

function factsOfChange({ body, variants = [] }: DraftChange): string[] {
  return [...listFacts(...[body, ...variants].flatMap(({ require, audience }) => [require, audience]))];
}

function renewPin(pin: Pin, at: Pick<Occurrence, 'document' | 'segment'>): Pin {
  return withArticle({ ...pinOf(at), ...(pin.article === undefined ? {} : { article: pin.article }) });
}

function variantsOf(element: PlacedElement['element']): readonly { pins: Pin[] }[] {
  return 'variants' in element ? ((element.variants as { pins: Pin[] }[] | undefined) ?? []) : [];
}

/** Gives a pin with its fields in the order of the files. */
function withArticle({ locale, article, ...rest }: Pin): Pin {
  return { locale, ...(article === undefined ? {} : { article }), ...rest };
}

/** Finds sentences that an element is pinned to in other languages than theirs: under the same English or edition. */
function newLanguages(statements: readonly Statement[], coverage: Coverage): Map<string, Occurrence[]> {
  const additions = new Map<string, Occurrence[]>();
  for (const { occurrences } of statements) {
    const pinned = occurrences.flatMap((occurrence) => coverage.owners(occurrence));
    for (const occurrence of occurrences) {
      if (coverage.owners(occurrence).length > 0 || coverage.reason(occurrence) !== undefined) continue;
      const language = languageOf(occurrence.document.locale);
      for (const { workflow, placed } of new Set([...coverage.ownersOfSource(occurrence), ...pinned])) {
        const { element } = placed;
        if (!isReviewed(placed)) continue;
        // With a pin in this language already it is a change of that one, or a second place.
        if (listPins(element).some(({ pin }) => pin.locale === language)) continue;
        const name = `${workflow.workflow}/${element.id}`;
        const known = additions.get(name) ?? [];
        if (!known.includes(occurrence)) additions.set(name, [...known, occurrence]);
      }
    }
  }
  return additions;
}
