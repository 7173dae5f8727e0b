import type { Defect } from '../finding.ts';
import type { CheckContext } from './context.ts';

const patterns =
  /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}|(?<![\p{L}\p{N}_@./-])(?=[\w-]{0,30}\d)(?=[\w-]{0,30}[A-Za-z])[A-Za-z0-9]{1,30}(?:[-_][A-Za-z0-9]{1,30}){0,6}(?![A-Za-z0-9_@])/giu;
const ordinary =
  /^o365$|^(?:usd|eur|gbp|cad|aud|jpy|rmb|us)\d+$|^\d+(?:st|nd|rd|th|k|m|hrs?|h|d|gb|mb|tb|kb|x|pm|am|min|days?|months?|years?|-?\p{L}{3,})$|^\p{L}+-\d+$/iu;

/** Compares GUIDs, e-mail addresses, form and exam names, product codes. */
export function checkIdentifier(context: CheckContext): Defect[] {
  const { source, target, neighbours } = context;
  const stated = identifiers(source.text);
  if (stated.length === 0) return [];
  const rendered = new Set(identifiers(target.text).map(fold));
  const haystack = fold(target.text);
  const missing = stated.find(
    (name) =>
      !rendered.has(fold(name)) &&
      !haystack.includes(fold(name)) &&
      !neighbours.some((pair) => fold(pair.target.text).includes(fold(name))),
  );
  if (missing === undefined) return [];
  const known = fold(source.text);
  const extra = identifiers(target.text).find((name) => !known.includes(fold(name)));
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

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s-]/gu, '');
}
