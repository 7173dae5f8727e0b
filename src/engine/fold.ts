import type { Applies, PreconditionStatus, Verdict } from './decision.ts';
import type { Truth } from './evaluate.ts';

/** Folds the statuses of preconditions into a verdict: any violated, else any unknown or nothing to check, else allowed. */
export function foldVerdict(statuses: readonly PreconditionStatus[]): Verdict {
  const applicable = statuses.filter((status) => status !== 'not-applicable');
  if (applicable.includes('violated')) return 'blocked';
  return applicable.length === 0 || applicable.includes('unknown') ? 'unknown' : 'allowed';
}

/** Gives the status of a precondition from the truth of its audience and of its condition. */
export function statusFrom(audience: Truth, requirement: Truth): PreconditionStatus {
  if (audience === false) return 'not-applicable';
  if (requirement === true) return 'satisfied';
  return audience === true && requirement === false ? 'violated' : 'unknown';
}

/** Gives the word for whether something applies. */
export function appliesOf(truth: Truth): Applies {
  if (truth === undefined) return 'unknown';
  return truth ? 'yes' : 'no';
}
