import { tagText } from '../../locale/translator.ts';
import type { BasisDocument, ElementReport } from '../../report/decision-report.ts';
import { type Block, type ChoiceBlock, choice, gap, type Screen, text } from '../layout/block.ts';
import { nextQuestion } from '../state/next-place.ts';
import type { WalkState } from '../state/walk-state.ts';
import { type ScreenContext, word } from './context.ts';
import { planBlocks } from './plan.ts';
import { preconditionBlocks } from './preconditions.ts';
import { verdictHead } from './verdict-head.ts';

/** Shows how it ended: verdict, outcome, plan, what is still open, and the record. */
export function resultScreen(state: WalkState, context: ScreenContext): Screen {
  const { report, translator } = context;
  if (!report) return { blocks: [choice(word(context, 'menu.back'), { type: 'back' })] };
  const { translate, locale } = translator;
  const afterwards = report.steps.filter(({ phase, applies }) => phase === 'afterwards' && applies !== 'no');
  return {
    blocks: [
      ...verdictHead(report, state.example, context),
      ...outcomeBlocks(state, context),
      gap,
      ...preconditionBlocks({ ...state, english: false, details: false }, context),
      ...attestationBlocks(state, context),
      ...(nextQuestion(state) === undefined
        ? []
        : [text(word(context, 'result.questions-open'), 'open', '? ')]),
      ...planBlocks(report, context),
      ...(afterwards.length > 0 && state.outcome === 'done'
        ? [
            gap,
            text(translate('interface:section.afterwards'), 'strong'),
            ...afterwards.map((step) => text(tagText(step, locale), 'plain', '- ')),
          ]
        : []),
      gap,
      ...state.recorded.map((path) => text(word(context, 'result.recorded', { path }), 'good')),
      ...resultChoices(context),
      ...basisBlocks(context),
      gap,
      text(translate('interface:about.disclaimer'), 'open'),
    ],
    showsState: true,
  };
}

function outcomeBlocks({ outcome }: WalkState, context: ScreenContext): Block[] {
  if (outcome === undefined) return [];
  return [
    gap,
    text(word(context, 'result.outcome', { outcome: word(context, `outcome.${outcome}`) }), 'strong'),
    text(word(context, `outcome-advice.${outcome}`)),
  ];
}

function attestationBlocks({ confirmations }: WalkState, context: ScreenContext): Block[] {
  const { report, translator } = context;
  if (!report || report.attestations.length === 0) return [];
  const each = ({ id, message, lang }: ElementReport): Block[] => {
    const isConfirmed = confirmations.get(id) === 'yes';
    const words = tagText({ text: message, lang }, translator.locale);
    const [mark, tone] = isConfirmed ? (['✓ ', 'good'] as const) : (['? ', 'open'] as const);
    const open = isConfirmed ? [] : [text(word(context, 'result.not-confirmed'), 'open', '  ')];
    return [text(words, 'plain', mark, tone), ...open];
  };
  const heading = text(translator.translate('interface:section.attestations'), 'strong');
  return [gap, heading, ...report.attestations.flatMap(each)];
}

function resultChoices(context: ScreenContext): ChoiceBlock[] {
  const { recordFile } = context;
  return [
    choice(word(context, 'result.finish'), { type: 'finish' }),
    ...(recordFile === undefined
      ? (['markdown', 'json'] as const).map((format) =>
          choice(word(context, `result.record-${format}`), { type: 'record', format }),
        )
      : []),
    choice(word(context, 'menu.answers'), { type: 'open', overlay: 'answers' }),
    choice(word(context, 'menu.back'), { type: 'back' }),
  ];
}

function basisBlocks({ report, translator }: ScreenContext): Block[] {
  const each = ({ locale, title, article, published, url }: BasisDocument): Block[] => [
    text(`[${locale}] ${title ?? article}, ${published ?? '–'}`, 'plain', '  '),
    ...(url === undefined ? [] : [text(url, 'faint', '    ')]),
  ];
  const heading = text(translator.translate('interface:section.basis'), 'strong');
  return [gap, heading, ...(report?.basis.documents ?? []).flatMap(each)];
}
