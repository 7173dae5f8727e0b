import type { Lookup } from '../locale/lookup.ts';
import { type Label, labels } from './label.ts';

/** Parts of one that weights are whole numbers of: finer ones do not change a label, and whole numbers are read faster. */
export const weightSteps = 50;

/**
 * What was learned from labelled pages: how much each feature speaks for each label, in the order of `labels` and in
 * fiftieths (`weightSteps`).
 */
export interface LabelWeights {
  bias: readonly number[];
  features: ReadonlyMap<string, readonly number[]>;
}

/** Name of the weights for every language that has none of its own: those of cues and places, without vocabulary. */
export const anyLanguage = 'any';

/** Weights by language of the cues, and `any`. */
export type WeightSets = Lookup<LabelWeights>;

/** Reads weights from JSON: `{"bias": […], "features": [["name", […]]]}`, pairs since an object of thousands is slow to read. */
export function parseWeights(json: string): LabelWeights {
  const { bias, features } = JSON.parse(json) as { bias: number[]; features: [string, number[]][] };
  return { bias, features: new Map(features) };
}

/** Gives the weights for sentences that were read by the cues of a language. */
export function weightsFor(language: string, sets: WeightSets): LabelWeights {
  return sets.get(language) ?? sets.get(anyLanguage) ?? { bias: [], features: new Map() };
}

/** Gives the probability of each label for a set of features: one logistic function each, since several may apply. */
export function labelProbabilities(
  features: readonly string[],
  weights: LabelWeights,
): Record<Label, number> {
  const sums = [...weights.bias];
  for (const feature of features) {
    const row = weights.features.get(feature);
    if (row) row.forEach((weight, label) => (sums[label] = (sums[label] ?? 0) + weight));
  }
  return Object.fromEntries(
    labels.map((label, index) => [label, 1 / (1 + Math.exp(-(sums[index] ?? 0) / weightSteps))]),
  ) as Record<Label, number>;
}
