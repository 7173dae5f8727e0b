import { render } from 'ink-testing-library';
import stringWidth from 'fast-string-width';
import { afterEach, describe, expect, test } from 'vitest';
import { type Locale, locales } from '../../../src/locale/negotiate.ts';
import type { Size } from '../../../src/ui/layout/size.ts';
import { WalkApp } from '../../../src/ui/view/walk-app.tsx';
import { startWalk, type TestWalk, wordsOf } from '../walk-harness.ts';

const widths = [40, 60, 80, 120];
const task = 'remove-reseller-relationship';
let unmount: (() => void) | undefined;
afterEach(() => unmount?.());

/** Shows a walk with Ink on a terminal of a width; ink-testing-library has 100 columns unless told otherwise. */
function show(walk: TestWalk, size: Size): () => string {
  const shown = render(<WalkApp session={walk.session} size={size} />);
  Object.defineProperty(shown.stdout, 'columns', { value: size.columns });
  shown.stdout.emit('resize');
  shown.rerender(<WalkApp session={walk.session} size={size} />);
  unmount = shown.unmount;
  return () => shown.lastFrame() ?? '';
}

/** Walks through every screen, telling each. */
async function visit(walk: TestWalk, locale: Locale, see: (screen: string) => void): Promise<void> {
  const say = wordsOf(locale).translate;
  see('language');
  await walk.press('enter');
  see('partner');
  await walk.choose(say('facts:partnerType.values.direct'));
  see('tasks');
  await walk.choose(say(`${task}:title`));
  see('cautions');
  await walk.choose(say('walk:cautions.continue'));
  see('questions');
  await walk.choose(say('facts:relationshipToPartner.values.reseller'));
  await walk.press({ character: '3' });
  see('number');
  await walk.press('enter');
  await walk.choose(say('walk:answer.unknown'));
  await walk.choose(say('walk:answer.one-or-more'));
  await walk.press({ character: 'e' }, { character: 'd' });
  see('verdict');
  await walk.press('tab');
  see('overview');
  await walk.press('tab');
  await walk.choose(say('walk:menu.answers'));
  see('answers');
  await walk.press('escape');
  await walk.choose(say('walk:verdict.do-plan'));
  see('attestations');
  await walk.press('enter');
  see('acknowledge');
  while (walk.session.state.place.stage === 'acknowledge') await walk.choose(say('walk:acknowledge.read'));
  see('steps');
  await walk.choose(say('walk:menu.result'));
  see('result');
}

/** What must be readable on a screen, by its key. */
const mustSay: Readonly<Record<string, string>> = {
  language: 'walk:language.question',
  partner: 'facts:partnerType.question',
  tasks: 'walk:tasks.question',
  cautions: 'interface:section.cautions',
  questions: 'facts:relationshipToPartner.question',
  number: 'walk:question.type-number',
  verdict: 'interface:verdict.blocked',
  overview: 'walk:menu.quit',
  answers: 'walk:answers.question',
  attestations: 'walk:confirm.question',
  acknowledge: 'walk:acknowledge.read',
  steps: 'walk:steps.plan-heading',
  result: 'walk:result.finish',
};

function squeezed(text: string): string {
  return text.replace(/\s/gu, '');
}

describe.each(locales)('in %s', (locale) => {
  test.each(widths)('every screen fits %i columns and says what it must', async (columns) => {
    const size = { columns, rows: 300 };
    const walk = await startWalk({ locale }, { size });
    const frame = show(walk, size);
    const seen: string[] = [];
    await visit(walk, locale, (screen) => {
      seen.push(screen);
      const shown = frame();
      expect(shown.split('\n').filter((line) => stringWidth(line) > columns)).toEqual([]);
      // What Ink shows is what was laid out: nothing is wrapped or cut a second time.
      expect(shown.split('\n').map((line) => line.trimEnd())).toEqual(
        walk.session.view().frame.lines.map((line) => line.trimEnd()),
      );
      expect(squeezed(shown)).toContain(squeezed(wordsOf(locale).translate(mustSay[screen] ?? '')));
      expect(squeezed(shown)).toContain(squeezed(wordsOf(locale).translate('walk:key.enter')).slice(0, 5));
      expect(shown).not.toMatch(/walk:|interface:|facts:/u);
    });
    expect(seen).toEqual(Object.keys(mustSay));
  });

  test('every screen fits 20 rows of 40 columns, and everything can be reached', async () => {
    const size = { columns: 40, rows: 20 };
    const walk = await startWalk({ locale }, { size });
    await visit(walk, locale, () => {
      const { lines, total, height } = walk.session.view().frame;
      expect(lines.length).toBeLessThan(20);
      expect(height).toBeGreaterThanOrEqual(5);
      const { scroll } = walk.session.view().frame;
      const [above, below] = [scroll, total - scroll - height];
      const key = above > 0 && below > 0 ? 'more' : above > 0 ? 'more-above' : 'more-below';
      const hidden = wordsOf(locale).translate(`walk:frame.${key}`, { above, below });
      // Nothing is counted where there is nothing.
      expect(total > height && /(?<!\d)0(?!\d)/u.test(hidden)).toBe(false);
      expect(lines.includes(hidden)).toBe(total > height);
    });
  });
});

test('keys come through the terminal, one by one or all at once', async () => {
  const walk = await startWalk();
  const shown = render(<WalkApp session={walk.session} size={{ columns: 80, rows: 40 }} />);
  unmount = shown.unmount;
  const until = async (words: string): Promise<void> => {
    while (!(shown.lastFrame() ?? '').includes(words)) await new Promise((resolve) => setImmediate(resolve));
  };
  // Ink listens once its effects have run.
  await new Promise((resolve) => setImmediate(resolve));
  shown.stdin.write('\u001B[B');
  await until('언어를 선택하십시오');
  shown.stdin.write('\u001B[A\r');
  await until('What kind of partner are you?');
  shown.stdin.write('\r');
  await until('What do you want to do?');
  shown.stdin.write('\u001B');
  await until('What kind of partner are you?');
  shown.stdin.write('q');
  expect((await walk.session.ended).ended).toBe('left');
});

test('a screen reader hears words in place of signs, and the whole screen', async () => {
  const walk = await startWalk({}, { isSpoken: true, size: { columns: 40, rows: 20 } });
  expect(walk.text()).toContain('Current choice: English');
  const text = await walk.press('enter');
  expect(text).toContain('\nIndirect reseller\n');
  expect(text).not.toContain('❯');
  expect(walk.session.view().frame.height).toBe(walk.session.view().frame.total);
  const seen: string[] = [];
  const other = await startWalk({}, { isSpoken: true, size: { columns: 80, rows: 20 } });
  await visit(other, 'en', () => seen.push(other.text()));
  expect(seen.join('\n')).toContain('not fulfilled: The customer still has 3 active subscriptions.');
  expect(seen.join('\n')).not.toMatch(/[✓✗❯]|\[[x ]\]|^ *[|?] /mu);
});
