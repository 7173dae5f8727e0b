import { labels } from '../../src/extract/label.ts';
import { type LabelWeights, weightSteps } from '../../src/extract/weights.ts';
import { guidelineWeights } from './guideline-weights.ts';
import type { GoldLabels } from './labelled-pages.ts';
import { minimize } from './minimize.ts';

/** One labelled segment as the learner sees it. */
export interface Example {
  features: readonly string[];
  gold: GoldLabels;
  /** The page it is from: a feature must be met on several pages to count. */
  page: string;
  /** How much it counts, 1 unless told. */
  importance?: number;
}

/** Weights of which every feature can be told. */
export interface LearnedWeights extends LabelWeights {
  features: ReadonlyMap<string, readonly number[]>;
}

/** Settings of the learner. */
export interface LearnOptions {
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
    decay: { single: 12, pair: 12, word: 4.3 },
    pages: { single: 6, pair: 10, word: 10 },
    least: { single: 0.13, pair: 0.13, word: 0.2 },
  },
  target: {
    decay: { single: 9, pair: 9, word: 3 },
    pages: { single: 3, pair: 5, word: 5 },
    least: { single: 0.06, pair: 0.06, word: 0.1 },
  },
  any: {
    decay: { single: 20, pair: 30, word: 10 },
    pages: { single: 5, pair: 10, word: 10 },
    least: { single: 0.06, pair: 0.08, word: 0.15 },
  },
} satisfies Record<string, LearnOptions>;

/**
 * Learns a logistic regression for each label (L2, to the least loss): the same examples give the same weights. What an
 * annotator calls an alternative neither counts for nor against its label.
 */
export function learnWeights(examples: readonly Example[], options: LearnOptions): LearnedWeights {
  const guideline = guidelineWeights();
  const names = [...new Set([...frequentFeatures(examples, options), ...guideline.keys()])].toSorted();
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const rows = examples.map((example) =>
    Int32Array.from(example.features.flatMap((name) => indexOf.get(name) ?? [])),
  );
  const decay = Float64Array.from(names, (name) => options.decay[kindOf(name)]);
  const fitted = labels.map((label) =>
    fit({
      rows,
      truth: examples.map(({ gold }) => (gold.labels.includes(label) ? 1 : 0)),
      counts: examples.map(({ gold, importance = 1 }) =>
        gold.alternatives.includes(label) && !gold.labels.includes(label) ? 0 : importance,
      ),
      decay,
      prior: Float64Array.from(names, (name) => guideline.get(name)?.[label] ?? 0),
    }),
  );
  // Coarse steps keep the file small and its changes few.
  const round = (value: number): number => Math.round(value * weightSteps);
  const features = new Map<string, number[]>();
  names.forEach((name, index) => {
    const row = fitted.map((weights) => round(weights[index] ?? 0));
    if (row.some((value) => Math.abs(value) / weightSteps >= options.least[kindOf(name)]))
      features.set(name, row);
  });
  return { bias: fitted.map((weights) => round(weights[names.length] ?? 0)), features };
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

/** What one label is fitted to: for each example its features, whether it has the label, and how much it counts. */
interface Fitting {
  rows: readonly Int32Array[];
  truth: readonly number[];
  counts: readonly number[];
  decay: Float64Array;
  prior: Float64Array;
}

/** Fits one label: the weights, and after them the bias, at which the loss is least. */
function fit({ rows, truth, counts, decay, prior }: Fitting): Float64Array {
  const width = prior.length;
  const start = new Float64Array(width + 1);
  start.set(prior);
  const loss = (weights: Float64Array, slope: Float64Array): number => {
    let sum = 0;
    slope.fill(0);
    for (let index = 0; index < width; index += 1) {
      const away = (weights[index] ?? 0) - (prior[index] ?? 0);
      sum += ((decay[index] ?? 0) * away * away) / 2;
      slope[index] = (decay[index] ?? 0) * away;
    }
    rows.forEach((row, example) => {
      const count = counts[example] ?? 0;
      if (count === 0) return;
      let score = weights[width] ?? 0;
      for (const feature of row) score += weights[feature] ?? 0;
      const stated = truth[example] ?? 0;
      sum += count * (Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - stated * score);
      const error = count * (1 / (1 + Math.exp(-score)) - stated);
      slope[width] = (slope[width] ?? 0) + error;
      for (const feature of row) slope[feature] = (slope[feature] ?? 0) + error;
    });
    return sum;
  };
  return minimize(loss, start);
}

/** Writes weights, one feature a line, so that a change of one feature is a change of one line. */
export function formatWeights({ bias, features }: LearnedWeights): string {
  return [['bias', bias] as const, ...features].map(([name, row]) => `${name}\t${row.join(' ')}\n`).join('');
}
