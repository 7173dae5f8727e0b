import stringWidth from 'fast-string-width';
import type { Style } from '../../report/style.ts';
import type { Block, ChoiceBlock, TextBlock } from './block.ts';
import { fit } from './fit.ts';
import { paint } from './paint.ts';

/** One line as the terminal shows it, and the choice it belongs to. */
export interface Line {
  text: string;
  choice?: number;
  isQuotation?: true;
}

/** Words that stand for signs where a screen reader reads. */
export interface SpokenMarks {
  lit: string;
  ticked: string;
  unticked: string;
  chosen: string;
}

const boxes = { ticked: '[x] ', unticked: '[ ] ', chosen: '' } as const;

/**
 * Lays blocks out as lines.
 *
 * @param lit Number of the choice that the keys act on.
 * @param spoken Words in place of signs, for screen readers.
 */
export function layOut(
  blocks: readonly Block[],
  columns: number,
  lit: number,
  style: Style,
  spoken?: SpokenMarks,
): Line[] {
  const lines: Line[] = [];
  let number = 0;
  for (const block of blocks) {
    if (block.kind === 'gap') {
      if (lines.length > 0 && lines.at(-1)?.text !== '') lines.push({ text: '' });
    } else if (block.kind === 'text') {
      lines.push(...(spoken ? spokenText(block, columns) : textLines(block, columns, style)));
    } else {
      const isLit = number === lit;
      const texts = spoken
        ? spokenChoice(block, isLit, columns, spoken)
        : choiceLines(block, isLit, columns, style);
      for (const text of texts) lines.push({ text, choice: number });
      number += 1;
    }
  }
  return lines;
}

function textLines(block: TextBlock, columns: number, style: Style): Line[] {
  const { text, tone = 'plain', prefix = '', prefixTone = tone, isQuotation } = block;
  return fit(text, columns, prefix).map((line, index) => {
    const words = index === 0 ? line.slice(prefix.length) : line.trimStart();
    const indent = index === 0 || isQuotation ? prefix : ' '.repeat(stringWidth(prefix));
    const painted = paint(indent, prefixTone, style) + paint(words, tone, style);
    return isQuotation ? { text: painted, isQuotation } : { text: painted };
  });
}

/** Gives a text as it is read out: numbers of steps stay, signs give way to their words. */
function spokenText({ text, prefix = '', spoken }: TextBlock, columns: number): Line[] {
  const [number = ''] = /\d+\./u.exec(prefix) ?? [];
  const before = spoken ?? number;
  return fit(before === '' ? text : `${before} ${text}`, columns).map((line) => ({ text: line }));
}

function choiceLines(
  { label, mark, depth = 0 }: ChoiceBlock,
  isLit: boolean,
  columns: number,
  style: Style,
): string[] {
  const prefix = `${isLit ? '❯ ' : '  '}${'  '.repeat(depth)}${mark === undefined ? '' : boxes[mark]}`;
  const said = `${label}${mark === 'chosen' ? ' ✓' : ''}`;
  return fit(said, columns, prefix).map((line) => (isLit ? paint(line, 'strong', style) : line));
}

function spokenChoice(
  { label, mark }: ChoiceBlock,
  isLit: boolean,
  columns: number,
  spoken: SpokenMarks,
): string[] {
  const said = [
    ...(isLit ? [`${spoken.lit}:`] : []),
    label,
    ...(mark === undefined ? [] : [`(${spoken[mark]})`]),
  ];
  return fit(said.join(' '), columns);
}

/** Gives the first and last line of each choice. */
export function choiceSpans(lines: readonly Line[]): { first: number; last: number }[] {
  const spans: { first: number; last: number }[] = [];
  lines.forEach(({ choice }, index) => {
    if (choice === undefined) return;
    const span = spans[choice];
    if (span) span.last = index;
    else spans[choice] = { first: index, last: index };
  });
  return spans;
}
