import { decideLabels } from '../../src/extract/decide-labels.ts';
import { type WeightSets, weightsFor } from '../../src/extract/weights.ts';
import { type LabelledReading, learnSets } from './examples.ts';
import { addToTally, emptyTally, f1, scored, type Tally } from './tally.ts';

/** Lenient F1 by language, set of pages and label, three digits. */
export type Figures = Record<string, Record<string, Record<(typeof scored)[number], number>>>;

/** Scores readings by given weights. */
export function scoreReadings(readings: readonly LabelledReading[], weights: WeightSets): Figures {
  return toFigures(tallyReadings(readings, () => weights));
}

/** Scores each page by weights that were learned without it and the pages that share sentences with it. */
export function scoreHeldOut(readings: readonly LabelledReading[], folds = 8): Figures {
  const families = [...new Set(readings.map(({ page }) => page.family))].toSorted();
  const foldOf = new Map(families.map((family, index) => [family, index % folds]));
  const learned = Array.from({ length: folds }, (_, fold) =>
    learnSets(readings.filter(({ page }) => foldOf.get(page.family) !== fold)),
  );
  return toFigures(
    tallyReadings(readings, ({ page }) => {
      const weights = learned[foldOf.get(page.family) ?? 0];
      if (!weights) throw new Error('no weights for a fold');
      return weights;
    }),
  );
}

function tallyReadings(
  readings: readonly LabelledReading[],
  setsFor: (reading: LabelledReading) => WeightSets,
): Map<string, Map<string, Tally>> {
  const tallies = new Map<string, Map<string, Tally>>();
  for (const reading of readings) {
    const sets = tallies.get(reading.language) ?? new Map<string, Tally>();
    tallies.set(reading.language, sets);
    const tally = sets.get(reading.page.set) ?? emptyTally();
    sets.set(reading.page.set, tally);
    const { labels } = decideLabels(
      reading.segment,
      reading.reading,
      weightsFor(reading.reading.sentence?.language ?? '*', setsFor(reading)),
    );
    addToTally(tally, labels, reading.gold);
  }
  return tallies;
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
