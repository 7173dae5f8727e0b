import { choice, gap, type Screen, text } from '../layout/block.ts';
import type { WalkState } from '../state/walk-state.ts';
import { type ScreenContext, word } from './context.ts';

/** Offers to go on with an unfinished walk. */
export function resumeScreen({ saved }: WalkState, context: ScreenContext): Screen {
  const task =
    saved?.workflow === undefined
      ? word(context, 'resume.no-task')
      : context.translator.translate(`${saved.workflow}:title`);
  return {
    blocks: [
      text(word(context, 'resume.question'), 'strong'),
      text(task, 'plain', '  '),
      text(word(context, 'resume.answers', { count: saved?.answers.size ?? 0 }), 'faint', '  '),
      gap,
      choice(word(context, 'resume.yes'), { type: 'resume' }),
      choice(word(context, 'resume.no'), { type: 'start-anew' }),
    ],
  };
}
