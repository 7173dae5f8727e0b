import type { Document } from '../../content/document.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Segment } from '../../content/document.ts';
import type { Defect } from '../finding.ts';

/** What reading a page reports that its author has to mend; the rest is about the run. */
const structural = new Set([
  'unbalanced-span',
  'orphan-source-span',
  'duplicate-segment',
  'control-character',
  'invalid-front-matter',
]);

/** Gives what reading the page found wrong in its make-up. */
export function structureDiagnostics(document: Document): Diagnostic[] {
  return document.diagnostics.filter((diagnostic) => structural.has(diagnostic.code));
}

/** Looks for Markdown that broke in the translation while its source is whole. */
export function checkStructure({ source = '', target = '' }: Segment): Defect[] {
  const broken = (text: string): boolean =>
    /\]\s+\((?=https?:|\/|[\w-]+\.md)/u.test(text) || count(text, '`') % 2 === 1;
  if (!broken(target) || broken(source)) return [];
  return [{ check: 'structure', code: 'markdown-broken', severity: 'warning', values: {} }];
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
