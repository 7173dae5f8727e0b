import { Box, Text, useInput, useStdout } from 'ink';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { pressesFrom } from '../keys.ts';
import type { Size } from '../layout/size.ts';
import type { WalkSession } from '../session.ts';

/** Props of the walkthrough. */
export interface WalkAppProps {
  session: WalkSession;
  /** Size to lay out for; by default the terminal's, followed as it changes. */
  size?: Size;
}

/** Shows a walk and hands the keys to it. */
export function WalkApp({ session, size }: WalkAppProps): ReactNode {
  const { stdout } = useStdout();
  useEffect(() => {
    if (size) return undefined;
    const follow = (): void => session.resize(sizeOf(stdout));
    stdout.on('resize', follow);
    return () => void stdout.off('resize', follow);
  }, [session, size, stdout]);
  useInput((input, key) => void session.press(pressesFrom(input, key)));
  const { frame } = useSyncExternalStore(session.subscribe, session.view);
  return <Lines lines={frame.lines} />;
}

/** Shows lines that fit already, one below the other. */
function Lines({ lines }: { lines: readonly string[] }): ReactNode {
  return (
    <Box flexDirection="column">
      {lines.map((line, index) => (
        // A line is known by its place alone.
        // eslint-disable-next-line react/no-array-index-key
        <Text key={index} wrap="truncate">
          {line === '' ? ' ' : line}
        </Text>
      ))}
    </Box>
  );
}

/** Gives the size of a terminal; one that does not tell counts as the common 80 by 24. */
export function sizeOf({ columns, rows }: { columns?: number; rows?: number }): Size {
  return { columns: columns ?? 80, rows: rows ?? 24 };
}
