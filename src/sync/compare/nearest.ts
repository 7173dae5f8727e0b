import type { Combinations } from './component.ts';

/** How far combinations are from the nearest one of a set: in how many facts they differ. */
export interface Distances {
  /** By number of the combination. */
  distance: Int32Array;
  /** Number of the nearest combination of the set. */
  nearest: Int32Array;
}

const far = 1_000_000;

/**
 * Measures all combinations against a set, fact by fact: what is nearest after a fact was looked at is either nearest
 * already or differs in this fact besides. The work is the number of combinations times the number of facts.
 *
 * @returns Undefined where the set is empty.
 */
export function measureDistances(
  { values, outcomes }: Combinations,
  isInSet: (number: number) => boolean,
): Distances | undefined {
  const size = outcomes.length;
  const distance = new Int32Array(size).fill(far);
  const nearest = new Int32Array(size).fill(-1);
  let any = false;
  for (let number = 0; number < size; number += 1) {
    if (!isInSet(number)) continue;
    distance[number] = 0;
    nearest[number] = number;
    any = true;
  }
  if (!any) return undefined;
  let stride = 1;
  for (const own of values.toReversed()) {
    const block = stride * own.length;
    for (let start = 0; start < size; start += block) {
      for (let offset = 0; offset < stride; offset += 1) {
        let best = start + offset;
        for (let step = 1; step < own.length; step += 1) {
          const other = start + offset + step * stride;
          if ((distance[other] ?? far) < (distance[best] ?? far)) best = other;
        }
        const least = (distance[best] ?? far) + 1;
        const from = nearest[best] ?? -1;
        for (let step = 0; step < own.length; step += 1) {
          const number = start + offset + step * stride;
          if ((distance[number] ?? far) > least) {
            distance[number] = least;
            nearest[number] = from;
          }
        }
      }
    }
    stride = block;
  }
  return { distance, nearest };
}
