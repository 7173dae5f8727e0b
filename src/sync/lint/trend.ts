import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { compareText } from '../../diagnostic/diagnostic.ts';

/** What one run found, as one line of the trend file keeps it. */
export interface TrendEntry {
  /** YYYY-MM-DD. */
  date: string;
  documents: number;
  segments: number;
  errors: number;
  warnings: number;
  accepted: number;
  /** Open findings by check. */
  checks: Record<string, number>;
  /** Open findings by locale. */
  locales: Record<string, number>;
}

/** What a trend entry counts. */
interface Counted {
  check: string;
  locale: string;
  severity: 'error' | 'warning';
  status: string;
}

/** Counts the findings of a run; accepted ones are not open. */
export function countFindings(
  findings: readonly Counted[],
  run: Pick<TrendEntry, 'date' | 'documents' | 'segments'>,
): TrendEntry {
  const open = findings.filter(({ status }) => status !== 'accepted');
  return {
    ...run,
    errors: open.filter(({ severity }) => severity === 'error').length,
    warnings: open.filter(({ severity }) => severity === 'warning').length,
    accepted: findings.length - open.length,
    checks: countBy(open, ({ check }) => check),
    locales: countBy(open, ({ locale }) => locale),
  };
}

/** Writes an entry as a line of the trend file. */
export function formatTrendEntry(entry: TrendEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

/** Reads a trend file; a line that is no entry is a diagnostic and the others are read. */
export function parseTrend(text: string, path: string): { entries: TrendEntry[]; diagnostics: Diagnostic[] } {
  const entries: TrendEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  text.split(/\r?\n/u).forEach((line, index) => {
    if (line.trim() === '') return;
    const entry = parseEntry(line);
    if (entry) entries.push(entry);
    else
      diagnostics.push({
        code: 'invalid-trend-line',
        severity: 'warning',
        path,
        at: { line: index + 1, column: 1 },
      });
  });
  return { entries, diagnostics };
}

function parseEntry(line: string): TrendEntry | undefined {
  try {
    const value = JSON.parse(line) as Partial<TrendEntry> | null;
    const numbers = [value?.documents, value?.segments, value?.errors, value?.warnings];
    return typeof value?.date === 'string' && numbers.every((number) => Number.isInteger(number))
      ? (value as TrendEntry)
      : undefined;
  } catch {
    return undefined;
  }
}

function countBy(findings: readonly Counted[], key: (finding: Counted) => string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(key(finding), (counts.get(key(finding)) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a], [b]) => compareText(a, b)));
}
