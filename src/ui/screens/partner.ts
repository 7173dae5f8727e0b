import { findWhoFact, isForPartner } from '../state/answers.ts';
import { choice, gap, type Screen, text } from '../layout/block.ts';
import type { WalkState } from '../state/walk-state.ts';
import { type ScreenContext, taskOf, word } from './context.ts';

/** Asks what kind of partner someone is, with how to tell. */
export function partnerScreen(state: WalkState, context: ScreenContext): Screen {
  const { translate } = context.translator;
  const fact = findWhoFact(context.project.rules);
  if (!fact) return { blocks: [] };
  const { name, values = [] } = fact;
  const answer = state.answers.get(name);
  const isChosen = (value: string): boolean => answer?.kind === 'value' && answer.value === value;
  const mark = (chosen: boolean): { mark?: 'chosen' } => (chosen ? { mark: 'chosen' } : {});
  const choices = [
    ...values.map((value) =>
      choice(
        translate(`facts:${name}.values.${value}`),
        { type: 'answer', fact: name, answer: { kind: 'value', value } },
        mark(isChosen(value)),
      ),
    ),
    choice(
      word(context, 'answer.unknown'),
      { type: 'answer', fact: name, answer: { kind: 'unknown' } },
      mark(answer?.kind === 'unknown'),
    ),
    ...(state.workflow === undefined ? [choice(word(context, 'example.try'), { type: 'try-example' })] : []),
  ];
  // A task named beforehand says whom it is for: that is the likeliest answer.
  const task = taskOf(state, context);
  const fitting = values.findIndex(
    (value) => task && isForPartner(task, fact, new Map([[name, { kind: 'value', value }]])) === true,
  );
  return {
    blocks: [
      text(translate(`facts:${name}.question`), 'strong'),
      ...choices,
      gap,
      text(word(context, 'partner.how-to-tell'), 'strong'),
      text(translate(`facts:${name}.where`)),
    ],
    initial: Math.max(0, answer ? choices.findIndex(({ mark: given }) => given === 'chosen') : fitting),
  };
}
