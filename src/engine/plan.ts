import { listSteps } from '../rules/elements.ts';
import type { FactValue, Step, Workflow } from '../rules/workflow.ts';
import type { PlanStep, PreconditionStatus, StepResult } from './decision.ts';
import { and, type Truth } from './evaluate.ts';
import { appliesOf } from './fold.ts';
import type { Statements } from './statements.ts';

/**
 * Makes the plan: the steps that remedy what is violated, in the order of the workflow's steps.
 *
 * Every violated precondition contributes at least one step, since a rule file names a remedy for each that no other
 * shares; where no page says how, that step says so.
 */
export function makePlan(
  workflow: Workflow,
  statuses: ReadonlyMap<string, PreconditionStatus>,
  facts: ReadonlyMap<string, FactValue>,
  truth: (name: string) => Truth,
  statements: Statements,
): PlanStep[] {
  const wanted = new Map<string, string>();
  for (const { id, remedy } of workflow.preconditions) {
    if (statuses.get(id) === 'violated') for (const step of remedy) wanted.set(step, id);
  }
  return listSteps(workflow.steps).flatMap((step): PlanStep[] => {
    const remedies = wanted.get(step.id);
    if (remedies === undefined || truth(`when ${step.id}`) === false) return [];
    return [
      {
        id: step.id,
        changes: step.changes,
        documented: step.documented,
        ...(step.repeat ? { repeat: repetition(step.repeat.fact, facts) } : {}),
        steps: (step.steps ?? []).map(({ id }) => id),
        remedies,
        sources: statements.all(step),
      },
    ];
  });
}

/** Lists the steps that carry the workflow out, remedies left out, each with whether it is to be done in this case. */
export function stepResults(
  steps: readonly Step[],
  facts: ReadonlyMap<string, FactValue>,
  truth: (name: string) => Truth,
  statements: Statements,
): StepResult[] {
  return steps
    .filter((step) => step.phase !== 'remedy')
    .map((step) => ({
      id: step.id,
      applies: appliesOf(and(truth(`audience ${step.id}`), truth(`when ${step.id}`))),
      phase: step.phase,
      changes: step.changes,
      documented: step.documented,
      optional: step.optional === true,
      ...(step.repeat ? { repeat: repetition(step.repeat.fact, facts) } : {}),
      steps: stepResults(step.steps ?? [], facts, truth, statements),
      sources: statements.all(step),
    }));
}

function repetition(fact: string, facts: ReadonlyMap<string, FactValue>): { fact: string; count?: number } {
  const count = facts.get(fact);
  return typeof count === 'number' ? { fact, count } : { fact };
}
