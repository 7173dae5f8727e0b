import type { Diagnostic } from './diagnostic.ts';

/** Thrown where nothing can go on and the user can mend it: shown as messages without a stack, exit code 2. */
export class InputError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((diagnostic) => `${diagnostic.path ?? ''} ${diagnostic.code}`).join('; '));
    this.name = 'InputError';
    this.diagnostics = diagnostics;
  }
}
