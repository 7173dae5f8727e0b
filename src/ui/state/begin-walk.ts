import type { Locale } from '../../locale/negotiate.ts';
import type { RuleSet } from '../../rules/project.ts';
import type { FactValue } from '../../rules/workflow.ts';
import { placeAfterLanguage } from './next-place.ts';
import type { Answer, WalkProgress, WalkState } from './walk-state.ts';

/** What a walk starts from. */
export interface WalkStart {
  locale: Locale;
  /** True where the language was asked for by name, so that it need not be chosen. */
  isLocaleChosen: boolean;
  workflow?: string;
  facts: ReadonlyMap<string, FactValue>;
  /** Unfinished walks found on disk, the latest first. */
  saved?: readonly WalkProgress[];
  /** Go on with the latest without asking. */
  resume: boolean;
}

/** Makes the first state of a walk. */
export function beginWalk(start: WalkStart, rules: RuleSet): WalkState {
  const { locale, workflow, saved = [] } = start;
  const [latest] = saved;
  const answers = new Map<string, Answer>();
  for (const [name, value] of start.facts) answers.set(name, { kind: 'value', value });
  const state: WalkState = {
    locale,
    ...(workflow === undefined ? {} : { workflow, awaiting: 'stay' }),
    example: false,
    place: { stage: 'language' },
    trail: [],
    answers,
    proposals: new Map(),
    askedAgain: [],
    seenCautions: [],
    confirmations: new Map(),
    acknowledged: [],
    pass: 1,
    done: [],
    scroll: 0,
    draft: {},
    english: false,
    details: false,
    recorded: [],
  };
  if (latest && start.resume) {
    const resumed = { ...state, ...latest, ...(start.isLocaleChosen ? { locale } : {}) };
    return resumed.workflow === undefined ? resumed : { ...resumed, awaiting: 'stay' };
  }
  const offered = latest ? { ...state, saved } : state;
  if (!start.isLocaleChosen) return offered;
  const place = latest ? ({ stage: 'resume' } as const) : placeAfterLanguage(offered, rules);
  // Where the first screen is inside the task, it depends on the decision.
  const isInTask = place.stage !== 'partner' && place.stage !== 'tasks' && place.stage !== 'resume';
  return { ...offered, place, ...(isInTask ? { awaiting: 'advance' } : {}) };
}
