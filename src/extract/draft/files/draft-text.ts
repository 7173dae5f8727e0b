import { parse } from 'yaml';
import { withPlainLines } from '../../../rules/plain-lines.ts';
import type { YamlPath } from '../../../rules/yaml-source.ts';
import { commentsOf, splitSections, type YamlEntry } from '../../../rules/yaml-sections.ts';
import { draftSections } from '../draft.ts';
import type { DraftFile } from './draft-file.ts';
import { draftHeader, draftedNote, DraftLines } from './draft-lines.ts';

/** Gives the lines of an entry of a draft file; none where it is not written in lines of its own. */
export function entryAt(text: string, [section, index]: YamlPath): YamlEntry | undefined {
  let found: YamlEntry | undefined;
  withPlainLines(text, (plain) => {
    found = splitSections(plain).find(({ name }) => name === section)?.entries[Number(index)];
    return plain;
  });
  return found;
}

/** Lists the comments on the list of changes where a change is the only one: they speak of it. */
export function notesOnLast({ text, changes }: DraftFile, [name]: YamlPath): string[] {
  let notes: string[] = [];
  if (name !== 'changes' || changes.length > 1) return notes;
  withPlainLines(text, (plain) => {
    notes = new DraftLines(plain).notesOn('changes');
    return plain;
  });
  return notes;
}

/**
 * Takes entries out of a draft file with their comments; every other line stays as it is.
 *
 * @param names How the entries are listed in `drafted`.
 * @returns Undefined where nothing is left that a person would miss.
 */
export function textWithout(
  file: DraftFile,
  paths: readonly YamlPath[],
  names: ReadonlySet<string>,
): string | undefined {
  let left = true;
  const edited = withPlainLines(file.text, (plain) => {
    const lines = new DraftLines(plain);
    if (paths.some((path) => notesOnLast(file, path).length > 0)) lines.removeNotes('changes');
    lines.removeAll(
      new Set(paths.flatMap(([name, index]) => lines.entry(String(name), Number(index)) ?? [])),
    );
    if (file.drafted) lines.setDrafted(file.drafted.filter((id) => !names.has(id)));
    left = saysMore(lines.text);
    return lines.text;
  });
  return left ? edited : undefined;
}

/** Tells whether a draft file holds a draft, a note, a reason or a decision: more than what it was made with. */
export function saysMore(text: string): boolean {
  const value = parse(text) as Readonly<Record<string, unknown>>;
  const made = new Set([...draftHeader.split('\n'), draftedNote]);
  return (
    [...draftSections, 'changes', 'uncovered', 'drafted'].some((name) => {
      const list = value[name];
      return Array.isArray(list) && list.length > 0;
    }) || commentsOf(text).some((comment) => !made.has(comment))
  );
}
