import type { Label } from '../../src/extract/label.ts';
import type { GoldLabels } from './labelled-pages.ts';

/** Right, wrong and missed, leniently: an alternative of the annotator is right and excuses a miss. */
export interface Count {
  right: number;
  wrong: number;
  missed: number;
}

/** What is scored: the labels, preconditions without role lines. */
export const scored = ['precondition', 'consequence', 'step', 'obligation'] as const;

/** Counts for each label. */
export type Tally = Record<(typeof scored)[number], Count>;

/** Gives a tally of nothing. */
export function emptyTally(): Tally {
  const count = (): Count => ({ right: 0, wrong: 0, missed: 0 });
  return { precondition: count(), consequence: count(), step: count(), obligation: count() };
}

/** Counts one segment as gold/score.mjs does. */
export function addToTally(tally: Tally, predicted: readonly Label[], gold: GoldLabels): void {
  if (gold.leadIn) return;
  const allowed = new Set([...gold.labels, ...gold.alternatives]);
  const agrees = predicted.some((label) => allowed.has(label));
  for (const label of scored) {
    if (label === 'precondition' && gold.role) continue;
    const says = predicted.includes(label);
    if (says && allowed.has(label)) tally[label].right += 1;
    else if (says) tally[label].wrong += 1;
    else if (gold.labels.includes(label) && !agrees) tally[label].missed += 1;
  }
}

/** Gives the harmonic mean of precision and recall, 0 to 1. */
export function f1({ right, wrong, missed }: Count): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
}
