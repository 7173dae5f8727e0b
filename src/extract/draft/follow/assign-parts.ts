import { isDeepStrictEqual } from 'node:util';
import { listFacts } from '../../../rules/condition.ts';
import type { Condition } from '../../../rules/workflow.ts';
import type { DraftElement } from '../draft.ts';

/** An element that a sentence is pinned by, as far as it tells which part of the sentence is its own. */
export interface PartOwner {
  /** Section of drafts that become such elements. */
  section: string;
  require: Condition | undefined;
  /** False where its own sentence is as it was. */
  changed: boolean;
  /** Tells whether it is pinned to a sentence that states a part. */
  holds: (part: DraftElement) => boolean;
}

/**
 * Tells which parts of a sentence are whose: first the parts that an element says already, then those about the same
 * facts, then the rest in order. Parts that are left over go to the last element whose sentence with them changed.
 */
export function assignParts(
  owners: readonly PartOwner[],
  parts: readonly DraftElement[],
): Map<PartOwner, DraftElement[]> {
  const assigned = new Map<PartOwner, DraftElement[]>();
  const free = new Set(parts);
  const assign = (fits: (owner: PartOwner, part: DraftElement) => boolean): void => {
    for (const owner of owners) {
      if (assigned.has(owner)) continue;
      const part = [...free].find((each) => owner.holds(each) && fits(owner, each));
      if (!part) continue;
      free.delete(part);
      assigned.set(owner, [part]);
    }
  };
  assign(({ section, require }, part) =>
    require ? isDeepStrictEqual(require, part.body['require']) : section === part.section,
  );
  assign(({ require }, part) => sharesFacts(require, part.body['require'] as Condition | undefined));
  assign(() => true);
  for (const part of free) {
    const holders = owners.filter((owner) => owner.changed && owner.holds(part));
    const last = holders.findLast(({ require }) => require !== undefined) ?? holders.at(-1);
    if (last) assigned.set(last, [...(assigned.get(last) ?? []), part]);
  }
  return assigned;
}

function sharesFacts(a: Condition | undefined, b: Condition | undefined): boolean {
  if (!a || !b) return false;
  const facts = new Set(listFacts(a));
  return [...listFacts(b)].some((fact) => facts.has(fact));
}
