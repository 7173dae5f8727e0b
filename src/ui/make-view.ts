import type { Screen } from './layout/block.ts';
import { type Frame, makeFrame } from './layout/frame.ts';
import type { ViewOptions } from './layout/view-options.ts';
import type { SpokenMarks } from './layout/lines.ts';
import { type ScreenContext, word } from './screens/context.ts';
import { makeScreen } from './screens/screen.ts';
import { makeSurroundings } from './screens/surroundings.ts';
import type { WalkState } from './state/walk-state.ts';

/** A state as it is seen. */
export interface View {
  screen: Screen;
  frame: Frame;
}

/** Makes what is seen of a state. Pure. */
export function makeView(state: WalkState, context: ScreenContext, options: ViewOptions): View {
  const { size, style, isSpoken } = options;
  const screen = makeScreen(state, context);
  const around = makeSurroundings(state, screen, context, options);
  const spoken = isSpoken ? { spoken: spokenMarks(context) } : {};
  return { screen, frame: makeFrame(screen, state, around, { size, style, ...spoken }) };
}

function spokenMarks(context: ScreenContext): SpokenMarks {
  const mark = (name: string): string => word(context, `spoken.${name}`);
  return { lit: mark('lit'), ticked: mark('ticked'), unticked: mark('unticked'), chosen: mark('chosen') };
}
