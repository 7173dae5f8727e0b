import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { hasErrors } from '../diagnostic/diagnostic.ts';
import type { Project } from '../project/load-project.ts';
import { articleOf } from '../content/document.ts';
import { listElements } from '../rules/elements.ts';
import type { Workflow } from '../rules/workflow.ts';
import type { CommandContext } from './command.ts';

/**
 * Reports what is wrong with a project on standard error.
 *
 * @returns Whether something is an error, so that a command that speaks of the whole project cannot vouch for it.
 */
export function reportProject(project: Project, context: CommandContext): boolean {
  const diagnostics: Diagnostic[] = [...project.rules.diagnostics, ...project.diagnostics];
  context.report(diagnostics);
  return hasErrors(diagnostics);
}

/**
 * Tells whether the pages that a workflow rests on could be read. Without them its rules may be out of step unseen, so
 * that no verdict is given; which page, and why, `reportProject` has said.
 */
export function canBeJudged(workflow: Workflow, project: Project): boolean {
  const pins = listElements(workflow).flatMap(({ element }) => element.pins);
  const articles = new Set([workflow.article, ...pins.flatMap(({ article }) => article ?? [])]);
  return (
    project.documents.all.length > 0 && !project.unreadPages.some((path) => articles.has(articleOf(path)))
  );
}

/** Says that no rule of the project can be used, and in which folder they were looked for. */
export function noWorkflows({ root, io }: Pick<CommandContext, 'root' | 'io'>): Diagnostic {
  const folder = join(root, 'rules');
  return { code: 'no-workflows', severity: 'error', path: root === io.cwd ? 'rules' : folder };
}
