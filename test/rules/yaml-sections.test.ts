import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentsOf, joinSections, splitSections } from '../../src/rules/yaml-sections.ts';

const file = `# Of the file.
article: close-an-account

# Of the key.
preconditions: # beside the key
  # Above the first.
  - id: first # beside
    # Within.
    require: { fact: a, operator: equal, value: "# no comment" }
    pins:
      - { locale: ko } # read twice
    # Below the first.

  # Above the second.
  - id: second
  # At the end of the list.

# Of the next key.
changes:
-
  element: a/b
- element: a/c
`;

describe('a file of lists', () => {
  const sections = splitSections(file);
  const entries = sections.flatMap((section) => section.entries);

  test('comes apart into entries with the comments that speak of them', () => {
    expect(sections.map(({ name }) => name)).toEqual(['article', 'preconditions', 'changes']);
    expect(entries.map(({ before, text }) => commentsOf(before + text))).toEqual([
      ['# Above the first.', '# beside', '# Within.', '# read twice', '# Below the first.'],
      ['# Above the second.'],
      [],
      [],
    ]);
    expect(sections[1]?.tail.trim()).toBe('# At the end of the list.');
    expect(commentsOf(sections[1]?.head ?? '')).toEqual(['# Of the key.', '# beside the key']);
    expect(commentsOf(sections[2]?.head ?? '')).toEqual(['# Of the next key.']);
  });

  test('goes together again byte for byte', () => {
    expect(joinSections(sections)).toBe(file);
    const line = fc.constantFrom(
      'a:',
      'b: 1',
      'c:',
      '- x: 1',
      '  - y: 2',
      '    z: 3',
      '  # note',
      '# note',
      '      # note',
      '',
      '  - [1, 2]',
      'd: []',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const text = lines.join('\n');
        expect(joinSections(splitSections(text))).toBe(text);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
