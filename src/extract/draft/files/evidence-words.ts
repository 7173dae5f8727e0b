import { digestText } from '../../../content/digest.ts';
import type { Evidence } from '../draft.ts';

/** Digests the words that a draft was made from. */
export function digestWords(text: string): string {
  return digestText(text).slice(0, 8);
}

/** Tells whether a person wrote other words into the evidence. */
export function isRetold(evidence: Evidence | undefined): boolean {
  return evidence?.read !== undefined && digestWords(evidence.text) !== evidence.read;
}

/** Gives what evidence says in words, without its digests. */
export function wordsOf({ text, cue, confidence }: Evidence): Pick<Evidence, 'text' | 'cue' | 'confidence'> {
  return { text, cue, confidence };
}
