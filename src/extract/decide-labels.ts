import type { Segment } from '../content/document.ts';
import { type Label, labels } from './label.ts';
import type { SegmentReading } from './read-page.ts';
import { type LabelWeights, labelProbabilities } from './weights.ts';

/** A segment with its labels. */
export interface LabelledSegment {
  id: string;
  /** At least one, the primary first. */
  labels: Label[];
  /** Probability of the primary label, 0 to 1, two digits; 0 where a side has no text, or no cues for its language. */
  confidence: number;
  /** The words that spoke most for the primary label; empty where only the place did. */
  cue: string;
  /** Probability of each label by itself; several may apply, so they need not add up to 1. */
  probabilities: Record<Label, number>;
}

/**
 * How much a label is favoured: a missed effect harms more than a note taken for one, and effects read much like notes,
 * which are far more, so that the learner leans towards notes.
 */
const favour: Partial<Record<Label, number>> = { consequence: 1.3 };

/** Probability from which a further label stands beside the primary one. */
const furtherLabel = 0.7;

const certainlyOther: Record<Label, number> = {
  precondition: 0,
  consequence: 0,
  obligation: 0,
  step: 0,
  note: 0,
  other: 1,
};

/** Features that the labels of what stands before a segment give: of its lead-in, and of the list item before it. */
export function neighbourFeatures(
  { lead, sibling, features }: SegmentReading,
  labelOf: (index: number) => Label | undefined,
): string[] {
  const found: string[] = [];
  const led = lead === undefined ? undefined : labelOf(lead);
  if (led) {
    found.push(`led-by:${led}`);
    for (const feature of features) {
      if (
        /^(?:at:(?:bullet|ordered|cell)|says:(?:nothing|action|necessity|inability|loss|change|event)|length:.*)$/u.test(
          feature,
        )
      )
        found.push(`${feature} & led-by:${led}`);
    }
  }
  const beside = sibling === undefined ? undefined : labelOf(sibling);
  if (beside) found.push(`beside:${beside}`);
  if (led && beside) found.push(`beside:${beside} & led-by:${led}`);
  return found;
}

/** Decides the labels of a segment from what was read of it. */
export function decideLabels(
  segment: Segment,
  reading: SegmentReading,
  weights: LabelWeights,
): LabelledSegment {
  if (isSilent(segment, reading)) {
    return { id: segment.id, labels: ['other'], confidence: 1, cue: '', probabilities: certainlyOther };
  }
  if (!reading.sentence) {
    return { id: segment.id, labels: ['other'], confidence: 0, cue: '', probabilities: certainlyOther };
  }
  const probabilities = labelProbabilities(reading.features, weights);
  const chosen = chooseLabels(probabilities);
  const [primary = 'other'] = chosen;
  return {
    id: segment.id,
    labels: chosen,
    confidence: Math.round(probabilities[primary] * 100) / 100,
    cue: tellingWords(reading, primary, weights),
    probabilities,
  };
}

/** Orders the labels that probabilities speak for: the most probable, then any that is more likely than not. */
export function chooseLabels(probabilities: Record<Label, number>): Label[] {
  const rank = (label: Label): number => probabilities[label] * (favour[label] ?? 1);
  const ranked = labels.toSorted((a, b) => rank(b) - rank(a));
  const [first = 'other', second] = ranked;
  // Notes and others are what is left when nothing else applies, so they stand alone.
  if (first === 'note' || first === 'other') return [first];
  // An effect is favoured against a note, not against what decides as much as it does.
  const primary = second === 'precondition' && probabilities[second] > probabilities[first] ? second : first;
  const further = ranked.filter(
    (label) =>
      label !== primary && label !== 'note' && label !== 'other' && probabilities[label] >= furtherLabel,
  );
  return [primary, ...further];
}

/** Headings, bare enumerators ("a.") and links standing alone say nothing of their own. */
function isSilent(segment: Segment, { sentence }: SegmentReading): boolean {
  return (
    segment.block.kind === 'heading' || (sentence !== undefined && !/\p{L}{2}|\p{Lo}/u.test(sentence.text))
  );
}

/** Finds the words whose features, alone and in conjunction, weigh most for a label. */
function tellingWords({ sentence, features }: SegmentReading, label: Label, weights: LabelWeights): string {
  const index = labels.indexOf(label);
  const weigh = (name: string): number =>
    features
      .filter((feature) => feature.split(' & ').includes(name))
      .reduce((sum, feature) => sum + (weights.features.get(feature)?.[index] ?? 0), 0);
  let best = { weight: 0, words: '' };
  const offer = (name: string, words: string): void => {
    const weight = weigh(name);
    if (weight > best.weight) best = { weight, words };
  };
  for (const match of sentence?.matches ?? []) {
    const words = sentence?.text.slice(match.start, match.end) ?? '';
    offer(`${match.subordinate ? 'supposes' : 'says'}:${match.name}`, words);
  }
  for (const clause of sentence?.subordinates ?? []) {
    offer(`${clause.leads ? 'first' : 'last'}:${clause.kind}`, clause.mark);
  }
  return best.words;
}
