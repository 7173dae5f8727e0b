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
  const command = text(`  ${resumeCommand(state)}`);
  const hasCase = context.report !== undefined && state.ended === 'finished';
  const title = context.report ? [text(context.report.title, 'strong')] : [];
  const blocks = hasCase
    ? [...title, ...resultScreen(state, context).blocks.filter(({ kind }) => kind !== 'choice')]
    : [
        ...(state.place.stage === 'language' || state.saved
          ? []
          : [text(word(context, 'bye.saved')), command]),
        ...records,
        gap,
        text(context.translator.translate('interface:about.disclaimer')),
      ];
  // A command is copied as a whole: the terminal may wrap it, a line break in it would cut it in two.
  const lines = blocks.flatMap((block) =>
    block === command ? [command.text] : layOut([block], columns, -1, style).map((line) => line.text),
  );
  return `${lines.join('\n')}\n`;
}

/** Gives the command that goes on with this walk and no other. */
function resumeCommand({ workflow }: WalkState): string {
  return ['waymark walk', ...(workflow === undefined ? [] : [workflow]), '--resume'].join(' ');
}
