import { type DocumentIndex, languageOf } from '../../content/document-index.ts';
import { digestText } from '../../content/digest.ts';
import { listElements, type PlacedElement } from '../../rules/elements.ts';
import { resolvePin } from '../../rules/pin-state.ts';
import { listComparisons } from '../../rules/condition.ts';
import type { Condition, Pin, Workflow } from '../../rules/workflow.ts';
import type { Coverage } from './coverage.ts';
import type { DraftChange } from './draft.ts';
import type { DraftOptions } from './draft-article.ts';
import { draftPreconditions } from './draft-precondition.ts';
import { pinOf, type Occurrence, type Statement, statementText } from './statements.ts';

/** Changes to the reviewed elements that pages of an article state, and the segments that they account for. */
export interface ProposedChanges {
  changes: DraftChange[];
  taken: ReadonlySet<Occurrence['segment']>;
}

/**
 * Proposes changes where a page no longer says what an element was pinned to, or says it in a language that it has no
 * pin in. The element itself is left as it is.
 *
 * @param read The documents that were read, as an index.
 */
export function proposeChanges(
  article: string,
  statements: readonly Statement[],
  workflows: Iterable<Workflow>,
  coverage: Coverage,
  read: DocumentIndex,
  options: DraftOptions,
): ProposedChanges {
  const bySegment = new Map(
    statements.flatMap((statement) =>
      statement.occurrences.map((occurrence) => [occurrence.segment, { statement, occurrence }] as const),
    ),
  );
  const taken = new Set<Occurrence['segment']>();
  const additions = newLanguages(statements, coverage);
  const changes: DraftChange[] = [];
  for (const workflow of workflows) {
    for (const { element, kind } of listElements(workflow)) {
      if (kind !== 'unencodable' && element.state !== 'reviewed') continue;
      const name = `${workflow.workflow}/${element.id}`;
      let told: Occurrence | undefined;
      const pins = element.pins.map((pin): Pin => {
        if ((pin.article ?? workflow.article) !== article || !read.find(pin.locale, article)) return pin;
        const { state, document, segment } = resolvePin(pin, workflow.article, read);
        if (state !== 'changed' || !document || !segment) return pin;
        const found = bySegment.get(segment);
        // A sentence that another element is pinned to has only come to stand at the old one's number.
        if (!found || coverage.owners(found.occurrence).length > 0) return pin;
        taken.add(segment);
        told ??= found.occurrence;
        return {
          ...pinOf({ document, segment }),
          ...(pin.article === undefined ? {} : { article: pin.article }),
        };
      });
      for (const occurrence of additions.get(name) ?? []) {
        taken.add(occurrence.segment);
        told ??= occurrence;
        const added = pinOf(occurrence);
        pins.push(workflow.article === article ? added : { ...added, article });
      }
      if (!told) continue;
      const found = bySegment.get(told.segment);
      changes.push(toChange(name, kind, told, pins, found?.statement, options));
    }
  }
  return { changes, taken };
}

/** Finds sentences whose English an element is pinned to in other languages than theirs. */
function newLanguages(statements: readonly Statement[], coverage: Coverage): Map<string, Occurrence[]> {
  const additions = new Map<string, Occurrence[]>();
  for (const { occurrences } of statements) {
    for (const occurrence of occurrences) {
      if (coverage.owners(occurrence).length > 0 || coverage.reason(occurrence) !== undefined) continue;
      const language = languageOf(occurrence.document.locale);
      for (const { workflow, placed } of coverage.ownersOfSource(occurrence)) {
        const { element, kind } = placed;
        if (kind !== 'unencodable' && element.state !== 'reviewed') continue;
        // With a pin in this language already it is a change of that one, or a second place.
        if (element.pins.some((pin) => pin.locale === language)) continue;
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
  told: Occurrence,
  pins: Pin[],
  statement: Statement | undefined,
  options: DraftOptions,
): DraftChange {
  const { text, language } = statement
    ? statementText(statement, options.side)
    : { text: '', language: 'en' };
  const reads = kind === 'precondition' ? readCondition(text, language, options) : undefined;
  return {
    element,
    ...(reads ? { reads } : {}),
    evidence: {
      text,
      cue: told.cue,
      confidence: told.confidence,
      drafted: digestText(JSON.stringify(pins)).slice(0, 8),
    },
    pins,
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
