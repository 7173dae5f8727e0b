import type { Diagnostic } from '../../diagnostic/diagnostic.ts';

/** What a person decided: `[WORKFLOW/]ELEMENT[@LOCALE[:SEGMENT]][=ANSWER,…]`, `*` for every element that needs no answer. */
export interface Acceptance {
  /** As written. */
  spec: string;
  workflow?: string;
  element: string;
  locale?: string;
  /** The segment that is pinned, where only one of several sentences is meant. */
  segment?: string;
  answers: string[];
}

const specPattern = /^(?:([^/@=]+)\/)?([^/@=]+)(?:@([^/@=:]+)(?::([^/@=:]+))?)?(?:=([^=]+))?$/u;
const answerPattern = /^(?:in-force|variant(?:-[1-9]\d?)?|undisputed|disputed|gone)$/u;

/** Reads what stands after `--accept`. */
export function parseAcceptance(spec: string): Acceptance | Diagnostic {
  const [, workflow, element, locale, segment, given] = specPattern.exec(spec) ?? [];
  const answers = given === undefined ? [] : given.split(',');
  const wrong = answers.find((answer) => !answerPattern.test(answer));
  if (element === undefined || wrong !== undefined) {
    const expected =
      element === undefined
        ? '[WORKFLOW/]ELEMENT[@LOCALE[:SEGMENT]][=ANSWER]'
        : 'in-force, variant, undisputed, disputed, gone';
    return {
      code: 'unexpected-value',
      severity: 'error',
      path: '--accept',
      values: { found: wrong ?? spec, expected },
    };
  }
  return {
    spec,
    ...(workflow === undefined ? {} : { workflow }),
    element,
    ...(locale === undefined ? {} : { locale }),
    ...(segment === undefined ? {} : { segment }),
    answers,
  };
}
