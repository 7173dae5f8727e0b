import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { PageDraft } from '../extract/draft/draft-pages.ts';
import { type Drafts, draftPath } from '../extract/draft/load-drafts.ts';
import { mergeDrafts } from '../extract/draft/merge-drafts.ts';
import type { Workflow } from '../rules/workflow.ts';
import { writeRuleFile } from '../rules/write-rule-file.ts';

/** What became of the draft file of an article. */
export interface WrittenDraft {
  article: string;
  added: number;
  updated: number;
  removed: number;
  /** False where the file is as it was. */
  changed: boolean;
}

/** Writes the draft files that differ; a file with errors is left for a person to mend. */
export async function writeDrafts(
  place: { root: string; begins: boolean },
  drafts: readonly PageDraft[],
  existing: Drafts,
  workflows: readonly Workflow[],
  report: (diagnostics: readonly Diagnostic[]) => void,
): Promise<WrittenDraft[]> {
  const written: WrittenDraft[] = [];
  for (const draft of drafts) {
    const file = existing.files.find(({ article }) => article === draft.article);
    const path = file?.path ?? draftPath(draft.article);
    if (existing.broken.has(path)) continue;
    const merged = mergeDrafts(draft, file, workflowOf(draft.article, workflows));
    report(merged.diagnostics);
    const changed = merged.text !== undefined && merged.text !== file?.text;
    if (merged.text !== undefined && changed) await writeRuleFile(place.root, path, merged.text);
    const { added, updated, removed } = merged;
    written.push({ article: draft.article, added, updated, removed, changed });
  }
  if (place.begins && !existsSync(join(place.root, 'rules/facts.yaml'))) {
    const text =
      '# The vocabulary of the rules: facts get here when a rule that needs them is reviewed.\nfacts: []\n';
    await writeRuleFile(place.root, 'rules/facts.yaml', text);
  }
  return written;
}

/** Names the workflow that an article's elements go to: the one that it has, else one of its own name. */
function workflowOf(article: string, workflows: readonly Workflow[]): string {
  const own = workflows.filter((workflow) => workflow.article === article);
  const [only] = own;
  if (only && own.length === 1) return only.workflow;
  const slug = article
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 80);
  return slug === '' ? 'workflow' : slug;
}
