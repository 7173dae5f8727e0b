import { parse } from 'yaml';
import { withPlainLines } from '../../rules/plain-lines.ts';
import { editInTurn } from '../../rules/splice-yaml.ts';
import type { YamlPath } from '../../rules/yaml-source.ts';
import {
  commentsOf,
  joinSections,
  splitSections,
  type YamlEntry,
  type YamlSection,
} from '../../rules/yaml-sections.ts';
import { draftSections } from './draft.ts';
import { draftHeader } from './draft-yaml.ts';

/** Gives the lines of an entry of a draft file; none where it is not written in lines of its own. */
export function entryAt(text: string, [section, index]: YamlPath): YamlEntry | undefined {
  let found: YamlEntry | undefined;
  withPlainLines(text, (plain) => {
    found = splitSections(plain).find(({ name }) => name === section)?.entries[Number(index)];
    return plain;
  });
  return found;
}

/**
 * Takes entries out of a draft file with their comments; every other line stays as it is.
 *
 * @returns Undefined where nothing is left that a person would miss.
 */
export function textWithout(text: string, paths: readonly YamlPath[]): string | undefined {
  let left = false;
  const edited = withPlainLines(text, (plain) => {
    const sections = splitSections(plain);
    const inLines = new Set(sections.flatMap(({ name, entries }) => (entries.length > 0 ? [name] : [])));
    const kept = withoutEmptied(
      sections.map((section) => ({
        ...section,
        entries: section.entries
          .filter((_, index) => !paths.some(([name, at]) => name === section.name && at === index))
          .map((entry, index) =>
            index > 0 ? entry : { ...entry, before: entry.before.replace(/^\n+/u, '') },
          ),
      })),
      inLines,
    );
    let result = joinSections(kept);
    // The last of a list first, so that the others keep their numbers.
    for (const path of paths.toSorted(([, a], [, b]) => Number(b) - Number(a))) {
      if (!inLines.has(String(path[0]))) result = editInTurn(result, (yaml) => yaml.remove(path));
    }
    left = saysMore(result);
    return result;
  });
  return left ? edited : undefined;
}

/** Drops the keys of lists that lost all their entries; what a person noted on them goes to what stands below. */
function withoutEmptied(sections: readonly YamlSection[], lists: ReadonlySet<string>): YamlSection[] {
  const kept: YamlSection[] = [];
  let notes = '';
  for (const section of sections) {
    if (lists.has(section.name) && section.entries.length === 0) {
      notes += commentsOf(section.head + section.tail)
        .map((comment) => `${comment}\n`)
        .join('');
      continue;
    }
    kept.push(notes === '' ? section : { ...section, head: `\n${notes}${section.head}` });
    notes = '';
  }
  const last = kept.at(-1);
  if (last && notes !== '') kept[kept.length - 1] = { ...last, tail: `${last.tail}\n${notes}` };
  return kept;
}

/** Tells whether a draft file holds a draft, a note or a reason: more than what it was made with. */
function saysMore(text: string): boolean {
  const value = parse(text) as Readonly<Record<string, unknown>>;
  const made = new Set(draftHeader.split('\n').map((line) => `#${line}`));
  return (
    [...draftSections, 'changes', 'uncovered'].some((name) => {
      const list = value[name];
      return Array.isArray(list) && list.length > 0;
    }) || commentsOf(text).some((comment) => !made.has(comment))
  );
}
