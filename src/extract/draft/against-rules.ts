import { DocumentIndex } from '../../content/document-index.ts';
import type { Document } from '../../content/document.ts';
import { compareText } from '../../diagnostic/diagnostic.ts';
import { listElements, listPins } from '../../rules/elements.ts';
import { resolvePin } from '../../rules/pin-state.ts';
import type { Workflow } from '../../rules/workflow.ts';
import type { Label } from '../label.ts';
import { Coverage } from './coverage.ts';
import type { DraftFile } from './files/draft-file.ts';
import type { LabelledDocument, Occurrence } from './statements.ts';

/** A statement of a document that no reviewed element is pinned to. */
export interface UncoveredStatement extends Pick<Occurrence, 'document' | 'segment' | 'labels'> {
  /** Why it is no rule, where someone wrote it down. */
  reason?: string;
}

/** A reviewed element whose sentences no document has. */
export interface UnsupportedElement {
  workflow: string;
  element: string;
  kind: string;
}

/** Documents and rules held against each other. */
export interface AgainstRules {
  uncovered: UncoveredStatement[];
  unsupported: UnsupportedElement[];
}

const ruleLabels: ReadonlySet<Label> = new Set(['precondition', 'consequence', 'obligation', 'step']);

/**
 * Finds statements without a rule, and rules without a statement.
 *
 * @param others Documents of the project that were not read: a rule may rest on them.
 */
export function compareWithRules(
  documents: readonly LabelledDocument[],
  others: readonly Document[],
  workflows: readonly Workflow[],
  files: readonly DraftFile[],
): AgainstRules {
  const coverage = new Coverage(workflows);
  for (const file of files) {
    coverage.addReasons(file.article, file.uncovered);
    for (const { state, pins, reason } of file.elements) {
      if (state === 'rejected' && reason !== undefined) coverage.addRejected(file.article, pins, reason);
    }
  }
  const ordered = documents.toSorted((a, b) => compareText(a.document.path, b.document.path));
  const uncovered = ordered.flatMap(({ document, segments }) =>
    document.segments.flatMap((segment, index): UncoveredStatement[] => {
      const labels = segments[index]?.labels ?? [];
      if (!labels.some((label) => ruleLabels.has(label))) return [];
      const owners = coverage.owners({ document, segment });
      if (owners.some(({ placed }) => placed.kind === 'unencodable' || placed.element.state === 'reviewed'))
        return [];
      const reason = coverage.reason({ document, segment });
      return [{ document, segment, labels, ...(reason === undefined ? {} : { reason }) }];
    }),
  );
  return { uncovered, unsupported: unsupportedElements(ordered, others, workflows) };
}

function unsupportedElements(
  documents: readonly LabelledDocument[],
  others: readonly Document[],
  workflows: readonly Workflow[],
): UnsupportedElement[] {
  const read = documents.map(({ document }) => document);
  const articles = new Set(read.map(({ article }) => article));
  const index = new DocumentIndex([...read, ...others]);
  const found: UnsupportedElement[] = [];
  for (const workflow of workflows) {
    for (const { element, kind } of listElements(workflow)) {
      // A step without pins says of itself that no page has it.
      const pins = listPins(element).map(({ pin }) => pin);
      if (pins.length === 0 && kind === 'step') continue;
      if (kind !== 'unencodable' && element.state !== 'reviewed') continue;
      const concerned =
        articles.has(workflow.article) || pins.some((pin) => articles.has(pin.article ?? workflow.article));
      if (!concerned) continue;
      if (pins.some((pin) => resolvePin(pin, workflow.article, index).state === 'fresh')) continue;
      found.push({ workflow: workflow.workflow, element: element.id, kind });
    }
  }
  return found;
}
