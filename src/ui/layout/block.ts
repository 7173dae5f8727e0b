import type { WalkEvent } from '../state/walk-event.ts';

/** How a text is meant; how that looks is up to the terminal. */
export type Tone = 'plain' | 'strong' | 'faint' | 'good' | 'bad' | 'open';

/** A paragraph. */
export interface TextBlock {
  kind: 'text';
  text: string;
  tone?: Tone;
  /** Stands before the first line; what follows is indented by as much. */
  prefix?: string;
  prefixTone?: Tone;
  /** What a screen reader says in place of a sign before the text; signs without words are not read. */
  spoken?: string;
  /** Part of a quotation: its prefix stands before every line, and keys bring it into sight. */
  isQuotation?: true;
}

/** Something to choose with Enter. */
export interface ChoiceBlock {
  kind: 'choice';
  label: string;
  event: WalkEvent;
  /** A box to tick, or the answer given before. */
  mark?: 'ticked' | 'unticked' | 'chosen';
  depth?: number;
}

/** A piece of a screen. */
export type Block = TextBlock | ChoiceBlock | { kind: 'gap' };

/** What a screen shows, before it is laid out for a terminal. */
export interface Screen {
  blocks: Block[];
  /** Choice that is lit first; the first one by default. */
  initial?: number;
  /** Keep the lit choice in sight even before a key is pressed. */
  follow?: boolean;
  /** The screen itself shows how every precondition stands. */
  showsState?: true;
  /** What typed characters mean here. */
  input?: 'number' | 'list';
}

/** Makes a paragraph. */
export function text(words: string, tone: Tone = 'plain', prefix?: string, prefixTone?: Tone): TextBlock {
  return {
    kind: 'text',
    text: words,
    tone,
    ...(prefix === undefined ? {} : { prefix }),
    ...(prefixTone === undefined ? {} : { prefixTone }),
  };
}

/** Makes a line of a quotation. */
export function quoted(words: string, tone: Tone = 'plain'): TextBlock {
  return { ...text(words, tone, '  | ', 'faint'), isQuotation: true };
}

/** An empty line. */
export const gap: Block = { kind: 'gap' };

/** Makes something to choose. */
export function choice(
  label: string,
  event: WalkEvent,
  more: Pick<ChoiceBlock, 'mark' | 'depth'> = {},
): ChoiceBlock {
  return { kind: 'choice', label, event, ...more };
}
