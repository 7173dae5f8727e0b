import type { Segment } from '../../content/document.ts';
import type { Defect } from '../finding.ts';

const sourceLabel = /^\s*\(?([a-z]|[ivx]{1,4}|\d{1,2})([.)])(?=\s|$)/iu;
const targetLabel = /^\s*[(（]?([\p{L}]{1,4}|\d{1,2})\s?([.)．）。、])/u;

/** Looks for a list label that was translated as a word: `c.` became `다.`, a Latin `a.` a Cyrillic one. */
export function checkListLabel({ source = '', target = '' }: Segment): Defect[] {
  const stated = sourceLabel.exec(source);
  if (!stated) return [];
  const found = targetLabel.exec(target);
  const [, label = ''] = stated;
  if (found?.[1]?.toLowerCase() === label.toLowerCase()) return [];
  // A sentence that only begins with such a word has more after it, and so must the translation.
  if (!found && source.trim().length > stated[0].length) return [];
  return [
    {
      check: 'list-label',
      code: 'list-label-translated',
      severity: 'warning',
      values: { cue: stated[0].trim(), found: (found?.[0] ?? target).trim().slice(0, 20) },
    },
  ];
}
