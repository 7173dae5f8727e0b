import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { fidelityChecks, type FindingSeverity, pageChecks, versionChecks } from '../sync/finding.ts';
import type { CommandContext } from './command.ts';

/** The options of `lint`, checked. */
export interface LintSettings {
  paths: readonly string[];
  base?: string;
  baseline?: string;
  writeBaseline?: string;
  since?: string;
  trend?: string;
  /** Day of the run, YYYY-MM-DD. */
  date: string;
  /** The least severity that is reported. */
  severity: FindingSeverity;
  /** The least severity of a new finding that fails the run. */
  failOn: FindingSeverity | 'never';
  /** The most items to show; 0 shows all, absent leaves it to the format. */
  maxItems?: number;
  /** Names of the checks that are wanted; absent wants all. */
  checks?: ReadonlySet<string>;
}

const checkNames: readonly string[] = [...fidelityChecks, ...pageChecks, ...versionChecks];

/** Reads the options; without settings there is at least one error. */
export function readLintSettings({ options }: CommandContext): {
  settings?: LintSettings;
  diagnostics: Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const one = (name: string): string | undefined => options.values.get(name)?.[0];
  const unexpected = (path: string, found: string, expected: string): void =>
    void diagnostics.push({
      code: 'unexpected-value',
      severity: 'error',
      path: `--${path}`,
      values: { found, expected },
    });
  const choice = <Choice extends string>(
    name: string,
    fallback: Choice,
    others: readonly Choice[],
  ): Choice => {
    const found = one(name);
    const chosen = [fallback, ...others].find((each) => each === (found ?? fallback));
    if (chosen === undefined) unexpected(name, found ?? '', [fallback, ...others].join(', '));
    return chosen ?? fallback;
  };
  const severity = choice<FindingSeverity>('severity', 'warning', ['error']);
  const failOn = choice<FindingSeverity | 'never'>('fail-on', 'error', ['warning', 'never']);
  const checks = options.values.get('check')?.flatMap((names) => names.split(','));
  for (const name of checks ?? [])
    if (!checkNames.includes(name)) unexpected('check', name, checkNames.join(', '));
  const items = one('max-items');
  if (items !== undefined && !/^\d{1,6}$/u.test(items)) unexpected('max-items', items, '0, 1, 2, …');
  const date = one('date') ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date) || Number.isNaN(Date.parse(date)))
    unexpected('date', date, 'YYYY-MM-DD');
  const given = (['base', 'baseline', 'since', 'trend'] as const).flatMap((name) => {
    const value = one(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const writeBaseline = one('write-baseline');
  if (options.positionals.length === 0)
    diagnostics.push({ code: 'missing-argument', severity: 'error', values: { expected: 'PATH…' } });
  if (diagnostics.length > 0) return { diagnostics };
  return {
    settings: {
      paths: options.positionals,
      ...Object.fromEntries(given),
      ...(writeBaseline === undefined ? {} : { writeBaseline }),
      date,
      severity,
      failOn,
      ...(items === undefined ? {} : { maxItems: Number(items) }),
      ...(checks ? { checks: new Set(checks) } : {}),
    },
    diagnostics,
  };
}
