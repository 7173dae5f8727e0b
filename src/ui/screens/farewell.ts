import type { Style } from '../../report/style.ts';
import { gap, text } from '../layout/block.ts';
import { layOut } from '../layout/lines.ts';
import type { WalkState } from '../state/walk-state.ts';
import { type ScreenContext, word } from './context.ts';
import { resultScreen } from './result.ts';

/** Writes what stays on the terminal when the walk is over: the summary, or how to go on. */
export function formatFarewell(
  state: WalkState,
  context: ScreenContext,
  columns: number,
  style: Style,
): string {
  const records = state.recorded.map((path) => text(word(context, 'bye.recorded', { path })));
  const hasCase = context.report !== undefined && state.ended === 'finished';
  const title = context.report ? [text(context.report.title, 'strong')] : [];
  const blocks = hasCase
    ? [...title, ...resultScreen(state, context).blocks.filter(({ kind }) => kind !== 'choice')]
    : [
        ...(state.place.stage === 'language' || state.saved
          ? []
          : [text(word(context, 'bye.saved', { command: 'waymark walk --resume' }))]),
        ...records,
        gap,
        text(context.translator.translate('interface:about.disclaimer')),
      ];
  const lines = layOut(blocks, columns, -1, style).map((line) => line.text);
  return `${lines.join('\n')}\n`;
}
