import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../diagnostic/diagnostic.ts';
import { writeText } from '../../diagnostic/write-text.ts';

/** Where the progress of walks is kept between runs: one for each task, and one where no task is chosen yet. */
export interface ProgressStore {
  /** Gives the path that the walk of a task is kept at. */
  pathOf: (workflow: string | undefined) => string;
  /** Gives the kept texts, the one written last first. */
  load: () => string[];
  /** Writes at once: when this returns, the text is on disk. */
  save: (text: string, workflow: string | undefined) => void;
  remove: (workflow: string | undefined) => void;
}

/** Gives the folder for what a user's programs keep between runs, by the XDG Base Directory Specification. */
export function stateFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_STATE_HOME: given, HOME: home = env['USERPROFILE'] } = env;
  if (given !== undefined && given.startsWith('/')) return join(given, 'waymark');
  return home === undefined || home === '' ? undefined : join(home, '.local', 'state', 'waymark');
}

/** Keeps the progress of a task in `walk-<task>.json` of a folder, and in `walk.json` where no task is chosen yet. */
export function openProgressStore(folder: string): ProgressStore {
  const pathOf = (workflow: string | undefined): string =>
    join(folder, workflow === undefined ? 'walk.json' : `walk-${encodeURIComponent(workflow)}.json`);
  return {
    pathOf,
    load: () =>
      listKept(folder)
        .map((path) => ({ path, ...readKept(path) }))
        .toSorted((a, b) => b.time - a.time || compareText(a.path, b.path))
        .flatMap(({ text }) => text ?? []),
    save: (text, workflow) => writeText(pathOf(workflow), text, true),
    remove: (workflow) => rmSync(pathOf(workflow), { force: true }),
  };
}

function listKept(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^walk(?:-.+)?\.json$/u.test(name))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function readKept(path: string): { text?: string; time: number } {
  try {
    return { text: readFileSync(path, 'utf8'), time: statSync(path).mtimeMs };
  } catch {
    return { time: 0 };
  }
}
