import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { leaveOut } from '../left-out.ts';

/** The built command, as users run it. */
export const builtCommand = join(import.meta.dirname, '../../dist/waymark.js');

type Spawn = typeof import('@lydell/node-pty').spawn;

/** Gives what starts a program on a pseudo-terminal, or undefined where that or the built command is not there. */
export async function findTerminal(): Promise<Spawn | undefined> {
  if (!existsSync(builtCommand)) {
    leaveOut('the walkthrough on a terminal (not built: npm run build)');
    return undefined;
  }
  try {
    return (await import('@lydell/node-pty')).spawn;
  } catch {
    leaveOut('the walkthrough on a terminal (no @lydell/node-pty for this machine)');
    return undefined;
  }
}

/** A program on a terminal, driven by what it shows and never by the clock. */
export interface Terminal {
  /** Waits until these words are shown after the last keys. */
  until: (words: string) => Promise<void>;
  keys: (keys: string) => void;
  resize: (columns: number, rows: number) => void;
  kill: (signal: string) => void;
  /** Settles with the exit code when the program has ended. */
  ended: Promise<number>;
  /** Everything shown so far. */
  shown: () => string;
  /** The same with its control sequences. */
  raw: () => string;
}

/** Starts the walkthrough on a terminal of its own. */
export function startTerminal(
  spawn: Spawn,
  args: readonly string[],
  {
    env,
    cwd,
    columns = 80,
    rows = 30,
  }: { env: Record<string, string>; cwd: string; columns?: number; rows?: number },
): Terminal {
  const program = spawn(process.execPath, [builtCommand, ...args], {
    cols: columns,
    rows,
    cwd,
    // Away from this machine's settings; a CI variable would keep the walkthrough from asking.
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env },
  });
  let all = '';
  let since = '';
  let wake: () => void = () => {};
  program.onData((data) => {
    all += data;
    since += data;
    wake();
  });
  const ended = new Promise<number>((resolve) => {
    program.onExit(({ exitCode }) => {
      resolve(exitCode);
      wake();
    });
  });
  let isOver = false;
  void ended.then(() => (isOver = true));
  const plain = (text: string): string => stripVTControlCharacters(text).replace(/\s+/gu, ' ');
  return {
    until: async (words) => {
      while (!plain(since).includes(words)) {
        if (isOver) throw new Error(`ended without showing “${words}”:\n${plain(since)}`);
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    keys: (keys) => {
      since = '';
      program.write(keys);
    },
    resize: (toColumns, toRows) => {
      since = '';
      program.resize(toColumns, toRows);
    },
    kill: (signal) => program.kill(signal),
    ended,
    shown: () => plain(all),
    raw: () => all,
  };
}
