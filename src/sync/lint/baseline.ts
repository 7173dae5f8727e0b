import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { compareText } from '../../diagnostic/diagnostic.ts';
import type { FindingValue } from '../finding.ts';

/** Writes a baseline: the ids of findings that are known, sorted, so that two versions of the file compare well. */
export function formatBaseline(findings: readonly Pick<FindingValue, 'id'>[]): string {
  const known = [...new Set(findings.map(({ id }) => id))].toSorted(compareText);
  return `${JSON.stringify({ baseline: 1, findings: known }, null, 2)}\n`;
}

/** Reads a baseline; what is no baseline is a diagnostic. */
export function parseBaseline(text: string, path: string): Set<string> | Diagnostic {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { code: 'invalid-json', severity: 'error', path, values: { reason } };
  }
  const findings = typeof value === 'object' && value !== null && 'findings' in value ? value.findings : [];
  const version = typeof value === 'object' && value !== null && 'baseline' in value ? value.baseline : 0;
  if (version !== 1 || !Array.isArray(findings) || !findings.every((id) => typeof id === 'string'))
    return { code: 'invalid-baseline', severity: 'error', path };
  return new Set(findings);
}
