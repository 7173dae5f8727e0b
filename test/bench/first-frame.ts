import { leaveOut } from '../left-out.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IPty } from '@lydell/node-pty';
import { compare, type Row } from './measure.ts';

const rounds = 11;

/** Times the walkthrough up to its first frame against an empty Node process, both on a terminal of their own. */
export async function firstFrameRows(): Promise<Row[]> {
  const spawn = await import('@lydell/node-pty').then(
    (pty) => pty.spawn,
    () => undefined,
  );
  if (!spawn) {
    leaveOut('first frame of the walkthrough (no @lydell/node-pty)');
    return [];
  }
  const env = {
    ...process.env,
    WAYMARK_LOCALE: 'en',
    XDG_STATE_HOME: mkdtempSync(join(tmpdir(), 'waymark-')),
  };
  const run = (argv: string[], done: (terminal: IPty, finish: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      const terminal = spawn(process.execPath, argv, { cols: 80, rows: 24, env });
      done(terminal, resolve);
    });
  const frame = (): Promise<void> =>
    run(['dist/waymark.js', 'walk'], (terminal, finish) => {
      const heard = terminal.onData((text) => {
        if (!text.includes('Waymark')) return;
        heard.dispose();
        terminal.onExit(() => finish());
        terminal.kill('SIGKILL');
      });
    });
  const empty = (): Promise<void> =>
    run(['-e', '0'], (terminal, finish) => void terminal.onExit(() => finish()));
  const ratio = await compare(frame, empty, rounds);
  return [{ work: 'start: first frame of the walkthrough', reference: 'empty Node process', ratio, bar: 10 }];
}
