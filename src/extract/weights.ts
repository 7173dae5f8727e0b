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
  features: Pick<ReadonlyMap<string, readonly number[]>, 'get'>;
}

/** Name of the weights for every language that has none of its own: those of cues and places, without vocabulary. */
export const anyLanguage = 'any';

/** Weights by language of the cues, and `any`. */
export type WeightSets = Lookup<LabelWeights>;

/**
 * Reads weights: a line for the bias and for each feature, name, tab and numbers. The numbers of a line are read when its
 * feature is first met: of thousands, a page meets a few.
 */
export function parseWeights(text: string): LabelWeights {
  /** Place where the numbers of a feature begin, or the numbers once they were asked for. */
  const rows = new Map<string, number | number[]>();
  for (let start = 0; start < text.length;) {
    const end = lineEnd(text, start);
    const tab = text.indexOf('\t', start);
    if (tab > start && tab < end) rows.set(text.slice(start, tab), tab + 1);
    start = end + 1;
  }
  const get = (name: string): number[] | undefined => {
    const row = rows.get(name);
    if (typeof row !== 'number') return row;
    const numbers = text.slice(row, lineEnd(text, row)).split(' ').map(Number);
    rows.set(name, numbers);
    return numbers;
  };
  return { bias: get('bias') ?? [], features: { get } };
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
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
