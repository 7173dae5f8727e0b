import { segmentLabeller } from '../../src/extract/classify-document.ts';
import type { WeightSets } from '../../src/extract/weights.ts';
import { goldOf, type LabelledSide, learnSets } from './examples.ts';
import { addToTally, emptyTally, f1, scored, type Tally } from './tally.ts';

/** Lenient F1 by language, set of pages and label, three digits; `real` are the sets of real pages together. */
export type Figures = Record<string, Record<string, Record<(typeof scored)[number], number>>>;

/** Scores sides of pages by given weights. */
export function scoreSides(sides: readonly LabelledSide[], weights: WeightSets): Figures {
  return toFigures(tallySides(sides, () => weights));
}

/** Scores each page by weights that were learned without it and the pages that share sentences or constructions with it. */
export function scoreHeldOut(sides: readonly LabelledSide[], folds = 8): Figures {
  const families = [...new Set(sides.map(({ page }) => page.family))].toSorted();
  const foldOf = new Map(families.map((family, index) => [family, index % folds]));
  const learned = Array.from({ length: folds }, (_, fold) =>
    learnSets(
      sides.filter(({ page }) => ![page.family, ...page.after].some((family) => foldOf.get(family) === fold)),
    ),
  );
  return toFigures(
    tallySides(sides, ({ page }) => {
      const weights = learned[foldOf.get(page.family) ?? 0];
      if (!weights) throw new Error('no weights for a fold');
      return weights;
    }),
  );
}

function tallySides(
  sides: readonly LabelledSide[],
  setsFor: (side: LabelledSide) => WeightSets,
): Map<string, Map<string, Tally>> {
  const tallies = new Map<string, Map<string, Tally>>();
  for (const side of sides) {
    const sets = tallies.get(side.language) ?? new Map<string, Tally>();
    tallies.set(side.language, sets);
    const over = [side.page.set, ...(isMade(side) ? [] : ['real'])];
    const counted = over.map((set) => {
      const tally = sets.get(set) ?? emptyTally();
      sets.set(set, tally);
      return tally;
    });
    const weights = setsFor(side);
    const { segments } = side.page.document;
    const nothing = { sentence: undefined, features: [] };
    const labelAt = segmentLabeller(segments, (index) => side.readings[index] ?? nothing, weights);
    segments.forEach((segment, index) => {
      const gold = goldOf(side.page, segment);
      if (!gold) return;
      const { labels } = labelAt(segment, index);
      for (const tally of counted) addToTally(tally, labels, gold);
    });
  }
  return tallies;
}

function isMade({ page: { set } }: LabelledSide): boolean {
  return set.startsWith('made');
}

function toFigures(tallies: Map<string, Map<string, Tally>>): Figures {
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return Object.fromEntries(
    [...tallies].map(([language, sets]) => [
      language,
      Object.fromEntries(
        [...sets].map(([set, tally]) => [
          set,
          Object.fromEntries(scored.map((label) => [label, round(f1(tally[label]))])),
        ]),
      ),
    ]),
  ) as Figures;
}
