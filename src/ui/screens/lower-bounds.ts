import type { Translator } from '../../locale/translator.ts';
import type { DecisionReport } from '../../report/decision-report.ts';

/**
 * Takes the exact number out of what was decided by a lower bound: "one or more" decides as one does, but nobody said
 * that it is one.
 *
 * @param atLeast Facts of which only a lower bound is known.
 */
export function withLowerBounds(
  report: DecisionReport,
  atLeast: ReadonlySet<string>,
  translator: Translator,
): DecisionReport {
  if (atLeast.size === 0) return report;
  const open = <S extends { repeat?: { fact: string; count?: number } }>(step: S): S =>
    step.repeat && atLeast.has(step.repeat.fact) ? { ...step, repeat: { fact: step.repeat.fact } } : step;
  return {
    ...report,
    preconditions: report.preconditions.map((each) => {
      const bounded = Object.keys(each.facts).filter((name) => atLeast.has(name));
      const [name] = bounded;
      if (name === undefined) return each;
      const facts = {
        ...each.facts,
        ...Object.fromEntries(bounded.map((fact) => [fact, `≥${String(each.facts[fact])}`])),
      };
      if (each.status !== 'violated') return { ...each, facts };
      const values = { title: each.title, fact: translator.translate(`facts:${name}.title`) };
      return {
        ...each,
        facts,
        message: translator.translate('walk:at-least', values),
        lang: translator.locale,
      };
    }),
    plan: report.plan.map(open),
    steps: report.steps.map(open),
  };
}
