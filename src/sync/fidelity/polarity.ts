import type { Defect } from '../finding.ts';
import type { CheckContext, SentencePair } from './context.ts';

/**
 * Compares what the two sides deny. A negation may be rendered by a word of negative sense, and the other way round;
 * it may also have moved to the neighbouring segment. Only what none of these explains is a defect.
 */
export function checkPolarity(context: CheckContext): Defect[] {
  const { source, target, neighbours } = context;
  const stated = source.find('negation');
  const rendered = denials(context);
  const first = stated[0];
  if (first && rendered < stated.length && !neighbours.some(carriesExtraNegation)) {
    // Of several negations one is often folded into another, so a part of them missing weighs less than all.
    if (rendered === 0)
      return [{ check: 'polarity', code: 'negation-lost', severity: 'error', values: { cue: first.text } }];
    if (rendered < stated.length && stated.length >= 2)
      return [
        { check: 'polarity', code: 'negation-fewer', severity: 'warning', values: { cue: first.text } },
      ];
  }
  const added = target.find('negation')[0];
  if (!first && added && !source.has('negative') && !neighbours.some(lacksNegation))
    return [{ check: 'polarity', code: 'negation-added', severity: 'error', values: { cue: added.text } }];
  return [];
}

function denials({ target }: SentencePair): number {
  return Math.max(target.count('negation'), target.count('negation') + target.count('negative'));
}

function carriesExtraNegation(pair: SentencePair): boolean {
  return pair.target.count('negation') > pair.source.count('negation') + pair.source.count('negative');
}

function lacksNegation(pair: SentencePair): boolean {
  return pair.source.count('negation') > denials(pair);
}
