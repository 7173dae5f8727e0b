import type { Verdict } from '../../engine/decision.ts';
import type { DecisionReport } from '../../report/decision-report.ts';
import { basisLine, verdictLine } from '../../report/format-decision.ts';
import { type Block, text, type Tone } from '../layout/block.ts';
import { type ScreenContext, word } from './context.ts';

const marks: Readonly<Record<Verdict, string>> = { allowed: '✓', blocked: '✗', unknown: '?' };
const tones: Readonly<Record<Verdict, Tone>> = { allowed: 'good', blocked: 'bad', unknown: 'open' };

/** Says the verdict, by what documentation it holds, and who else the task may be for. */
export function verdictHead(report: DecisionReport, example: boolean, context: ScreenContext): Block[] {
  const { translate } = context.translator;
  const { verdict, instead } = report;
  return [
    text(verdictLine(report, translate), 'strong', `${marks[verdict]} `, tones[verdict]),
    text(basisLine(report, translate), 'plain', '  '),
    ...(instead === undefined
      ? []
      : [
          text(
            translate('interface:note.instead', { task: translate(`${instead}:title`), workflow: instead }),
            'plain',
            '  ',
          ),
        ]),
    ...(example ? [text(word(context, 'example.note'), 'open', '  ')] : []),
  ];
}
