import { describe, expect, test } from 'vitest';
import { eventsFor, type Press, pressesFrom } from '../../src/ui/keys.ts';
import { choice, type Screen } from '../../src/ui/layout/block.ts';
import type { Frame } from '../../src/ui/layout/frame.ts';
import { beginWalk } from '../../src/ui/state/begin-walk.ts';
import type { WalkEvent } from '../../src/ui/state/walk-event.ts';
import type { WalkState } from '../../src/ui/state/walk-state.ts';
import { sharedProject } from './walk-harness.ts';

const { rules } = await sharedProject();
const state = beginWalk({ locale: 'en', isLocaleChosen: true, facts: new Map(), resume: false }, rules);
const typing: WalkState = { ...state, draft: { text: '1' } };
const choices = [choice('a', { type: 'continue' }), choice('b', { type: 'finish' })];
const screen: Screen = { blocks: choices };

/** A body of 30 lines with choices at lines 12 and 25, of which ten are shown. */
const frame: Frame = {
  lines: [],
  choices,
  lit: 0,
  spans: [
    { first: 12, last: 12 },
    { first: 25, last: 26 },
  ],
  scroll: 0,
  height: 10,
  total: 30,
};

function press(key: Press, over: Partial<Frame> = {}, on = state, shown = screen): WalkEvent[] {
  return eventsFor(key, on, shown, { ...frame, ...over });
}

describe('in a window', () => {
  test('Enter chooses nothing that cannot be seen: it scrolls there first, a page at a time', () => {
    expect(press('enter')).toEqual([{ type: 'focus', index: 0, scroll: 3 }]);
    expect(press('enter', { lit: 1 })).toEqual([{ type: 'focus', index: 1, scroll: 9 }]);
    expect(press('enter', { scroll: 3 })).toEqual([{ type: 'continue' }]);
  });

  test('down scrolls to what is lit, then lights the next as soon as it comes into sight', () => {
    expect(press('down')).toEqual([{ type: 'focus', index: 0, scroll: 3 }]);
    expect(press('down', { scroll: 3 })).toEqual([{ type: 'focus', index: 0, scroll: 12 }]);
    expect(press('down', { scroll: 12 })).toEqual([{ type: 'focus', index: 1, scroll: 17 }]);
    expect(press('down', { scroll: 17, lit: 1 })).toEqual([{ type: 'focus', index: 1, scroll: 20 }]);
    expect(press('down', { scroll: 20, lit: 1 })).toEqual([]);
  });

  test('up goes the same way back to the first line', () => {
    expect(press('up', { scroll: 20, lit: 1 })).toEqual([{ type: 'focus', index: 0, scroll: 12 }]);
    expect(press('up', { scroll: 12 })).toEqual([{ type: 'focus', index: 0, scroll: 3 }]);
    expect(press('up', { scroll: 3 })).toEqual([{ type: 'focus', index: 0, scroll: 0 }]);
    expect(press('up')).toEqual([]);
  });
});

describe('characters', () => {
  test.each([
    ['q', 'leave'],
    ['ㅂ', 'leave'],
    ['Й', 'leave'],
    ['e', 'toggle'],
    ['у', 'toggle'],
    ['ㅇ', 'toggle'],
    ['l', 'open'],
    [' ', 'continue'],
  ])('%s means %s', (character, type) => {
    expect(press({ character }, { scroll: 3 }).map((event) => event.type)).toEqual([type]);
  });

  test('digits begin a number where one is asked, and nowhere else', () => {
    expect(press({ character: '4' }, {}, state, { ...screen, input: 'number' })).toEqual([
      { type: 'type-number', text: '4' },
    ]);
    expect(press({ character: '4' })).toEqual([]);
  });

  test('while a number is typed, letters are no commands', () => {
    const number: Screen = { ...screen, input: 'number' };
    expect(press({ character: 'q' }, {}, typing, number)).toEqual([
      { type: 'type-number', text: '1', error: 'digits' },
    ]);
    expect(press({ character: '한' }, {}, typing, number)).toEqual([
      { type: 'type-number', text: '1', error: 'digits' },
    ]);
    expect(press('backspace', {}, typing, number)).toEqual([{ type: 'type-number', text: '' }]);
  });
});

test('what comes at once is taken apart, wide digits read as digits', () => {
  expect(pressesFrom('１2\r', {})).toEqual([{ character: '1' }, { character: '2' }, 'enter']);
  expect(pressesFrom('\n', {})).toEqual(['enter']);
  expect(pressesFrom('c', { ctrl: true })).toEqual(['interrupt']);
  expect(pressesFrom('x', { ctrl: true })).toEqual([]);
});
