import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/engine/decide.ts';
import { factsFrom } from '../../../src/ui/state/answers.ts';
import { beginWalk } from '../../../src/ui/state/begin-walk.ts';
import { reduce } from '../../../src/ui/state/reduce.ts';
import type { WalkEvent } from '../../../src/ui/state/walk-event.ts';
import type { WalkState } from '../../../src/ui/state/walk-state.ts';
import { sharedProject } from '../walk-harness.ts';

const { rules, documents } = await sharedProject();
const fresh = beginWalk({ locale: 'en', isLocaleChosen: false, facts: new Map(), resume: false }, rules);

/** Sends events, making the decisions that the state waits for. */
async function send(state: WalkState, ...events: WalkEvent[]): Promise<WalkState> {
  let next = state;
  for (const event of events) {
    next = reduce(next, event, rules);
    const workflow = rules.workflows.get(next.workflow ?? '');
    if (next.awaiting === undefined || !workflow) continue;
    const decision = await decide(rules, documents, workflow, factsFrom(next.answers));
    next = reduce(next, { type: 'decided', decision }, rules);
  }
  return next;
}

function say(fact: string, value: string | number | string[]): WalkEvent {
  return { type: 'answer', fact, answer: { kind: 'value', value } };
}

const toCautions: WalkEvent[] = [
  { type: 'choose-locale', locale: 'en' },
  say('partnerType', 'direct'),
  { type: 'choose-task', workflow: 'remove-reseller-relationship' },
];

describe('the way', () => {
  test('leads over language, partner, task and cautions to the questions that matter', async () => {
    const stages: string[] = [];
    let state = fresh;
    for (const event of [...toCautions, { type: 'continue' } as const]) {
      stages.push(state.place.stage);
      state = await send(state, event);
    }
    expect(stages).toEqual(['language', 'partner', 'tasks', 'cautions']);
    expect(state.place).toEqual({ stage: 'questions', item: state.decision?.needs[0] });
  });

  test('asks nothing that is known, and nothing that was answered with "I don\'t know"', async () => {
    const start = {
      locale: 'en',
      isLocaleChosen: true,
      facts: new Map([['partnerType', 'direct']]),
      resume: false,
    } as const;
    const begun = beginWalk({ ...start, workflow: 'remove-reseller-relationship' }, rules);
    let state = await send(begun, { type: 'focus', scroll: 0 });
    expect(state.place.stage).toBe('cautions');
    state = await send(state, { type: 'continue' });
    const asked: (string | undefined)[] = [];
    while (state.place.stage === 'questions') {
      asked.push(state.place.item);
      state = await send(state, {
        type: 'answer',
        fact: state.place.item ?? '',
        answer: { kind: 'unknown' },
      });
    }
    expect(asked).toEqual([
      'relationshipToPartner',
      'activeSubscriptionCount',
      'azureReservationCount',
      'softwarePurchaseCount',
    ]);
    expect(state.place.stage).toBe('verdict');
    expect(state.decision?.verdict).toBe('unknown');
  });

  test('back goes the same way, and stops at the first screen', async () => {
    const there = await send(fresh, ...toCautions, { type: 'continue' });
    const back = await send(there, { type: 'back' }, { type: 'back' }, { type: 'back' });
    expect(back.place.stage).toBe('partner');
    expect(back.answers).toEqual(there.answers);
    const first = await send(back, { type: 'back' }, { type: 'back' }, { type: 'back' });
    expect(first.place.stage).toBe('language');
  });

  test('cautions once seen are not shown again, new ones are', async () => {
    const seen = await send(fresh, ...toCautions, { type: 'continue' });
    const same = await send(seen, say('partnerType', 'indirectProvider'));
    expect(same.place.stage).toBe('questions');
    const other = await send(seen, say('partnerType', 'indirectReseller'));
    expect(other.place.stage).toBe('cautions');
  });

  test('another task begins with nothing confirmed, read or done', async () => {
    const state = {
      ...(await send(fresh, ...toCautions)),
      acknowledged: ['x'],
      done: ['y'],
      confirmations: new Map([['z', 'yes' as const]]),
    };
    const other = await send(state, { type: 'choose-task', workflow: 'remove-customer-relationship' });
    expect(other).toMatchObject({ acknowledged: [], done: [], confirmations: new Map() });
    const same = await send(state, { type: 'choose-task', workflow: 'remove-reseller-relationship' });
    expect(same.acknowledged).toEqual(['x']);
  });
});

describe('typing a number', () => {
  test('outside the domain is told, inside is taken', async () => {
    const asked = {
      ...(await send(fresh, ...toCautions)),
      place: { stage: 'questions', item: 'activeSubscriptionCount' } as const,
    };
    expect((await send(asked, { type: 'type-number', text: '99999999' })).draft).toEqual({
      text: '99999999',
      error: 'range',
    });
    expect((await send(asked, { type: 'type-number', text: '7' })).draft).toEqual({ text: '7' });
    expect((await send(asked, { type: 'type-number', text: '7' }, { type: 'back' })).draft).toEqual({});
  });
});

describe('an overlay', () => {
  test('gives the screen back as it was', async () => {
    const state = await send(fresh, { type: 'focus', index: 2, scroll: 3 });
    const over = await send(
      state,
      { type: 'open', overlay: 'overview' },
      { type: 'open', overlay: 'answers' },
    );
    expect(over).toMatchObject({ overlay: 'answers', scroll: 0 });
    expect(await send(over, { type: 'back' })).toEqual(state);
  });
});

describe('ticks of a list', () => {
  test('start from the earlier answer', async () => {
    const asked: WalkState = {
      ...fresh,
      place: { stage: 'questions', item: 'callerRoles' },
      answers: new Map([['callerRoles', { kind: 'value', value: ['adminAgent', 'salesAgent'] }]]),
    };
    const changed = await send(
      asked,
      { type: 'check', code: 'salesAgent' },
      { type: 'check', code: 'userAdmin' },
    );
    expect(changed.draft.checked).toEqual(['adminAgent', 'userAdmin']);
  });
});

test('a recheck asks what had blocked, with the earlier answer at hand, and unticks the plan', async () => {
  const blocked = await send(
    fresh,
    ...toCautions,
    { type: 'continue' },
    say('relationshipToPartner', 'reseller'),
    say('activeSubscriptionCount', 2),
    say('azureReservationCount', 0),
    say('softwarePurchaseCount', 0),
  );
  expect(blocked.place.stage).toBe('verdict');
  const again = await send(blocked, { type: 'recheck' });
  expect(again.place).toEqual({ stage: 'questions', item: 'activeSubscriptionCount' });
  expect(again.proposals.get('activeSubscriptionCount')).toEqual({ kind: 'value', value: 2 });
  expect(again.pass).toBe(2);
  expect(again.answers.get('azureReservationCount')).toEqual({ kind: 'value', value: 0 });
});
