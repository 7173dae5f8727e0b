import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { updatePins } from '../../src/rules/update-pins.ts';
import type { Pin } from '../../src/rules/workflow.ts';

const file = `steps:
  - id: go
    pins:
      # The oldest page.
      - { locale: ko, segment: a-1, source: s1, target: t1 } # read twice
      - locale: ru # the machine's
        segment: b-1
        source: s1
        target: t2
        disputed: Says another thing. # since 2021
      - { locale: zh, segment: c-1, source: s1, target: t3 } # to be asked
    # The end.
  - id: next
    pins: []
`;

const pin = (locale: string, segment: string, source: string, target: string): Pin => ({
  locale,
  segment,
  source,
  target,
});

function updated(...pins: Pin[]): { text: string; pins: unknown } {
  const text = updatePins(file, ['steps', 0, 'pins'], pins);
  return { text, pins: (parse(text) as { steps: { pins: unknown }[] }).steps[0]?.pins };
}

test('a pin that stays keeps its line, and comments outlive what they stood on', () => {
  const wanted = [pin('ko', 'x-9', 's1', 't1'), pin('ru', 'b-1', 's1', 't5'), pin('ja', 'd-1', 's1', 't4')];
  const { text, pins } = updated(...wanted);
  expect(pins).toEqual(wanted);
  expect(text).toContain('- { locale: ko, segment: x-9, source: s1, target: t1 } # read twice\n');
  for (const comment of [
    '# The oldest page.',
    "# the machine's",
    '# since 2021',
    '# to be asked',
    '# The end.',
  ]) {
    expect(text).toContain(comment);
  }
  expect(text.endsWith('  - id: next\n    pins: []\n')).toBe(true);
});

test('the same pins leave the text as it is', () => {
  const [step] = (parse(file) as { steps: { pins: Pin[] }[] }).steps;
  expect(updated(...(step?.pins ?? [])).text).toBe(file);
});

test('pins can be taken out to the last, and put into an empty list', () => {
  const { text, pins } = updated();
  expect(pins).toEqual([]);
  expect(text).toContain('# read twice');
  const first = updatePins(file, ['steps', 1, 'pins'], [pin('ko', 'a-1', 's1', 't1')]);
  expect(parse(first)).toMatchObject({ steps: [{ id: 'go' }, { id: 'next', pins: [{ locale: 'ko' }] }] });
});
