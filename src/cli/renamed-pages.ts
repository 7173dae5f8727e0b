import type { Document } from '../content/document.ts';
import type { Drafts } from '../extract/draft/files/load-drafts.ts';
import { renameArticle, renamedArticles, renameWorkflow } from '../extract/draft/files/renamed-articles.ts';
import type { Workflow } from '../rules/workflow.ts';
import type { CommandContext } from './command.ts';

/** What was drafted and reviewed before. */
interface Known {
  drafts: Drafts;
  workflows: readonly Workflow[];
}

/** Takes the drafts and rules of pages that were renamed for those of the pages as they are called now, and tells of it. */
export async function withRenamedArticles(
  { drafts, workflows }: Known,
  documents: readonly Document[],
  { project, report }: Pick<CommandContext, 'project' | 'report'>,
): Promise<Known> {
  const files = renamedArticles(drafts.files, documents);
  const rules = renamedArticles(workflows, documents);
  if (files.size + rules.size === 0) return { drafts, workflows };
  // Pages that were not read may still have the old name.
  const others = new Set((await project()).documents.all.map(({ article }) => article));
  const tell = (path: string, found: string, expected: string, hint?: string): void => {
    const values = { found, expected };
    const more = hint === undefined ? {} : { hint: { code: hint } };
    report([{ code: 'renamed-article', severity: 'warning', path, values, ...more }]);
  };
  return {
    drafts: {
      ...drafts,
      files: drafts.files.map((file) => {
        const article = files.get(file);
        if (article === undefined || others.has(file.article)) return file;
        tell(file.path, file.article, article);
        return renameArticle(file, article);
      }),
    },
    workflows: workflows.map((workflow) => {
      const article = rules.get(workflow);
      if (article === undefined || others.has(workflow.article)) return workflow;
      tell(`rules/${workflow.workflow}.yaml`, workflow.article, article, 'repin-moved');
      return renameWorkflow(workflow, article);
    }),
  };
}
