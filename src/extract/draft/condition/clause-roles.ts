import type { ClauseRole } from '../phrase-table.ts';

const gates: ReadonlySet<ClauseRole> = new Set(['if', 'while', 'after', 'when']);
const idle: ReadonlySet<ClauseRole> = new Set(['reason', 'concession', 'purpose']);
const lifts: ReadonlySet<ClauseRole> = new Set(['unless', 'until', 'before']);

/** Tells whether a clause tells a case, where nothing says that it must be one. */
export function isCase(role: ClauseRole): boolean {
  return role === 'if' || role === 'when';
}

/** Tells whether what a clause says is required where its main clause says what can be done. */
export function isGate(role: ClauseRole): boolean {
  return gates.has(role);
}

/** Tells whether a clause lifts a ban once what it says holds. */
export function isLift(role: ClauseRole): boolean {
  return lifts.has(role);
}

/** Tells whether a clause says when something stops: what can be done ends there. */
export function isEnd(role: ClauseRole): boolean {
  return role === 'unless' || role === 'until';
}

/** Tells whether a clause neither gates nor lifts anything: why, in spite of what or what for something is so. */
export function isIdle(role: ClauseRole): boolean {
  return idle.has(role);
}
