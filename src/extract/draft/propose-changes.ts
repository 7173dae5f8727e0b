import { digestText } from '../../content/digest.ts';
import { type DocumentIndex, languageOf } from '../../content/document-index.ts';
import type { Document, Segment } from '../../content/document.ts';
import { listComparisons } from '../../rules/condition.ts';
import { listElements, listPins, type PlacedElement } from '../../rules/elements.ts';
import { resolvePin } from '../../rules/pin-state.ts';
import type { Condition, Pin, Workflow } from '../../rules/workflow.ts';
import type { Label } from '../label.ts';
import type { Coverage } from './coverage.ts';
import type { DraftChange, LostStatement } from './draft.ts';
import type { DraftOptions } from './draft-article.ts';
import type { DraftFile } from './draft-file.ts';
import { draftPreconditions } from './draft-precondition.ts';
import { pinsOn } from './follow-reasons.ts';
import { followSentences, lostKey, type LostSentence } from './follow-sentences.ts';
import {
  type LabelledDocument,
  type Occurrence,
  pinOf,
  type Statement,
  statementText,
} from './statements.ts';

/** Changes to the reviewed elements that pages of an article state, and the segments that they account for. */
export interface ProposedChanges {
  changes: DraftChange[];
  /** Sentences of reviewed elements that nothing on the page took the place of. */
  lost: LostStatement[];
  taken: ReadonlySet<Segment>;
}

/** What changes are proposed from. */
export interface ChangedArticle {
  article: string;
  pages: readonly LabelledDocument[];
  statements: readonly Statement[];
  workflows: readonly Workflow[];
  coverage: Coverage;
  /** The pages as an index. */
  read: DocumentIndex;
  /** Earlier versions of the pages, where they are at hand. */
  earlier: DocumentIndex;
  files: readonly DraftFile[];
}

interface OpenPin {
  pin: Pin;
  /** Path of the variant in the element; undefined for the condition in force. */
  variant: number | undefined;
  page: LabelledDocument;
  found?: Segment;
}

interface OpenElement {
  workflow: Workflow;
  placed: PlacedElement;
  name: string;
  open: OpenPin[];
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
  const isFree = (segment: Segment): boolean => {
    const occurrence = bySegment.get(segment)?.occurrence;
    return occurrence !== undefined && !coverage.accountsFor(occurrence);
  };
  const elements = openElements(changed, bySegment);
  followAcrossLanguages(elements, changed, bySegment);
  followOnPages(elements, changed, isFree);
  followAcrossLanguages(elements, changed, bySegment);

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
    const variants = variantsOf(element).map(({ pins }) => ({ pins: pins.map(renew) }));
    const ofVariant = [...found.values()].some(({ variant }) => variant !== undefined);
    changes.push(
      toChange(
        name,
        kind,
        told,
        [...element.pins.map(renew), ...added],
        ofVariant ? variants : undefined,
        options,
      ),
    );
  }
  return { changes, lost, taken };
}

/** Lists the reviewed elements with pins on pages that were read and whose sentences are not there word for word. */
function openElements(
  { article, pages, workflows, coverage, read }: ChangedArticle,
  bySegment: ReadonlyMap<Segment, { occurrence: Occurrence }>,
): OpenElement[] {
  const pageOf = new Map<Document, LabelledDocument>(pages.map((page) => [page.document, page]));
  return workflows.flatMap((workflow) =>
    listElements(workflow).flatMap((placed): OpenElement[] => {
      if (!isReviewed(placed)) return [];
      const open = listPins(placed.element).flatMap(({ pin, variant }): OpenPin[] => {
        if ((pin.article ?? workflow.article) !== article) return [];
        const document = read.find(pin.locale, article);
        const page = document && pageOf.get(document);
        if (!page) return [];
        const { state, segment } = resolvePin(pin, workflow.article, read);
        if (state === 'fresh' || state === 'moved') return [];
        const occurrence = segment && bySegment.get(segment)?.occurrence;
        // A sentence that another element is pinned to has only come to stand at the old one's number.
        const found = state === 'changed' && occurrence && coverage.owners(occurrence).length === 0;
        return [{ pin, variant, page, ...(found ? { found: segment } : {}) }];
      });
      return [{ workflow, placed, name: `${workflow.workflow}/${placed.element.id}`, open }];
    }),
  );
}

/** Finds sentences by what other languages have at the same place or under the same English. */
function followAcrossLanguages(
  elements: readonly OpenElement[],
  { article, coverage, read }: ChangedArticle,
  bySegment: ReadonlyMap<Segment, { statement: Statement }>,
): void {
  for (const { workflow, placed, open } of elements) {
    const missing = open.filter(({ found }) => found === undefined);
    if (missing.length === 0) continue;
    const followed = open.flatMap(({ pin, found }) => (found ? [{ pin, segment: found }] : []));
    const standing = listPins(placed.element).flatMap(({ pin }) => {
      if ((pin.article ?? workflow.article) !== article || open.some((each) => each.pin === pin)) return [];
      const { segment, state } = resolvePin(pin, workflow.article, read);
      return segment && state === 'fresh' ? [{ pin, segment }] : [];
    });
    const used = new Set(followed.map(({ segment }) => segment));
    for (const each of missing) {
      const beside = [...standing, ...followed]
        // The other languages' pins on the same English first.
        .toSorted(
          (a, b) => Number(b.pin.source === each.pin.source) - Number(a.pin.source === each.pin.source),
        )
        .flatMap(({ segment }) => bySegment.get(segment)?.statement.occurrences ?? [])
        .find(
          (occurrence) =>
            occurrence.document === each.page.document &&
            !used.has(occurrence.segment) &&
            coverage.owners(occurrence).length === 0 &&
            coverage.reason(occurrence) === undefined,
        );
      if (!beside) continue;
      each.found = beside.segment;
      used.add(beside.segment);
    }
  }
}

/** Finds sentences by their places and words on each page. */
function followOnPages(
  elements: readonly OpenElement[],
  { article, pages, workflows, files, earlier }: ChangedArticle,
  isFree: (segment: Segment) => boolean,
): void {
  for (const page of pages) {
    const language = languageOf(page.document.locale);
    const known = pinsOn(article, language, workflows, files);
    const found = elements.flatMap(({ open }) => open.flatMap((each) => each.found ?? []));
    const taken = new Set(found);
    const missing = elements.flatMap(({ placed, open }) =>
      open
        .filter((each) => each.page === page && each.found === undefined)
        .map((each) => ({ each, lost: { ...each.pin, labels: labelsOf(placed) } satisfies LostSentence })),
    );
    const successors = followSentences(
      page,
      known,
      missing.map(({ lost }) => lost),
      (segment) => !taken.has(segment) && isFree(segment),
      earlier.find(language, article),
    );
    for (const { each, lost } of missing) {
      const segment = successors.get(lostKey(lost));
      if (segment) each.found = segment;
    }
  }
}

const ruleLabels: readonly Label[] = ['precondition', 'consequence', 'obligation', 'step'];

function labelsOf({ kind }: PlacedElement): ReadonlySet<Label> {
  if (kind === 'attestation') return new Set(['precondition']);
  return new Set(kind === 'unencodable' ? ruleLabels : [kind]);
}

function isReviewed({ element, kind }: PlacedElement): boolean {
  return kind === 'unencodable' || element.state === 'reviewed';
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
    pins,
    ...(variants ? { variants } : {}),
  };
}

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
