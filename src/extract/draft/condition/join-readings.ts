import type { Condition, Fact } from '../../../rules/workflow.ts';
import { isComparison } from '../../../rules/condition.ts';
import { negate } from './negate.ts';
import { partNotRead, type Reading } from './reading.ts';

/** How conditions are joined. */
export type Join = 'all' | 'any';

/** Joins readings; where one of them is no condition, neither is the whole. */
export function joinReadings(readings: readonly Reading[], join: Join): Reading {
  const [first = partNotRead, ...rest] = readings;
  return rest.reduce((a, b) => joinTwo(a, b, join), first);
}

function joinTwo(a: Reading, b: Reading, join: Join): Reading {
  if (a.kind !== 'condition') return a;
  if (b.kind !== 'condition') return b;
  const children = [a.condition, b.condition].flatMap((child): Condition[] => {
    if (join === 'any' && 'any' in child) return child.any;
    return join === 'all' && 'all' in child ? child.all : [child];
  });
  const distinct = [...new Map(children.map((child) => [JSON.stringify(child), child])).values()];
  const joined = join === 'any' ? mergeValues(distinct) : distinct;
  const [only] = joined;
  const several: Condition = join === 'any' ? { any: joined } : { all: joined };
  return {
    kind: 'condition',
    condition: only && joined.length === 1 ? only : several,
    proposed: [...a.proposed, ...b.proposed],
  };
}

/** Several values of one fact of which any will do are one comparison. */
function mergeValues(children: readonly Condition[]): Condition[] {
  const merged: Condition[] = [];
  for (const child of children) {
    const values = valuesOf(child);
    const at = values
      ? merged.findIndex((other) => isComparison(other) && other.fact === values.fact && valuesOf(other))
      : -1;
    const other = merged[at];
    const known = other && valuesOf(other);
    if (!values || !known) merged.push(child);
    else {
      const value = [...new Set([...known.values, ...values.values])].toSorted();
      merged[at] = { fact: values.fact, operator: 'in', value };
    }
  }
  return merged;
}

function valuesOf(condition: Condition): { fact: string; values: readonly string[] } | undefined {
  if (!isComparison(condition)) return undefined;
  const { fact, operator, value } = condition;
  if (operator === 'equal' && typeof value === 'string') return { fact, values: [value] };
  return operator === 'in' && Array.isArray(value) ? { fact, values: value as string[] } : undefined;
}

/** Gives the reading of the opposite; what only a person can confirm has none that could be put to them. */
export function turnReading(reading: Reading, facts: ReadonlyMap<string, Fact>): Reading {
  if (reading.kind === 'attestation') return partNotRead;
  if (reading.kind !== 'condition') return reading;
  const known = new Map([...facts, ...reading.proposed.map((fact) => [fact.name, fact] as const)]);
  return { ...reading, condition: negate(reading.condition, known) };
}
