import type { Document, Segment } from '../../content/document.ts';
import type { PlacedElement } from '../../rules/elements.ts';
import type { PinState } from '../../rules/pin-state.ts';
import type { Pin } from '../../rules/workflow.ts';
import type { YamlPath } from '../../rules/yaml-source.ts';
import type { BeforeText } from './base-texts.ts';

/** How an element stands in one language. */
export type CellState = PinState | 'absent' | 'untranslated' | 'disputed';

/** What makes a sentence of today the one that a pin speaks of, the surest first. */
export type Evidence =
  | 'same-sentence'
  | 'same-source'
  | 'same-target'
  /** The English is one that another pin of the element was reviewed on. */
  | 'same-english'
  | 'alike'
  | 'same-id';

/** A change that is certain: nothing that carries meaning differs. */
export type CertainChange = 'segment' | 'article' | 'digests';

/** One sentence that an element is pinned to, as it was and as it is. */
export interface Statement {
  pin: Pin;
  /** Path of the pin in the rule file. */
  path: YamlPath;
  /** The variant that the pin belongs to. */
  variant?: number;
  state: PinState;
  /** Which side reads otherwise, for `changed`. */
  changed?: 'source' | 'target' | 'both';
  before: BeforeText;
  document?: Document;
  /** The sentence of today; absent for `gone`. */
  segment?: Segment;
  evidence?: Evidence;
  /** From 0 to 1, where the evidence is likeness. */
  similarity?: number;
  write?: CertainChange;
  /**
   * Which condition the sentence of today states, where the element has several: that of the pin, that in force, a
   * variant by its number; `unclear` where only a person can tell.
   */
  states: 'same' | 'in-force' | 'unclear' | number;
}

/** One element in one language. */
export interface Cell {
  locale: string;
  state: CellState;
  statements: Statement[];
  /** For `absent`: the sentence with the English of a statement in another language. */
  candidate?: { document: Document; segment: Segment; states: Statement['states'] };
}

/** One element with its cells. */
export interface MatrixRow {
  workflow: string;
  article: string;
  /** Path of the rule file. */
  file: string;
  placed: PlacedElement;
  cells: Cell[];
}

const order: readonly CellState[] = ['gone', 'changed', 'moved', 'disputed', 'untranslated', 'fresh'];

/** Gives the state of a cell: the worst of its statements. */
export function cellState(statements: readonly Statement[]): CellState {
  const states = new Set(statements.flatMap((statement) => [statement.state, qualityState(statement)]));
  return order.find((state) => states.has(state)) ?? 'absent';
}

/** Tells whether a statement may be quoted: whether its sentence is translated, and undisputed. */
export function qualityOf({
  pin,
  segment,
}: Pick<Statement, 'pin' | 'segment'>): 'ok' | 'untranslated' | 'disputed' {
  if (pin.disputed !== undefined) return 'disputed';
  return segment && !segment.translated ? 'untranslated' : 'ok';
}

function qualityState(statement: Statement): CellState {
  const quality = qualityOf(statement);
  return quality === 'ok' ? 'fresh' : quality;
}
