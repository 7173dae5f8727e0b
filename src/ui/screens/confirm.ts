import { tagText } from '../../locale/translator.ts';
import { choice, gap, type Screen, text } from '../layout/block.ts';
import { elementsToRead } from '../state/next-place.ts';
import type { Confirmation, WalkState } from '../state/walk-state.ts';
import { noted, type ScreenContext, word } from './context.ts';
import { quotation } from './quotation.ts';

/** Has one statement confirmed that no data can show. */
export function attestationScreen(state: WalkState, context: ScreenContext): Screen {
  const { report, translator } = context;
  const found = report?.attestations.find(({ id }) => id === state.place.item);
  if (!found) return { blocks: [choice(word(context, 'menu.back'), { type: 'back' })] };
  const given = state.confirmations.get(found.id);
  const choices = (['yes', 'no', 'unknown'] as const).map((confirmation: Confirmation) =>
    choice(
      word(context, `confirm.${confirmation}`),
      { type: 'confirm', id: found.id, confirmation },
      given === confirmation ? { mark: 'chosen' } : {},
    ),
  );
  return {
    blocks: [
      text(word(context, 'confirm.question'), 'strong'),
      text(tagText({ text: found.message, lang: found.lang }, translator.locale), 'plain', '  '),
      ...choices,
      gap,
      text(word(context, 'confirm.why'), 'faint'),
      ...quotation(found.sources, state, context),
    ],
    initial: Math.max(
      0,
      choices.findIndex(({ mark }) => mark === 'chosen'),
    ),
  };
}

/** Has one consequence or obligation read; reading it agrees to nothing. */
export function acknowledgeScreen(state: WalkState, context: ScreenContext): Screen {
  const { report, translator } = context;
  const duty = report?.obligations.find(({ id }) => id === state.place.item);
  const found = duty ?? report?.consequences.find(({ id }) => id === state.place.item);
  if (!found || !state.decision) return { blocks: [choice(word(context, 'menu.back'), { type: 'back' })] };
  const all = elementsToRead(state.decision);
  const section = translator.translate(`interface:section.${duty ? 'obligations' : 'consequences'}`);
  const counted = word(context, 'acknowledge.counted', {
    number: all.indexOf(found.id) + 1,
    total: all.length,
  });
  const message = tagText({ text: found.message, lang: found.lang }, translator.locale);
  return {
    blocks: [
      text(noted(context, section, [counted]), 'strong'),
      text(word(context, 'acknowledge.explanation'), 'faint'),
      gap,
      text(message, 'strong', found.applies === 'unknown' ? '? ' : '! ', 'open'),
      ...(found.applies === 'unknown'
        ? [text(translator.translate('interface:applies.unknown'), 'faint', '  ')]
        : []),
      gap,
      choice(word(context, 'acknowledge.read'), { type: 'acknowledge', id: found.id }),
      gap,
      ...quotation(found.sources, state, context),
    ],
  };
}
