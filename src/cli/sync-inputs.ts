import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Document } from '../content/document.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { labelReader } from '../extract/classify-document.ts';
import { loadCues } from '../extract/load-cues.ts';
import type { ContentFolder } from '../project/load-project.ts';
import { type Acceptance, parseAcceptance } from '../sync/pins/acceptance.ts';
import type { LabelsOf } from '../sync/pins/page-findings.ts';
import { parseReviewSpec } from '../sync/review/check-review.ts';
import type { CommandContext } from './command.ts';

/** Reads `--accept`; what is wrong is reported and gives undefined. */
export function readAcceptances(context: CommandContext): Acceptance[] | undefined {
  const { values, flags, positionals } = context.options;
  const diagnostics: Diagnostic[] = positionals.map((found) => ({
    code: 'unexpected-argument',
    severity: 'error',
    values: { found },
  }));
  const acceptances: Acceptance[] = [];
  for (const spec of values.get('accept') ?? []) {
    if (parseReviewSpec(spec)) continue;
    const read = parseAcceptance(spec);
    if ('code' in read) diagnostics.push(read);
    else acceptances.push(read);
  }
  const writes = flags.has('write') ? '--write' : values.has('accept') ? '--accept' : undefined;
  if (flags.has('check') && writes !== undefined) {
    const found = { found: '--check', other: writes };
    diagnostics.push({ code: 'options-exclude-each-other', severity: 'error', values: found });
  }
  context.report(diagnostics);
  return diagnostics.length > 0 ? undefined : acceptances;
}

/** Lists the translations that decisions speak of. */
export function reviewSpecs(context: CommandContext): string[] {
  return (context.options.values.get('accept') ?? []).filter((spec) => parseReviewSpec(spec));
}

/** Reads the earlier pages: those of `--base`, else, with `--content`, the project's own. */
export async function baseDocuments(
  context: CommandContext,
): Promise<{ documents: Document[]; diagnostics: Diagnostic[] }> {
  const { options, io, root } = context;
  const [base] = options.values.get('base') ?? [];
  const own = join(root, 'content');
  const content = contentFolder(context)?.folder;
  if (base === undefined && (content === undefined || isSame(content, own)))
    return { documents: [], diagnostics: [] };
  const { readBase } = await import('../sync/read-base.ts');
  const { results, diagnostics } = await readBase(base ?? own, io.cwd, content ?? own);
  const documents = results.flatMap((each) => ('document' in each ? [each.document] : []));
  // Of the pages that nobody named, faults say nothing about what is compared.
  if (base === undefined) return { documents, diagnostics: [] };
  const errors = results.flatMap((each) => ('error' in each ? [each.error] : []));
  return { documents, diagnostics: [...diagnostics, ...errors] };
}

/** Gives the folder that `--content` names. */
export function contentFolder({ options, io }: CommandContext): ContentFolder | undefined {
  const [content] = options.values.get('content') ?? [];
  return content === undefined ? undefined : { folder: resolve(io.cwd, content), shownFrom: io.cwd };
}

function isSame(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}

/** English is labelled most surely; a plain page has only its own language. */
function sideOf(document: Document): 'source' | 'target' {
  return document.segments.some(({ source }) => source !== undefined) ? 'source' : 'target';
}

/** Gives the labels of pages; a segment is labelled only when asked for. */
export async function labelsReader(): Promise<LabelsOf> {
  const cues = await loadCues();
  return (document) => ({ get: labelReader(document, { side: sideOf(document), cues }) });
}

/** Gives the command line that answers are added to, with what it was called with but the answers. */
export function commandLine({ options }: CommandContext): string {
  const kept = ['project', 'content', 'base'].flatMap((name) =>
    (options.values.get(name) ?? []).map(
      (value) =>
        `--${name} ${/^[\w@%+=:,./-]+$/u.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`}`,
    ),
  );
  return ['waymark sync', ...kept].join(' ');
}
