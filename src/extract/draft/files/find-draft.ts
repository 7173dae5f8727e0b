import { closest } from 'fastest-levenshtein';
import type { Diagnostic } from '../../../diagnostic/diagnostic.ts';
import { listElements, type PlacedElement } from '../../../rules/elements.ts';
import type { Workflow } from '../../../rules/workflow.ts';
import type { DraftFile, FiledChange, FiledElement } from './draft-file.ts';

/** What a review is of: a draft, a change to a reviewed element, or an element that stands as a draft in its file. */
export type ReviewSubject =
  | { kind: 'draft'; name: string; file: DraftFile; element: FiledElement }
  | {
      kind: 'change';
      name: string;
      file: DraftFile;
      change: FiledChange;
      workflow: Workflow;
      placed: PlacedElement;
    }
  | { kind: 'element'; name: string; workflow: Workflow; placed: PlacedElement };

/** Finds what a name stands for: `element`, `article/element` or `workflow/element`. */
export function findDraft(
  wanted: string,
  files: readonly DraftFile[],
  workflows: readonly Workflow[],
): ReviewSubject | Diagnostic {
  const subjects = listSubjects(files, workflows);
  const matches = subjects.filter(
    ({ name, subject }) => name === wanted || name.endsWith(`/${wanted}`) || aliasOf(subject) === wanted,
  );
  const [first] = matches;
  if (first && matches.length === 1) return first.subject;
  if (first) {
    const expected = matches.map(({ name }) => name).join(', ');
    return { code: 'ambiguous-element', severity: 'error', values: { found: wanted, expected } };
  }
  const reviewed = workflows.some((workflow) =>
    listElements(workflow).some(
      ({ element }) => element.id === wanted || `${workflow.workflow}/${element.id}` === wanted,
    ),
  );
  if (reviewed) return { code: 'already-reviewed', severity: 'error', values: { found: wanted } };
  const names = subjects.map(({ name }) => name.slice(name.indexOf('/') + 1));
  const hint =
    names.length > 0 ? { hint: { code: 'did-you-mean', values: { name: closest(wanted, names) } } } : {};
  return { code: 'unknown-element', severity: 'error', values: { found: wanted }, ...hint };
}

function listSubjects(
  files: readonly DraftFile[],
  workflows: readonly Workflow[],
): { name: string; subject: ReviewSubject }[] {
  const drafts = files.flatMap((file) =>
    file.elements.map((element) => {
      const name = `${file.article}/${element.id}`;
      return { name, subject: { kind: 'draft' as const, name, file, element } };
    }),
  );
  const placed = workflows.flatMap((workflow) =>
    listElements(workflow).map((each) => ({
      workflow,
      placed: each,
      name: `${workflow.workflow}/${each.element.id}`,
    })),
  );
  const changes = files.flatMap((file) =>
    file.changes.flatMap((change) => {
      const found = placed.find(({ name }) => name === change.element);
      if (!found) return [];
      return [{ name: found.name, subject: { ...found, kind: 'change' as const, file, change } }];
    }),
  );
  const standing = placed
    .filter((each) => each.placed.element.state === 'draft')
    .map((each) => ({ name: each.name, subject: { ...each, kind: 'element' as const } }));
  return [...drafts, ...changes, ...standing];
}

/** A draft may also be named by the workflow that it goes to. */
function aliasOf(subject: ReviewSubject): string | undefined {
  if (subject.kind !== 'draft') return undefined;
  return `${subject.element.workflow ?? subject.file.workflow}/${subject.element.id}`;
}
