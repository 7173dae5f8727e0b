import type { Condition } from '../../../rules/workflow.ts';
import type { DraftContext } from './drafted-part.ts';
import { findValues } from './fact-words.ts';
import { compareValues, togetherIn } from './known-condition.ts';
import { says } from '../phrases.ts';
import { residueOf } from './residue.ts';
import { spansOf } from './span.ts';

/** Reads who must carry the task out, where nothing else is said: "these tasks must be performed by a global admin". */
export function readPerformers(main: string, { phrases, vocabulary }: DraftContext): Condition | undefined {
  const roles = findValues(main, phrases, vocabulary.words).filter(({ fact }) => fact.type === 'codes');
  const tasks = spansOf(main, phrases.tasks);
  const others = [phrases.possessives, phrases.customer, phrases.joints.and, phrases.negation];
  // The task itself, and that it is carried out.
  if (roles.length === 0 || tasks.length < 2 || others.some((pattern) => says(main, pattern)))
    return undefined;
  const said = [phrases.necessity, phrases.doers, phrases.subjects, phrases.joints.or].flatMap((pattern) =>
    spansOf(main, pattern),
  );
  if (residueOf(main, [...roles, ...tasks, ...said], phrases).length > 0) return undefined;
  return togetherIn(main, compareValues(roles), phrases);
}
