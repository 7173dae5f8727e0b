import { parseDocument, isSeq } from 'yaml';
import { indent, renderYaml } from '../../../rules/splice-yaml.ts';
import {
  commentsOf,
  joinSections,
  splitSections,
  type YamlEntry,
  type YamlSection,
} from '../../../rules/yaml-sections.ts';
import { draftSections } from '../draft.ts';

/** The keys of a draft file in their order. */
const order: readonly string[] = [
  'article',
  'workflow',
  'facts',
  ...draftSections,
  'changes',
  'uncovered',
  'drafted',
];

/** Keys whose entries stand apart by an empty line. */
const spaced: ReadonlySet<string> = new Set([...draftSections, 'changes']);

/** What a draft file begins with, as a comment. */
export const draftHeader = `# Drafted from the pages. Edit what is wrong, then make each element a rule with
# \`waymark review ELEMENT --by NAME\`. What is no rule gets \`state: rejected\` and a \`reason\`.`;

/** What stands above the list of what was drafted. */
export const draftedNote = `# What was drafted so far. What is listed here and was taken out above is not drafted again.`;

/** Makes the text of a draft file without drafts. */
export function emptyDraftText(article: string, workflow: string): string {
  return `${draftHeader}\n\n${renderYaml({ article, workflow })}\n`;
}

/** A draft file as lines that are changed entry by entry. */
export class DraftLines {
  #sections: YamlSection[];
  /** Entries that come between others: these keep their numbers until `removeAll`. */
  readonly #inserts: { name: string; after: number | YamlEntry; entry: YamlEntry }[] = [];

  constructor(text: string) {
    this.#sections = splitSections(inLines(text.endsWith('\n') ? text : `${text}\n`));
  }

  /** The whole text. */
  get text(): string {
    return joinSections(this.#sections);
  }

  /** Gives an entry by its number in the file as it was made from. */
  entry(name: string, index: number): YamlEntry | undefined {
    return this.#find(name)?.entries[index];
  }

  /** Puts an entry in the place of another. Entries keep their numbers until `removeAll`. */
  replace(name: string, index: number, entry: YamlEntry): void {
    const section = this.#find(name);
    if (section) section.entries[index] = entry;
  }

  /**
   * Adds an entry to a list, which is made where it is missing.
   *
   * @param after The entry that it comes after, by its number or as it was added; at the end without.
   * @param comments What stands above it.
   */
  add(name: string, value: unknown, after?: number | YamlEntry, comments: readonly string[] = []): YamlEntry {
    const section = this.#find(name) ?? this.#make(name);
    // An empty list stands on the line of its key.
    if (section.entries.length === 0) section.head = section.head.replace(/:[ \t]*\[\s*\]/u, ':');
    const column = section.entries[0]?.text.search(/\S/u) ?? 2;
    const before = section.entries.length > 0 && spaced.has(name) ? '\n' : '';
    const notes = comments.map((comment) => `${' '.repeat(column)}${comment}\n`).join('');
    const entry = { before: before + notes, text: `${indent(renderYaml([value]), column)}\n` };
    if (after === undefined) section.entries.push(entry);
    else this.#inserts.push({ name, after, entry });
    return entry;
  }

  /** Lists the comments on a key: above it, beside it and below its list. */
  notesOn(name: string): string[] {
    const section = this.#find(name);
    return section ? commentsOf(section.head + section.tail) : [];
  }

  /** Takes the comments off a key. */
  removeNotes(name: string): void {
    const section = this.#find(name);
    if (!section) return;
    section.head = `\n${name}:\n`;
    section.tail = '';
  }

  /** Takes entries out; keys that lose all their entries go, and what a person noted on them stays. */
  removeAll(gone: ReadonlySet<YamlEntry>): void {
    this.#insertAll();
    const emptied = new Set<YamlSection>();
    this.#sections = this.#sections.map((section) => {
      const entries = section.entries.filter((entry) => !gone.has(entry));
      const [first] = entries;
      if (first && first !== section.entries[0])
        entries[0] = { ...first, before: first.before.replace(/^\n+/u, '') };
      const left = { ...section, entries };
      if (entries.length === 0 && section.entries.length > 0) emptied.add(left);
      return left;
    });
    this.#removeKeys(emptied);
  }

  /** Lists what was drafted, over lines of readable length. */
  setDrafted(ids: readonly string[]): void {
    const known = this.#find('drafted');
    if (ids.length === 0) {
      this.#removeKeys(new Set(known ? [known] : []));
      return;
    }
    const at = known?.head.search(/^drafted:/mu) ?? -1;
    const above = known && at >= 0 ? known.head.slice(0, at) : `\n${draftedNote}\n`;
    const section = known ?? this.#make('drafted');
    section.head = `${above}drafted:\n  [\n${wrap(ids)}  ]\n`;
    section.entries = [];
  }

  /** Takes keys out; the comments on them go to what stands below, else to the end. */
  #removeKeys(keys: ReadonlySet<YamlSection>): void {
    let notes = '';
    const kept: YamlSection[] = [];
    for (const section of this.#sections) {
      if (keys.has(section)) {
        const comments = commentsOf(section.head + section.tail).filter((each) => each !== draftedNote);
        notes += comments.map((comment) => `${comment}\n`).join('');
        continue;
      }
      kept.push(notes === '' ? section : { ...section, head: `\n${notes}${section.head}` });
      notes = '';
    }
    const last = kept.at(-1);
    if (last && notes !== '') kept[kept.length - 1] = { ...last, tail: `${last.tail}\n${notes}` };
    this.#sections = kept;
  }

  #insertAll(): void {
    const numbered = new Map(this.#sections.map(({ name, entries }) => [name, [...entries]]));
    for (const { name, after, entry } of this.#inserts.splice(0)) {
      const entries = this.#find(name)?.entries ?? [];
      const anchor = typeof after === 'number' ? numbered.get(name)?.[after] : after;
      const at = anchor ? entries.indexOf(anchor) : -1;
      entries.splice(at < 0 ? entries.length : at + 1, 0, entry);
    }
  }

  #find(name: string): YamlSection | undefined {
    return this.#sections.find((section) => section.name === name);
  }

  #make(name: string): YamlSection {
    const made: YamlSection = { name, head: `\n${name}:\n`, entries: [], tail: '' };
    const after = this.#sections.findIndex((each) => order.indexOf(each.name) > order.indexOf(name));
    this.#sections.splice(after < 0 ? this.#sections.length : after, 0, made);
    return made;
  }
}

/** Writes lists that stand on the line of their key, entries and all, in lines of their own. */
function inLines(text: string): string {
  const yaml = parseDocument(text);
  let touched = false;
  for (const name of order) {
    const list = yaml.get(name, true);
    if (name === 'drafted' || !isSeq(list) || list.flow !== true || list.items.length === 0) continue;
    list.flow = false;
    touched = true;
  }
  return touched ? yaml.toString({ lineWidth: 0 }) : text;
}

const widest = 110;

function wrap(ids: readonly string[]): string {
  const lines: string[] = [];
  for (const id of ids) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + id.length + 2 <= widest)
      lines[lines.length - 1] = `${last} ${id},`;
    else lines.push(`    ${id},`);
  }
  return lines.map((line) => `${line}\n`).join('');
}
