import { Engine } from 'json-rules-engine';
import { isComparison } from '../rules/condition.ts';
import type { Condition, FactValue, Operator } from '../rules/workflow.ts';

type Evaluate = (factValue: unknown, value: unknown) => boolean;
interface OperatorMap {
  get: (name: string) => { evaluate: Evaluate } | null | undefined;
}
let operators: OperatorMap | undefined;

/**
 * Tells whether a condition holds when every fact that it reads is known, with json-rules-engine's own operators.
 * For reasoning over many imagined cases, where a run of the engine for each would be out of proportion.
 */
export function holds(condition: Condition, facts: ReadonlyMap<string, FactValue>): boolean {
  if (isComparison(condition))
    return operator(condition.operator)(facts.get(condition.fact), condition.value);
  if ('not' in condition) return !holds(condition.not, facts);
  return 'all' in condition
    ? condition.all.every((child) => holds(child, facts))
    : condition.any.some((child) => holds(child, facts));
}

function operator(name: Operator): Evaluate {
  // The built-in operators are not exported; an engine carries them.
  operators ??= (new Engine() as unknown as { operators: OperatorMap }).operators;
  const found = operators.get(name);
  if (!found) throw new Error(`json-rules-engine has no operator ${name}`);
  return (factValue, value) => found.evaluate(factValue, value);
}
