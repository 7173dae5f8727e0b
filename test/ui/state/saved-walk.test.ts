import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginWalk } from '../../../src/ui/state/begin-walk.ts';
import { formatProgress, parseProgress } from '../../../src/ui/state/saved-walk.ts';
import type { WalkProgress } from '../../../src/ui/state/walk-state.ts';
import { sharedProject } from '../walk-harness.ts';

const { rules } = await sharedProject();

const progress: WalkProgress = {
  locale: 'ja',
  workflow: 'remove-reseller-relationship',
  example: false,
  place: { stage: 'acknowledge', item: 'purchases-prevented' },
  trail: [{ stage: 'language' }, { stage: 'questions', item: 'partnerType' }],
  answers: new Map([
    ['partnerType', { kind: 'value', value: 'direct' }],
    ['activeSubscriptionCount', { kind: 'at-least', value: 1 }],
    ['azureReservationCount', { kind: 'unknown' }],
    ['callerRoles', { kind: 'value', value: ['adminAgent'] }],
  ]),
  proposals: new Map([['softwarePurchaseCount', { kind: 'value', value: 3 }]]),
  askedAgain: ['softwarePurchaseCount'],
  seenCautions: ['azure-savings-plans'],
  confirmations: new Map([['no-longer-transacting', 'yes']]),
  acknowledged: ['customer-removed-from-list'],
  pass: 2,
  done: ['1:plan/suspend-subscriptions#1/select-suspended'],
  outcome: 'refused',
};

function altered(change: (value: Record<string, unknown>) => void): WalkProgress | undefined {
  const value = JSON.parse(formatProgress(progress)) as Record<string, unknown>;
  change(value);
  return parseProgress(JSON.stringify(value), rules);
}

describe('a kept walk', () => {
  test('is read back as it was', () => {
    expect(parseProgress(formatProgress(progress), rules)).toEqual(progress);
  });

  test('loses what the rules do not know, and nothing else', () => {
    const read = altered((value) => {
      value['answers'] = [
        ['partnerType', { kind: 'value', value: 'emperor' }],
        ['__proto__', { kind: 'value', value: 'direct' }],
        ['activeSubscriptionCount', { kind: 'value', value: -1 }],
        ['azureReservationCount', { kind: 'value', value: 4 }],
      ];
    });
    expect([...(read?.answers ?? [])]).toEqual([['azureReservationCount', { kind: 'value', value: 4 }]]);
    expect(read?.acknowledged).toEqual(progress.acknowledged);
  });

  test.each([
    ['another version', (value: Record<string, unknown>) => void (value['version'] = 2)],
    ['a task that is gone', (value: Record<string, unknown>) => void (value['workflow'] = 'fly')],
    [
      'a screen that does not exist',
      (value: Record<string, unknown>) => void (value['place'] = { stage: 'moon' }),
    ],
  ])('is none with %s', (_, change) => {
    expect(altered(change)).toBeUndefined();
  });

  test('is never an exception, whatever stands in the file', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => parseProgress(text, rules)).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(progress), 'version'), fc.jsonValue(), (key, found) => {
        expect(() => altered((value) => void (value[key] = found))).not.toThrow();
      }),
    );
  });

  test('goes on where it stood', () => {
    const start = {
      locale: 'en',
      isLocaleChosen: false,
      facts: new Map(),
      saved: [progress],
      resume: true,
    } as const;
    expect(beginWalk(start, rules)).toMatchObject({ place: progress.place, locale: 'ja', awaiting: 'stay' });
    expect(beginWalk({ ...start, isLocaleChosen: true }, rules).locale).toBe('en');
    expect(beginWalk({ ...start, resume: false }, rules).place).toEqual({ stage: 'language' });
  });
});
