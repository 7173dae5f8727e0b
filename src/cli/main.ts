#!/usr/bin/env node
import { exitCodes } from './command.ts';
import { run } from './run.ts';

// A promise that never settles ends Node with code 0; nothing counts as a pass before it is a result.
process.exitCode = exitCodes.cannotJudge;
// A reader that has seen enough, such as `head`, closes the pipe; that is no fault of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
// Files are written between two turns of the event loop, so that none is ever left half written here.
process.once('SIGINT', () => process.exit(exitCodes.interrupted));
// Not awaited at top level, where Node would replace the code with 13.
void run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  // Any of Intl tells it, and this one takes a fiftieth of the time of `DateTimeFormat`.
  systemLocale: new Intl.PluralRules().resolvedOptions().locale,
}).then((code) => {
  process.exitCode = code;
});
