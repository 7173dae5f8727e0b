import { locales } from '../../locale/negotiate.ts';
import type { WalkEvent } from './walk-event.ts';
import type { WalkState } from './walk-state.ts';

/** Handles the events that change only what the screen shows, not where the walk stands. */
export function reduceScreen(state: WalkState, event: WalkEvent): WalkState {
  switch (event.type) {
    case 'open':
      return openOverlay(state, event.overlay);
    case 'focus': {
      const { focus: _focus, isQuotationSought: _sought, ...rest } = state;
      const lit = { ...rest, scroll: event.scroll, ...focusOf(event.index) };
      // The first screen speaks the language that is lit, so that its reader can read it.
      const preview =
        state.place.stage === 'language' && !state.overlay ? locales[event.index ?? -1] : undefined;
      return preview === undefined ? lit : { ...lit, locale: preview };
    }
    case 'check': {
      const checked = state.draft.checked ?? checkedBefore(state);
      const next = checked.includes(event.code)
        ? checked.filter((code) => code !== event.code)
        : [...checked, event.code];
      return { ...state, draft: { ...state.draft, checked: next } };
    }
    case 'recorded':
      return { ...state, recorded: [...new Set([...state.recorded, event.path])] };
    case 'notify':
      return { ...state, notice: { code: event.code, ...(event.values ? { values: event.values } : {}) } };
    default:
      return state;
  }
}

/** Gives the codes that are ticked when a list is asked: those answered before, or proposed. */
export function checkedBefore({ place, answers, proposals }: WalkState): readonly string[] {
  const answer = answers.get(place.item ?? '') ?? proposals.get(place.item ?? '');
  return answer?.kind === 'value' && Array.isArray(answer.value) ? (answer.value as string[]) : [];
}

function openOverlay(state: WalkState, overlay: NonNullable<WalkState['overlay']>): WalkState {
  const { focus, ...rest } = state;
  const beneath =
    state.beneath && state.overlay ? state.beneath : { scroll: state.scroll, ...focusOf(focus) };
  return { ...rest, overlay, beneath, scroll: 0 };
}

function focusOf(focus: number | undefined): { focus?: number } {
  return focus === undefined ? {} : { focus };
}
