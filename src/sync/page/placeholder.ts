import type { Segment } from '../../content/document.ts';
import type { Defect } from '../finding.ts';

const placeholders =
  /\{\{[^{}]{1,60}\}\}|\$?\{[\w.$-]{1,60}\}|%(?:\d\$)?[sd](?![\p{L}\p{N}])|`[^`]{1,200}`/gu;

/** Compares what has to stay as it is: placeholders and inline code. */
export function checkPlaceholder({ source = '', target = '' }: Segment): Defect[] {
  const found = new Set(find(target));
  const lost = find(source).find((name) => !found.has(name));
  if (lost === undefined) return [];
  const stated = new Set(find(source));
  const added = [...found].find((name) => !stated.has(name));
  return [
    added === undefined
      ? { check: 'placeholder', code: 'placeholder-lost', severity: 'warning', values: { cue: lost } }
      : {
          check: 'placeholder',
          code: 'placeholder-changed',
          severity: 'warning',
          values: { cue: lost, found: added },
        },
  ];
}

function find(text: string): string[] {
  return Array.from(text.matchAll(placeholders), ([name]) => name.replace(/^`\s*|\s*`$/gu, '`'));
}
