import type { Defect } from '../finding.ts';
import type { CheckContext } from './context.ts';
import type { CueName } from './language.ts';
import type { Mark } from './reading.ts';
import { isRestatedAsCondition } from './restated.ts';

/** Words that bound what a rule is about; their loss alone shifts it. */
const bounds: readonly { cue: CueName; code: string }[] = [
  { cue: 'except', code: 'except-lost' },
  { cue: 'unless', code: 'unless-lost' },
];

/** Compares what a rule is about: only, all, not all, except, unless, and/or. */
export function checkScope(context: CheckContext): Defect[] {
  const { source, target } = context;
  const defect = (code: string, cue: Mark, found?: Mark): Defect[] => [
    {
      check: 'scope',
      code,
      severity: 'warning',
      values: { cue: cue.text, ...(found ? { found: found.text } : {}) },
    },
  ];
  for (const { cue, code } of bounds) {
    const [mark] = source.find(cue);
    if (mark && !carried(context, cue) && !isRestatedAsCondition(context)) return defect(code, mark);
  }
  const [only] = source.find('only');
  // "You can only … after …" is said as "you must first …" just as well.
  if (
    only &&
    !source.has('unless') &&
    !source.has('except') &&
    !carried(context, 'only') &&
    !impliesOnly(context)
  )
    return defect('only-lost', only);

  const [every] = source.find('everyItem');
  const [part] = target.find('some');
  if (every && part && !source.has('some') && !source.has('negation') && !target.has('everyItem'))
    return defect('every-narrowed', every, part);
  const [notAll] = source.find('notAll');
  if (notAll && target.has('everyItem') && target.has('negation') && !target.has('notAll'))
    return defect('not-all-widened', notAll);
  return checkOr(context, defect);
}

function checkOr(
  context: CheckContext,
  defect: (code: string, cue: Mark, found?: Mark) => Defect[],
): Defect[] {
  const { source, target, neighbours } = context;
  const [added] = target.find('orStrict');
  if (
    added &&
    !source.has('or') &&
    !/[/&]|\b(?:any|some)\b/iu.test(source.text) &&
    !neighbours.some((pair) => pair.source.has('or'))
  )
    return defect('or-added', added);
  const [or] = source.find('or');
  const [and] = target.find('andStrict');
  if (
    or &&
    and &&
    !source.has('and') &&
    !source.has('negation') &&
    (source.has('permission') || source.has('obligation')) &&
    !target.has('or') &&
    !neighbours.some((pair) => pair.target.has('orStrict'))
  )
    return defect('or-to-and', or, and);
  return [];
}

/** Tells whether the target, or the segment beside it, has what the source has. */
function carried({ target, neighbours }: CheckContext, cue: CueName): boolean {
  return target.has(cue) || neighbours.some((pair) => pair.target.has(cue) && !pair.source.has(cue));
}

function impliesOnly({ source, target }: CheckContext): boolean {
  return (
    /only[^.]{0,60} (?:after|once)\b/iu.test(source.text) && (target.has('obligation') || target.has('first'))
  );
}
