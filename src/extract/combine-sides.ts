import { chooseLabels, type LabelledSegment } from './decide-labels.ts';
import { type Label, labels } from './label.ts';

/** A segment that its source and its translation label differently. */
export interface Disagreement {
  id: string;
  source: Pick<LabelledSegment, 'labels' | 'confidence' | 'cue'>;
  target: Pick<LabelledSegment, 'labels' | 'confidence' | 'cue'>;
}

/** Share of the source in the weighing: the English cues are right more often than those of any translation. */
const sourceShare = 0.6;

/** Weighs the labels of two sides against each other and lists the segments where their primary labels differ. */
export function combineSides(
  source: readonly LabelledSegment[],
  target: readonly LabelledSegment[],
): { segments: LabelledSegment[]; disagreements: Disagreement[] } {
  const disagreements: Disagreement[] = [];
  const segments = source.map((fromSource, index) => {
    const fromTarget = target[index] ?? fromSource;
    // A side that says nothing is not weighed.
    if (fromTarget.confidence === 0) return fromSource;
    if (fromSource.confidence === 0) return fromTarget;
    if (fromSource.labels[0] !== fromTarget.labels[0]) {
      disagreements.push({ id: fromSource.id, source: summary(fromSource), target: summary(fromTarget) });
    }
    const probabilities = Object.fromEntries(
      labels.map((label) => [
        label,
        fromSource.probabilities[label] * sourceShare + fromTarget.probabilities[label] * (1 - sourceShare),
      ]),
    ) as Record<Label, number>;
    const chosen = chooseLabels(probabilities);
    const [primary = 'other'] = chosen;
    const cue = [fromSource, fromTarget].find((side) => side.labels[0] === primary && side.cue !== '')?.cue;
    return {
      id: fromSource.id,
      labels: chosen,
      confidence: Math.round(probabilities[primary] * 100) / 100,
      cue: cue ?? '',
      probabilities,
    };
  });
  return { segments, disagreements };
}

function summary({ labels: own, confidence, cue }: LabelledSegment): Disagreement['source'] {
  return { labels: own, confidence, cue };
}
