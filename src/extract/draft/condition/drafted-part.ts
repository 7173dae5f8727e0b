import type { Condition } from '../../../rules/workflow.ts';
import type { Phrases } from '../phrases.ts';
import { partNotRead, type Reading, type Vocabulary } from './reading.ts';

/** One requirement of a sentence, as far as it could be drafted. */
export interface DraftedPart {
  /** The words it was drafted from. */
  words: string;
  reading: Reading;
  audience?: Condition;
  /** True where it says who may carry the task out. */
  who?: boolean;
}

/** What drafting a sentence goes by. */
export interface DraftContext {
  phrases: Phrases;
  vocabulary: Vocabulary;
}

/** Makes the part that says who may do it. */
export function whoPart(words: string, condition: Condition): DraftedPart {
  return { words, reading: { kind: 'condition', condition, proposed: [] }, who: true };
}

/** Lists what parts were read as. */
export function readingsOf(parts: readonly DraftedPart[]): Reading[] {
  return parts.map(({ reading }) => reading);
}

/** Says of parts whom they are for. */
export function withAudience(
  parts: readonly { words: string; reading: Reading }[],
  audience: Condition | undefined,
): DraftedPart[] {
  return parts.map((part) => (audience ? { ...part, audience } : part));
}

/** Says of parts that they are for those for whom a gate holds; where that is no condition, neither is what it opens. */
export function withGate(parts: readonly DraftedPart[], gate: Reading): DraftedPart[] {
  if (gate.kind !== 'condition') return parts.map(({ words }) => ({ words, reading: partNotRead }));
  const { condition, proposed } = gate;
  return parts.map((part) => ({
    ...part,
    audience: part.audience ? { all: [part.audience, condition] } : condition,
    reading:
      part.reading.kind === 'condition'
        ? { ...part.reading, proposed: [...part.reading.proposed, ...proposed] }
        : part.reading,
  }));
}
