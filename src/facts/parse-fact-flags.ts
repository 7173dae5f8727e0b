import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Fact } from '../rules/workflow.ts';
import { caseFromEntries, type CaseResult } from './case-from-entries.ts';

/** What diagnostics and origins call facts from the command line. */
const flagOrigin = '--fact';

/**
 * Parses `--fact name=value` flags. A list is written `a;b`; an empty value or `null` leaves the fact missing.
 * A name given twice is an error, whatever the values.
 */
export function parseFactFlags(flags: readonly string[], facts: ReadonlyMap<string, Fact>): CaseResult {
  const diagnostics: Diagnostic[] = [];
  const entries: [string, unknown][] = [];
  const seen = new Set<string>();
  for (const flag of flags) {
    const at = flag.indexOf('=');
    const name = at < 0 ? flag : flag.slice(0, at);
    if (at <= 0) {
      diagnostics.push({
        code: 'invalid-fact-flag',
        severity: 'error',
        path: flagOrigin,
        values: { found: flag },
      });
    } else if (seen.has(name)) {
      diagnostics.push({
        code: 'duplicate-key',
        severity: 'error',
        path: flagOrigin,
        values: { found: name },
      });
    } else {
      seen.add(name);
      entries.push([name, readFlagValue(flag.slice(at + 1), facts.get(name))]);
    }
  }
  const result = caseFromEntries(entries, flagOrigin, facts, () => ({}));
  return { case: result.case, diagnostics: [...diagnostics, ...result.diagnostics] };
}

/** Reads a value by the type of its fact; what does not fit stays text and is refused with the others. */
function readFlagValue(text: string, fact: Fact | undefined): unknown {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === 'null') return null;
  if (fact?.type === 'integer') return /^[+-]?\d+$/u.test(trimmed) ? Number(trimmed) : trimmed;
  if (fact?.type === 'boolean') return trimmed === 'true' ? true : trimmed === 'false' ? false : trimmed;
  if (fact?.type === 'codes') {
    return trimmed
      .replace(/^\[|\]$/gu, '')
      .split(/[;,]/u)
      .map((code) => code.trim())
      .filter((code) => code !== '');
  }
  return trimmed;
}
