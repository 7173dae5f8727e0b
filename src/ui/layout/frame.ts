import type { Style } from '../../report/style.ts';
import type { ChoiceBlock, Screen } from './block.ts';
import { choiceSpans, layOut, type Line, type SpokenMarks } from './lines.ts';
import { type Size, smallest } from './size.ts';

/** What stands around a screen. */
export interface Surroundings {
  header: string[];
  /** The state of the preconditions: in full, and in one line for where there is less room. */
  panel: { full: string[]; short: string[] };
  footer: string[];
  /** Says how many lines are above and below what is shown; there are some on one side at least. */
  more: (above: number, below: number) => string;
}

/** A screen laid out for a terminal: its lines, and what keys need to know of it. */
export interface Frame {
  lines: string[];
  choices: ChoiceBlock[];
  /** Number of the choice that keys act on; -1 where there is none. */
  lit: number;
  spans: { first: number; last: number }[];
  /** First line of the body that is shown, how many are shown, and how many there are. */
  scroll: number;
  height: number;
  total: number;
}

/** How a frame is to look. */
export interface FrameOptions {
  size: Size;
  style: Style;
  /** For screen readers: words in place of signs, and everything at once without a window. */
  spoken?: SpokenMarks;
}

/** Puts a screen between header and footer, showing as much of it as there is room for. */
export function makeFrame(
  screen: Screen,
  position: { focus?: number; scroll: number; isQuotationSought?: true },
  around: Surroundings,
  { size, style, spoken }: FrameOptions,
): Frame {
  const columns = Math.max(size.columns, smallest.columns);
  const choices = screen.blocks.filter((block) => block.kind === 'choice');
  const lit = Math.min(position.focus ?? screen.initial ?? 0, choices.length - 1);
  const body = layOut(screen.blocks, columns, lit, style, spoken);
  while (body.at(-1)?.text === '') body.pop();
  const spans = choiceSpans(body);
  const total = body.length;
  // The last row stays free: Ink redraws the whole terminal when a frame fills it.
  const room = Math.max(size.rows, smallest.rows) - 1 - around.header.length - around.footer.length - 2;
  const fullPanel = spoken === undefined && !screen.showsState && total + around.panel.full.length <= room;
  const panel = fullPanel ? around.panel.full : around.panel.short;
  const free = Math.max(3, room - panel.length);
  const fits = spoken !== undefined || total <= free;
  const height = fits ? total : free - 1;
  const isFollowing = position.focus === undefined && screen.follow === true;
  const sought = position.isQuotationSought ? quotationSpan(body) : isFollowing ? spans[lit] : undefined;
  const wanted = intoSight(sought, position.scroll, height);
  const scroll = fits ? 0 : Math.max(0, Math.min(wanted, total - height));
  const shown = body.slice(scroll, scroll + height).map((line) => line.text);
  const hidden = fits ? [] : [around.more(scroll, total - scroll - height)];
  return {
    lines: [...around.header, ...panel, '', ...shown, ...hidden, '', ...around.footer],
    choices,
    lit,
    spans,
    scroll,
    height,
    total,
  };
}

function quotationSpan(body: readonly Line[]): { first: number; last: number } | undefined {
  const first = body.findIndex(({ isQuotation }) => isQuotation);
  if (first < 0) return undefined;
  const after = body.findIndex(({ isQuotation }, index) => index > first && !isQuotation);
  return { first, last: (after < 0 ? body.length : after) - 1 };
}

/** Gives the scroll, nearest to the one at hand, that shows a span of lines. */
export function intoSight(
  span: { first: number; last: number } | undefined,
  scroll: number,
  height: number,
): number {
  if (!span) return scroll;
  if (span.last >= scroll + height) return Math.min(span.first, span.last - height + 1);
  return Math.min(scroll, span.first);
}
