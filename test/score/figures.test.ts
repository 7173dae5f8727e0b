import { expect, test } from 'vitest';
import { parseDocument } from '../../src/content/parse-document.ts';
import type { Label } from '../../src/extract/label.ts';
import type { LabelledSide } from './examples.ts';
import { scoreHeldOut } from './figures.ts';
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
