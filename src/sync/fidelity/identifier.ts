import type { Defect } from '../finding.ts';
import type { CheckContext } from './context.ts';

const patterns =
  /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}|(?<![\p{L}\p{N}_@./-])(?=[\w-]{0,30}\d)(?=[\w-]{0,30}[A-Za-z])[A-Za-z0-9]{1,30}(?:[-_][A-Za-z0-9]{1,30}){0,6}(?![A-Za-z0-9_@])/giu;
// Amounts with their unit, ordinals, quarters and compounds with an ordinary word: other languages write them otherwise.
const ordinary =
  /^\d+(?:st|nd|rd|th)(?:-[a-z]+)*$|^\d+-?(?:[kmhdx]|[Hh][Rr][Ss]?|[KMGTkmgt][Bb]|[APap][Mm]|[Mm]ins?|[a-z]{3,})$|^[a-z]+-\d+$|^\d+-[a-z]+(?:-[a-z]+)*$|^(?:FY|[QH])-?\d+$|^\d+[xX]\d+$|^[Oo]365$|^(?:USD?|EUR|GBP|CAD|AUD|JPY|RMB)\d+$/u;

/** Compares GUIDs, e-mail addresses, form and exam names, product codes. */
export function checkIdentifier(context: CheckContext): Defect[] {
  const { source, target, neighbours } = context;
  const stated = identifiers(source.text);
  if (stated.length === 0) return [];
  const missing = stated.find(
    (name) => !contains(target.text, name) && !neighbours.some((pair) => contains(pair.target.text, name)),
  );
  if (missing === undefined) return [];
  const extra = identifiers(target.text).find((name) => !contains(source.text, name));
  return extra === undefined
    ? [{ check: 'identifier', code: 'identifier-lost', severity: 'warning', values: { cue: missing } }]
    : [
        {
          check: 'identifier',
          code: 'identifier-changed',
          severity: 'error',
          values: { cue: missing, found: extra },
        },
      ];
}

function identifiers(text: string): string[] {
  return Array.from(text.matchAll(patterns), ([name]) => name).filter((name) => !ordinary.test(name));
}

/** Tells whether a text has an identifier as a whole, whatever its case and with spaces around its hyphens or not. */
function contains(text: string, name: string): boolean {
  const wanted = fold(name);
  const folded = fold(text);
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const around = `${folded[at - 1] ?? ' '}${folded[at + wanted.length] ?? ' '}`;
    if (!/[a-z0-9_]/u.test(around)) return true;
  }
  return false;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s*[-–—]\s*/gu, '-')
    .replace(/(?<=[a-z])\s(?=\d)/gu, '');
}
