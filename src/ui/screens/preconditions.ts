import type { PreconditionStatus } from '../../engine/decision.ts';
import type { PreconditionReport } from '../../report/decision-report.ts';
import { tagText, type Translator } from '../../locale/translator.ts';
import { type Block, text, type Tone } from '../layout/block.ts';
import type { WalkState } from '../state/walk-state.ts';
import type { ScreenContext } from './context.ts';
import { quotation } from './quotation.ts';

/** The signs of the statuses; their words stand beside them or in the legend. */
export const statusMarks: Readonly<Record<PreconditionStatus, string>> = {
  satisfied: '✓',
  violated: '✗',
  unknown: '?',
  'not-applicable': '–',
};

/** How the statuses are meant. */
export const statusTones: Readonly<Record<PreconditionStatus, Tone>> = {
  satisfied: 'good',
  violated: 'bad',
  unknown: 'open',
  'not-applicable': 'faint',
};

/** Statuses in the order of their weight. */
export const statuses: readonly PreconditionStatus[] = ['violated', 'unknown', 'satisfied', 'not-applicable'];

/** Makes a line that begins with the sign of a status, or with its word where a screen reader reads. */
export function statusLine(status: PreconditionStatus, words: string, { translate }: Translator): Block {
  const spoken = `${translate(`interface:status.${status}`)}:`;
  return { ...text(words, 'plain', `${statusMarks[status]} `, statusTones[status]), spoken };
}

/** Shows the preconditions, what blocks first, each with its sentence where it is not fulfilled. */
export function preconditionBlocks(state: WalkState, context: ScreenContext): Block[] {
  const { report, translator } = context;
  const each = (precondition: PreconditionReport): Block[] => {
    const { status, message, lang, note } = precondition;
    const words = tagText({ text: message, lang }, translator.locale);
    const blocks: Block[] = [statusLine(status, words, translator)];
    if (note !== undefined) blocks.push(text(note, 'faint', '  '));
    if (status === 'violated' || status === 'unknown')
      blocks.push(...quotation(precondition.sources, state, context));
    return blocks;
  };
  return statuses.flatMap((status) =>
    (report?.preconditions ?? []).filter((precondition) => precondition.status === status).flatMap(each),
  );
}
