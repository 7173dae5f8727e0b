import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listElements, listPins } from '../../../src/rules/elements.ts';
import { completeWorkflow } from '../../../src/rules/load-rules.ts';
import type { Pin, Workflow } from '../../../src/rules/workflow.ts';
import type { YamlPath } from '../../../src/rules/yaml-source.ts';
import { editYaml } from '../../../src/sync/pins/edit-yaml.ts';
import type { RuleEdit } from '../../../src/sync/pins/rule-edit.ts';

const pin: Pin = {
  locale: 'ru',
  segment: '4e379-113',
  source: '1234567890123456',
  target: '12e4567890123456',
};

function edit(text: string, ...edits: RuleEdit[]): string {
  return editYaml(text, edits);
}

const small = `workflow: w
# Before the section.
preconditions:
  - id: one # beside
    pins:
      # first
      - { locale: ko, segment: a-1, source: s, target: t } # why
      - locale: ru
        segment: a-2
        source: s
        target: t
        disputed: 'says: otherwise'
    variants:
      # an older edition
      - require: { fact: f, operator: equal, value: 1 }
        pins:
          - { locale: zh, segment: a-3, source: s, target: t }
uncovered:
  - locale: ru
    segments: [a-8, a-9]
    reason: none
`;
const pins: YamlPath = ['preconditions', 0, 'pins'];

describe('editing a rule file', () => {
  test('changes what a pin says and nothing else', () => {
    const edited = edit(small, { kind: 'update', path: [...pins, 0], pin: { ...pin, locale: 'ko' } });
    expect(edited).toBe(
      small.replace(
        '{ locale: ko, segment: a-1, source: s, target: t }',
        '{ locale: ko, segment: 4e379-113, source: "1234567890123456", target: "12e4567890123456" }',
      ),
    );
  });

  test('takes a dispute away, adds an article, in both styles', () => {
    const edited = edit(small, { kind: 'update', path: [...pins, 1], pin: { ...pin, article: 'other' } });
    expect((parse(edited) as Workflow).preconditions[0]?.pins[1]).toEqual({ ...pin, article: 'other' });
    const flow = edit(small, {
      kind: 'update',
      path: [...pins, 0],
      pin: { ...pin, locale: 'ko', article: 'other' },
    });
    expect(flow).toContain('{ locale: ko, article: other, segment: 4e379-113,');
  });

  test('moves the only pin of a variant into force, and keeps every comment', () => {
    const edited = edit(
      small,
      { kind: 'add', list: pins, pin: { ...pin, locale: 'zh' } },
      { kind: 'remove', path: ['preconditions', 0, 'variants', 0, 'pins', 0] },
    );
    const [one] = (parse(edited) as Workflow).preconditions;
    expect(one).not.toHaveProperty('variants');
    expect(one?.pins.map(({ locale }) => locale)).toEqual(['ko', 'ru', 'zh']);
    expect(edited.match(/#.*/gu)).toEqual(small.match(/#.*/gu));
  });

  test('empties a list of pins, fills an empty one, and replaces all', () => {
    const emptied = edit(
      small,
      { kind: 'remove', path: [...pins, 0] },
      { kind: 'remove', path: [...pins, 1] },
    );
    expect((parse(emptied) as Workflow).preconditions[0]?.pins).toEqual([]);
    const filled = edit(emptied, { kind: 'add', list: pins, pin });
    expect((parse(filled) as Workflow).preconditions[0]?.pins).toEqual([pin]);
    const replaced = edit(
      small,
      { kind: 'remove', path: [...pins, 0] },
      { kind: 'remove', path: [...pins, 1] },
      { kind: 'add', list: pins, pin },
    );
    expect((parse(replaced) as Workflow).preconditions[0]?.pins).toEqual([pin]);
  });

  test('replaces and removes segments that are left out, and leaves out others', () => {
    const path: YamlPath = ['uncovered', 0, 'segments', 0];
    expect(edit(small, { kind: 'replace', path, text: 'b-8' })).toBe(small.replace('a-8', 'b-8'));
    expect(edit(small, { kind: 'remove', path })).toBe(small.replace('a-8, a-9', 'a-9'));
    const none = edit(
      small,
      { kind: 'remove', path },
      { kind: 'remove', path: ['uncovered', 0, 'segments', 1] },
    );
    expect(parse(none)).not.toHaveProperty('uncovered');
    const entry = { locale: 'ja', segments: ['c-1'], reason: 'Says: "nothing" # at all' };
    for (const text of [small, none]) {
      const more = parse(edit(text, { kind: 'leave-out', entry })) as Workflow;
      expect(more.uncovered.at(-1)).toEqual(entry);
    }
  });

  test('does, on every rule file, what any choice of edits asks for, and keeps the other lines', () => {
    const files = readdirSync('rules').filter((name) => !/^(?:facts|advisories)\.yaml$|^[^.]*$/u.test(name));
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.record({ at: fc.nat(), kind: fc.constantFrom('update', 'remove', 'add') }), {
          maxLength: 8,
        }),
        (file, choices) => {
          const text = readFileSync(`rules/${file}`, 'utf8');
          const workflow = completeWorkflow(parse(text) as Workflow);
          const places = listElements(workflow).flatMap(({ element, path }) =>
            listPins(element).map((each) => ({ pin: each.pin, path: [...path, ...each.path] })),
          );
          const seen = new Set<number>();
          const edits = choices.flatMap(({ at, kind }): RuleEdit[] => {
            const number = at % places.length;
            const place = places[number];
            if (!place || seen.has(number)) return [];
            seen.add(number);
            if (kind === 'remove') return [{ kind, path: place.path }];
            const changed = { ...place.pin, segment: `new-${number}`, source: '00e1234567890123' };
            return kind === 'update'
              ? [{ kind, path: place.path, pin: changed }]
              : [{ kind: 'add', list: place.path.slice(0, -1), pin: changed }];
          });
          const edited = editYaml(text, edits);
          const left = listElements(completeWorkflow(parse(edited) as Workflow)).flatMap(({ element }) =>
            listPins(element).map((each) => each.pin.segment),
          );
          const segments = (kind: string): number => edits.filter((each) => each.kind === kind).length;
          expect(left).toHaveLength(places.length + segments('add') - segments('remove'));
          expect(left.filter((segment) => segment.startsWith('new-'))).toHaveLength(
            segments('add') + segments('update'),
          );
          expect(edited.match(/#.*/gu)).toEqual(text.match(/#.*/gu));
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });
});
