import type { Segment } from '../../src/content/document.ts';
import { neighbourFeatures } from '../../src/extract/decide-labels.ts';
import type { Cues } from '../../src/extract/load-cues.ts';
import { pageReader, type SegmentReading } from '../../src/extract/read-page.ts';
import type { GoldLabels, LabelledPage } from './labelled-pages.ts';
import {
  type Example,
  isVocabulary,
  type LearnedWeights,
  learnOptions,
  learnWeights,
} from './learn-weights.ts';

/** A labelled page as one of its sides states it. */
export interface LabelledSide {
  page: LabelledPage;
  /** `en` for the source side, else the language of the target side. */
  language: string;
  /** In the order of the segments of the page. */
  readings: SegmentReading[];
}

/** Reads the labelled pages: the source side of each article once, the target side in every language. */
export function readLabelledPages(pages: readonly LabelledPage[], cues: Cues): LabelledSide[] {
  const read = new Set<string>();
  return pages.flatMap((page) => {
    const sides = page.document.locale === 'en' ? [] : readSide(page, 'target', cues);
    const edition = `${page.set} ${page.article} ${page.set === 'seed' ? page.gold.size : ''}`;
    if (read.has(edition)) return sides;
    read.add(edition);
    return [...readSide(page, 'source', cues), ...sides];
  });
}

function readSide(page: LabelledPage, side: 'source' | 'target', cues: Cues): LabelledSide[] {
  const language = side === 'source' ? 'en' : page.document.locale.slice(0, 2);
  if (!cues.tables.has(language)) return [];
  const read = pageReader(page.document, side, cues.tables);
  return [{ page, language, readings: page.document.segments.map((_, index) => read(index)) }];
}

/** Tells what an annotator said of a segment; headings are never anything but other, and are not scored. */
export function goldOf({ gold }: LabelledPage, { id, block }: Segment): GoldLabels | undefined {
  return block.kind === 'heading' ? undefined : gold.get(id);
}

/** Learns the weights from sides of pages: a set for each language. */
export function learnSets(sides: readonly LabelledSide[]): Map<string, LearnedWeights> {
  const languages = [...new Set(sides.map(({ language }) => language))].toSorted();
  return new Map(
    languages.map((language) => {
      const examples = sides.filter((side) => side.language === language).flatMap(toExamples);
      return [
        language,
        learnWeights(examples, language === 'en' ? learnOptions.source : learnOptions.target),
      ];
    }),
  );
}

/** Learns the weights for languages that have no labelled pages: from all translations, without their vocabulary. */
export function learnForAny(sides: readonly LabelledSide[]): LearnedWeights {
  const examples = sides.filter(({ language }) => language !== 'en').flatMap(toExamples);
  return learnWeights(
    examples.map((example) => ({
      ...example,
      features: example.features.filter((name) => !isVocabulary(name)),
    })),
    learnOptions.any,
  );
}

/**
 * How much an example counts, by the set of its page: the gold sets most; of the rest, real pages more than made ones.
 * Pages made in English only are many; those that tell of a partner portal are most like the real ones, the others hold
 * more of what is hard to tell than real pages do.
 */
const importance: Record<'source' | 'target', Record<LabelledPage['set'], number>> = {
  source: { dev: 8, seed: 8, own: 4, made: 1.2, 'made-en': 0.5, 'made-portal': 1 },
  target: { dev: 5, seed: 5, own: 1.5, made: 1, 'made-en': 1, 'made-portal': 1 },
};

function toExamples({ page, language, readings }: LabelledSide): Example[] {
  const { segments } = page.document;
  return segments.flatMap((segment, index): Example[] => {
    const gold = goldOf(page, segment);
    const reading = readings[index];
    if (!gold || !reading) return [];
    // A sentence left in English says nothing of how translations speak.
    if (language !== 'en' && reading.sentence?.language === 'en') return [];
    const near = neighbourFeatures(reading, (at) => page.gold.get(segments[at]?.id ?? '')?.labels[0]);
    return [
      {
        features: [...reading.features, ...near],
        gold,
        page: page.article,
        importance: importance[language === 'en' ? 'source' : 'target'][page.set],
      },
    ];
  });
}
