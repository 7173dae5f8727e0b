import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { editInTurn, indent, renderYaml } from '../../../rules/splice-yaml.ts';
import { updatePins } from '../../../rules/update-pins.ts';
import type { Pin } from '../../../rules/workflow.ts';
import { commentsOf, type YamlEntry } from '../../../rules/yaml-sections.ts';

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

/**
 * Makes an entry say a value where it stands. What stays the same stays as it is written; comments of what goes are put
 * above the entry.
 */
export function editEntry(entry: YamlEntry, value: Readonly<Record<string, unknown>>): YamlEntry {
  const column = Math.max(0, entry.text.search(/\S/u));
  const edited = rewriteKeys(entry.text, value);
  const text = isSame(edited, value) ? edited : `${indent(renderYaml([value]), column)}\n`;
  const left = commentsOf(text);
  const orphans = commentsOf(entry.text).filter((comment) => {
    const at = left.indexOf(comment);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { before: entry.before + indent(orphans.map((each) => `${each}\n`).join(''), column), text };
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
    const before = old?.[key];
    if (key === 'pins' && Array.isArray(before)) edited = updatePins(edited, [0, key], wanted as Pin[]);
    else if (isMap(before) && isMap(wanted) && sameKeys(before, wanted)) {
      for (const [inner, each] of Object.entries(wanted)) {
        if (!isDeepStrictEqual(before[inner], each))
          edited = editInTurn(edited, (yaml) => yaml.replace([0, key, inner], each));
      }
    } else edited = editInTurn(edited, (yaml) => yaml.set([0], key, wanted, anchor));
  }
  return edited;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sameKeys(a: object, b: object): boolean {
  return isDeepStrictEqual(Object.keys(a).toSorted(), Object.keys(b).toSorted());
}

function isSame(lines: string, value: unknown): boolean {
  try {
    return isDeepStrictEqual(parse(lines), [value]);
  } catch {
    return false;
  }
}
