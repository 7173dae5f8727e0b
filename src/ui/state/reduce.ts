import { factAccepts } from '../../rules/fact-values.ts';
import type { RuleSet } from '../../rules/project.ts';
import type { Workflow } from '../../rules/workflow.ts';
import { findWhoFact } from './answers.ts';
import { makeExampleCase } from './example-case.ts';
import { placeAfterLanguage, placeAfterVerdict, placeInTask } from './next-place.ts';
import { reduceScreen } from './reduce-screen.ts';
import { lastTick } from './step-rows.ts';
import type { WalkEvent } from './walk-event.ts';
import type { Answer, Place, WalkState } from './walk-state.ts';

/** How many places can be gone back; more than a walk has. */
const longestTrail = 500;

/**
 * Gives the state after an event. Pure: what takes time (deciding, writing) is asked for by the state and comes back
 * as an event.
 */
export function reduce(state: WalkState, event: WalkEvent, rules: RuleSet): WalkState {
  switch (event.type) {
    case 'choose-locale': {
      const chosen = { ...state, locale: event.locale };
      if (state.overlay === 'language') return closeOverlay(chosen);
      return goTo(chosen, state.saved ? { stage: 'resume' } : placeAfterLanguage(chosen, rules));
    }
    case 'resume':
      return resume(state, event.index);
    case 'start-anew': {
      const { saved: _, ...anew } = state;
      return goTo(anew, placeAfterLanguage(anew, rules));
    }
    case 'answer':
      return takeAnswer(state, event);
    case 'try-example':
      return startExample(state);
    case 'choose-task':
      return chooseTask(state, event.workflow, rules);
    case 'continue':
      return continueFrom(state);
    case 'confirm': {
      const confirmed = {
        ...state,
        confirmations: withEntry(state.confirmations, event.id, event.confirmation),
      };
      return goTo(confirmed, placeAfterVerdict(confirmed));
    }
    case 'acknowledge': {
      const read = { ...state, acknowledged: [...new Set([...state.acknowledged, event.id])] };
      return goTo(read, placeAfterVerdict(read));
    }
    case 'tick': {
      const done = state.done.includes(event.key)
        ? state.done.filter((key) => key !== event.key)
        : [...state.done, event.key];
      return { ...lightFirst(state), done };
    }
    case 'untick-last': {
      const { decision, done, pass } = state;
      const last = decision && lastTick(decision, done, pass);
      return { ...lightFirst(state), done: done.filter((key) => key !== last) };
    }
    case 'recheck':
      return recheck(state);
    case 'ask-open':
      return askAgain(state, state.decision?.needs ?? []);
    case 'choose-outcome':
      return goTo({ ...state, outcome: event.outcome }, { stage: 'result' });
    case 'change-answer': {
      const changing = closeOverlay(state);
      const stage = event.fact === findWhoFact(rules)?.name ? 'partner' : 'questions';
      return goTo(changing, stage === 'partner' ? { stage } : { stage, item: event.fact });
    }
    case 'show-result':
      return goTo(closeOverlay(state), { stage: 'result' });
    case 'toggle': {
      const toggled = { ...state, [event.what]: !state[event.what] };
      return { ...(state.overlay ? closeOverlay(toggled) : toggled), isQuotationSought: true };
    }
    case 'type-number':
      return typeNumber(state, event, rules);
    case 'back':
      return goBack(state);
    case 'decided':
      return takeDecision(state, event.decision);
    case 'leave':
      return { ...state, ended: 'left' };
    case 'finish':
      return { ...state, ended: 'finished' };
    default:
      return reduceScreen(state, event);
  }
}

/** Goes to a place and remembers the one left; the same place again is no move. */
export function goTo(state: WalkState, place: Place): WalkState {
  const here = state.place;
  const moved = here.stage !== place.stage || here.item !== place.item;
  const trail = moved ? [...state.trail, here].slice(-longestTrail) : state.trail;
  return { ...unlit(state), place, trail };
}

function goBack(state: WalkState): WalkState {
  if (state.overlay) return closeOverlay(state);
  if (state.draft.text !== undefined) return unlit(state);
  const place = state.trail.at(-1);
  return place ? { ...unlit(state), place, trail: state.trail.slice(0, -1) } : state;
}

function lightFirst(state: WalkState): WalkState {
  const { focus: _, ...rest } = state;
  return rest;
}

/** Lights the screen's own first choice again and forgets what was being typed. */
function unlit(state: WalkState): WalkState {
  const { notice: _notice, isQuotationSought: _sought, ...rest } = lightFirst(state);
  return { ...rest, scroll: 0, draft: {} };
}

function closeOverlay(state: WalkState): WalkState {
  const { overlay: _overlay, beneath, focus: _focus, ...rest } = state;
  return {
    ...rest,
    scroll: beneath?.scroll ?? 0,
    ...(beneath?.focus === undefined ? {} : { focus: beneath.focus }),
  };
}

function resume(state: WalkState, index: number): WalkState {
  const { saved, ...rest } = state;
  const chosen = saved?.[index];
  if (!chosen) return state;
  const resumed = { ...unlit(rest), ...chosen, locale: state.locale };
  return resumed.workflow === undefined ? resumed : { ...resumed, awaiting: 'stay' };
}

function continueFrom(state: WalkState): WalkState {
  if (state.place.stage === 'cautions') {
    const seenCautions = [...new Set([...state.seenCautions, ...(state.decision?.cautions ?? [])])];
    const seen = { ...state, seenCautions };
    return goTo(seen, placeInTask(seen));
  }
  if (state.place.stage === 'verdict') return goTo(state, placeAfterVerdict(state));
  if (state.place.stage === 'steps')
    return goTo(state, { stage: state.decision?.verdict === 'allowed' ? 'outcome' : 'result' });
  return state;
}

function chooseTask(state: WalkState, workflow: string, rules: RuleSet): WalkState {
  const found = rules.workflows.get(workflow);
  const changed = workflow !== state.workflow;
  const chosen: WalkState = {
    ...state,
    workflow,
    ...(changed ? { confirmations: new Map(), acknowledged: [], done: [], pass: 1 } : {}),
    awaiting: 'advance',
  };
  return state.example && found ? takeExample(chosen, found, rules) : chosen;
}

/** Begins an example: nothing is known until a task is chosen. */
function startExample(state: WalkState): WalkState {
  return goTo({ ...state, example: true, answers: new Map(), proposals: new Map() }, { stage: 'tasks' });
}

/** Takes the made-up case of a task: who someone is as an answer, the rest as proposals. */
function takeExample(state: WalkState, workflow: Workflow, rules: RuleSet): WalkState {
  const whoFact = findWhoFact(rules);
  const answers = new Map<string, Answer>();
  const proposals = new Map<string, Answer>();
  for (const [name, value] of makeExampleCase(rules, workflow))
    (name === whoFact?.name ? answers : proposals).set(name, { kind: 'value', value });
  return { ...state, answers, proposals };
}

/**
 * Takes an answer. Who goes back to the beginning and says who they are has a case of their own: an example that was
 * begun is over then.
 */
function takeAnswer(state: WalkState, event: Extract<WalkEvent, { type: 'answer' }>): WalkState {
  const before = state.trail.at(-1)?.stage;
  const isBeginning = before === undefined || before === 'language' || before === 'resume';
  const ownCase =
    state.example && state.place.stage === 'partner' && isBeginning
      ? { ...state, example: false, answers: new Map<string, Answer>(), proposals: new Map<string, Answer>() }
      : state;
  const answered = { ...ownCase, answers: withEntry(ownCase.answers, event.fact, event.answer) };
  return state.workflow === undefined
    ? goTo(answered, { stage: 'tasks' })
    : { ...answered, awaiting: 'advance' };
}

function typeNumber(
  state: WalkState,
  { text, error }: Extract<WalkEvent, { type: 'type-number' }>,
  rules: RuleSet,
): WalkState {
  const fact = rules.facts.get(state.place.item ?? '');
  const isInside = text === '' || (fact !== undefined && factAccepts(fact, Number(text)));
  const wrong = error ?? (isInside ? undefined : 'range');
  return { ...lightFirst(state), draft: { text, ...(wrong === undefined ? {} : { error: wrong }) } };
}

/** Asks again what had blocked, with the earlier answers as proposals, and gives the plan fresh ticks. */
function recheck(state: WalkState): WalkState {
  const blocked = state.decision?.preconditions.filter(({ status }) => status === 'violated') ?? [];
  const names = blocked.flatMap(({ facts }) => Object.keys(facts));
  return { ...askAgain(state, names), pass: state.pass + 1 };
}

function askAgain(state: WalkState, names: readonly string[]): WalkState {
  const answers = new Map(state.answers);
  const proposals = new Map(state.proposals);
  for (const name of names) {
    const answer = answers.get(name);
    if (answer) proposals.set(name, answer);
    answers.delete(name);
  }
  const askedAgain = [...new Set([...state.askedAgain, ...names])];
  return { ...state, answers, proposals, askedAgain, awaiting: 'advance' };
}

function takeDecision(state: WalkState, decision: WalkState['decision']): WalkState {
  const { awaiting, ...rest } = state;
  const decided: WalkState = { ...rest, ...(decision ? { decision } : {}) };
  return awaiting === 'advance' ? goTo(decided, placeInTask(decided)) : decided;
}

function withEntry<V>(map: ReadonlyMap<string, V>, key: string, value: V): Map<string, V> {
  return new Map(map).set(key, value);
}
