import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { applyEdits, type Edit, YamlText } from '../../src/rules/splice-yaml.ts';

const file = `# Head.
workflow: close-account # the task
preconditions:
  # Why it is there.
  - id: first
    state: draft
    require: {fact: a, operator: equal, value: 1}   # odd spacing stays
    pins:
      - { locale: ko, segment: a-1, source: "0", target: "1" } # read twice

  - { id: second, state: draft, pins: [] }
steps: []
`;

function edited(text: string, ...edits: (Edit | undefined)[]): string {
  return applyEdits(
    text,
    edits.filter((edit) => edit !== undefined),
  );
}

describe('editing YAML in places', () => {
  test('adds to a list and leaves every other byte as it was', () => {
    const result = edited(file, new YamlText(file).append('preconditions', { id: 'third', remedy: ['x'] }));
    expect(result).toBe(file.replace('pins: [] }\n', 'pins: [] }\n\n  - id: third\n    remedy: [x]\n'));
  });

  test('adds to an empty list and to one that is not there', () => {
    const step = { id: 'go', pins: [] };
    expect(parse(edited(file, new YamlText(file).append('steps', step)))).toMatchObject({ steps: [step] });
    const more = edited(file, new YamlText(file).append('consequences', step));
    expect(more.startsWith(file)).toBe(true);
    expect(parse(more)).toMatchObject({ consequences: [step] });
  });

  test('marks elements in block and in flow style, comments kept', () => {
    const yaml = new YamlText(file);
    const review = { by: 'Kim: QA', date: '2026-01-31' };
    const result = edited(
      file,
      yaml.replace(['preconditions', 0, 'state'], 'reviewed'),
      yaml.set(['preconditions', 0], 'review', review, 'state'),
      yaml.set(['preconditions', 1], 'review', review, 'state'),
      yaml.appendAt(['preconditions', 0, 'pins'], { locale: 'ru', segment: 'b-1' }),
    );
    const { preconditions } = parse(result) as { preconditions: Record<string, unknown>[] };
    expect(preconditions[0]).toMatchObject({
      state: 'reviewed',
      review,
      pins: [{ locale: 'ko' }, { locale: 'ru' }],
    });
    expect(preconditions[1]).toMatchObject({ id: 'second', review });
    for (const comment of [
      '# Head.',
      '# the task',
      '# Why it is there.',
      '# odd spacing stays',
      '# read twice',
    ]) {
      expect(result).toContain(comment);
    }
  });

  test('replaces one entry of a list', () => {
    const pin = { locale: 'ko', segment: 'a-2', source: '0', target: '2' };
    const result = edited(file, new YamlText(file).replace(['preconditions', 0, 'pins', 0], pin));
    expect(parse(result)).toMatchObject({ preconditions: [{ pins: [pin] }, { id: 'second' }] });
    expect(result).toContain('# read twice');
  });

  test('gives nothing to do for a path that is not there', () => {
    expect(new YamlText(file).replace(['preconditions', 7, 'pins'], [])).toBeUndefined();
    expect(new YamlText(file).set(['nowhere'], 'a', 1, 'b')).toBeUndefined();
  });
});
