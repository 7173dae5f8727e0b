import { choice, gap, type Screen, text } from '../layout/block.ts';
import type { WalkState } from '../state/walk-state.ts';
import { answerWords, factTitle } from './answer-words.ts';
import { noted, type ScreenContext, word } from './context.ts';
import { statusMarks, statusTones } from './preconditions.ts';

/** Shows what holds, what blocks and what is unknown, and everything that letters do, for those without letters. */
export function overviewScreen(state: WalkState, context: ScreenContext): Screen {
  const { report, translator } = context;
  const preconditions = (report?.preconditions ?? []).map(({ status, title }) => {
    const words = translator.translate(`interface:status.${status}`);
    return text(noted(context, title, [words]), 'plain', `${statusMarks[status]} `, statusTones[status]);
  });
  return {
    blocks: [
      ...(report ? [text(report.title, 'strong'), ...preconditions, gap] : []),
      choice(word(context, 'menu.back'), { type: 'back' }),
      ...(state.answers.size > 0
        ? [choice(word(context, 'menu.answers'), { type: 'open', overlay: 'answers' })]
        : []),
      choice(word(context, state.english ? 'menu.hide-english' : 'menu.show-english'), {
        type: 'toggle',
        what: 'english',
      }),
      choice(word(context, state.details ? 'menu.hide-details' : 'menu.show-details'), {
        type: 'toggle',
        what: 'details',
      }),
      choice(word(context, 'menu.language'), { type: 'open', overlay: 'language' }),
      ...(report ? [choice(word(context, 'menu.result'), { type: 'show-result' })] : []),
      choice(word(context, 'menu.quit'), { type: 'leave' }),
    ],
    showsState: true,
  };
}

/** Lists the answers, to change one; the others stay. */
export function answersScreen(state: WalkState, context: ScreenContext): Screen {
  const order = [...context.project.rules.facts.keys()];
  const names = [...state.answers.keys()].toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  return {
    blocks: [
      text(word(context, 'answers.question'), 'strong'),
      ...names.flatMap((name) => {
        const answer = state.answers.get(name);
        return answer
          ? [
              choice(`${factTitle(name, context)}: ${answerWords(name, answer, context)}`, {
                type: 'change-answer',
                fact: name,
              }),
            ]
          : [];
      }),
      gap,
      choice(word(context, 'menu.back'), { type: 'back' }),
    ],
  };
}
