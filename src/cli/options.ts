import { parseArgs } from 'node:util';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggestName } from '../diagnostic/suggestion.ts';

/** An option of a command: whether it takes a value, and whether it may be given several times. */
export interface OptionSpec {
  type: 'string' | 'boolean';
  multiple?: boolean;
  short?: string;
}

/** Options by name. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** A command line as read. */
export interface ParsedOptions {
  values: ReadonlyMap<string, readonly string[]>;
  flags: ReadonlySet<string>;
  positionals: string[];
  diagnostics: Diagnostic[];
}

/** Options that every command has. */
export const commonOptions: OptionSpecs = {
  locale: { type: 'string' },
  project: { type: 'string' },
  content: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
};

/** Splits a command line into the command, the first argument that is no option, and everything else. */
export function splitCommand(args: readonly string[]): { name?: string; rest: string[] } {
  const options = { ...commonOptions };
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const first = tokens.find((token) => token.kind === 'positional');
  return first
    ? { name: first.value, rest: args.filter((_, index) => index !== first.index) }
    : { rest: [...args] };
}

/** Reads a command line; what does not fit is a diagnostic, each thing that is wrong in its turn. */
export function parseOptions(args: readonly string[], specs: OptionSpecs): ParsedOptions {
  const values = new Map<string, string[]>();
  const flags = new Set<string>();
  const positionals: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const known = Object.keys(specs);
  const report = (code: string, found: string, more: Partial<Diagnostic> = {}): void => {
    diagnostics.push({ code, severity: 'error', values: { found }, ...more });
  };
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...specs },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (!spec) {
      report(
        'unknown-option',
        token.rawName,
        suggestName(token.name, known, (name) => `--${name}`),
      );
    } else if (spec.type === 'boolean') {
      if (token.value === undefined) flags.add(token.name);
      else report('option-takes-no-value', token.rawName);
    } else if (token.value === undefined) {
      report('option-needs-value', token.rawName);
    } else {
      const earlier = values.get(token.name) ?? [];
      if (earlier.length > 0 && spec.multiple !== true) report('option-given-twice', token.rawName);
      values.set(token.name, [...earlier, token.value]);
    }
  }
  return { values, flags, positionals, diagnostics };
}
