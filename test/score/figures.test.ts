import { expect, test } from 'vitest';
import { parseDocument } from '../../src/content/parse-document.ts';
import type { Label } from '../../src/extract/label.ts';
import type { LabelledSide } from './examples.ts';
import { scoreHeldOut } from './figures.ts';
import { belowBars } from './floors.ts';
import type { LabelledPage } from './labelled-pages.ts';

/** A page of one sentence that nothing but one feature speaks for. */
function side(
  article: string,
  label: Label,
  feature: string,
  part: Partial<LabelledPage> = {},
): LabelledSide {
  const document = parseDocument('Seats are counted.\n', `en/${article}.md`);
  const gold = new Map(
    document.segments.map(({ id }) => [
      id,
      { labels: [label], alternatives: [], leadIn: false, role: false },
    ]),
  );
  const sentence = {
    language: 'en',
    wordBoundaries: true,
    emptyWords: new Set<string>(),
    text: 'Seats are counted.',
    units: 3,
    matches: [],
    subordinates: [],
    supposed: [],
  };
  return {
    page: { article, family: article, after: [], set: 'made', document, gold, ...part },
    language: 'en',
    readings: document.segments.map(() => ({ sentence, features: [feature] })),
  };
}

/** Sides of twenty pages that have a label because of a feature. */
function sides(label: Label, feature: string, part: Partial<LabelledPage> = {}): LabelledSide[] {
  return Array.from({ length: 20 }, (_, index) => side(`${label}-${index}`, label, feature, part));
}

test('a page is held out together with those that carry its constructions', () => {
  const real = side('real', 'precondition', 'word:en:gate', { set: 'own' });
  const others = sides('note', 'word:en:free');
  const heldOut = (after: string[]): number | undefined =>
    scoreHeldOut([real, ...others, ...sides('precondition', 'word:en:gate', { after })])['en']?.['own']
      ?.precondition;
  expect(heldOut([])).toBe(1);
  expect(heldOut(['real'])).toBe(0);
});

test('real pages together, or the made ones of a language without, must reach the bar of their side', () => {
  const row = (
    precondition: number,
  ): Record<'precondition' | 'consequence' | 'step' | 'obligation', number> => ({
    precondition,
    consequence: 0.9,
    step: 0.9,
    obligation: 0,
  });
  expect(
    belowBars({ en: { made: row(0.1), real: row(0.85) }, ko: { own: row(0.1), real: row(0.75) } }),
  ).toEqual([]);
  expect(belowBars({ en: { real: row(0.84) }, de: { made: row(0.74) } })).toEqual([
    'en real precondition 0.84 < 0.85',
    'de made precondition 0.74 < 0.75',
  ]);
  expect(belowBars({ ru: {} })).toHaveLength(3);
});

test('the sets of real pages are counted together, without the made ones', () => {
  const made = sides('note', 'word:en:free');
  const real = [
    side('a', 'precondition', 'word:en:gate', { set: 'dev' }),
    side('b', 'note', 'word:en:free', { set: 'own' }),
  ];
  const figures = scoreHeldOut([...real, ...made, ...sides('precondition', 'word:en:gate')])['en'];
  expect(Object.keys(figures ?? {}).toSorted()).toEqual(['dev', 'made', 'own', 'real']);
  expect(figures?.['real']?.precondition).toBe(1);
});
