import { Readable, Writable } from 'node:stream';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';

/** What a command left behind. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command line in-process, away from this machine's settings. */
export async function runCommand(
  argv: readonly string[],
  {
    stdin = '',
    env = {},
    cwd = process.cwd(),
  }: { stdin?: string | Buffer; env?: Io['env']; cwd?: string } = {},
): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr'): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written[name] += chunk.toString('utf8');
        done();
      },
    });
  const io: Io = {
    stdin: Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    env,
    cwd,
    systemLocale: 'en-US',
  };
  const code = await run(argv, io);
  return { code, ...written };
}

/** Runs a command with `--format json` and gives what it printed. */
// The type is the caller's word for what the command prints; the tests then hold it to that.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export async function runJson<T>(
  argv: readonly string[],
  options?: Parameters<typeof runCommand>[1],
): Promise<Outcome & { json: T }> {
  const outcome = await runCommand([...argv, '--format', 'json'], options);
  return { ...outcome, json: JSON.parse(outcome.stdout === '' ? 'null' : outcome.stdout) as T };
}
