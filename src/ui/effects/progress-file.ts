import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from './write-file.ts';

/** Where the progress of a walk is kept between runs. */
export interface ProgressStore {
  path: string;
  /** Gives the kept text, or undefined where there is none. */
  load: () => string | undefined;
  /** Writes at once: when this returns, the text is on disk. */
  save: (text: string) => void;
  remove: () => void;
}

/** Gives the folder for what a user's programs keep between runs, by the XDG Base Directory Specification. */
export function stateFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_STATE_HOME: given, HOME: home = env['USERPROFILE'] } = env;
  if (given !== undefined && given.startsWith('/')) return join(given, 'waymark');
  return home === undefined || home === '' ? undefined : join(home, '.local', 'state', 'waymark');
}

/** Keeps the progress in `walk.json` of a folder. */
export function openProgressStore(folder: string): ProgressStore {
  const path = join(folder, 'walk.json');
  return {
    path,
    load: () => {
      try {
        return readFileSync(path, 'utf8');
      } catch {
        return undefined;
      }
    },
    save: (text) => writeFileAtomic(path, text, true),
    remove: () => rmSync(path, { force: true }),
  };
}
