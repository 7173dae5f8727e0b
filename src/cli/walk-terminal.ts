import { decide } from '../engine/decide.ts';
import { matchLocale } from '../locale/negotiate.ts';
import type { Project } from '../project/load-project.ts';
import { createStyle } from '../report/style.ts';
import { openProgressStore, type ProgressStore, stateFolder } from '../ui/effects/progress-file.ts';
import { openRecordWriter } from '../ui/effects/record-file.ts';
import { type WalkOutside, WalkSession } from '../ui/session.ts';
import { beginWalk } from '../ui/state/begin-walk.ts';
import { parseProgress } from '../ui/state/saved-walk.ts';
import type { WalkProgress, WalkState } from '../ui/state/walk-state.ts';
import { runWalk } from '../ui/view/run-walk.tsx';
import { sizeOf } from '../ui/view/walk-app.tsx';
import { verdictCodes } from './check.ts';
import { type CommandContext, exitCodes } from './command.ts';
import { findWorkflow } from './find-workflow.ts';
import { wantsColours } from './io.ts';
import { canBeJudged, noWorkflows, reportProject } from './project-diagnostics.ts';
import { readCase } from './read-case.ts';

/** Runs the walkthrough on the terminal; the exit code is the verdict's, or that of an interruption. */
export async function walkOnTerminal(context: CommandContext): Promise<number> {
  const { io, options, translator } = context;
  const project = await context.project();
  reportProject(project, context);
  const [named] = options.positionals;
  const workflow = named === undefined ? undefined : findWorkflow(project, context);
  const found = await readCase(context, project.rules.facts);
  if ((named !== undefined && !workflow) || !found) return exitCodes.cannotJudge;
  if (project.rules.workflows.size === 0) {
    context.report([noWorkflows(context)]);
    return exitCodes.cannotJudge;
  }
  // Where the task is chosen on the screen, every task must rest on pages that could be read.
  const choosable = workflow ? [workflow] : [...project.rules.workflows.values()];
  if (!choosable.every((each) => canBeJudged(each, project))) return exitCodes.cannotJudge;

  const folder = stateFolder(io.env);
  const store = folder === undefined ? undefined : openProgressStore(folder);
  const saved = findSaved(store, project, workflow?.workflow);
  const wishes = options.values.get('locale') ?? [io.env['WAYMARK_LOCALE'] ?? ''];
  const begun = beginWalk(
    {
      locale: translator.locale,
      isLocaleChosen: wishes.some((wish) => matchLocale(wish) !== undefined),
      ...(workflow ? { workflow: workflow.workflow } : {}),
      facts: found.facts,
      saved,
      resume: options.flags.has('resume'),
    },
    project.rules,
  );
  const isMissed = options.flags.has('resume') && saved.length === 0;
  const state: WalkState = isMissed ? { ...begun, notice: { code: 'nothing-saved' } } : begun;
  const [recordFile] = options.values.get('record') ?? [];
  const outside: WalkOutside = {
    project,
    translatorFor: context.translatorFor,
    decide: (task, facts) => decide(project.rules, project.documents, task, facts),
    ...(store ? { store } : {}),
    records: openRecordWriter(io.cwd),
    ...(recordFile === undefined ? {} : { recordFile }),
    origins: found.origins,
    now: () => new Date(),
  };
  const session = new WalkSession(state, outside, {
    size: sizeOf(io.stdout),
    style: createStyle(wantsColours(io)),
    isSpoken: io.env['INK_SCREEN_READER'] === 'true',
  });
  const ended = await runWalk(session, {
    stdin: io.stdin as NodeJS.ReadStream,
    stdout: io.stdout as NodeJS.WriteStream,
    stderr: io.stderr as NodeJS.WriteStream,
    isScreenReaderEnabled: io.env['INK_SCREEN_READER'] === 'true',
  });
  context.write(session.farewell());
  if (ended.ended !== 'finished') return exitCodes.interrupted;
  return ended.decision ? verdictCodes[ended.decision.verdict] : exitCodes.unknown;
}

/** Reads the kept walks; where a task was asked for, those of others are not offered. */
function findSaved(
  store: ProgressStore | undefined,
  project: Project,
  workflow: string | undefined,
): WalkProgress[] {
  const known = new Set<string | undefined>();
  return (store?.load() ?? []).flatMap((text) => {
    const saved = parseProgress(text, project.rules);
    if (!saved || known.has(saved.workflow) || (workflow !== undefined && saved.workflow !== workflow))
      return [];
    known.add(saved.workflow);
    return [saved];
  });
}
