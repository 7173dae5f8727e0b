import { tagText, type TaggedText } from '../../locale/translator.ts';
import type { DecisionReport, PlanStepReport, StepReport } from '../../report/decision-report.ts';
import type { SourceReport } from '../../report/source.ts';
import { type Block, choice, gap, type Screen, text } from '../layout/block.ts';
import { lastTick, type StepRow, stepRows } from '../state/step-rows.ts';
import type { WalkState } from '../state/walk-state.ts';
import { noted, type ScreenContext, word } from './context.ts';
import { quotation } from './quotation.ts';

/** Shows the steps to tick off, the smaller ones inside the greater, loops with the round they are in. */
export function stepsScreen(state: WalkState, context: ScreenContext): Screen {
  const { report } = context;
  const { decision } = state;
  if (!report || !decision) return { blocks: [] };
  const rows = stepRows(decision, new Set(state.done), state.pass, lowerBounds(state));
  const words = stepWords(report);
  const isPlan = decision.verdict === 'blocked';
  const blocks = rows.map((row) => rowBlock(row, words, context));
  const ticks = rows.filter(({ kind }) => kind !== 'group');
  const firstOpen = ticks.findIndex(({ ticked, optional }) => !ticked && !optional);
  const allDone = firstOpen < 0;
  const onwards = isPlan
    ? [
        choice(word(context, allDone ? 'steps.check-again' : 'steps.check-now'), { type: 'recheck' }),
        choice(word(context, 'menu.result'), { type: 'show-result' }),
      ]
    : [choice(word(context, allDone ? 'steps.how-ended' : 'steps.stop-here'), { type: 'continue' })];
  const initial = allDone ? ticks.length : firstOpen;
  const lit = ticks[state.focus ?? initial];
  return {
    blocks: [
      text(word(context, isPlan ? 'steps.plan-heading' : 'steps.heading'), 'strong'),
      ...(allDone ? [text(word(context, 'steps.all-ticked'), 'good')] : []),
      ...blocks,
      gap,
      ...onwards,
      ...(lastTick(decision, state.done, state.pass) === undefined
        ? []
        : [choice(word(context, 'steps.undo'), { type: 'untick-last' })]),
      ...(lit ? sourceOf(lit, words, state, context) : []),
    ],
    initial,
    follow: true,
  };
}

function rowBlock(row: StepRow, words: ReadonlyMap<string, StepWords>, context: ScreenContext): Block {
  const { locale } = context.translator;
  const found = words.get(row.id);
  const label = found ? tagText(found, locale) : row.id;
  const notes = [
    ...(row.optional ? [context.translator.translate('interface:label.optional')] : []),
    // A loop that is through is in no round.
    ...(row.kind === 'group' && row.round && !row.ticked ? [roundWords(row.round, context)] : []),
  ];
  if (row.kind === 'group') {
    const [sign, tone] = row.ticked ? (['✓', 'good'] as const) : (['-', 'plain'] as const);
    const prefix = `${'  '.repeat(row.depth + 1)}${sign} `;
    const spoken = row.ticked ? `${word(context, 'spoken.ticked')}:` : '';
    return { ...text(noted(context, label, notes), 'plain', prefix, tone), spoken };
  }
  const isRound = row.kind === 'step' && /#\d+$/u.test(row.key);
  const shown =
    row.kind === 'all'
      ? word(context, 'steps.all-rounds')
      : isRound
        ? word(context, 'steps.once-more')
        : label;
  return choice(
    noted(context, shown, notes),
    { type: 'tick', key: row.key },
    { mark: row.ticked ? 'ticked' : 'unticked', depth: row.depth },
  );
}

function roundWords({ number, of }: NonNullable<StepRow['round']>, context: ScreenContext): string {
  return of === undefined
    ? word(context, 'steps.round-open', { number })
    : word(context, 'steps.round', { number, total: of });
}

/** Gives the facts of which only a lower bound is known; a loop over them ends when the person says so. */
export function lowerBounds({ answers }: Pick<WalkState, 'answers'>): Set<string> {
  return new Set([...answers].flatMap(([name, { kind }]) => (kind === 'at-least' ? [name] : [])));
}

/** A step's words and where it is described. */
export interface StepWords extends TaggedText {
  sources: readonly SourceReport[];
}

/** Gives the words of all steps, smaller ones included, by id. */
export function stepWords(report: DecisionReport): Map<string, StepWords> {
  const words = new Map<string, StepWords>();
  const add = (step: StepReport | PlanStepReport): void => {
    words.set(step.id, { text: step.text, lang: step.lang, sources: step.sources });
    for (const small of step.steps) {
      if ('sources' in small) add(small);
      else words.set(small.id, { ...small, sources: step.sources });
    }
  };
  for (const step of [...report.plan, ...report.steps]) add(step);
  return words;
}

function sourceOf(
  row: StepRow,
  words: ReadonlyMap<string, StepWords>,
  state: WalkState,
  context: ScreenContext,
): Block[] {
  const quoted = quotation(words.get(row.id)?.sources ?? [], state, context);
  return quoted.length > 0 ? [gap, ...quoted] : [];
}
