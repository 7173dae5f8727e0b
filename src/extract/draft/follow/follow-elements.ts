import { type DocumentIndex, languageOf } from '../../../content/document-index.ts';
import type { Document, Segment } from '../../../content/document.ts';
import { listElements, listPins, type PlacedElement } from '../../../rules/elements.ts';
import { resolvePin, segmentDigests } from '../../../rules/pin-state.ts';
import type { Pin, Workflow } from '../../../rules/workflow.ts';
import type { Label } from '../../label.ts';
import { type Coverage, isSameButEnglish } from '../coverage.ts';
import type { DraftFile } from '../files/draft-file.ts';
import { pinsOn } from './follow-reasons.ts';
import { followSentences, lostKey, type LostSentence } from './follow-sentences.ts';
import type { LabelledDocument, Occurrence, Statement } from '../statements.ts';

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

/** A pin whose sentence is not on its page word for word, with the sentence that took its place. */
export interface OpenPin {
  pin: Pin;
  /** Number of the variant in the element; undefined for the condition in force. */
  variant: number | undefined;
  page: LabelledDocument;
  found?: Segment;
}

/** A reviewed element with those of its pins. */
export interface OpenElement {
  workflow: Workflow;
  placed: PlacedElement;
  name: string;
  open: OpenPin[];
}

/** The segments of an article's pages with the statements that they are of. */
export type StatementIndex = ReadonlyMap<Segment, { statement: Statement; occurrence: Occurrence }>;

/**
 * Lists the reviewed elements, each with those pins on the pages whose sentences are not there word for word, and finds
 * what became of these: in other languages at the same place, and on the page itself.
 */
export function followElements(changed: ChangedArticle, bySegment: StatementIndex): OpenElement[] {
  const isFree = (segment: Segment): boolean => {
    const occurrence = bySegment.get(segment)?.occurrence;
    return occurrence !== undefined && !changed.coverage.accountsFor(occurrence);
  };
  const elements = openElements(changed, bySegment);
  followAcrossLanguages(elements, changed, bySegment);
  followOnPages(elements, changed, isFree);
  followAcrossLanguages(elements, changed, bySegment);
  return elements;
}

/** Tells whether an element is a rule, so that nothing but a review may change it. */
export function isReviewed({ element, kind }: PlacedElement): boolean {
  return kind === 'unencodable' || element.state === 'reviewed';
}

/** Lists the reviewed elements with pins on pages that were read and whose sentences are not there word for word. */
function openElements(
  { article, pages, workflows, coverage, read }: ChangedArticle,
  bySegment: StatementIndex,
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
        if (segment && isSameButEnglish(pin, segmentDigests(segment))) return [];
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
  bySegment: StatementIndex,
): void {
  for (const { workflow, placed, open } of elements) {
    const missing = open.filter(({ found }) => found === undefined);
    if (missing.length === 0) continue;
    const followed = open.flatMap(({ pin, found }) => (found ? [{ pin, segment: found }] : []));
    const standing = listPins(placed.element).flatMap(({ pin }) => {
      if ((pin.article ?? workflow.article) !== article || open.some((each) => each.pin === pin)) return [];
      const { segment, state } = resolvePin(pin, workflow.article, read);
      const stands = segment && (state === 'fresh' || isSameButEnglish(pin, segmentDigests(segment)));
      return stands ? [{ pin, segment }] : [];
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
