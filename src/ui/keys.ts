import type { Key } from 'ink';
import { type Frame, intoSight } from './layout/frame.ts';
import type { Screen } from './layout/block.ts';
import type { WalkEvent } from './state/walk-event.ts';
import type { WalkState } from './state/walk-state.ts';

/** One key as pressed: a name where it has one, else the character. */
export type Press =
  | 'up'
  | 'down'
  | 'left'
  | 'page-up'
  | 'page-down'
  | 'enter'
  | 'escape'
  | 'tab'
  | 'backspace'
  | 'interrupt'
  | { character: string };

/**
 * Takes apart what the terminal sent. Several characters may come at once when keys follow fast or text is pasted;
 * each counts as its own press.
 */
export function pressesFrom(input: string, key: Partial<Key>): Press[] {
  if (key.upArrow === true) return ['up'];
  if (key.downArrow === true) return ['down'];
  if (key.leftArrow === true) return ['left'];
  if (key.pageUp === true) return ['page-up'];
  if (key.pageDown === true) return ['page-down'];
  if (key.return === true) return ['enter'];
  if (key.escape === true) return ['escape'];
  if (key.tab === true) return ['tab'];
  if (key.backspace === true || key.delete === true) return ['backspace'];
  if (key.ctrl === true) return input === 'c' ? ['interrupt'] : [];
  return Array.from(input, (typedCharacter): Press => {
    // Input methods for Chinese and Japanese may send digits and letters in their wide forms.
    const character = /[\uff01-\uff5e\u3000]/u.test(typedCharacter)
      ? typedCharacter.normalize('NFKC')
      : typedCharacter;
    if (character === '\r' || character === '\n') return 'enter';
    if (character === '\t') return 'tab';
    if (character === '\u007f' || character === '\b') return 'backspace';
    return character === '\u0003' ? 'interrupt' : { character };
  });
}

/** Gives the events that a press means on a screen as it is laid out. */
export function eventsFor(press: Press, state: WalkState, screen: Screen, frame: Frame): WalkEvent[] {
  switch (press) {
    case 'interrupt':
      return [{ type: 'leave' }];
    case 'up':
      return moveUp(frame);
    case 'down':
      return moveDown(frame);
    case 'page-up':
      return [focusOn(frame, Math.max(0, frame.scroll - frame.height + 1))];
    case 'page-down':
      return [focusOn(frame, Math.min(lastScroll(frame), frame.scroll + frame.height - 1))];
    case 'enter':
      return choose(frame);
    case 'escape':
    case 'left':
      return [{ type: 'back' }];
    case 'tab':
      return state.overlay === 'overview' ? [{ type: 'back' }] : [{ type: 'open', overlay: 'overview' }];
    case 'backspace':
      return state.draft.text === undefined ? [] : [typed(state.draft.text.slice(0, -1))];
    default:
      return characterEvents(press.character, state, screen, frame);
  }
}

/** The letters that the same keys give under the Korean and the Russian layout. */
const latinLetters: ReadonlyMap<string, string> = new Map([
  ['ㄷ', 'e'],
  ['ㅇ', 'd'],
  ['ㅣ', 'l'],
  ['ㅂ', 'q'],
  ['у', 'e'],
  ['в', 'd'],
  ['д', 'l'],
  ['й', 'q'],
]);

function characterEvents(character: string, state: WalkState, screen: Screen, frame: Frame): WalkEvent[] {
  const isNumber = screen.input === 'number' && !state.overlay;
  if (isNumber && (/^\d$/u.test(character) || (state.draft.text !== undefined && character !== ' ')))
    return [typed((state.draft.text ?? '') + character)];
  const letter = character.toLowerCase();
  switch (latinLetters.get(letter) ?? letter) {
    case ' ':
      return choose(frame);
    case 'e':
      return [{ type: 'toggle', what: 'english' }];
    case 'd':
      return [{ type: 'toggle', what: 'details' }];
    case 'l':
      return state.place.stage === 'language' ? [] : [{ type: 'open', overlay: 'language' }];
    case 'q':
      return [{ type: 'leave' }];
    default:
      return [];
  }
}

/** The longest number that is typed; more digits than any count has. */
const longestNumber = 15;

function typed(text: string): WalkEvent {
  const digits = text.replace(/\D/gu, '').slice(0, longestNumber);
  return digits === text
    ? { type: 'type-number', text }
    : { type: 'type-number', text: digits, error: 'digits' };
}

/** Chooses what is lit, or brings it into sight first: nothing is chosen that cannot be seen. */
function choose(frame: Frame): WalkEvent[] {
  const span = frame.spans[frame.lit];
  const chosen = frame.choices[frame.lit];
  if (!span || !chosen) return [];
  const scroll = intoSight(span, frame.scroll, frame.height);
  if (scroll === frame.scroll) return [chosen.event];
  // Not further than a page, so that nothing on the way is passed over unread.
  const page = frame.scroll + Math.max(1, frame.height - 1);
  return [focusOn(frame, Math.min(scroll, page))];
}

function moveDown(frame: Frame): WalkEvent[] {
  const { spans, lit, scroll, height } = frame;
  const end = scroll + height;
  const here = spans[lit];
  const next = spans[lit + 1];
  const page = Math.min(lastScroll(frame), scroll + Math.max(1, height - 1));
  // What is lit lies further down: scroll towards it.
  if (here && here.last >= end) return [focusOn(frame, Math.min(page, intoSight(here, scroll, height)))];
  if (!next) return scroll < lastScroll(frame) ? [focusOn(frame, page)] : [];
  const wanted = intoSight(next, scroll, height);
  return wanted <= page ? [focusOn(frame, wanted, lit + 1)] : [focusOn(frame, page)];
}

function moveUp(frame: Frame): WalkEvent[] {
  const { spans, lit, scroll, height } = frame;
  const here = spans[lit];
  const previous = spans[lit - 1];
  const page = Math.max(0, scroll - Math.max(1, height - 1));
  if (here && here.first < scroll) return [focusOn(frame, Math.max(page, intoSight(here, scroll, height)))];
  if (!previous) return scroll > 0 ? [focusOn(frame, page)] : [];
  const wanted = intoSight(previous, scroll, height);
  return wanted >= page ? [focusOn(frame, wanted, lit - 1)] : [focusOn(frame, page)];
}

function lastScroll({ total, height }: Frame): number {
  return Math.max(0, total - height);
}

function focusOn({ lit }: Frame, scroll: number, index = lit): WalkEvent {
  return index < 0 ? { type: 'focus', scroll } : { type: 'focus', index, scroll };
}
