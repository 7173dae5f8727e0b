import { findWhoFact, isForPartner } from '../state/answers.ts';
import { type ChoiceBlock, choice, gap, type Screen, text } from '../layout/block.ts';
import type { WalkState } from '../state/walk-state.ts';
import { noted, type ScreenContext, word } from './context.ts';

/** Lists the tasks: those for the reader's kind of partner first, the others as being for someone else. */
export function tasksScreen(state: WalkState, context: ScreenContext): Screen {
  const { rules } = context.project;
  const whoFact = findWhoFact(rules);
  const tasks = [...rules.workflows.values()].map((workflow) => ({
    name: workflow.workflow,
    fits: whoFact ? isForPartner(workflow, whoFact, state.answers) : undefined,
  }));
  const forOthers = word(context, 'tasks.for-others');
  const show = (fits: boolean | undefined): ChoiceBlock[] =>
    tasks
      .filter((task) => task.fits === fits)
      .map(({ name }) =>
        choice(
          noted(context, context.translator.translate(`${name}:title`), fits === false ? [forOthers] : []),
          { type: 'choose-task', workflow: name },
          name === state.workflow ? { mark: 'chosen' } : {},
        ),
      );
  const [own, others] = [[...show(true), ...show(undefined)], show(false)];
  return {
    blocks: [
      text(word(context, state.example ? 'tasks.example-question' : 'tasks.question'), 'strong'),
      ...own,
      ...(others.length > 0 && own.length > 0 ? [gap] : []),
      ...others,
    ],
    initial: Math.max(
      0,
      [...own, ...others].findIndex(({ mark }) => mark === 'chosen'),
    ),
  };
}
