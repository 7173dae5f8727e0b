import { expect, test } from 'vitest';
import { labels } from '../../src/extract/label.ts';
import { weightSteps } from '../../src/extract/weights.ts';
import { type Example, learnOptions, learnWeights } from './learn-weights.ts';
import { minimize, type SmoothFunction } from './minimize.ts';

test('the point found is the least, along a narrow valley too', () => {
  const scales = [1, 100, 10_000];
  const least = [3, -2, 0.5];
  const bowl: SmoothFunction = (point, slope) =>
    scales.reduce((sum, scale, index) => {
      const away = (point[index] ?? 0) - (least[index] ?? 0);
      slope[index] = scale * away;
      return sum + (scale * away * away) / 2;
    }, 0);
  const found = minimize(bowl, new Float64Array(3), { tolerance: 1e-9 });
  least.forEach((value, index) => expect(found[index]).toBeCloseTo(value, 3));
});

test('what cannot fall further is left where it is, and the start is not changed', () => {
  const start = Float64Array.of(1, 2);
  const flat = minimize((_, slope) => {
    slope.fill(0);
    return 7;
  }, start);
  expect([...flat]).toEqual([1, 2]);
  expect([...start]).toEqual([1, 2]);
});

/** As many examples as are told, each on a page of its own. */
function examples(count: number, part: Partial<Example['gold']> & { features: string[] }): Example[] {
  const { features, ...gold } = part;
  return Array.from({ length: count }, (_, index) => ({
    features,
    gold: { labels: ['other'], alternatives: [], leadIn: false, role: false, ...gold },
    page: `${features.join()}-${index}`,
  }));
}

test('a feature that tells nothing gets no weight, and the bias is how frequent a label is', () => {
  const common = ['at:unknown'];
  const { bias, features } = learnWeights(
    [
      ...examples(30, { features: common, labels: ['step'] }),
      ...examples(70, { features: common, labels: ['note'] }),
    ],
    learnOptions.source,
  );
  const step = labels.indexOf('step');
  const score = (bias[step] ?? 0) + (features.get('at:unknown')?.[step] ?? 0);
  expect(1 / (1 + Math.exp(-score / weightSteps))).toBeCloseTo(0.3, 1);
});

test('the pull towards what the guideline says holds a weight back, and more examples overcome it', () => {
  const weightFrom = (count: number): number => {
    const learned = learnWeights(
      [
        ...examples(count, { features: ['word:en:gate'], labels: ['precondition'] }),
        ...examples(count, { features: ['word:en:free'], labels: ['note'] }),
      ],
      learnOptions.source,
    );
    return learned.features.get('word:en:gate')?.[labels.indexOf('precondition')] ?? 0;
  };
  expect(weightFrom(10)).toBeGreaterThan(0.5 * weightSteps);
  expect(weightFrom(100)).toBeGreaterThan(weightFrom(10));
});

test('an alternative counts neither for nor against its label', () => {
  const gates = examples(20, { features: ['word:en:gate'], labels: ['precondition'] });
  const frees = examples(20, { features: ['word:en:free'], labels: ['note'] });
  const learnFrom = (more: Example[]): number =>
    learnWeights([...gates, ...frees, ...more], learnOptions.source).features.get('word:en:gate')?.[
      labels.indexOf('precondition')
    ] ?? 0;
  const contested = { features: ['word:en:gate'], labels: ['note' as const] };
  expect(learnFrom(examples(40, { ...contested, alternatives: ['precondition'] }))).toBe(learnFrom([]));
  expect(learnFrom(examples(40, contested))).toBeLessThan(learnFrom([]));
});
