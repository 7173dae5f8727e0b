import { choice, gap, type Screen, text } from '../layout/block.ts';
import type { WalkProgress, WalkState } from '../state/walk-state.ts';
import { noted, type ScreenContext, word } from './context.ts';

/** Offers to go on with an unfinished walk, or with one of several. */
export function resumeScreen({ saved = [] }: WalkState, context: ScreenContext): Screen {
  const anew = choice(word(context, 'resume.no'), { type: 'start-anew' });
  const [only] = saved;
  if (only && saved.length === 1) {
    return {
      blocks: [
        text(word(context, 'resume.question'), 'strong'),
        text(taskWords(only, context), 'plain', '  '),
        text(answerCount(only, context), 'faint', '  '),
        gap,
        choice(word(context, 'resume.yes'), { type: 'resume', index: 0 }),
        anew,
      ],
    };
  }
  return {
    blocks: [
      text(word(context, 'resume.which'), 'strong'),
      ...saved.map((walk, index) => {
        const task = word(context, 'resume.go-on', { task: taskWords(walk, context) });
        return choice(noted(context, task, [answerCount(walk, context)]), { type: 'resume', index });
      }),
      gap,
      anew,
    ],
  };
}

function taskWords({ workflow }: WalkProgress, context: ScreenContext): string {
  return workflow === undefined
    ? word(context, 'resume.no-task')
    : context.translator.translate(`${workflow}:title`);
}

function answerCount({ answers }: WalkProgress, context: ScreenContext): string {
  return word(context, 'resume.answers', { count: answers.size });
}
