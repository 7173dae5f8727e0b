import { labels } from '../../src/extract/label.ts';
import type { LabelWeights, WeightSets } from '../../src/extract/weights.ts';
import { guidelineWeights } from './guideline-weights.ts';
import type { GoldLabels } from './labelled-pages.ts';

/** One labelled segment as the learner sees it. */
export interface Example {
  features: readonly string[];
  gold: GoldLabels;
  /** The page it is from: a feature must be met on several pages to count. */
  page: string;
  /** How much it counts, 1 unless told. */
  importance?: number;
}

/** Settings of the learner. */
export interface LearnOptions {
  rounds: number;
  /** Strength of the pull towards what the guideline says. */
  decay: Record<FeatureKind, number>;
  /** Pages on which a feature must be met. */
  pages: Record<FeatureKind, number>;
  /** Weights below it are dropped: so many features say next to nothing. */
  least: Record<FeatureKind, number>;
}

/** Sorts of features: a cue or place by itself, two of them together, and a piece of vocabulary. */
type FeatureKind = 'single' | 'pair' | 'word';

function kindOf(feature: string): FeatureKind {
  if (/^(?:word|begins):/u.test(feature)) return 'word';
  return feature.includes(' & ') ? 'pair' : 'single';
}

/** The settings for English, and for all translations together: there are four of every page. */
export const learnOptions = {
  source: {
    rounds: 250,
    decay: { single: 20, pair: 20, word: 10 },
    pages: { single: 3, pair: 5, word: 5 },
    least: { single: 0.06, pair: 0.06, word: 0.12 },
  },
  target: {
    rounds: 250,
    decay: { single: 20, pair: 30, word: 10 },
    pages: { single: 3, pair: 8, word: 8 },
    least: { single: 0.06, pair: 0.08, word: 0.15 },
  },
} satisfies Record<string, LearnOptions>;

/**
 * Learns a logistic regression for each label (batch gradient steps of AdaGrad, L2): the same examples give the same
 * weights. What an annotator calls an alternative neither counts for nor against its label.
 */
export function learnWeights(examples: readonly Example[], options: LearnOptions): LabelWeights {
  const guideline = guidelineWeights();
  const names = [...new Set([...frequentFeatures(examples, options), ...guideline.keys()])].toSorted();
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const rows = examples.map((example) =>
    Int32Array.from(example.features.flatMap((name) => indexOf.get(name) ?? [])),
  );
  const decay = Float64Array.from(names, (name) => options.decay[kindOf(name)]);
  const columns = labels.map((label) => {
    const truth = examples.map(({ gold }) => (gold.labels.includes(label) ? 1 : 0));
    const weight = examples.map((example) => {
      const { labels: given, alternatives } = example.gold;
      return alternatives.includes(label) && !given.includes(label) ? 0 : (example.importance ?? 1);
    });
    const prior = Float64Array.from(names, (name) => guideline.get(name)?.[label] ?? 0);
    return fit(rows, truth, weight, { decay, prior, rounds: options.rounds });
  });
  // Coarse steps keep the file small and its changes few; finer ones do not change a label.
  const round = (value: number): number => Math.round(value * 50) / 50;
  const features = new Map<string, number[]>();
  names.forEach((name, index) => {
    const row = columns.map((column) => round(column.weights[index] ?? 0));
    if (row.some((value) => Math.abs(value) >= options.least[kindOf(name)])) features.set(name, row);
  });
  return { bias: columns.map((column) => round(column.bias)), features };
}

function frequentFeatures(examples: readonly Example[], options: LearnOptions): string[] {
  const pages = new Map<string, Set<string>>();
  for (const { features, page } of examples) {
    for (const name of features) {
      const seen = pages.get(name);
      if (seen) seen.add(page);
      else pages.set(name, new Set([page]));
    }
  }
  return [...pages]
    .filter(([name, seen]) => seen.size >= options.pages[kindOf(name)])
    .map(([name]) => name)
    .toSorted();
}

function fit(
  rows: readonly Int32Array[],
  truth: readonly number[],
  weight: readonly number[],
  { decay, prior, rounds }: { decay: Float64Array; prior: Float64Array; rounds: number },
): { bias: number; weights: Float64Array } {
  const weights = Float64Array.from(prior);
  const squares = new Float64Array(decay.length).fill(1e-6);
  const gradient = new Float64Array(decay.length);
  let bias = 0;
  let biasSquares = 1e-6;
  for (let round = 0; round < rounds; round += 1) {
    gradient.fill(0);
    let biasGradient = 0;
    rows.forEach((row, index) => {
      const importance = weight[index] ?? 0;
      if (importance === 0) return;
      let sum = bias;
      for (const feature of row) sum += weights[feature] ?? 0;
      const error = importance * (1 / (1 + Math.exp(-sum)) - (truth[index] ?? 0));
      biasGradient += error;
      for (const feature of row) gradient[feature] = (gradient[feature] ?? 0) + error;
    });
    for (let feature = 0; feature < weights.length; feature += 1) {
      const slope =
        (gradient[feature] ?? 0) + (decay[feature] ?? 0) * ((weights[feature] ?? 0) - (prior[feature] ?? 0));
      squares[feature] = (squares[feature] ?? 0) + slope * slope;
      weights[feature] = (weights[feature] ?? 0) - (0.3 * slope) / Math.sqrt(squares[feature] ?? 1);
    }
    biasSquares += biasGradient * biasGradient;
    bias -= (0.3 * biasGradient) / Math.sqrt(biasSquares);
  }
  return { bias, weights };
}

/** Writes weights as JSON, one feature a line, so that a change of one feature is a change of one line. */
export function formatWeights(sets: WeightSets): string {
  const written = [...sets].map(([language, { bias, features }]) => {
    const lines = [...features].map(([name, row]) => `      ${JSON.stringify(name)}: [${row.join(', ')}]`);
    return `  ${JSON.stringify(language)}: {\n    "bias": [${bias.join(', ')}],\n    "features": {\n${lines.join(',\n')}\n    }\n  }`;
  });
  return `{\n${written.join(',\n')}\n}\n`;
}
