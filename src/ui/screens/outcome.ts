import { choice, type Screen, text } from '../layout/block.ts';
import { outcomes, type WalkState } from '../state/walk-state.ts';
import { type ScreenContext, word } from './context.ts';

/** Asks how the last step ended. */
export function outcomeScreen(state: WalkState, context: ScreenContext): Screen {
  const choices = outcomes.map((outcome) =>
    choice(
      word(context, `outcome.${outcome}`),
      { type: 'choose-outcome', outcome },
      state.outcome === outcome ? { mark: 'chosen' } : {},
    ),
  );
  return {
    blocks: [text(word(context, 'outcome.question'), 'strong'), ...choices],
    initial: Math.max(
      0,
      choices.findIndex(({ mark }) => mark === 'chosen'),
    ),
  };
}
