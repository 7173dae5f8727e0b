import { describe, expect, test } from 'vitest';
import { elementsToRead } from '../../src/ui/state/next-place.ts';
import { parseProgress } from '../../src/ui/state/saved-walk.ts';
import { changesSomething } from '../../src/ui/state/step-rows.ts';
import { memoryStore, sharedProject, startWalk, type TestWalk, wordsOf } from './walk-harness.ts';

const words = wordsOf('en').translate;
const task = words('remove-reseller-relationship:title');
const subscriptions = words('facts:activeSubscriptionCount.question');

async function toQuestions(walk: TestWalk): Promise<void> {
  await walk.choose('English');
  await walk.choose(words('facts:partnerType.values.direct'));
  await walk.choose(task);
  await walk.choose(words('walk:cautions.continue'));
}

async function answerAll(walk: TestWalk, count: string): Promise<void> {
  await walk.choose(words('facts:relationshipToPartner.values.reseller'));
  await walk.choose(count);
  await walk.choose(words('walk:answer.zero'));
  await walk.choose(words('walk:answer.zero'));
}

describe('a walk from the first screen to the last', () => {
  test('allowed: every consequence is read before the first step, the outcome is told, the record is written', async () => {
    const walk = await startWalk({}, { outside: { recordFile: 'out.json' } });
    expect(walk.text()).toContain(words('interface:about.disclaimer').slice(0, 30));
    await toQuestions(walk);
    await answerAll(walk, words('walk:answer.zero'));
    expect(walk.text()).toContain(words('interface:verdict.allowed'));
    await walk.choose(words('walk:verdict.go-on'));
    expect(walk.text()).toContain('You are no longer transacting with this customer.');
    await walk.choose(words('walk:confirm.yes'));
    const read: string[] = [];
    while (walk.session.state.place.stage === 'acknowledge') {
      read.push(walk.session.state.place.item ?? '');
      await walk.choose(words('walk:acknowledge.read'));
    }
    expect(read).toEqual([
      'customer-removed-from-list',
      'removed-from-support-contacts',
      'admin-privileges-removed',
      'purchases-prevented',
    ]);
    expect(walk.session.state.place.stage).toBe('steps');
    for (let step = 0; step < 3; step += 1) await walk.press('enter');
    expect(walk.text()).toContain(words('walk:steps.all-ticked'));
    await walk.choose(words('walk:steps.how-ended'));
    await walk.choose(words('walk:outcome.done'));
    expect(walk.text()).toContain(words('interface:about.disclaimer').slice(0, 30));
    const record = JSON.parse(walk.records.get('out.json') ?? '') as Record<string, unknown>;
    expect(record).toMatchObject({
      outcome: 'done',
      acknowledged: read,
      confirmations: { 'no-longer-transacting': 'yes' },
      done: ['open-customer', 'select-account', 'select-remove-reseller-relationship'],
      decision: { verdict: 'allowed', workflow: 'remove-reseller-relationship' },
    });
    await walk.choose(words('walk:result.finish'));
    expect((await walk.session.ended).ended).toBe('finished');
    expect(walk.store.load()).toEqual([]);
  });

  test('blocked: the plan is worked through once for each subscription, then asked again', async () => {
    const walk = await startWalk();
    await toQuestions(walk);
    await walk.choose(words('facts:relationshipToPartner.values.reseller'));
    await walk.press({ character: '2' }, 'enter');
    await walk.choose(words('walk:answer.zero'));
    await walk.choose(words('walk:answer.zero'));
    expect(walk.text()).toContain(words('interface:verdict.blocked'));
    expect(walk.text()).toContain('The customer still has 2 active subscriptions.');
    await walk.choose(words('walk:verdict.do-plan'));
    await walk.choose(words('walk:confirm.yes'));
    while (walk.session.state.place.stage === 'acknowledge') await walk.press('enter');
    expect(walk.text()).toContain('(1 of 2)');
    for (let tick = 0; tick < 3; tick += 1) await walk.press('enter');
    expect(walk.text()).toContain('(2 of 2)');
    for (let tick = 0; tick < 3; tick += 1) await walk.press('enter');
    expect(walk.text()).toContain(words('walk:steps.all-ticked'));
    await walk.choose(words('walk:steps.check-again'));
    expect(walk.text()).toContain(subscriptions);
    expect(walk.text()).toContain('Your earlier answer: 2');
    // What blocked is not the answer to take by pressing Enter once more, neither lit nor written into the number.
    const { choices, lit } = walk.session.view().frame;
    expect(choices.map(({ mark }) => mark)).not.toContain('chosen');
    expect(choices[lit]?.label).toBe(words('walk:answer.zero'));
    expect(choices.map(({ label }) => label)).toContain(words('walk:question.exact-number'));
    await walk.choose(words('walk:answer.zero'));
    expect(walk.session.state.decision?.verdict).toBe('allowed');
    // The ticks of the plan are not those of the steps that follow.
    await walk.choose(words('walk:verdict.go-on'));
    expect(walk.session.state.place.stage).toBe('steps');
    expect(walk.text()).not.toContain(words('walk:steps.undo'));
    const { done } = walk.session.state;
    await walk.press('enter');
    await walk.choose(words('walk:steps.undo'));
    expect(walk.session.state.done).toEqual(done);
    expect(walk.text()).not.toContain(words('walk:steps.undo'));
    // The record names the steps of the plan that was carried out, though it is no plan any more.
    await walk.choose(words('walk:steps.stop-here'));
    await walk.choose(words('walk:outcome.not-tried'));
    await walk.choose(words('walk:result.record-markdown'));
    const record = walk.records.get('remove-reseller-relationship.markdown') ?? '';
    const ticked = record.slice(record.indexOf(words('walk:record.done'))).split('\n## ')[0] ?? '';
    for (const step of ['suspend-subscriptions', 'select-suspended']) expect(ticked).not.toContain(step);
    expect(ticked).toContain(words('remove-reseller-relationship:elements.select-suspended.title'));
    expect(ticked).toContain('(× 2)');
  });

  test.each([
    ['remove-customer-relationship', 'indirectReseller'],
    ['remove-reseller-relationship', 'direct'],
  ])('the task %s named beforehand lights the kind of partner that it is for', async (workflow, partner) => {
    const walk = await startWalk({ isLocaleChosen: true, workflow });
    const { choices, lit } = walk.session.view().frame;
    expect(choices[lit]?.label).toBe(words(`facts:partnerType.values.${partner}`));
  });

  test('another task is offered to whom this one is not for, without asking the rest', async () => {
    const walk = await startWalk({ isLocaleChosen: true });
    await walk.choose(words('facts:partnerType.values.indirectReseller'));
    await walk.choose(task);
    expect(walk.text()).toContain('Indirect resellers can no longer remove');
    await walk.choose(words('walk:cautions.continue'));
    expect(walk.session.state.place.stage).toBe('verdict');
    await walk.choose('Go to the task for you');
    expect(walk.session.state.workflow).toBe('remove-customer-relationship');
  });

  test('"one or more" decides as a lower bound and never reads as one', async () => {
    const walk = await startWalk({}, { outside: { recordFile: 'out.md' } });
    await toQuestions(walk);
    await answerAll(walk, words('walk:answer.one-or-more'));
    expect(walk.text()).toContain('one or more');
    expect(walk.text()).not.toContain('1 active subscription');
    await walk.choose(words('walk:menu.result'));
    expect(walk.records.get('out.md')).toContain('One or more');
    expect(walk.records.get('out.md')).not.toContain('1 active subscription.');
  });

  test('an example fits whatever task is tried, and ends for who goes back to say who they are', async () => {
    const walk = await startWalk({ isLocaleChosen: true });
    await walk.choose(words('walk:example.try'));
    expect(walk.text()).not.toContain(words('walk:tasks.for-others'));
    await walk.choose(words('add-user:title'));
    expect(walk.session.state.answers.get('partnerType')).toEqual({
      kind: 'value',
      value: 'indirectReseller',
    });
    while (walk.session.state.place.stage !== 'partner') await walk.press('escape');
    await walk.choose(words('facts:partnerType.values.direct'));
    expect(walk.session.state).toMatchObject({ example: false, proposals: new Map() });
    expect([...walk.session.state.answers.keys()]).toEqual(['partnerType']);
  });

  test('an example is blocked first, so that there is something to do', async () => {
    const walk = await startWalk({ isLocaleChosen: true });
    await walk.choose(words('walk:example.try'));
    await walk.choose(task);
    while (walk.session.state.place.stage !== 'verdict') await walk.press('enter');
    expect(walk.session.state.decision?.verdict).toBe('blocked');
    expect(walk.text()).toContain(words('walk:example.note'));
  });
});

describe('answers', () => {
  test('are on disk before the next question is seen', async () => {
    const walk = await startWalk();
    const { rules } = await sharedProject();
    const seen: string[] = [];
    walk.session.subscribe(() => {
      const { place, answers } = walk.session.state;
      if (place.stage !== 'questions') return;
      const kept = parseProgress(walk.store.texts.at(-1) ?? '', rules);
      expect([...(kept?.answers ?? [])]).toEqual([...answers]);
      expect(kept?.place).toEqual(place);
      seen.push(place.item ?? '');
    });
    await toQuestions(walk);
    await answerAll(walk, words('walk:answer.zero'));
    expect(new Set(seen)).toEqual(
      new Set([
        'relationshipToPartner',
        'activeSubscriptionCount',
        'azureReservationCount',
        'softwarePurchaseCount',
      ]),
    );
  });

  test('can be changed without losing the later ones, by going back or from the list', async () => {
    const walk = await startWalk();
    await toQuestions(walk);
    await answerAll(walk, words('walk:answer.zero'));
    await walk.press('escape', 'escape', 'escape');
    expect(walk.text()).toContain(subscriptions);
    await walk.choose(words('walk:answer.unknown'));
    expect(walk.session.state.place.stage).toBe('verdict');
    expect([...walk.session.state.answers.keys()]).toHaveLength(5);
    expect(walk.session.state.decision?.needs).toEqual(['activeSubscriptionCount']);
    await walk.choose(words('walk:menu.answers'));
    await walk.choose(words('facts:softwarePurchaseCount.title'));
    await walk.choose(words('walk:answer.one-or-more'));
    expect(walk.session.state.decision?.verdict).toBe('blocked');
    expect(walk.session.state.answers.get('azureReservationCount')).toEqual({ kind: 'value', value: 0 });
  });

  test('left open are asked again on wish', async () => {
    const walk = await startWalk();
    await toQuestions(walk);
    await answerAll(walk, words('walk:answer.unknown'));
    await walk.choose(words('walk:verdict.answer-open'));
    expect(walk.session.state.place).toEqual({ stage: 'questions', item: 'activeSubscriptionCount' });
  });

  test('go on after a kill where they stopped', async () => {
    const first = await startWalk();
    await toQuestions(first);
    await first.choose(words('facts:relationshipToPartner.values.reseller'));
    const { rules } = await sharedProject();
    const saved = parseProgress(first.store.texts.at(-1) ?? '', rules);
    const second = await startWalk({ saved: saved ? [saved] : [], resume: true });
    expect(second.text()).toContain(subscriptions);
    await second.press('escape');
    expect(second.text()).toContain(words('facts:relationshipToPartner.question'));
  });

  test('of an unfinished walk are not written over before the person says so', async () => {
    const first = await startWalk();
    await toQuestions(first);
    const { rules } = await sharedProject();
    const saved = parseProgress(first.store.texts.at(-1) ?? '', rules);
    if (!saved) throw new Error('nothing was kept');
    const second = await startWalk({ saved: [saved] });
    await second.choose('English');
    expect(second.text()).toContain(words('walk:resume.question'));
    expect(second.store.texts).toEqual([]);
    await second.choose(words('walk:resume.yes'));
    expect(second.session.state.place).toEqual({ stage: 'questions', item: 'relationshipToPartner' });
  });

  test('of several tasks are kept apart, and each can be gone on with', async () => {
    const store = memoryStore();
    const first = await startWalk({ isLocaleChosen: true }, { store });
    await first.choose(words('facts:partnerType.values.direct'));
    expect(store.load()).toHaveLength(1);
    await first.choose(task);
    // What was kept before a task was chosen went over into it.
    expect(store.load()).toHaveLength(1);
    const facts = new Map([['partnerType', 'indirectReseller']]);
    const second = await startWalk({ isLocaleChosen: true, workflow: 'add-user', facts }, { store });
    await second.press('enter');
    const { rules } = await sharedProject();
    const saved = store.load().flatMap((text) => parseProgress(text, rules) ?? []);
    expect(saved.map(({ workflow }) => workflow)).toEqual(['add-user', 'remove-reseller-relationship']);
    const third = await startWalk({ isLocaleChosen: true, saved }, { store });
    expect(third.text()).toContain(words('walk:resume.which'));
    await third.choose(task);
    expect(third.session.state.workflow).toBe('remove-reseller-relationship');
    expect(third.session.farewell()).toContain('waymark walk remove-reseller-relationship --resume');
    // Going on with the latest needs no question.
    const latest = await startWalk({ isLocaleChosen: true, saved, resume: true }, { store });
    expect(latest.session.state.workflow).toBe('add-user');
  });

  test('that cannot be kept are told, and the walk goes on', async () => {
    const store = {
      pathOf: () => '/nowhere/walk.json',
      load: () => [],
      save: () => {
        throw Object.assign(new Error('read-only'), { code: 'EROFS' });
      },
      remove: () => {},
    };
    const walk = await startWalk({ isLocaleChosen: true }, { store });
    const text = await walk.choose(words('facts:partnerType.values.direct'));
    expect(text).toContain('EROFS');
    expect(text).toContain(words('walk:tasks.question'));
  });
});

test('what is not confirmed leads to the summary, not to the steps', async () => {
  const walk = await startWalk();
  await toQuestions(walk);
  await answerAll(walk, words('walk:answer.zero'));
  await walk.choose(words('walk:verdict.go-on'));
  await walk.choose(words('walk:confirm.unknown'));
  expect(walk.session.state.place.stage).toBe('result');
  expect(walk.text()).toContain(words('walk:result.not-confirmed').slice(0, 14));
});

test('the language changes at any moment and nothing else does', async () => {
  const walk = await startWalk();
  await toQuestions(walk);
  const { place, answers } = walk.session.state;
  await walk.press({ character: 'l' });
  await walk.choose('한국어');
  expect(walk.text()).toContain(wordsOf('ko').translate('facts:relationshipToPartner.question'));
  expect(walk.session.state).toMatchObject({ place, answers });
});

test('everything is reached with arrows, Enter, Esc and Tab', async () => {
  const walk = await startWalk({ isLocaleChosen: true, workflow: 'remove-reseller-relationship' });
  await walk.press('tab');
  for (const item of ['answers', 'show-english', 'show-details', 'language', 'result', 'quit']) {
    if (item === 'answers' && walk.session.state.answers.size === 0) continue;
    expect(walk.text()).toContain(words(`walk:menu.${item}`));
  }
  await walk.choose(words('walk:menu.quit'));
  expect((await walk.session.ended).ended).toBe('left');
});

test('ticking a box of a list leaves the light on it, and what is ticked becomes the answer', async () => {
  const facts = new Map([
    ['partnerType', 'indirectReseller'],
    ['relationshipToPartner', 'reseller'],
  ]);
  const walk = await startWalk({ isLocaleChosen: true, workflow: 'remove-customer-relationship', facts });
  while (walk.session.state.place.stage === 'cautions') await walk.press('enter');
  expect(walk.session.state.place.item).toBe('callerRoles');
  await walk.press('enter');
  expect(walk.session.view().frame.lit).toBe(0);
  await walk.press('down', 'down', { character: ' ' });
  expect(walk.session.view().frame.lit).toBe(2);
  await walk.choose('Go on with 2 ticked');
  expect(walk.session.state.answers.get('callerRoles')).toEqual({
    kind: 'value',
    value: ['globalAdmin', 'adminAgent'],
  });
  await walk.press('escape');
  expect(walk.session.view().frame.choices[walk.session.view().frame.lit]?.label).toContain(
    'Go on with 2 ticked',
  );
});

test('presses that come at once are taken one after the other', async () => {
  const walk = await startWalk();
  await Promise.all([walk.press('enter'), walk.press('enter'), walk.press('down', 'up')]);
  expect(walk.session.state.place.stage).toBe('tasks');
});

const { rules } = await sharedProject();
test.each([...rules.workflows.keys()])(
  'the example of %s leads to its end, everything read before it is changed',
  async (name) => {
    const walk = await startWalk({ isLocaleChosen: true });
    await walk.choose(words('walk:example.try'));
    await walk.choose(words(`${name}:title`));
    const { session } = walk;
    const unread: string[] = [];
    for (let presses = 0; session.state.place.stage !== 'result' && presses < 200; presses += 1) {
      const { place, pass, decision, acknowledged } = session.state;
      const toRead = decision && changesSomething(decision) ? elementsToRead(decision) : [];
      if (place.stage === 'steps') unread.push(...toRead.filter((id) => !acknowledged.includes(id)));
      if (place.stage === 'questions' && pass > 1) await walk.choose(words('walk:answer.zero'));
      else await walk.press('enter');
    }
    expect(unread).toEqual([]);
    expect(session.state).toMatchObject({
      place: { stage: 'result' },
      outcome: 'done',
      decision: { verdict: 'allowed' },
    });
  },
);
