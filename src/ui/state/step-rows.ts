import type { Decision, PlanStep, StepResult } from '../../engine/decision.ts';

/** A line of the list of steps: something to tick, or the head of a group. */
export interface StepRow {
  id: string;
  /** What is kept when it is ticked. */
  key: string;
  /**
   * `step`: a step to tick. `group`: the head of smaller steps, ticked by them. `all`: ticks a whole loop at once.
   */
  kind: 'step' | 'group' | 'all';
  depth: number;
  ticked: boolean;
  optional: boolean;
  /** For a loop: which time it is, from 1, and of how many, where that is known. */
  round?: { number: number; of?: number };
}

interface StepTree {
  id: string;
  optional: boolean;
  repeat?: { count?: number };
  steps: StepTree[];
}

/** Tells which steps are to be done now: the plan where the way is blocked, else those of the task itself. */
export function stepsAtHand(decision: Decision): StepTree[] {
  return decision.verdict === 'blocked'
    ? decision.plan.map(planTree)
    : decision.steps.filter(({ phase, applies }) => phase === 'perform' && applies !== 'no').map(stepTree);
}

/** Tells whether any of the steps at hand changes something for the customer or the partner. */
export function changesSomething(decision: Decision): boolean {
  const changes = (step: StepResult): boolean => step.changes !== 'nothing' || step.steps.some(changes);
  return decision.verdict === 'blocked'
    ? decision.plan.some((step) => step.changes !== 'nothing')
    : decision.steps.some((step) => step.phase === 'perform' && step.applies !== 'no' && changes(step));
}

/**
 * Lays the steps out as rows. A loop shows the smaller steps of the round at hand; when the last is ticked the next
 * round begins, and a loop whose count is not known goes on until its `all` row is ticked.
 *
 * @param pass Number of the run through the plan; part of every key.
 */
export function stepRows(
  decision: Decision,
  done: ReadonlySet<string>,
  pass: number,
  atLeast: ReadonlySet<string> = new Set(),
): StepRow[] {
  const prefix = prefixOf(decision, pass);
  const open = (step: StepTree, source: PlanStep | StepResult | undefined): StepTree =>
    source?.repeat && atLeast.has(source.repeat.fact) ? { ...step, repeat: {} } : step;
  const sources = new Map<string, PlanStep | StepResult>(
    [...decision.plan, ...decision.steps].map((step) => [step.id, step]),
  );
  return stepsAtHand(decision).flatMap((step) =>
    rowsOf(open(step, sources.get(step.id)), `${prefix}/${step.id}`, 0, done),
  );
}

function prefixOf({ verdict }: Decision, pass: number): string {
  return `${pass}:${verdict === 'blocked' ? 'plan' : 'task'}`;
}

/** Gives the key that was ticked last among the steps at hand; ticks of an earlier list stay as they are. */
export function lastTick(decision: Decision, done: readonly string[], pass: number): string | undefined {
  return done.findLast((key) => key.startsWith(`${prefixOf(decision, pass)}/`));
}

function rowsOf(step: StepTree, key: string, depth: number, done: ReadonlySet<string>): StepRow[] {
  const { id, optional } = step;
  if (!step.repeat && step.steps.length === 0)
    return [{ id, key, kind: 'step', depth, ticked: done.has(key), optional }];
  if (!step.repeat) {
    const inner = step.steps.flatMap((small) => rowsOf(small, `${key}/${small.id}`, depth + 1, done));
    return [{ id, key, kind: 'group', depth, ticked: allTicked(inner), optional }, ...inner];
  }
  return loopRows(step, key, depth, done);
}

function loopRows(step: StepTree, key: string, depth: number, done: ReadonlySet<string>): StepRow[] {
  const { id, optional } = step;
  const count = step.repeat?.count;
  const closed = done.has(key);
  const roundRows = (number: number): StepRow[] => {
    const roundKey = `${key}#${number}`;
    if (step.steps.length === 0)
      return [{ id, key: roundKey, kind: 'step', depth: depth + 1, ticked: done.has(roundKey), optional }];
    return step.steps.flatMap((small) => rowsOf(small, `${roundKey}/${small.id}`, depth + 1, done));
  };
  // Rounds are ticked in order, so the ticks themselves bound this search.
  let number = 1;
  const isRoundDone = (rows: StepRow[]): boolean => allTicked(rows) && rows.some(({ ticked }) => ticked);
  const last = count ?? Number.POSITIVE_INFINITY;
  for (; number <= last; number += 1) if (!isRoundDone(roundRows(number))) break;
  const finished = closed || (count !== undefined && number > count);
  const round = {
    number: count === undefined ? number : Math.min(number, count),
    ...(count === undefined ? {} : { of: count }),
  };
  const head: StepRow = { id, key, kind: 'group', depth, ticked: finished, optional, round };
  if (finished) return [head];
  const all: StepRow = { id, key, kind: 'all', depth: depth + 1, ticked: false, optional, round };
  const single = count === 1;
  return [head, ...roundRows(number), ...(single ? [] : [all])];
}

function allTicked(rows: readonly StepRow[]): boolean {
  return rows.filter(({ kind }) => kind !== 'all').every(({ ticked, optional }) => ticked || optional);
}

function planTree(step: PlanStep): StepTree {
  const steps = step.steps.map((id) => ({ id, optional: false, steps: [] }));
  return { id: step.id, optional: false, steps, ...(step.repeat ? { repeat: repeatOf(step.repeat) } : {}) };
}

function stepTree(step: StepResult): StepTree {
  const steps = step.steps.filter(({ applies }) => applies !== 'no').map(stepTree);
  return {
    id: step.id,
    optional: step.optional,
    steps,
    ...(step.repeat ? { repeat: repeatOf(step.repeat) } : {}),
  };
}

function repeatOf({ count }: { count?: number }): { count?: number } {
  return count === undefined ? {} : { count };
}
