import { labels } from '../../src/extract/label.ts';
import type { LabelWeights } from '../../src/extract/weights.ts';
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
  if (isVocabulary(feature)) return 'word';
  return feature.includes(' & ') ? 'pair' : 'single';
}

/** Tells whether a feature is words of one language, and not a cue or a place that every language has. */
export function isVocabulary(feature: string): boolean {
  return /^(?:words?|supposed-word|begins|opens|heading-word|lead-word):/u.test(feature);
}

/** The settings for English, for a translation, and for all translations together: there are five of every page. */
export const learnOptions = {
  source: {
    rounds: 320,
    decay: { single: 20, pair: 20, word: 6 },
    pages: { single: 5, pair: 8, word: 8 },
    least: { single: 0.06, pair: 0.06, word: 0.12 },
  },
  target: {
    rounds: 320,
    decay: { single: 16, pair: 16, word: 9 },
    pages: { single: 3, pair: 5, word: 5 },
    least: { single: 0.06, pair: 0.06, word: 0.12 },
  },
  any: {
    rounds: 320,
    decay: { single: 20, pair: 30, word: 10 },
    pages: { single: 5, pair: 10, word: 10 },
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
  const width = labels.length;
  const truth = examples.map(({ gold }) => labels.map((label) => (gold.labels.includes(label) ? 1 : 0)));
  const weight = examples.map(({ gold, importance = 1 }) =>
    labels.map((label) =>
      gold.alternatives.includes(label) && !gold.labels.includes(label) ? 0 : importance,
    ),
  );
  const decay = Float64Array.from(names, (name) => options.decay[kindOf(name)]);
  const prior = Float64Array.from(
    names.flatMap((name) => labels.map((label) => guideline.get(name)?.[label] ?? 0)),
  );
  const fitted = fit(rows, truth, weight, { decay, prior, rounds: options.rounds });
  // Coarse steps keep the file small and its changes few; finer ones do not change a label.
  const round = (value: number): number => Math.round(value * 50) / 50;
  const features = new Map<string, number[]>();
  names.forEach((name, index) => {
    const row = Array.from(fitted.weights.subarray(index * width, (index + 1) * width), round);
    if (row.some((value) => Math.abs(value) >= options.least[kindOf(name)])) features.set(name, row);
  });
  return { bias: Array.from(fitted.bias, round), features };
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

/** Fits all labels in one pass over the examples; weights are given feature by feature, each in the order of the labels. */
function fit(
  rows: readonly Int32Array[],
  truth: readonly (readonly number[])[],
  weight: readonly (readonly number[])[],
  { decay, prior, rounds }: { decay: Float64Array; prior: Float64Array; rounds: number },
): { bias: Float64Array; weights: Float64Array } {
  const width = labels.length;
  const weights = Float64Array.from(prior);
  const squares = new Float64Array(weights.length).fill(1e-6);
  const gradient = new Float64Array(weights.length);
  const bias = new Float64Array(width);
  const biasSquares = new Float64Array(width).fill(1e-6);
  const biasGradient = new Float64Array(width);
  const errors = new Float64Array(width);
  const step = (values: Float64Array, sums: Float64Array, index: number, slope: number): void => {
    sums[index] = (sums[index] ?? 0) + slope * slope;
    values[index] = (values[index] ?? 0) - (0.3 * slope) / Math.sqrt(sums[index] ?? 1);
  };
  for (let round = 0; round < rounds; round += 1) {
    gradient.fill(0);
    biasGradient.fill(0);
    rows.forEach((row, example) => {
      errors.set(bias);
      for (const feature of row) {
        const at = feature * width;
        for (let label = 0; label < width; label += 1)
          errors[label] = (errors[label] ?? 0) + (weights[at + label] ?? 0);
      }
      for (let label = 0; label < width; label += 1) {
        const probability = 1 / (1 + Math.exp(-(errors[label] ?? 0)));
        const error = (weight[example]?.[label] ?? 0) * (probability - (truth[example]?.[label] ?? 0));
        errors[label] = error;
        biasGradient[label] = (biasGradient[label] ?? 0) + error;
      }
      for (const feature of row) {
        const at = feature * width;
        for (let label = 0; label < width; label += 1)
          gradient[at + label] = (gradient[at + label] ?? 0) + (errors[label] ?? 0);
      }
    });
    for (let at = 0; at < weights.length; at += 1) {
      const pull = (decay[Math.floor(at / width)] ?? 0) * ((weights[at] ?? 0) - (prior[at] ?? 0));
      step(weights, squares, at, (gradient[at] ?? 0) + pull);
    }
    for (let label = 0; label < width; label += 1) step(bias, biasSquares, label, biasGradient[label] ?? 0);
  }
  return { bias, weights };
}

/** Writes weights as JSON, one feature a line, so that a change of one feature is a change of one line. */
export function formatWeights({ bias, features }: LabelWeights): string {
  const lines = [...features].map(([name, row]) => `    ${JSON.stringify(name)}: [${row.join(', ')}]`);
  return `{\n  "bias": [${bias.join(', ')}],\n  "features": {\n${lines.join(',\n')}\n  }\n}\n`;
}
