import type { Decision } from '../engine/decision.ts';
import type { Locale } from '../locale/negotiate.ts';
import type { Translator } from '../locale/translator.ts';
import type { Project } from '../project/load-project.ts';
import type { DecisionReport } from '../report/decision-report.ts';
import { describeDecision } from '../report/describe-decision.ts';
import type { FactValue, Workflow } from '../rules/workflow.ts';
import type { ProgressStore } from './effects/progress-file.ts';
import { type RecordFormat, recordFormatOf, type RecordWriter } from './effects/record-file.ts';
import { eventsFor, type Press } from './keys.ts';
import type { ScreenContext } from './screens/context.ts';
import { formatFarewell } from './screens/farewell.ts';
import { withLowerBounds } from './screens/lower-bounds.ts';
import { lowerBounds } from './screens/steps.ts';
import { formatRecordJson, formatRecordMarkdown, makeRecord } from './screens/walk-record.ts';
import { makeView, type View } from './make-view.ts';
import type { ViewOptions } from './layout/view-options.ts';
import { factsFrom } from './state/answers.ts';
import { reduce } from './state/reduce.ts';
import { formatProgress } from './state/saved-walk.ts';
import type { WalkEvent } from './state/walk-event.ts';
import type { WalkState } from './state/walk-state.ts';

/** Everything that a walk needs from outside. */
export interface WalkOutside {
  project: Project;
  translatorFor: (locale: Locale) => Translator;
  decide: (workflow: Workflow, facts: ReadonlyMap<string, FactValue>) => Promise<Decision>;
  /** Absent where nothing can be kept. */
  store?: ProgressStore;
  records: RecordWriter;
  recordFile?: string;
  /** Where each fact that came with the command line is from. */
  origins: ReadonlyMap<string, string>;
  now: () => Date;
}

/**
 * Runs a walk: takes key presses one after the other, keeps every change on disk before it is shown, and has decisions
 * made. What is shown is asked for with `view`.
 */
export class WalkSession {
  readonly #outside: WalkOutside;
  #options: ViewOptions;
  #state: WalkState;
  #view: View | undefined;
  #described: { decision: Decision; translator: Translator; report: DecisionReport } | undefined;
  #kept: string | undefined;
  /** True while this walk is kept as one without a task. */
  #hasTaskless = false;
  #queue: Promise<void> = Promise.resolve();
  readonly #listeners = new Set<() => void>();
  #settle: { resolve: (state: WalkState) => void; reject: (reason: unknown) => void } | undefined;
  /** Settles when the walk is over. */
  readonly ended: Promise<WalkState>;

  constructor(state: WalkState, outside: WalkOutside, options: ViewOptions) {
    this.#state = state;
    this.#outside = outside;
    this.#options = options;
    this.ended = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
  }

  /** Makes the first decision, where a task is chosen already; call it before the first view. */
  async start(): Promise<void> {
    this.#show(await this.#settled(this.#state));
  }

  get state(): WalkState {
    return this.#state;
  }

  /** Gives what is to be seen; the same object until something changes. */
  readonly view = (): View => {
    this.#view ??= makeView(this.#state, this.#context(this.#state), this.#options);
    return this.#view;
  };

  /** Gives what stays on the terminal when the walk is over. */
  farewell(): string {
    const { size, style } = this.#options;
    return formatFarewell(this.#state, this.#context(this.#state), size.columns, style);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Lays out for another size of the terminal. */
  resize(size: ViewOptions['size']): void {
    this.#options = { ...this.#options, size };
    this.#show(this.#state);
  }

  /** Takes presses; they wait for those before them, whose screens they may have been meant for. */
  press(presses: readonly Press[]): Promise<void> {
    const handle = async (): Promise<void> => {
      for (const press of presses) {
        const { screen, frame } = this.view();
        for (const event of eventsFor(press, this.#state, screen, frame)) await this.#send(event);
      }
    };
    this.#queue = this.#queue.then(handle).catch((error: unknown) => this.#settle?.reject(error));
    return this.#queue;
  }

  async #send(event: WalkEvent): Promise<void> {
    if (this.#state.ended) return;
    let next = await this.#settled(reduce(this.#state, event, this.#outside.project.rules));
    if (event.type === 'record') next = this.#record(next, event.format);
    const { recordFile } = this.#outside;
    const isNew = this.#state.place.stage !== 'result' || next.locale !== this.#state.locale;
    const isOver = (next.place.stage === 'result' && isNew) || next.ended !== undefined;
    if (recordFile !== undefined && isOver && next.decision) next = this.#record(next, undefined, recordFile);
    this.#show(next);
    if (next.ended) {
      if (next.ended === 'finished') this.#forget(next);
      this.#settle?.resolve(next);
    }
  }

  /** Keeps a state and has the decision made that it waits for. */
  async #settled(state: WalkState): Promise<WalkState> {
    const { project, decide } = this.#outside;
    const kept = this.#keep(state);
    if (kept.awaiting === undefined) return kept;
    const workflow = project.rules.workflows.get(kept.workflow ?? '');
    if (!workflow) {
      const { awaiting: _, ...rest } = kept;
      return rest;
    }
    const decision = await decide(workflow, factsFrom(kept.answers));
    return this.#keep(reduce(kept, { type: 'decided', decision }, project.rules));
  }

  /** Writes the progress to disk where it changed; a walk whose answers cannot be kept goes on and says so. */
  #keep(state: WalkState): WalkState {
    const { store, project } = this.#outside;
    if (!store || state.saved || state.place.stage === 'language' || state.ended === 'finished') return state;
    const text = formatProgress(state);
    if (text === this.#kept) return state;
    const { workflow } = state;
    try {
      store.save(text, workflow);
      // What was kept before a task was chosen belongs to the task from now on.
      if (this.#hasTaskless && workflow !== undefined) store.remove(undefined);
      this.#hasTaskless = workflow === undefined;
      this.#kept = text;
      return state;
    } catch (error) {
      return reduce(state, notice('not-saved', error, store.pathOf(workflow)), project.rules);
    }
  }

  #forget({ workflow }: WalkState): void {
    const { store } = this.#outside;
    store?.remove(workflow);
    if (this.#hasTaskless) store?.remove(undefined);
  }

  #record(state: WalkState, format: RecordFormat | undefined, file?: string): WalkState {
    const { records, project, now } = this.#outside;
    const context = this.#context(state);
    if (!context.report) return state;
    const record = makeRecord(state, context.report, now());
    const form = format ?? recordFormatOf(file ?? '') ?? 'markdown';
    const text = form === 'json' ? formatRecordJson(record) : formatRecordMarkdown(record, state, context);
    try {
      const path =
        file === undefined
          ? records.writeNew(record.decision.workflow, form, text)
          : records.write(file, text);
      return reduce(state, { type: 'recorded', path }, project.rules);
    } catch (error) {
      return reduce(state, notice('not-recorded', error, file ?? ''), project.rules);
    }
  }

  #show(state: WalkState): void {
    this.#state = state;
    this.#view = undefined;
    for (const listener of this.#listeners) listener();
  }

  #context(state: WalkState): ScreenContext {
    const { project, translatorFor, recordFile } = this.#outside;
    const translator = translatorFor(state.locale);
    const report = this.#report(state, translator);
    return {
      project,
      translator,
      ...(report ? { report } : {}),
      ...(recordFile === undefined ? {} : { recordFile }),
    };
  }

  /** Gives the decision in words, made once for each decision and language. */
  #report({ decision, answers }: WalkState, translator: Translator): DecisionReport | undefined {
    if (!decision) return undefined;
    const last = this.#described;
    if (last?.decision === decision && last.translator === translator) return last.report;
    const { project, origins } = this.#outside;
    const described = describeDecision(decision, { project, translator, origins });
    const report = withLowerBounds(described, lowerBounds({ answers }), translator);
    this.#described = { decision, translator, report };
    return report;
  }
}

function notice(code: string, error: unknown, path: string): WalkEvent {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return { type: 'notify', code, values: { path, reason } };
}
