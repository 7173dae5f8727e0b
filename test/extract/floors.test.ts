import { leaveOut } from '../left-out.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCues } from '../../src/extract/load-cues.ts';
import { anyLanguage } from '../../src/extract/weights.ts';
import { learnForAny, learnSets, readLabelledPages } from '../score/examples.ts';
import { scoreHeldOut, scoreSides } from '../score/figures.ts';
import { belowBars, fallenBelow, readFloors } from '../score/floors.ts';
import { hasShared, labelledPages } from '../score/labelled-pages.ts';
import { formatWeights } from '../score/learn-weights.ts';

if (!hasShared()) leaveOut('figures of extraction on real pages (no shared/ folder)');
// All labelled pages are read, and for held-out figures learned from eight times: a bound only for what never ends.
const bound = 3_600_000;
const thorough = hasShared() && process.env['WAYMARK_VERIFY'] === '1';

describe('figures of extraction', () => {
  it(
    'stay above their floors',
    async () => {
      const cues = await loadCues();
      const sides = readLabelledPages(labelledPages(), cues);
      const figures = scoreSides(sides, cues.weights);
      const sets = new Set(Object.values(figures).flatMap((rows) => Object.keys(rows)));
      expect(fallenBelow(readFloors(), figures, sets)).toEqual([]);
    },
    bound,
  );

  it.runIf(thorough)(
    'reach their bars with any page left out of the learning',
    async () => {
      const sides = readLabelledPages(labelledPages(), await loadCues());
      expect(belowBars(scoreHeldOut(sides))).toEqual([]);
    },
    bound,
  );

  it.runIf(thorough)(
    'come from weights that the labelled pages give again',
    async () => {
      const sides = readLabelledPages(labelledPages(), await loadCues());
      const learned = learnSets(sides).set(anyLanguage, learnForAny(sides));
      const folder = new URL('../../src/extract/cues/weights/', import.meta.url);
      for (const [language, weights] of learned)
        expect(formatWeights(weights)).toBe(readFileSync(new URL(`${language}.tsv`, folder), 'utf8'));
    },
    bound,
  );
});
