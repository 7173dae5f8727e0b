import { valueWords } from '../../report/describe-decision.ts';
import type { Answer } from '../state/walk-state.ts';
import { type ScreenContext, word } from './context.ts';

/** Gives an answer in the reader's words. */
export function answerWords(fact: string, answer: Answer, context: ScreenContext): string {
  if (answer.kind === 'unknown') return word(context, 'answer.unknown');
  if (answer.kind === 'at-least') return word(context, 'answer.one-or-more');
  return valueWords(fact, answer.value, context.translator);
}

/** Gives the short name of a fact. */
export function factTitle(fact: string, { translator }: ScreenContext): string {
  return translator.translate(`facts:${fact}.title`);
}
