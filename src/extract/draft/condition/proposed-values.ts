import { listComparisons } from '../../../rules/condition.ts';
import type { Condition, Fact } from '../../../rules/workflow.ts';
import type { DraftedPart } from './drafted-part.ts';
import type { Vocabulary } from './reading.ts';

/** Proposes the values that a drafted part asks for and that their fact does not have: a role by its name. */
export function proposeValues(part: DraftedPart, { facts }: Vocabulary): DraftedPart {
  if (part.reading.kind !== 'condition') return part;
  const asked = [part.reading.condition, ...(part.audience ? [part.audience] : [])].flatMap(valuesIn);
  const proposed = [...facts.values()].flatMap((fact): Fact[] => {
    const known = fact.values ?? [];
    const values = asked.filter(({ name, value }) => name === fact.name && !known.includes(value));
    if (fact.type !== 'codes' || values.length === 0) return [];
    return [{ ...fact, values: [...known, ...new Set(values.map(({ value }) => value))] }];
  });
  if (proposed.length === 0) return part;
  return { ...part, reading: { ...part.reading, proposed: [...part.reading.proposed, ...proposed] } };
}

function valuesIn(condition: Condition): { name: string; value: string }[] {
  return listComparisons(condition).flatMap(({ fact, value }) =>
    typeof value === 'string' ? [{ name: fact, value }] : [],
  );
}
