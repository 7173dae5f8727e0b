import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { editInTurn, renderYaml } from '../../rules/splice-yaml.ts';
import { updatePins } from '../../rules/update-pins.ts';
import type { Pin } from '../../rules/workflow.ts';
import { commentsOf, type YamlEntry } from '../../rules/yaml-sections.ts';

/**
 * Makes the lines of an entry say a value, its dash at the left margin. What stays the same stays as it is written, and
 * all comments above, beside and within it come along.
 *
 * @param value What the entry is to hold, in the order in which new keys come.
 */
export function rewriteEntry(entry: YamlEntry, value: Readonly<Record<string, unknown>>): string {
  const lines = atMargin(entry);
  const above = lines.slice(0, lines.search(/^-(?:\s|$)/mu));
  const rewritten = rewriteKeys(lines, value);
  if (isSame(rewritten, value)) return rewritten.trimEnd();
  // Written in a way that cannot be edited in places, such as on one line.
  const comments = commentsOf(lines.slice(above.length)).map((comment) => `${comment}\n`);
  return `${above}${comments.join('')}${renderYaml([value])}`;
}

/** Gives the lines of an entry moved to the left margin, without empty lines above it. */
export function atMargin({ before, text }: YamlEntry): string {
  const column = Math.max(0, text.search(/\S/u));
  const margin = new RegExp(`^ {0,${column}}`, 'u');
  return `${before}${text}`
    .replace(/^(?:[ \t]*\n)+/u, '')
    .split('\n')
    .map((line) => line.replace(margin, ''))
    .join('\n');
}

/** Lists the comments above, beside and within an entry. */
export function commentsIn({ before, text }: YamlEntry): string[] {
  return commentsOf(before + text);
}

function rewriteKeys(lines: string, value: Readonly<Record<string, unknown>>): string {
  const [old] = parse(lines) as Record<string, unknown>[];
  let edited = lines;
  for (const key of Object.keys(old ?? {})) {
    if (value[key] === undefined) edited = editInTurn(edited, (yaml) => yaml.remove([0, key]));
  }
  let after = 'id';
  for (const [key, wanted] of Object.entries(value)) {
    const anchor = after;
    after = key;
    if (isDeepStrictEqual(old?.[key], wanted)) continue;
    edited =
      key === 'pins' && Array.isArray(old?.[key])
        ? updatePins(edited, [0, key], wanted as Pin[])
        : editInTurn(edited, (yaml) => yaml.set([0], key, wanted, anchor));
  }
  return edited;
}

function isSame(lines: string, value: unknown): boolean {
  try {
    return isDeepStrictEqual(parse(lines), [value]);
  } catch {
    return false;
  }
}
