import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { decodeText, readText } from '../diagnostic/read-text.ts';
import { type Case, mergeCases } from '../facts/case.ts';
import type { CaseResult } from '../facts/case-from-entries.ts';
import { parseFactFlags } from '../facts/parse-fact-flags.ts';
import type { Fact } from '../rules/workflow.ts';
import type { CommandContext } from './command.ts';
import { readStdin } from './io.ts';

/** What standard input is called in messages and origins. */
const stdinName = '<stdin>';

/** Reads the case of a command line: `--fact` stands over `--facts`. Undefined where something was wrong, and said. */
export async function readCase(
  context: CommandContext,
  facts: ReadonlyMap<string, Fact>,
): Promise<Case | undefined> {
  // Without a vocabulary, which is missing or broken and has been reported, no fact can be judged.
  if (facts.size === 0) return undefined;
  const results: CaseResult[] = [];
  const [file] = context.options.values.get('facts') ?? [];
  if (file !== undefined) results.push(await readCaseFile(file, context, facts));
  results.push(parseFactFlags(context.options.values.get('fact') ?? [], facts));
  const diagnostics = results.flatMap((result) => result.diagnostics);
  context.report(diagnostics);
  return diagnostics.length > 0 ? undefined : mergeCases(results.map((result) => result.case));
}

async function readCaseFile(
  file: string,
  context: CommandContext,
  facts: ReadonlyMap<string, Fact>,
): Promise<CaseResult> {
  const shown = file === '-' ? stdinName : file;
  const text =
    file === '-'
      ? decodeText(await readStdin(context.io), shown)
      : await readText(resolve(context.io.cwd, file), shown, { pipes: true });
  if (typeof text !== 'string') return failed(text);
  const [wanted] = context.options.values.get('input') ?? [];
  const format = wanted ?? (/\.json$/iu.test(file) ? 'json' : 'yaml');
  if (format !== 'json' && format !== 'yaml') {
    const values = { found: format, expected: 'yaml, json' };
    return failed({ code: 'unknown-format', severity: 'error', path: '--input', values });
  }
  const { parseCase } = await import('../facts/parse-case.ts');
  return parseCase(text, shown, format, facts);
}

function failed(diagnostic: Diagnostic): CaseResult {
  return { case: { facts: new Map(), origins: new Map() }, diagnostics: [diagnostic] };
}
