import type { Condition, Fact } from '../../../rules/workflow.ts';
import type { FactWordBook } from './fact-words.ts';
import type { UnencodableReason } from '../phrase-table.ts';

/**
 * Why words came to no condition: what they say cannot be one, they name nothing, they only say what may be or is, they hold
 * for a case that is told elsewhere, or a part of them was not understood (nothing is taken from the rest then, for a
 * condition that leaves a part out is another condition).
 */
export type UnreadReason =
  UnencodableReason | 'nothing-named' | 'asks-nothing' | 'case-elsewhere' | 'part-not-read';

/** What some words came to: a condition, something a person confirms, or what no condition can say. */
export type Reading =
  | { kind: 'condition'; condition: Condition; proposed: Fact[] }
  | { kind: 'attestation' }
  | { kind: 'unencodable'; reason: UnreadReason };

/** What drafting a condition goes by. */
export interface Vocabulary {
  facts: ReadonlyMap<string, Fact>;
  words: FactWordBook;
}

/** The reading of words of which a part was not understood. */
export const partNotRead: Reading = { kind: 'unencodable', reason: 'part-not-read' };

/** The reading of words that only say what may be done, or what is so. */
export const asksNothing: Reading = { kind: 'unencodable', reason: 'asks-nothing' };

/** The reading of words that hold for a case which other words tell. */
export const caseElsewhere: Reading = { kind: 'unencodable', reason: 'case-elsewhere' };
