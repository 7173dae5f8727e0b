import type { Translator } from '../locale/translator.ts';
import { isComparison } from '../rules/condition.ts';
import type { Condition } from '../rules/workflow.ts';
import { valueWords } from './describe-decision.ts';

const signs: Record<string, string> = {
  equal: '=',
  notEqual: '≠',
  in: '=',
  notIn: '≠',
  lessThan: '<',
  lessThanInclusive: '≤',
  greaterThan: '>',
  greaterThanInclusive: '≥',
  contains: '∋',
  doesNotContain: '∌',
};

/** Writes a condition with the labels of its facts and values and the signs of arithmetic, which need no language. */
export function conditionWords(condition: Condition, translator: Translator): string {
  if (isComparison(condition)) {
    const title = translator.translate(`facts:${condition.fact}.title`);
    const values = Array.isArray(condition.value) ? (condition.value as unknown[]) : [condition.value];
    const labels = values.map((value) => valueWords(condition.fact, value, translator)).join(' | ');
    return `${title} ${signs[condition.operator] ?? condition.operator} ${labels}`;
  }
  if ('not' in condition) return `¬ (${conditionWords(condition.not, translator)})`;
  const [children, sign] = 'all' in condition ? [condition.all, ' ∧ '] : [condition.any, ' ∨ '];
  return children
    .map((child) =>
      isComparison(child) ? conditionWords(child, translator) : `(${conditionWords(child, translator)})`,
    )
    .join(sign);
}
