import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { readText } from '../diagnostic/read-text.ts';
import type { Acceptance } from '../sync/lint/acceptances.ts';
import { parseBaseline } from '../sync/lint/baseline.ts';
import type { ChangedPages } from '../sync/lint/changed-pages.ts';
import type { EarlierPages } from '../sync/lint/earlier-pages.ts';
import { parseTrend, type TrendEntry } from '../sync/lint/trend.ts';
import type { CommandContext } from './command.ts';
import type { LintSettings } from './lint-settings.ts';

/** Name of the file of acceptances. */
const acceptancesFileName = 'waymark.accept.yaml';

/** What `lint` reads besides the pages. */
export interface LintInputs {
  acceptances: Acceptance[];
  baseline?: ReadonlySet<string>;
  base?: EarlierPages;
  since?: ChangedPages;
  /** The trend file as it was, and what it says. */
  trend?: { text: string; entries: TrendEntry[] };
}

/**
 * Reads the files and revisions that the options name.
 *
 * A fault in acceptances or trend is reported and the pages are still checked; without the base, baseline or revision
 * that was asked for the answer would be another, so then there are no inputs.
 */
export async function readLintInputs(
  settings: LintSettings,
  context: CommandContext,
  diagnostics: Diagnostic[],
): Promise<LintInputs | undefined> {
  const { cwd } = context.io;
  const near = settings.paths[0] ?? '.';
  const inputs: LintInputs = { acceptances: await readAcceptances(context, diagnostics) };
  const problems: Diagnostic[] = [];
  if (settings.base !== undefined) {
    const { openEarlierPages } = await import('../sync/lint/earlier-pages.ts');
    const base = await openEarlierPages(settings.base, cwd, near);
    if ('code' in base) problems.push(base);
    else inputs.base = base;
  }
  if (settings.since !== undefined) {
    const { openChangedPages } = await import('../sync/lint/changed-pages.ts');
    const since = await openChangedPages(settings.since, cwd, near);
    if ('code' in since) problems.push(since);
    else inputs.since = since;
  }
  if (settings.baseline !== undefined) {
    const text = await readText(resolve(cwd, settings.baseline), settings.baseline, { pipes: true });
    const baseline = typeof text === 'string' ? parseBaseline(text, settings.baseline) : text;
    if ('code' in baseline) problems.push(baseline);
    else inputs.baseline = baseline;
  }
  if (settings.trend !== undefined && existsSync(resolve(cwd, settings.trend))) {
    const text = await readText(resolve(cwd, settings.trend), settings.trend);
    if (typeof text !== 'string') problems.push(text);
    else {
      const { entries, diagnostics: faults } = parseTrend(text, settings.trend);
      diagnostics.push(...faults);
      inputs.trend = { text, entries };
    }
  }
  diagnostics.push(...problems);
  return problems.length > 0 ? undefined : inputs;
}

/** Reads the nearest file of acceptances at or above the working folder, else that of the project. */
async function readAcceptances(context: CommandContext, diagnostics: Diagnostic[]): Promise<Acceptance[]> {
  const path =
    (context.options.values.has('project') ? undefined : findAbove(context.io.cwd)) ??
    join(context.root, acceptancesFileName);
  if (!existsSync(path)) return [];
  const below = relative(context.io.cwd, path);
  const shown = below.startsWith('..') ? path : below;
  const text = await readText(path, shown);
  if (typeof text !== 'string') {
    diagnostics.push(text);
    return [];
  }
  // The YAML and schema libraries are loaded only where there is such a file.
  const { parseAcceptances } = await import('../sync/lint/acceptances.ts');
  const parsed = parseAcceptances(text, shown);
  diagnostics.push(...parsed.diagnostics);
  return parsed.acceptances;
}

function findAbove(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, acceptancesFileName))) return join(folder, acceptancesFileName);
    if (dirname(folder) === folder) return undefined;
  }
}
