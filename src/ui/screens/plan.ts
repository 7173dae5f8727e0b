import { tagText } from '../../locale/translator.ts';
import type { DecisionReport } from '../../report/decision-report.ts';
import { repeatWords } from '../../report/format-decision.ts';
import { type Block, gap, text } from '../layout/block.ts';
import type { ScreenContext } from './context.ts';

/** Shows what would have to be done first, in order. */
export function planBlocks({ plan }: DecisionReport, { translator }: ScreenContext): Block[] {
  if (plan.length === 0) return [];
  const { translate, locale } = translator;
  return [
    gap,
    text(translate('interface:section.plan'), 'strong'),
    ...plan.flatMap((step, index): Block[] => [
      text(`${tagText(step, locale)}${repeatWords(step.repeat, translate)}`, 'plain', `${index + 1}. `),
      ...step.steps.map((small) => text(tagText(small, locale), 'plain', '   - ')),
    ]),
  ];
}
