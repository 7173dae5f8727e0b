import { tagText } from '../../locale/translator.ts';
import type { DecisionReport, DisagreementReport } from '../../report/decision-report.ts';
import { type Block, type ChoiceBlock, choice, gap, type Screen, text } from '../layout/block.ts';
import type { WalkState } from '../state/walk-state.ts';
import { type ScreenContext, word } from './context.ts';
import { planBlocks } from './plan.ts';
import { preconditionBlocks } from './preconditions.ts';
import { quotation } from './quotation.ts';
import { verdictHead } from './verdict-head.ts';

/** Shows the verdict with its reasons and the plan, and what can be done next. */
export function verdictScreen(state: WalkState, context: ScreenContext): Screen {
  const { report } = context;
  if (!report) return { blocks: [] };
  return {
    blocks: [
      ...verdictHead(report, state.example, context),
      gap,
      ...preconditionBlocks(state, context),
      ...disagreementBlocks(state, context),
      ...uncheckedBlocks(context),
      ...planBlocks(report, context),
      gap,
      ...nextChoices(state, context),
    ],
    showsState: true,
  };
}

function nextChoices(state: WalkState, context: ScreenContext): ChoiceBlock[] {
  const { report, translator } = context;
  const choices: ChoiceBlock[] = [];
  if (report?.instead !== undefined) {
    const task = translator.translate(`${report.instead}:title`);
    choices.push(
      choice(word(context, 'verdict.go-instead', { task }), {
        type: 'choose-task',
        workflow: report.instead,
      }),
    );
  } else if (report?.verdict === 'allowed') {
    choices.push(choice(word(context, 'verdict.go-on'), { type: 'continue' }));
  } else if (report?.verdict === 'blocked' && report.plan.length > 0) {
    choices.push(choice(word(context, 'verdict.do-plan'), { type: 'continue' }));
  }
  if (report?.needs.some((name) => state.answers.get(name)?.kind === 'unknown') === true)
    choices.push(choice(word(context, 'verdict.answer-open'), { type: 'ask-open' }));
  choices.push(choice(word(context, 'menu.answers'), { type: 'open', overlay: 'answers' }));
  choices.push(choice(word(context, 'menu.result'), { type: 'show-result' }));
  return choices;
}

function disagreementBlocks(state: WalkState, context: ScreenContext): Block[] {
  const { report, translator } = context;
  if (!report || report.disagreements.length === 0) return [];
  const each = ({ message, sources }: DisagreementReport): Block[] => [
    text(message, 'plain', '* '),
    ...(state.details ? quotation(sources, state, context) : []),
  ];
  const heading = text(translator.translate('interface:section.disagreements'), 'strong');
  return [gap, heading, ...report.disagreements.flatMap(each)];
}

/** Shows what the pages require and the check cannot express. */
function uncheckedBlocks({ report, translator }: ScreenContext): Block[] {
  if (!report || report.unencodable.length === 0) return [];
  const each = ({ message, lang }: DecisionReport['unencodable'][number]): Block =>
    text(tagText({ text: message, lang }, translator.locale), 'plain', '* ');
  return [
    gap,
    text(translator.translate('interface:section.unencodable'), 'strong'),
    ...report.unencodable.map(each),
  ];
}
