import { findWhoFact } from '../state/answers.ts';
import { choice, gap, type Screen, text } from '../layout/block.ts';
import type { WalkState } from '../state/walk-state.ts';
import { type ScreenContext, word } from './context.ts';

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
  return {
    blocks: [
      text(translate(`facts:${name}.question`), 'strong'),
      ...choices,
      gap,
      text(word(context, 'partner.how-to-tell'), 'strong'),
      text(translate(`facts:${name}.where`)),
    ],
    initial: Math.max(
      0,
      choices.findIndex((each) => each.mark === 'chosen'),
    ),
  };
}
