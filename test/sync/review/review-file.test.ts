import { describe, expect, test } from 'vitest';
import type { Catalogs } from '../../../src/locale/translator.ts';
import {
  acceptedReview,
  checkReview,
  digestEnglish,
  type LanguageReview,
  parseReviewSpec,
} from '../../../src/sync/review/check-review.ts';
import { editReview, parseReview } from '../../../src/sync/review/review-file.ts';

const catalogs: Catalogs = {
  en: {
    task: {
      title: 'Add a user',
      elements: {
        role: { title: 'Role', violated_one: '{{count}} role', violated_other: '{{count}} roles' },
      },
    },
  },
  ko: {
    task: { title: '사용자 추가', elements: { role: { title: '역할', violated_other: '역할 {{count}}개' } } },
  },
};
const digests = digestEnglish(catalogs);
const role = digests.get('task:elements.role') ?? '';
const title = digests.get('task:title') ?? '';

function reviewOf(text: string): LanguageReview {
  const { entries, diagnostics } = parseReview(text, 'locales/ko/review.yaml');
  expect(diagnostics).toEqual([]);
  return { locale: 'ko', path: 'locales/ko/review.yaml', entries };
}

describe('records of translations', () => {
  test('cover an element with all its texts and plural forms at once', () => {
    expect([...digests.keys()]).toEqual(['task:title', 'task:elements.role']);
    const reworded = structuredClone(catalogs) as {
      en: { task: { elements: { role: { violated_one: string } } } };
    };
    reworded.en.task.elements.role.violated_one = 'One role';
    const changed = digestEnglish(reworded);
    expect(changed.get('task:title')).toBe(title);
    expect(changed.get('task:elements.role')).not.toBe(role);
  });

  test('tell what was made from an older English, is in question, unused or not recorded', () => {
    const text = [
      '# Read by two people.',
      'task:',
      '  elements.role: { english: 0123456789abcdef, state: reviewed, note: second reading }',
      `  title: { english: '${title}', state: question, note: who is meant? }`,
      '  gone.text: 0123456789abcdef',
    ].join('\n');
    const { findings, edits } = checkReview(catalogs, reviewOf(text));
    expect(findings.map(({ code, values }) => [code, values['key']])).toEqual([
      ['translation-stale', 'task:elements.role'],
      ['translation-in-question', 'task:title'],
      ['translation-record-unused', 'task:gone.text'],
    ]);
    expect(edits).toEqual({ set: new Map(), remove: ['task:gone.text'] });
    const missing = checkReview(catalogs, reviewOf('{}'));
    expect(missing.findings).toMatchObject([{ code: 'translation-not-recorded', values: { count: 2 } }]);
    expect(missing.edits.set).toEqual(digests);
  });

  test('are written without losing comments and notes, and once written stay', () => {
    const text = `# Read by two people.\ntask:\n  # ask again\n  elements.role: { english: 0123456789abcdef, state: reviewed, note: second reading }\n`;
    const set = new Map([
      ['task:elements.role', role],
      ['task:title', title],
      ['other:title', '1234567890123456'],
    ]);
    const edited = editReview(text, { set, remove: [] });
    expect(edited).toContain('# Read by two people.');
    expect(edited).toContain('# ask again');
    expect(parseReview(edited, 'review.yaml')).toEqual({
      diagnostics: [],
      entries: new Map([
        ['task:elements.role', { english: role, state: 'translated', note: 'second reading' }],
        ['task:title', { english: title, state: 'translated' }],
        ['other:title', { english: '1234567890123456', state: 'translated' }],
      ]),
    });
    expect(editReview(edited, { set, remove: [] })).toBe(edited);
    expect(
      parseReview(editReview(edited, { set: new Map(), remove: ['other:title'] }), 'r').entries.has(
        'other:title',
      ),
    ).toBe(false);
  });

  test('are accepted one by one or for a whole catalog', () => {
    const review = reviewOf('task:\n  title: 0123456789abcdef\n  elements.role: 0123456789abcdef\n');
    expect(parseReviewSpec('ko/task:title')).toEqual({ locale: 'ko', key: 'task:title' });
    expect(parseReviewSpec('task/title@ko:8a2c7-1')).toBeUndefined();
    expect(acceptedReview(catalogs, review, 'task:title')).toEqual(new Map([['task:title', title]]));
    expect(acceptedReview(catalogs, review, 'task:*').size).toBe(2);
  });

  test.each([
    ['task:\n  title: nonsense\n', 'title'],
    ['task:\n  title: { english: 0123456789abcdef, state: done }\n', 'title'],
    ['task:\n  title: { english: 0123456789abcdef, notes: x }\n', 'title'],
  ])('with a fault are a diagnostic: %j', (text, found) => {
    const { entries, diagnostics } = parseReview(text, 'review.yaml');
    expect(entries.size).toBe(0);
    expect(diagnostics).toMatchObject([{ code: 'wrong-type', at: { line: 2 }, values: { found } }]);
  });

  test('take __proto__ and constructor for ordinary names', () => {
    const { entries } = parseReview('constructor:\n  __proto__: 0123456789abcdef\n', 'review.yaml');
    expect([...entries.keys()]).toEqual(['constructor:__proto__']);
  });
});
