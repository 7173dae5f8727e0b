import type { DecisionReport } from '../../report/decision-report.ts';
import { formatDecisionMarkdown } from '../../report/format-decision-markdown.ts';
import { escapeMarkdown } from '../../report/markdown.ts';
import { elementWords } from '../../report/words.ts';
import type { Answer, WalkState } from '../state/walk-state.ts';
import { answerWords, factTitle } from './answer-words.ts';
import { type ScreenContext, word } from './context.ts';
import { stepWords } from './steps.ts';

/** What a walk leaves behind, for files. */
export interface WalkRecord {
  kind: 'waymark-walk';
  version: 1;
  /** When it was written, ISO 8601. */
  recordedAt: string;
  locale: string;
  example: boolean;
  answers: { fact: string; kind: string; value?: unknown }[];
  confirmations: Record<string, string>;
  acknowledged: string[];
  /** Ids of the steps ticked, in order; a step of a loop once for each round. */
  done: string[];
  outcome?: string;
  decision: DecisionReport;
}

/** Makes the record of a walk. */
export function makeRecord(state: WalkState, decision: DecisionReport, recordedAt: Date): WalkRecord {
  return {
    kind: 'waymark-walk',
    version: 1,
    recordedAt: recordedAt.toISOString(),
    locale: state.locale,
    example: state.example,
    answers: [...state.answers].map(answerEntry),
    confirmations: Object.fromEntries(state.confirmations),
    acknowledged: [...state.acknowledged],
    done: state.done.map(stepIdFrom),
    ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
    decision,
  };
}

function answerEntry([fact, answer]: [string, Answer]): WalkRecord['answers'][number] {
  return { fact, ...answer };
}

/** Writes a record as JSON. */
export function formatRecordJson(record: WalkRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** Writes a record as Markdown, for people. */
export function formatRecordMarkdown(record: WalkRecord, state: WalkState, context: ScreenContext): string {
  const { decision } = record;
  const say = (key: string, values?: Record<string, string | number>): string =>
    escapeMarkdown(word(context, key, values));
  const lines: string[] = [];
  const section = (key: string, items: readonly string[]): void => {
    if (items.length > 0) lines.push(`## ${say(key)}`, '', ...items.map((item) => `- ${item}`), '');
  };
  const elements = new Map(
    [...decision.consequences, ...decision.obligations].map(({ id, message }) => [id, message]),
  );
  const attestations = new Map(decision.attestations.map(({ id, message }) => [id, message]));
  const steps = stepWords(decision);
  // Steps of a plan that was carried out are no longer in the decision.
  const wordsOf = (id: string): string =>
    steps.get(id)?.text ?? elementWords(context.translator, decision.workflow, id, 'title', []).text;
  lines.push(`# ${say('record.title')}`, '', say('record.date', { date: record.recordedAt }), '');
  if (record.example) lines.push(`**${say('example.note')}**`, '');
  section(
    'record.answers',
    [...state.answers].map(([fact, answer]) =>
      escapeMarkdown(`${factTitle(fact, context)}: ${answerWords(fact, answer, context)}`),
    ),
  );
  section(
    'record.confirmed',
    [...state.confirmations].flatMap(([id, given]) => {
      const message = attestations.get(id);
      return message === undefined ? [] : [`${escapeMarkdown(message)} — ${say(`confirm.${given}`)}`];
    }),
  );
  section(
    'record.acknowledged',
    record.acknowledged.flatMap((id) => {
      const message = elements.get(id);
      return message === undefined ? [] : [escapeMarkdown(message)];
    }),
  );
  section('record.done', countedSteps(record.done, wordsOf).map(escapeMarkdown));
  if (record.outcome !== undefined)
    lines.push(say('result.outcome', { outcome: word(context, `outcome.${record.outcome}`) }), '');
  return `${lines.join('\n')}\n${formatDecisionMarkdown(decision, context.translator.translate)}`;
}

/** Gives the id of the step that a key stands for: the last part, without the number of the round. */
function stepIdFrom(key: string): string {
  return (key.split('/').at(-1) ?? key).replace(/#\d+$/u, '');
}

function countedSteps(ids: readonly string[], wordsOf: (id: string) => string): string[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, count]) => (count > 1 ? `${wordsOf(id)} (× ${count})` : wordsOf(id)));
}
