import type { Screen } from '../layout/block.ts';
import type { Overlay, Stage, WalkState } from '../state/walk-state.ts';
import { cautionsScreen } from './cautions.ts';
import { acknowledgeScreen, attestationScreen } from './confirm.ts';
import type { ScreenContext } from './context.ts';
import { languageScreen } from './language.ts';
import { outcomeScreen } from './outcome.ts';
import { answersScreen, overviewScreen } from './overview.ts';
import { partnerScreen } from './partner.ts';
import { questionScreen } from './question.ts';
import { resultScreen } from './result.ts';
import { resumeScreen } from './resume.ts';
import { stepsScreen } from './steps.ts';
import { tasksScreen } from './tasks.ts';
import { verdictScreen } from './verdict.ts';

type MakeScreen = (state: WalkState, context: ScreenContext) => Screen;

const screens: Readonly<Record<Stage, MakeScreen>> = {
  language: languageScreen,
  resume: resumeScreen,
  partner: partnerScreen,
  tasks: tasksScreen,
  cautions: cautionsScreen,
  questions: questionScreen,
  verdict: verdictScreen,
  attestations: attestationScreen,
  acknowledge: acknowledgeScreen,
  steps: stepsScreen,
  outcome: outcomeScreen,
  result: resultScreen,
};

const overlays: Readonly<Record<Overlay, MakeScreen>> = {
  overview: overviewScreen,
  answers: answersScreen,
  language: languageScreen,
};

/** Makes what is to be seen: the overlay where one is open, else the screen of the place. */
export function makeScreen(state: WalkState, context: ScreenContext): Screen {
  const make = state.overlay ? overlays[state.overlay] : screens[state.place.stage];
  return make(state, context);
}
