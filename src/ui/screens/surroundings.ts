import stringWidth from 'fast-string-width';
import type { Style } from '../../report/style.ts';
import { cut, fit } from '../layout/fit.ts';
import type { Screen } from '../layout/block.ts';
import type { Surroundings } from '../layout/frame.ts';
import { paint } from '../layout/paint.ts';
import type { ViewOptions } from '../layout/view-options.ts';
import type { Stage, WalkState } from '../state/walk-state.ts';
import { type ScreenContext, word } from './context.ts';
import { statuses, statusMarks, statusTones } from './preconditions.ts';

/** The parts of the way as people see them; several screens may be one part. */
const parts: readonly (readonly Stage[])[] = [
  ['language', 'resume'],
  ['partner'],
  ['tasks'],
  ['cautions'],
  ['questions'],
  ['verdict'],
  ['attestations', 'acknowledge'],
  ['steps'],
  ['outcome', 'result'],
];

/** Makes what stands around a screen: where someone is, how the preconditions stand, and the keys. */
export function makeSurroundings(
  state: WalkState,
  screen: Screen,
  context: ScreenContext,
  { size: { columns }, style, isSpoken }: ViewOptions,
): Surroundings {
  const title = context.report?.title;
  const name = title === undefined ? 'Waymark' : `Waymark: ${title}`;
  const example = state.example ? ` [${word(context, 'example.label')}]` : '';
  return {
    header: [
      paint(cut(name, columns), 'strong', style),
      paint(cut(`${progressWords(state, context)}${example}`, columns), 'faint', style),
      ...noticeLines(state, context, columns).map((line) => paint(line, 'open', style)),
    ],
    panel: isSpoken ? spokenPanel(context) : makePanel(context, columns, style),
    footer: keyLines(state, screen, context, columns).map((line) => paint(line, 'faint', style)),
    more: (above, below) => paint(cut(moreWords(above, below, context), columns), 'open', style),
  };
}

function moreWords(above: number, below: number, context: ScreenContext): string {
  if (above > 0 && below > 0) return word(context, 'frame.more', { above, below });
  return above > 0
    ? word(context, 'frame.more-above', { above })
    : word(context, 'frame.more-below', { below });
}

function progressWords(state: WalkState, context: ScreenContext): string {
  const { stage, item } = state.place;
  const number = parts.findIndex((part) => part.includes(stage)) + 1;
  const name = word(context, `part.${parts[number - 1]?.[0] ?? stage}`);
  const where = word(context, 'frame.part', { number, total: parts.length, name });
  const question = stage === 'questions' ? questionNumber(state, item) : undefined;
  return question ? `${where}  ${word(context, 'frame.question', question)}` : where;
}

/** Counts the questions of the case: those answered that conditions read, and those that can still matter. */
function questionNumber(
  { decision, answers }: WalkState,
  item: string | undefined,
): { number: number; total: number } | undefined {
  if (!decision) return undefined;
  const read = new Set(
    decision.preconditions.flatMap(({ facts, missing }) => [...Object.keys(facts), ...missing]),
  );
  const answered = [...answers.keys()].filter((name) => read.has(name));
  const open = decision.needs.filter((name) => !answers.has(name));
  const at = answered.indexOf(item ?? '');
  return { number: at < 0 ? answered.length + 1 : at + 1, total: answered.length + open.length };
}

function makePanel(
  { report, translator }: ScreenContext,
  columns: number,
  style: Style,
): Surroundings['panel'] {
  if (!report || report.preconditions.length === 0) return { full: [], short: [] };
  const full = report.preconditions.map(({ status, title }) => {
    const mark = paint(statusMarks[status], statusTones[status], style);
    return `${mark} ${cut(title, columns - 2)}`;
  });
  const counts = statuses.map((status) => ({
    status,
    count: report.preconditions.filter((each) => each.status === status).length,
  }));
  const said = counts.filter(({ count }) => count > 0);
  const sign = ({ status, count }: (typeof counts)[number]): string => `${statusMarks[status]} ${count}`;
  const wordy = said.map(
    (each) => `${sign(each)} ${translator.translate(`interface:status.${each.status}`)}`,
  );
  const isRoomy = stringWidth(wordy.join('   ')) <= columns;
  const short = said.map((each, index) =>
    paint((isRoomy ? wordy[index] : sign(each)) ?? '', statusTones[each.status], style),
  );
  return { full, short: [short.join('   ')] };
}

/** Says how many preconditions stand how, without signs. */
function spokenPanel({ report, translator }: ScreenContext): Surroundings['panel'] {
  if (!report || report.preconditions.length === 0) return { full: [], short: [] };
  const said = statuses.flatMap((status) => {
    const count = report.preconditions.filter((each) => each.status === status).length;
    return count > 0 ? [`${translator.translate(`interface:status.${status}`)}: ${count}`] : [];
  });
  return { full: said, short: said };
}

function noticeLines({ notice }: WalkState, context: ScreenContext, columns: number): string[] {
  return notice === undefined
    ? []
    : fit(word(context, `notice.${notice.code}`, notice.values), columns, '! ');
}

/** Names the keys, as many as there is room for in three lines; those that no other key replaces come first. */
function keyLines(state: WalkState, screen: Screen, context: ScreenContext, columns: number): string[] {
  const key = (name: string): string => word(context, `key.${name}`);
  const isTyping = state.draft.text !== undefined;
  const keys = [
    key('move'),
    key(screen.input === 'list' ? 'enter-tick' : 'enter'),
    ...(isTyping ? [key('digits')] : []),
    key('back'),
    key('tab'),
    ...(isTyping ? [] : [key('english'), key('details'), key('language'), key('quit')]),
  ];
  const lines: string[] = [];
  for (const each of keys) {
    const last = lines.at(-1);
    const joined = last === undefined ? each : `${last}  ${each}`;
    if (last !== undefined && stringWidth(joined) <= columns) lines[lines.length - 1] = joined;
    else if (lines.length < 3) lines.push(cut(each, columns));
  }
  return lines;
}
