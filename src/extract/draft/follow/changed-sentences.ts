import { digestText } from '../../../content/digest.ts';
import { languageOf } from '../../../content/document-index.ts';
import type { Segment } from '../../../content/document.ts';
import { segmentDigests } from '../../../rules/pin-state.ts';
import type { Pin } from '../../../rules/workflow.ts';
import type { ChangedSentence } from '../draft.ts';
import type { Occurrence } from '../statements.ts';
import type { EarlierWords } from './earlier-words.ts';

/** Letters that are shown of a sentence; what is longer is none. */
const longest = 1500;
const nothing = digestText('');

/**
 * Lists the texts that changed under an element, each once: the English where that is another, the translation where
 * that is, and the sentences of languages that it gains.
 */
export function changedSentences(
  followed: readonly { pin: Pin; segment: Segment }[],
  gained: readonly Pick<Occurrence, 'document' | 'segment'>[],
  words: EarlierWords,
): ChangedSentence[] {
  const all = [
    ...followed.flatMap(({ pin, segment }) => changesOf(pin, segment, words)),
    ...gained.map(({ document, segment: { source, target } }) =>
      changed(languageOf(document.locale), undefined, target ?? source ?? ''),
    ),
  ];
  const unique = new Map(all.map((each) => [`${each.locale} ${each.now}`, each]));
  return [...unique.values()];
}

function changesOf(pin: Pin, segment: Segment, words: EarlierWords): ChangedSentence[] {
  const { source, target } = segment;
  const digests = segmentDigests(segment);
  const found: ChangedSentence[] = [];
  // English that a plain page has come by says nothing new.
  if (source !== undefined && pin.source !== nothing && digests.source !== pin.source)
    found.push(changed('en', words.source(pin), source));
  if (target !== undefined && digests.target !== pin.target)
    found.push(changed(pin.locale, words.target(pin), target));
  return found.length > 0 ? found : [changed(pin.locale, undefined, target ?? source ?? '')];
}

function changed(locale: string, was: string | undefined, now: string): ChangedSentence {
  return {
    locale,
    ...(was === undefined ? {} : { was: was.slice(0, longest) }),
    now: now.slice(0, longest),
  };
}
