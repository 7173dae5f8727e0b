import type { CommandContext } from './command.ts';
import type { Io } from './io.ts';
import { printWalk } from './walk-print.ts';

/**
 * Walks someone through a task on a terminal. Where there is none, nothing is asked: the walkthrough is printed.
 */
export async function run(context: CommandContext): Promise<number> {
  const { io, format } = context;
  if (format !== 'pretty' || !isInteractive(io)) return printWalk(context);
  // Ink and React load only here, where they are needed.
  const { walkOnTerminal } = await import('./walk-terminal.ts');
  return walkOnTerminal(context);
}

/** Tells whether someone can be asked: a terminal on both sides that can move its cursor, and no CI job. */
function isInteractive({ stdin, stdout, env }: Io): boolean {
  const isTerminal = stdout.isTTY === true && 'isTTY' in stdin && stdin.isTTY === true;
  // By these variables Ink itself judges, and shows nothing until the end.
  const isJob = ['CI', 'CONTINUOUS_INTEGRATION'].some((name) => !['0', 'false'].includes(env[name] ?? '0'));
  return (
    isTerminal && env['TERM'] !== 'dumb' && !isJob && !Object.keys(env).some((name) => name.startsWith('CI_'))
  );
}
