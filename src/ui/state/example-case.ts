import { holds } from '../../engine/holds.ts';
import { violationOf } from '../../engine/needs.ts';
import { listComparisons, listFacts } from '../../rules/condition.ts';
import { representativeValues } from '../../rules/domain.ts';
import type { RuleSet } from '../../rules/project.ts';
import type { FactValue, Precondition, Workflow } from '../../rules/workflow.ts';

/** The most cases that are tried to find one that fits. */
const maximumTries = 50_000;

/**
 * Makes up a case to try a task with: everything holds but one condition about a count, where the task has one, so
 * that there is something to put right. Found by search over the rules, not written down for any task.
 */
export function makeExampleCase(rules: RuleSet, workflow: Workflow): ReadonlyMap<string, FactValue> {
  const preconditions = workflow.preconditions.filter(({ state }) => state === 'reviewed');
  const broken = preconditions.find(({ require }) =>
    listFacts(require).every((name) => rules.facts.get(name)?.type === 'integer'),
  );
  const names = listFacts(...preconditions.flatMap(({ audience, require }) => [audience, require]));
  const comparisons = preconditions.flatMap(({ audience, require }) => [
    ...listComparisons(require),
    ...(audience ? listComparisons(audience) : []),
  ]);
  const choices = names.map((name) => {
    const fact = rules.facts.get(name);
    const values = fact ? representativeValues(fact, comparisons) : [];
    // A count of a few is easier to picture than the largest one allowed.
    return fact?.type === 'integer' ? values.filter((value) => Number(value) <= 2) : values;
  });
  const fits = (facts: ReadonlyMap<string, FactValue>): boolean =>
    preconditions.every((each) => isViolated(each, facts) === (each === broken));
  let tries = 0;
  const search = (at: number, facts: Map<string, FactValue>): boolean => {
    if (at === names.length) return fits(facts);
    return (choices[at] ?? []).some((value) => {
      tries += 1;
      return tries <= maximumTries && search(at + 1, facts.set(names[at] ?? '', value));
    });
  };
  const facts = new Map<string, FactValue>();
  return search(0, facts) ? facts : new Map();
}

function isViolated(precondition: Precondition, facts: ReadonlyMap<string, FactValue>): boolean {
  return holds(violationOf(precondition), facts);
}
