import type { Segment } from '../../src/content/document.ts';
import type { Cues } from '../../src/extract/load-cues.ts';
import { pageReader, type SegmentReading } from '../../src/extract/read-page.ts';
import type { WeightSets } from '../../src/extract/weights.ts';
import type { GoldLabels, LabelledPage } from './labelled-pages.ts';
import { type Example, learnOptions, learnWeights } from './learn-weights.ts';

/** A labelled segment as one language states it. */
export interface LabelledReading {
  page: LabelledPage;
  /** `en` for the source side, else the language of the target side. */
  language: string;
  segment: Segment;
  reading: SegmentReading;
  gold: GoldLabels;
}

/** Reads the labelled pages: the source side of each article once, the target side in every language. */
export function readLabelledPages(pages: readonly LabelledPage[], cues: Cues): LabelledReading[] {
  const read = new Set<string>();
  return pages.flatMap((page) => {
    const readings = readSide(page, 'target', cues);
    const edition = `${page.set} ${page.article} ${page.set === 'seed' ? page.gold.size : ''}`;
    if (read.has(edition)) return readings;
    read.add(edition);
    return [...readSide(page, 'source', cues), ...readings];
  });
}

function readSide(page: LabelledPage, side: 'source' | 'target', cues: Cues): LabelledReading[] {
  const language = side === 'source' ? 'en' : page.document.locale.slice(0, 2);
  if (!cues.tables.has(language)) return [];
  const read = pageReader(page.document, side, cues.tables);
  const readings = page.document.segments.map((_, index) => read(index));
  return page.document.segments.flatMap((segment, index) => {
    const gold = page.gold.get(segment.id);
    const reading = readings[index];
    // Headings are never anything but other, and are not scored.
    return gold && reading && segment.block.kind !== 'heading'
      ? [{ page, language, segment, reading, gold }]
      : [];
  });
}

/** Learns the weights from readings: one set for English, one for all translations together. */
export function learnSets(readings: readonly LabelledReading[]): WeightSets {
  const source = toExamples(readings.filter(({ language }) => language === 'en'));
  // A sentence left in English says nothing of how translations speak.
  const target = toExamples(readings.filter(({ reading }) => reading.sentence?.language !== 'en'));
  return new Map([
    ['en', learnWeights(source, learnOptions.source)],
    ['*', learnWeights(target, learnOptions.target)],
  ]);
}

function toExamples(readings: readonly LabelledReading[]): Example[] {
  return readings.map(({ page, reading, gold }) => ({
    features: reading.features,
    gold,
    page: page.article,
  }));
}
