import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Locale } from '../locale/negotiate.ts';
import type { Translator } from '../locale/translator.ts';
import type { Project } from '../project/load-project.ts';
import type { Style } from '../report/style.ts';
import type { Io } from './io.ts';
import type { OptionSpecs, ParsedOptions } from './options.ts';

/** Exit codes by meaning. */
export const exitCodes = { ok: 0, found: 1, cannotJudge: 2, unknown: 3, interrupted: 130 } as const;

/** What a running command has at hand. */
export interface CommandContext {
  io: Io;
  options: ParsedOptions;
  translator: Translator;
  /** Gives the words of another language, for a reader who changes it while a command runs. */
  translatorFor: (locale: Locale) => Translator;
  style: Style;
  /** Format asked for, or the command's first. */
  format: string;
  /** Folder of the project. */
  root: string;
  /** Loads rules and documents once. */
  project: () => Promise<Project>;
  /** Writes diagnostics to standard error. */
  report: (diagnostics: readonly Diagnostic[]) => void;
  /** Writes to standard output. */
  write: (text: string) => void;
}

/** One command: what it takes, and the module that runs it, loaded only when it is called. */
export interface Command {
  /** Names of the arguments for the usage line; `[x]` may be left out, `x…` may be several. */
  arguments: string[];
  options: OptionSpecs;
  /** Formats it can write, the default first. */
  formats: readonly string[];
  load: () => Promise<{ run: (context: CommandContext) => Promise<number> }>;
}
