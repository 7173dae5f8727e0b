import type { Readable, Writable } from 'node:stream';

/** Everything outside that a command touches, so that it can run in-process in tests. */
export interface Io {
  stdin: Readable;
  stdout: Writable & { isTTY?: boolean; columns?: number };
  stderr: Writable & { isTTY?: boolean; columns?: number };
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  /** Language that the system is set to, as a BCP 47 tag. */
  systemLocale?: string;
}

/** Width to write at when there is no terminal: what logs and mails show whole. */
const defaultColumns = 80;

/** Gives the width of the output, in columns. */
export function columnsOf(io: Io): number {
  const wish = Number(io.env['COLUMNS']);
  return io.stdout.columns ?? (Number.isInteger(wish) && wish > 0 ? wish : defaultColumns);
}

/** Tells whether a stream gets colours: a terminal, unless `NO_COLOR` or `TERM=dumb`. */
export function wantsColours(io: Io, stream: 'stdout' | 'stderr' = 'stdout'): boolean {
  const refused = (io.env['NO_COLOR'] ?? '') !== '' || io.env['TERM'] === 'dumb';
  return io[stream].isTTY === true && !refused;
}

/** Reads all of standard input. */
export async function readStdin(io: Io): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk as Uint8Array | string));
  return Buffer.concat(chunks);
}
