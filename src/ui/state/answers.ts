import { listComparisons } from '../../rules/condition.ts';
import { representativeValues } from '../../rules/domain.ts';
import { holds } from '../../engine/holds.ts';
import { listElements } from '../../rules/elements.ts';
import type { RuleSet } from '../../rules/project.ts';
import type { Comparison, Condition, Fact, FactValue, Workflow } from '../../rules/workflow.ts';
import type { Answer } from './walk-state.ts';

/** Gives the facts that the answers say, for the engine; "I don't know" says none. */
export function factsFrom(answers: ReadonlyMap<string, Answer>): Map<string, FactValue> {
  const facts = new Map<string, FactValue>();
  for (const [name, answer] of answers) if (answer.kind !== 'unknown') facts.set(name, answer.value);
  return facts;
}

/**
 * Tells whether "one or more" is exact enough: no rule of the workflow tells one count above zero from another.
 */
export function oneOrMoreSuffices(fact: Fact, workflow: Workflow): boolean {
  if (fact.type !== 'integer' || (fact.minimum ?? 0) > 0 || (fact.maximum ?? 1) < 1) return false;
  const comparisons = comparisonsOf(workflow).filter((comparison) => comparison.fact === fact.name);
  const counts = representativeValues(fact, comparisons).filter((value) => Number(value) >= 1);
  return comparisons.every((comparison) => {
    const outcomes = counts.map((value) => holds(comparison, new Map([[fact.name, value]])));
    return new Set(outcomes).size <= 1;
  });
}

function comparisonsOf(workflow: Workflow): Comparison[] {
  return listElements(workflow).flatMap(({ element }) => {
    const { audience, require, when } = element as Partial<
      Record<'audience' | 'require' | 'when', Condition>
    >;
    return [audience, require, when].flatMap((condition) => (condition ? listComparisons(condition) : []));
  });
}

/** Gives the fact that says who someone is: the one that the tasks' conditions on the person read first. */
export function findWhoFact(rules: RuleSet): Fact | undefined {
  for (const workflow of rules.workflows.values()) {
    for (const { who, require } of workflow.preconditions) {
      const [comparison] = who === true ? listComparisons(require) : [];
      const fact = comparison && rules.facts.get(comparison.fact);
      if (fact?.type === 'code') return fact;
    }
  }
  return undefined;
}

/**
 * Tells whether a task is for the kind of partner that was named; undefined where none was named, or where the task
 * does not say whom it is for.
 */
export function isForPartner(
  workflow: Workflow,
  whoFact: Fact,
  answers: ReadonlyMap<string, Answer>,
): boolean | undefined {
  const facts = factsFrom(answers);
  const value = facts.get(whoFact.name);
  const conditions = workflow.preconditions.filter(({ who }) => who === true);
  if (value === undefined || conditions.length === 0) return undefined;
  return conditions.every(({ require }) => holds(require, new Map([[whoFact.name, value]])));
}
