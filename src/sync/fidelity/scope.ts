import type { Defect } from '../finding.ts';
import type { CheckContext } from './context.ts';

/** Words that bound what a rule is about, with what in the source makes their absence in the target no loss. */
const bounds: readonly { cue: string; code: string; unless: readonly string[] }[] = [
  { cue: 'only', code: 'only-lost', unless: ['unless', 'except'] },
  { cue: 'except', code: 'except-lost', unless: [] },
  { cue: 'unless', code: 'unless-lost', unless: [] },
];

/** Compares what a rule is about: only, all, except, unless, and/or. */
export function checkScope(context: CheckContext): Defect[] {
  const { source, target, neighbours } = context;
  for (const { cue, code, unless } of bounds) {
    const mark = source.find(cue)[0];
    if (!mark || unless.some((name) => source.has(name)) || target.has(cue)) continue;
    if (neighbours.some((pair) => pair.target.has(cue) && !pair.source.has(cue))) continue;
    return [{ check: 'scope', code, severity: 'warning', values: { cue: mark.text } }];
  }
  const every = source.find('everyItem')[0];
  const part = target.find('some')[0];
  if (every && part && !source.has('some') && !source.has('negation') && !target.has('everyItem'))
    return [
      {
        check: 'scope',
        code: 'every-narrowed',
        severity: 'warning',
        values: { cue: every.text, found: part.text },
      },
    ];
  const added = target.find('orStrict')[0];
  if (
    added &&
    !source.has('or') &&
    !/[/&]|\b(?:any|some)\b/iu.test(source.text) &&
    !neighbours.some((pair) => pair.source.has('or'))
  )
    return [{ check: 'scope', code: 'or-added', severity: 'warning', values: { cue: added.text } }];
  return [];
}
