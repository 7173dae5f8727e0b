import type { DocumentIndex } from '../../content/document-index.ts';
import { onlyReviewed } from '../../engine/decide.ts';
import type { Verdict } from '../../engine/decision.ts';
import { Statements, workflowAsDocumented } from '../../engine/statements.ts';
import { listElements, listPins } from '../../rules/elements.ts';
import type { ResolvedPin } from '../../rules/pin-state.ts';
import type { RuleSet } from '../../rules/project.ts';
import type { Condition, Precondition, Workflow } from '../../rules/workflow.ts';
import { compareRules, type Difference } from './compare-rules.ts';

/** What one language's pages state of an element that makes a difference. */
export interface SideStatement {
  locale: string;
  element: string;
  /** Absent where the pages do not state the element. */
  require?: Condition;
  sources: ResolvedPin[];
}

/** One workflow by the pages of two languages. */
export interface WorkflowComparison {
  workflow: string;
  between: readonly [string, string];
  /** Whether any page of the language documents the workflow. */
  documented: readonly [boolean, boolean];
  /** Undefined where the rules distinguish too many cases. */
  differences?: (Difference & { statements: SideStatement[] })[];
}

/** Compares what the pages of two languages state of a workflow, in verdicts. */
export function compareWorkflow(
  workflow: Workflow,
  between: readonly [string, string],
  rules: Pick<RuleSet, 'facts'>,
  documents: DocumentIndex,
): WorkflowComparison {
  const reviewed = onlyReviewed(workflow);
  const statements = new Statements(workflow, documents);
  const sides = between.map((locale) => workflowAsDocumented(reviewed, statements, locale).preconditions);
  const pins = listElements(reviewed).flatMap(({ element }) => listPins(element).map(({ pin }) => pin));
  const documented = between.map((locale) => statements.statedIn(pins, locale).length > 0);
  const both = [sides[0] ?? [], sides[1] ?? []] as const;
  const result = {
    workflow: workflow.workflow,
    between,
    documented: [documented[0] === true, documented[1] === true] as const,
  };
  if (!documented.includes(true)) return { ...result, differences: [] };
  const found = compareRules(both, rules.facts);
  if (!found) return result;
  // A workflow that only one language documents differs in every case; that the other side is unknown says it all.
  const differences = documented.includes(false) ? found.slice().toSorted(allowedFirst).slice(0, 1) : found;
  return {
    ...result,
    differences: differences.map((difference) => ({
      ...difference,
      statements: statementsOf(difference, both, between, statements),
    })),
  };
}

function statementsOf(
  { elements }: Difference,
  sides: readonly [readonly Precondition[], readonly Precondition[]],
  between: readonly [string, string],
  statements: Statements,
): SideStatement[] {
  return elements.flatMap((element) =>
    between.map((locale, side): SideStatement => {
      const stated = sides[side as 0 | 1].find(({ id }) => id === element);
      return stated
        ? { locale, element, require: stated.require, sources: statements.resolve(stated.pins) }
        : { locale, element, sources: [] };
    }),
  );
}

function allowedFirst(a: Difference, b: Difference): number {
  const rank = (verdicts: readonly Verdict[]): number => (verdicts.includes('allowed') ? 0 : 1);
  return rank(a.verdicts) - rank(b.verdicts);
}
