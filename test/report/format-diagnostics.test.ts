import { expect, test } from 'vitest';
import { loadCatalogs } from '../../src/locale/load-catalogs.ts';
import { createTranslator } from '../../src/locale/translator.ts';
import { formatDiagnostics } from '../../src/report/format-diagnostics.ts';
import { createStyle } from '../../src/report/style.ts';

const { translate } = createTranslator('en', loadCatalogs(['locales'], ['en']).catalogs);

test('place first, then what was found and expected, the line with the fault, and a hint', () => {
  const text = formatDiagnostics(
    [
      {
        code: 'unknown-fact',
        severity: 'error',
        path: 'rules/task.yaml',
        at: { line: 14, column: 13 },
        length: 17,
        excerpt: '    - fact: subscriptionCount',
        values: { found: 'subscriptionCount', expected: 'activeSubscriptionCount' },
        hint: { code: 'did-you-mean', values: { name: 'activeSubscriptionCount' } },
      },
    ],
    translate,
    createStyle(false),
  );
  expect(text).toBe(
    [
      'rules/task.yaml:14:13  error  unknown-fact',
      '  unexpected fact `subscriptionCount`, expected one of activeSubscriptionCount',
      '  14 │     - fact: subscriptionCount',
      '     │             ^^^^^^^^^^^^^^^^^',
      '  hint  did you mean `activeSubscriptionCount`?',
      '',
    ].join('\n'),
  );
});

test('the mark stands under wide letters and inside very long lines', () => {
  const format = (excerpt: string, column: number): string[] =>
    formatDiagnostics(
      [{ code: 'no-segments', severity: 'warning', path: 'p', at: { line: 1, column }, length: 2, excerpt }],
      translate,
      createStyle(false),
    ).split('\n');
  expect(format('한글 ab', 4).slice(2, 4)).toEqual(['  1 │ 한글 ab', '    │      ^^']);
  const long = format(`${'x'.repeat(500_000)}ab${'y'.repeat(500_000)}`, 500_001);
  expect(long[2]?.length).toBeLessThan(200);
  expect(long[2]?.slice(long[3]?.indexOf('^'), (long[3]?.indexOf('^') ?? 0) + 2)).toBe('ab');
});

test('control characters of what is quoted do not reach the terminal', () => {
  const text = formatDiagnostics(
    [
      {
        code: 'unknown-fact',
        severity: 'error',
        path: 'a\u001b[2J',
        at: { line: 1, column: 1 },
        excerpt: '\u001b]0;x\u0007\u202e',
        values: { found: '\u009b31m', expected: '' },
      },
    ],
    translate,
    createStyle(false),
  );
  expect(text).not.toMatch(/[\u001b\u0007\u009b\u202e]/u);
});
