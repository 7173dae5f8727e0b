import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { hasErrors } from '../diagnostic/diagnostic.ts';
import type { Project } from '../project/load-project.ts';
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
