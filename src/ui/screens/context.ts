import type { Translator } from '../../locale/translator.ts';
import type { Project } from '../../project/load-project.ts';
import type { DecisionReport } from '../../report/decision-report.ts';
import type { Workflow } from '../../rules/workflow.ts';
import type { WalkState } from '../state/walk-state.ts';

/** What screens are made of besides the state. */
export interface ScreenContext {
  project: Project;
  translator: Translator;
  /** The decision in the reader's words; absent before a task is chosen. */
  report?: DecisionReport;
  /** File that the record goes to, where one was named. */
  recordFile?: string;
}

/** Gives the words of a key of the walkthrough's own catalog. */
export function word(context: ScreenContext, key: string, values?: Record<string, string | number>): string {
  return context.translator.translate(`walk:${key}`, values);
}

/** Gives a text with what is said beside it, by the punctuation of the reader's language. */
export function noted(context: ScreenContext, label: string, notes: readonly string[]): string {
  return notes.reduce((text, note) => word(context, 'noted', { text, note }), label);
}

/** Gives the chosen task. */
export function taskOf(state: WalkState, { project }: ScreenContext): Workflow | undefined {
  return state.workflow === undefined ? undefined : project.rules.workflows.get(state.workflow);
}
