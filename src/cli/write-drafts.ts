import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { PageDraft } from '../extract/draft/draft-pages.ts';
import { type Drafts, draftPath } from '../extract/draft/files/load-drafts.ts';
import { matchDrafts } from '../extract/draft/files/match-drafts.ts';
import { mergeDrafts } from '../extract/draft/files/merge-drafts.ts';
import type { Workflow } from '../rules/workflow.ts';
import { deleteRuleFile, writeRuleFile } from '../rules/write-rule-file.ts';

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
    const own = existing.files.filter(({ article }) => article === draft.article);
    const usual = draftPath(draft.article);
    const first = own.find(({ path }) => path === usual) ?? own[0];
    if (existing.closed.has(draft.article)) continue;
    const matches = matchDrafts(draft.article, [...draft.elements, ...draft.covered], existing.files);
    const total = {
      article: draft.article,
      added: 0,
      updated: 0,
      removed: 0,
      changed: false,
    };
    const workflow = workflowOf(draft.article, workflows);
    for (const file of [first, ...own.filter((each) => each !== first)]) {
      const path = file?.path ?? usual;
      const merged = mergeDrafts(draft, { file, workflow, matches, isFirst: file === first });
      report(merged.diagnostics);
      total.added += merged.added;
      total.updated += merged.updated;
      total.removed += merged.removed;
      if (merged.text === (file?.stored ?? file?.text)) continue;
      total.changed = true;
      if (merged.text === undefined) deleteRuleFile(place.root, path);
      else writeRuleFile(place.root, path, merged.text);
    }
    written.push(total);
  }
  if (place.begins && !existsSync(join(place.root, 'rules/facts.yaml'))) {
    const text =
      '# The vocabulary of the rules: facts get here when a rule that needs them is reviewed.\nfacts: []\n';
    writeRuleFile(place.root, 'rules/facts.yaml', text);
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
