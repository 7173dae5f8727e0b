import type { DocumentIndex } from '../content/document-index.ts';
import type { Workflow } from '../rules/workflow.ts';
import { type Disagreement, type PreconditionStatus } from './decision.ts';
import { foldVerdict, statusFrom } from './fold.ts';
import type { Truth } from './evaluate.ts';
import { Statements } from './statements.ts';

/**
 * Lists statements that disagree with the ones in force.
 *
 * Within an article, a statement of another edition counts where it would change the verdict. Between articles nothing
 * wins: another workflow's effect on the same subject counts unless the case is certainly not one of its audience.
 */
export function listDisagreements(
  workflow: Workflow,
  others: readonly Workflow[],
  statuses: ReadonlyMap<string, PreconditionStatus>,
  truth: (name: string) => Truth,
  documents: DocumentIndex,
): Disagreement[] {
  const statements = new Statements(workflow, documents);
  const verdict = foldVerdict([...statuses.values()]);
  const found: Disagreement[] = [];
  for (const precondition of workflow.preconditions) {
    precondition.variants?.forEach((variant, index) => {
      const { id } = precondition;
      const status = statusFrom(truth(`audience ${id}`), truth(`variant ${index} ${id}`));
      const otherwise = foldVerdict([...new Map(statuses).set(id, status).values()]);
      if (otherwise === verdict) return;
      found.push({
        kind: 'precondition',
        element: id,
        require: variant.require,
        verdict: otherwise,
        sources: statements.resolve(variant.pins),
        against: statements.resolve(precondition.pins),
      });
    });
  }

  const forSomeoneElse = workflow.preconditions.some(
    ({ id, who }) => who === true && statuses.get(id) === 'violated',
  );
  for (const consequence of workflow.consequences) {
    if (truth(`audience ${consequence.id}`) === false || truth(`when ${consequence.id}`) === false) continue;
    const against = statements.resolve(consequence.pins);
    for (const variant of consequence.variants ?? []) {
      found.push({
        kind: 'consequence',
        element: consequence.id,
        subject: consequence.subject,
        effect: consequence.effect,
        other: { workflow: workflow.workflow, element: consequence.id, effect: variant.effect },
        sources: statements.resolve(variant.pins),
        against,
      });
    }
    for (const other of forSomeoneElse ? [] : others) {
      if (truth(`who ${other.workflow}`) === false) continue;
      for (const theirs of other.consequences) {
        const contradicts = theirs.subject === consequence.subject && theirs.effect !== consequence.effect;
        if (!contradicts || theirs.state !== 'reviewed') continue;
        found.push({
          kind: 'consequence',
          element: consequence.id,
          subject: consequence.subject,
          effect: consequence.effect,
          other: { workflow: other.workflow, element: theirs.id, effect: theirs.effect },
          sources: new Statements(other, documents).resolve(theirs.pins),
          against,
        });
      }
    }
  }
  return found;
}
