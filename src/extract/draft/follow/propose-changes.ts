import { digestText } from '../../../content/digest.ts';
import { languageOf } from '../../../content/document-index.ts';
import type { Document, Segment } from '../../../content/document.ts';
import { listComparisons } from '../../../rules/condition.ts';
import { listPins, type PlacedElement } from '../../../rules/elements.ts';
import { segmentDigests } from '../../../rules/pin-state.ts';
import type { Condition, Pin } from '../../../rules/workflow.ts';
import type { Coverage } from '../coverage.ts';
import type { ChangedSentence, DraftChange, LostStatement } from '../draft.ts';
import type { DraftOptions } from '../draft-article.ts';
import { draftPreconditions } from '../condition/draft-precondition.ts';
import { wordsKey } from './earlier-places.ts';
import { type ChangedArticle, followElements, isReviewed } from './follow-elements.ts';
import { type Occurrence, pinOf, type Statement, statementText } from '../statements.ts';

/** Changes to the reviewed elements that pages of an article state, and the segments that they account for. */
export interface ProposedChanges {
  changes: DraftChange[];
  /** Sentences of reviewed elements that nothing on the page took the place of. */
  lost: LostStatement[];
  taken: ReadonlySet<Segment>;
}

/**
 * Proposes changes where a page no longer says what an element was pinned to, or says it in a language that it has no
 * pin in. The element itself is left as it is.
 */
export function proposeChanges(changed: ChangedArticle, options: DraftOptions): ProposedChanges {
  const { article, statements, coverage } = changed;
  const bySegment = new Map<Segment, { statement: Statement; occurrence: Occurrence }>();
  for (const statement of statements) {
    for (const occurrence of statement.occurrences)
      bySegment.set(occurrence.segment, { statement, occurrence });
  }
  const elements = followElements(changed, bySegment);
  const before = new Map(
    changed.pages.map(({ document }) => {
      const language = languageOf(document.locale);
      return [language, textsOf(changed.earlier.find(language, article))] as const;
    }),
  );
  const additions = newLanguages(statements, coverage);
  const taken = new Set<Segment>();
  const changes: DraftChange[] = [];
  const lost: LostStatement[] = [];
  for (const { workflow, placed, name, open } of elements) {
    const { element, kind } = placed;
    const found = new Map(open.flatMap((each) => (each.found ? [[each.pin, each] as const] : [])));
    const renew = (pin: Pin): Pin => {
      const { page, found: segment } = found.get(pin) ?? {};
      if (!page || !segment) return pin;
      const own = pin.article === undefined ? {} : { article: pin.article };
      return withArticle({ ...pinOf({ document: page.document, segment }), ...own });
    };
    const added = (additions.get(name) ?? []).map((occurrence) => {
      const pin = pinOf(occurrence);
      return workflow.article === article ? pin : withArticle({ ...pin, article });
    });
    for (const { pin, found: segment, page } of open) {
      if (segment) taken.add(segment);
      else lost.push({ element: name, locale: languageOf(page.document.locale), segment: pin.segment });
    }
    for (const { segment } of additions.get(name) ?? []) taken.add(segment);
    const [first] = [...found.values()].flatMap((each) => each.found ?? []);
    const told =
      (first && bySegment.get(first)) ?? bySegment.get(additions.get(name)?.[0]?.segment as Segment);
    if (!told) continue;
    const sentences = [
      ...[...found.values()].flatMap(({ pin, found: segment }) =>
        segment ? [changedSentence(pin.locale, segment, before.get(pin.locale)?.get(wordsKey(pin)))] : [],
      ),
      ...(additions.get(name) ?? []).map(({ document, segment }) =>
        changedSentence(languageOf(document.locale), segment),
      ),
    ];
    const variants = variantsOf(element).map(({ pins }) => ({ pins: pins.map(renew) }));
    const ofVariant = [...found.values()].some(({ variant }) => variant !== undefined);
    changes.push(
      toChange(
        name,
        kind,
        told,
        sentences,
        [...element.pins.map(renew), ...added],
        ofVariant ? variants : undefined,
        options,
      ),
    );
  }
  return { changes, lost, taken };
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

function toChange(
  element: string,
  kind: PlacedElement['kind'],
  { statement, occurrence }: { statement: Statement; occurrence: Occurrence },
  changed: ChangedSentence[],
  pins: Pin[],
  variants: { pins: Pin[] }[] | undefined,
  options: DraftOptions,
): DraftChange {
  const { text, language } = statementText(statement, options.side);
  const reads = kind === 'precondition' ? readCondition(text, language, options) : undefined;
  return {
    element,
    ...(reads ? { reads } : {}),
    evidence: {
      text,
      cue: occurrence.cue,
      confidence: occurrence.confidence,
      drafted: digestText(JSON.stringify(variants ? [pins, variants] : pins)).slice(0, 8),
    },
    changed,
    pins,
    ...(variants ? { variants } : {}),
  };
}

function changedSentence(locale: string, { source, target }: Segment, was?: string): ChangedSentence {
  const now = (target ?? source ?? '').slice(0, longest);
  return { locale, ...(was === undefined ? {} : { was: was.slice(0, longest) }), now };
}

/** Gives the sentences of an earlier page by their words. */
function textsOf(earlier: Document | undefined): ReadonlyMap<string, string> {
  return new Map(
    (earlier?.segments ?? []).map((segment) => [
      wordsKey(segmentDigests(segment)),
      segment.target ?? segment.source ?? '',
    ]),
  );
}

/** Letters that are shown of a sentence; what is longer is none. */
const longest = 1500;

/** Gives the condition that a sentence would be drafted as, where it is about declared facts alone. */
function readCondition(text: string, language: string, options: DraftOptions): Condition | undefined {
  const phrases = options.phrases.get(language);
  if (!phrases) return undefined;
  const conditions = draftPreconditions(text, phrases, options.vocabulary).flatMap(({ reading }) =>
    reading.kind === 'condition' ? [reading.condition] : [],
  );
  const known = conditions.every((condition) =>
    listComparisons(condition).every(({ fact }) => options.vocabulary.facts.has(fact)),
  );
  const [first, ...rest] = conditions;
  if (!first || !known) return undefined;
  return rest.length > 0 ? { all: conditions } : first;
}
