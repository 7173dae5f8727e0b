import type { Decision } from '../../engine/decision.ts';
import type { RuleSet } from '../../rules/project.ts';
import { findWhoFact } from './answers.ts';
import { changesSomething } from './step-rows.ts';
import type { Place, WalkState } from './walk-state.ts';

/** Gives the next fact to ask: the first that can still matter and that nobody said "I don't know" to. */
export function nextQuestion(state: WalkState): string | undefined {
  const { decision, answers } = state;
  // Where the task is for other people, nothing else about the case can matter.
  if (!decision || decision.instead !== undefined) return undefined;
  return decision.needs.find((name) => !answers.has(name));
}

/** Gives the place that follows the choice of language: who someone is, unless that is known, and so on. */
export function placeAfterLanguage(state: WalkState, rules: RuleSet): Place {
  const whoFact = findWhoFact(rules);
  if (whoFact && !state.answers.has(whoFact.name)) return { stage: 'partner' };
  return state.workflow === undefined ? { stage: 'tasks' } : placeInTask(state);
}

/** Gives the place to be at in a task: cautions not seen, the next question, else the verdict. */
export function placeInTask(state: WalkState): Place {
  const { decision, seenCautions } = state;
  if (decision?.cautions.some((id) => !seenCautions.includes(id)) === true) return { stage: 'cautions' };
  const fact = nextQuestion(state);
  return fact === undefined ? { stage: 'verdict' } : { stage: 'questions', item: fact };
}

/** Gives the place that follows the verdict: what to confirm, what to read, then the steps. */
export function placeAfterVerdict(state: WalkState): Place {
  const { decision, confirmations } = state;
  if (!decision || decision.verdict === 'unknown') return { stage: 'result' };
  const open = decision.attestations.find(({ id }) => !confirmations.has(id));
  if (open) return { stage: 'attestations', item: open.id };
  // What a person could not confirm, the documents do not speak of.
  if (decision.attestations.some(({ id }) => confirmations.get(id) !== 'yes')) return { stage: 'result' };
  const unread = elementsToRead(decision).find((id) => !state.acknowledged.includes(id));
  const isToChange = decision.verdict === 'allowed' || changesSomething(decision);
  if (unread !== undefined && isToChange) return { stage: 'acknowledge', item: unread };
  return { stage: 'steps' };
}

/** Lists the consequences and obligations to be read before anything is changed, in order. */
export function elementsToRead(decision: Decision): string[] {
  return [...decision.consequences, ...decision.obligations]
    .filter(({ applies }) => applies !== 'no')
    .map(({ id }) => id);
}
