import type { Translator } from '../locale/translator.ts';
import type { Configuration } from '../project/configuration.ts';
import type { WorkflowComparison } from '../sync/compare/compare-workflow.ts';
import type { WorkflowComparisonReport } from './compare-report.ts';
import { describeSources } from './source.ts';
import { catalogWords } from './words.ts';

/** Puts the comparison of one workflow into the reader's words. */
export function describeComparison(
  comparison: WorkflowComparison,
  configuration: Configuration,
  translator: Translator,
): WorkflowComparisonReport {
  const { workflow, between, documented, differences } = comparison;
  const [left, right] = between;
  return {
    workflow,
    title: catalogWords(translator, `${workflow}:title`).text,
    between: [left, right],
    documented: { [left]: documented[0], [right]: documented[1] },
    compared: differences !== undefined,
    differences: (differences ?? []).map((difference) => ({
      elements: difference.elements,
      verdicts: { [left]: difference.verdicts[0], [right]: difference.verdicts[1] },
      witness: { facts: Object.fromEntries(difference.witness) },
      nearest: difference.nearest ? { facts: Object.fromEntries(difference.nearest) } : null,
      changed: difference.changed,
      statements: difference.statements.map(({ locale, element, require, sources }) => ({
        locale,
        element,
        ...catalogWords(translator, `${workflow}:elements.${element}.title`),
        stated: require !== undefined,
        ...(require ? { require } : {}),
        sources: describeSources(sources, translator, configuration),
      })),
    })),
  };
}
