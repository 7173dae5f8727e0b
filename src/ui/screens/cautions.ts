import { tagText } from '../../locale/translator.ts';
import type { DecisionReport } from '../../report/decision-report.ts';
import { type Block, choice, gap, quoted, type Screen, text } from '../layout/block.ts';
import type { WalkState } from '../state/walk-state.ts';
import { type ScreenContext, word } from './context.ts';

/** Tells what is newer than the pages; nobody comes to the plan without having seen it. */
export function cautionsScreen(state: WalkState, context: ScreenContext): Screen {
  return {
    blocks: [
      text(context.translator.translate('interface:section.cautions'), 'strong'),
      text(word(context, 'cautions.explanation'), 'faint'),
      gap,
      ...cautionBlocks(state, context),
      choice(word(context, 'cautions.continue'), { type: 'continue' }),
    ],
  };
}

/** Shows the advisories that apply, with where they were seen at a key. */
export function cautionBlocks(state: WalkState, { report, translator }: ScreenContext): Block[] {
  const each = ({ title, message, lang, seen }: DecisionReport['cautions'][number]): Block[] => [
    text(tagText({ text: title, lang }, translator.locale), 'strong', '! ', 'open'),
    text(tagText({ text: message, lang }, translator.locale), 'plain', '  '),
    ...(state.details
      ? seen.map(({ url, date }) => quoted(`${url}${date === undefined ? '' : `, ${date}`}`, 'faint'))
      : []),
    gap,
  ];
  return (report?.cautions ?? []).flatMap(each);
}
