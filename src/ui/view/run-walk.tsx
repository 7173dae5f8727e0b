import { render } from 'ink';
import type { WalkSession } from '../session.ts';
import type { WalkState } from '../state/walk-state.ts';
import { WalkApp } from './walk-app.tsx';

/** The terminal that a walk runs on. */
export interface WalkTerminal {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
  isScreenReaderEnabled: boolean;
}

/** Runs a walk on a terminal until the person ends it, and takes the screen down again. */
export async function runWalk(session: WalkSession, terminal: WalkTerminal): Promise<WalkState> {
  await session.start();
  const instance = render(<WalkApp session={session} />, {
    ...terminal,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  // Ink ends by itself only on a fault in what it shows, which is then thrown here.
  const taken = instance.waitUntilExit().then(() => session.state);
  try {
    return await Promise.race([session.ended, taken]);
  } finally {
    instance.clear();
    instance.unmount();
    await taken.catch(() => undefined);
  }
}
