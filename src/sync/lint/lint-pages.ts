import { join } from 'node:path';
import type { Document } from '../../content/document.ts';
import { eachDocument, type ReadPage, type ReadResult } from '../../content/read-documents.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { checkDocument, placeDefect } from '../check-document.ts';
import type { Languages } from '../fidelity/load-languages.ts';
import { compareFindings, type FindingValue } from '../finding.ts';
import type { ChangedPages } from './changed-pages.ts';
import { compareVersions } from './compare-versions.ts';
import type { EarlierPages } from './earlier-pages.ts';
import { ArticleLanguages } from './missing-pages.ts';
import { NewPages, type RemovedPage } from './removed-pages.ts';

/** Labels of a page's segments, by segment id. */
export type Labels = Pick<ReadonlyMap<string, readonly string[]>, 'get'>;

/** What a run needs besides the paths. */
export interface LintOptions {
  /** Folder that the paths are relative to. */
  cwd: string;
  languages: Languages;
  /** How a page is read, where some are known already. */
  read?: ReadPage;
  /** Labels the segments of a page; absent leaves them without. */
  label?: (document: Document) => Labels;
  /** Earlier versions to compare with. */
  base?: EarlierPages;
  /** Leaves out pages that have not changed, and tells what was found on those that have. */
  since?: ChangedPages;
  /** Is told of every page that is checked. */
  onPage?: (document: Document) => void;
}

/** What a run found. */
export interface LintRun {
  /** Pages that were checked. */
  documents: number;
  /** Pages that were left out because they have not changed. */
  unchanged: number;
  segments: number;
  /** Segments with both sides, which is what can be compared. */
  pairs: number;
  findings: FindingValue[];
  /** Groups of what was found on the earlier versions of the changed pages. */
  earlier: ReadonlySet<string>;
  /** Pages that the earlier version has and that stand at their path no longer. */
  removed: RemovedPage[];
  /** What is wrong with pages, or could not be compared. */
  diagnostics: Diagnostic[];
}

/**
 * Checks pages one after the other; only findings are kept, so that memory grows with what is found.
 * Every path yields a page or a diagnostic, and a page that cannot be read leaves the others to be checked.
 */
export async function lintPages(paths: readonly string[], options: LintOptions): Promise<LintRun> {
  const run = {
    documents: 0,
    unchanged: 0,
    segments: 0,
    pairs: 0,
    findings: [] as FindingValue[],
    diagnostics: [] as Diagnostic[],
  };
  const earlier = new Set<string>();
  const articles = new ArticleLanguages();
  const added = new NewPages();
  for await (const result of eachDocument(paths, options.cwd, options.read)) {
    if ('document' in result) articles.add(result.document);
    const page = await readPage(result, options, run.diagnostics);
    if (page === 'failed') continue;
    if (page === 'unchanged') {
      run.unchanged += 1;
      continue;
    }
    options.onPage?.(page);
    run.documents += 1;
    run.segments += page.segments.length;
    run.pairs += page.segments.filter(
      ({ source, target }) => source !== undefined && target !== undefined,
    ).length;
    run.findings.push(...(await checkPage(page, options, added, run.diagnostics)));
    if ((await options.since?.isNew(page.path)) === true) added.add(page);
    for (const group of await groupsBefore(page, options, run.diagnostics)) earlier.add(group);
  }
  run.diagnostics.push(...articles.missing());
  const removed = await findRemoved(paths, options, added);
  return {
    ...run,
    diagnostics: withoutRemoved(run.diagnostics, removed),
    findings: run.findings.toSorted(compareFindings),
    earlier,
    removed,
  };
}

async function findRemoved(
  paths: readonly string[],
  { since, base }: LintOptions,
  added: NewPages,
): Promise<RemovedPage[]> {
  const byPath = new Map<string, Document>();
  for (const document of [...((await since?.removed(paths)) ?? []), ...((await base?.removed(paths)) ?? [])])
    if (!byPath.has(document.path)) byPath.set(document.path, document);
  return added.follow([...byPath.values()]);
}

/** Leaves out that a path is not there, or has no pages, where they were removed: that is then the answer. */
function withoutRemoved(diagnostics: readonly Diagnostic[], removed: readonly RemovedPage[]): Diagnostic[] {
  const answered = ({ code, path }: Diagnostic): boolean =>
    (code === 'file-not-found' || code === 'no-documents') &&
    path !== undefined &&
    removed.some((page) => `${page.path}/`.startsWith(join(path, '/').replaceAll('\\', '/')));
  return diagnostics.filter((diagnostic) => !answered(diagnostic));
}

async function readPage(
  result: ReadResult,
  { since }: LintOptions,
  diagnostics: Diagnostic[],
): Promise<Document | 'failed' | 'unchanged'> {
  if ('error' in result) {
    diagnostics.push(result.error);
    return 'failed';
  }
  const { document } = result;
  if (since && !(await since.has(document.path))) return 'unchanged';
  diagnostics.push(...document.diagnostics);
  return document;
}

async function checkPage(
  page: Document,
  { languages, label, base }: LintOptions,
  added: NewPages,
  diagnostics: Diagnostic[],
): Promise<FindingValue[]> {
  const findings = checkDocument(page, { languages });
  const before = await base?.find(page);
  if (base && before === undefined) {
    diagnostics.push({ code: 'no-earlier-version', severity: 'info', path: page.path });
    added.add(page);
  }
  if (before && 'code' in before) diagnostics.push(before);
  if (before && !('code' in before)) {
    for (const { segment, defect } of compareVersions(page, before, languages))
      findings.push(placeDefect(page, segment, defect, []));
  }
  // Labelling takes longer than checking, and most pages have nothing to label.
  const labels = findings.length > 0 ? label?.(page) : undefined;
  return labels
    ? findings.map((finding) => Object.assign(finding, { labels: labels.get(finding.segment) ?? [] }))
    : findings;
}

async function groupsBefore(
  page: Document,
  { languages, since }: LintOptions,
  diagnostics: Diagnostic[],
): Promise<string[]> {
  const before = await since?.before(page);
  if (!before) return [];
  if ('code' in before) {
    diagnostics.push(before);
    return [];
  }
  return checkDocument(before, { languages }).map(({ group }) => group);
}
