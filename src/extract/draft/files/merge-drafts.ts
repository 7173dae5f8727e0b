import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../../../diagnostic/diagnostic.ts';
import { withPlainLines } from '../../../rules/plain-lines.ts';
import { commentsOf, type YamlEntry } from '../../../rules/yaml-sections.ts';
import { changeName } from './change-name.ts';
import { bodiesOf, changeFields, isChangeEdited, mergeChange } from './merge-change.ts';
import { arePinsEdited, elementFields, isElementEdited, mergeElement } from './merge-element.ts';
import type { DraftChange, DraftElement } from '../draft.ts';
import { leadInReason } from '../draft-article.ts';
import type { DraftFile, FiledChange, FiledElement } from './draft-file.ts';
import { draftedNote, DraftLines, emptyDraftText } from './draft-lines.ts';
import type { PageDraft } from '../draft-pages.ts';
import { saysMore } from './draft-text.ts';
import type { DraftMatch } from './match-drafts.ts';
import { commentsIn, editEntry } from './move-entry.ts';
import { mergeFacts } from './merge-facts.ts';
import { isRetold } from './evidence-words.ts';

/** The text that a draft file is to have, and what could not be brought into step. */
export interface MergedDrafts {
  /** The text as it was where nothing changed; undefined where there is nothing to write or nothing left. */
  text: string | undefined;
  added: number;
  updated: number;
  removed: number;
  diagnostics: Diagnostic[];
}

/** What a merge goes by. */
export interface MergeContext {
  /** The file as it is; absent where there is none yet. */
  file: DraftFile | undefined;
  /** The workflow that a new file's elements go to. */
  workflow: string;
  /** Which elements of which draft files the drafts are the same as. */
  matches: ReadonlyMap<DraftElement, DraftMatch>;
  /** False for a further file of the same article, to which nothing is added. */
  isFirst: boolean;
}

/**
 * Merges new drafts into a draft file. What a person edited stays as it is, but for its pins; what nobody edited
 * follows the pages; what a person took out stays out; comments stay. Where nothing differs the text comes back byte
 * for byte.
 */
export function mergeDrafts(draft: PageDraft, context: MergeContext): MergedDrafts {
  const { file, workflow } = context;
  const merge = new Merge(draft, context);
  if (!file) {
    const empty = draft.elements.length + draft.changes.length + draft.uncovered.length === 0;
    if (empty) return { text: undefined, ...merge.counts, diagnostics: [] };
    const text = merge.apply(emptyDraftText(draft.article, workflow));
    return { text: saysMore(text) ? text : undefined, ...merge.counts, diagnostics: [] };
  }
  const text = withPlainLines(file.text, (plain) => merge.apply(plain));
  const left = text === file.text || saysMore(text);
  return { text: left ? text : undefined, ...merge.counts, diagnostics: merge.diagnostics };
}

class Merge {
  readonly counts = { added: 0, updated: 0, removed: 0 };
  readonly diagnostics: Diagnostic[] = [];
  readonly #draft: PageDraft;
  readonly #context: MergeContext;
  readonly #file: DraftFile | undefined;
  /** What elements of the file say once they are merged; undefined for those taken out. */
  readonly #bodies = new Map<FiledElement, Record<string, unknown> | undefined>();
  readonly #added: DraftElement[] = [];
  /** What changes of the file, with their variants, will say. */
  readonly #changeBodies: Record<string, unknown>[] = [];
  readonly #gone = new Set<YamlEntry>();
  readonly #drafted: Set<string>;
  #touched = false;

  constructor(draft: PageDraft, context: MergeContext) {
    this.#draft = draft;
    this.#context = context;
    this.#file = context.file;
    this.#drafted = new Set(context.file?.drafted);
    for (const element of context.file?.elements ?? []) this.#bodies.set(element, element.body);
  }

  apply(text: string): string {
    const lines = new DraftLines(text);
    this.#mergeElements(lines);
    this.#dropElements(lines);
    this.#mergeChanges(lines);
    this.#mergeUncovered(lines);
    const bodies = [...this.#bodies.values(), ...this.#added.map(({ body }) => body), ...this.#changeBodies];
    const facts = mergeFacts(this.#draft.facts, this.#file?.facts ?? [], bodies, this.#formerBodies());
    for (const { index, fact } of facts.updated) {
      const entry = lines.entry('facts', index);
      if (entry) lines.replace('facts', index, editEntry(entry, { ...fact }));
    }
    for (const index of facts.unused) this.#drop(lines, 'facts', index);
    for (const fact of facts.added) lines.add('facts', fact);
    this.#touched ||= facts.added.length + facts.updated.length > 0;
    if (!this.#touched && this.#gone.size === 0) return text;
    lines.removeAll(this.#gone);
    this.#listDrafted(lines);
    return withComments(lines.text, text);
  }

  #mergeElements(lines: DraftLines): void {
    const { matches, isFirst } = this.#context;
    // What is new comes after what stands before it on the page.
    const last = new Map<string, number | YamlEntry>();
    for (const element of this.#draft.elements) {
      const match = matches.get(element);
      if (match?.file === this.#file && match) {
        this.#update(lines, match, element);
        last.set(match.element.section, Number(match.element.path[1]));
      } else if (match || !isFirst) continue;
      // What a person took out stays out.
      else if (!this.#drafted.has(element.id)) {
        const { section } = element;
        last.set(section, lines.add(section, elementFields(element), last.get(section)));
        this.#added.push(element);
        this.counts.added += 1;
        this.#touched = true;
      }
    }
    // One of several requirements in a sentence may be a rule already while the others are still drafts.
    for (const element of this.#draft.covered) {
      const match = matches.get(element);
      if (match?.file === this.#file && match) this.#update(lines, match, element);
    }
  }

  #update(lines: DraftLines, { element: known, by }: DraftMatch, drafted: DraftElement): void {
    const [section = '', index = 0] = known.path;
    const raw = rawOf(this.#file, known);
    const { value, kept, changedUnder } = mergeElement(known, drafted, {
      raw,
      by,
      locales: this.#draft.locales,
    });
    if (changedUnder) this.#warn('draft-sentence-changed', known);
    this.#bodies.set(known, kept ? known.body : drafted.body);
    const entry = lines.entry(String(section), Number(index));
    if (!entry || isDeepStrictEqual(value, raw)) return;
    if (kept || known.section === drafted.section) {
      lines.replace(String(section), Number(index), editEntry(entry, value));
    } else {
      // What was a condition may be none any more, or the other way round.
      this.#gone.add(entry);
      lines.add(drafted.section, value, undefined, commentsIn(entry));
    }
    this.counts.updated += 1;
    this.#touched = true;
  }

  /** Takes out what the pages no longer say and nobody edited or noted anything on. */
  #dropElements(lines: DraftLines): void {
    const matched = new Set([...this.#context.matches.values()].map(({ element }) => element));
    for (const known of this.#file?.elements ?? []) {
      if (matched.has(known) || known.evidence === undefined || known.pins.length === 0) continue;
      if (known.state !== 'draft' || !this.#wasRead(known.pins)) continue;
      const [section = '', index = 0] = known.path;
      const entry = lines.entry(String(section), Number(index));
      if (!entry) continue;
      const edited = isElementEdited(known) || isRetold(known.evidence) || arePinsEdited(known);
      if (edited || commentsIn(entry).length > 0) {
        this.#warn('draft-out-of-step', known);
        continue;
      }
      this.#gone.add(entry);
      this.#bodies.set(known, undefined);
      this.#drafted.delete(known.id);
      this.counts.removed += 1;
    }
  }

  #mergeChanges(lines: DraftLines): void {
    const filed = new Map((this.#file?.changes ?? []).map((change) => [change.element, change]));
    const proposed = new Set<string>();
    for (const change of this.#draft.changes) {
      proposed.add(change.element);
      const known = filed.get(change.element);
      if (known) this.#updateChange(lines, known, change);
      else if (this.#context.isFirst && !this.#drafted.has(changeName(change))) {
        lines.add('changes', changeFields(change));
        this.#changeBodies.push(
          ...bodiesOf({ ...change.body, ...(change.variants ? { variants: change.variants } : {}) }),
        );
        this.#drafted.add(changeName(change));
        this.counts.added += 1;
        this.#touched = true;
      }
    }
    for (const known of filed.values()) {
      if (proposed.has(known.element)) continue;
      const entry = lines.entry(String(known.path[0]), Number(known.path[1]));
      if (!entry || known.state !== 'draft' || !this.#wasRead(known.pins)) {
        this.#changeBodies.push(...bodiesOf(known));
      } else if (isChangeEdited(known) || commentsIn(entry).length > 0) {
        this.#changeBodies.push(...bodiesOf(known));
        this.#warn('draft-out-of-step', { ...known, id: known.element });
      } else {
        this.#gone.add(entry);
        this.#drafted.delete(changeName(known));
        this.counts.removed += 1;
      }
    }
  }

  /** Brings a proposed change into step; what a person made of it stays, also where the page changes again. */
  #updateChange(lines: DraftLines, known: FiledChange, change: DraftChange): void {
    const raw = rawOf(this.#file, known);
    const again = known.evidence?.pinned !== change.evidence.pinned;
    const set = known.state === 'rejected' && !again;
    const value = set ? raw : mergeChange(known, change, this.#draft.locales);
    this.#changeBodies.push(...bodiesOf(value));
    const entry = lines.entry(String(known.path[0]), Number(known.path[1]));
    if (!entry || isDeepStrictEqual(value, raw)) return;
    if (again && isChangeEdited(known)) this.#warn('draft-sentence-changed', { ...known, id: known.element });
    lines.replace('changes', Number(known.path[1]), editEntry(entry, value));
    this.#drafted.delete(changeName(known));
    this.#drafted.add(changeName(change));
    this.counts.updated += 1;
    this.#touched = true;
  }

  /** Brings the list of lead-ins into step; reasons that a person wrote stay. */
  #mergeUncovered(lines: DraftLines): void {
    const filed = this.#file?.uncovered ?? [];
    const wanted = new Set(
      this.#context.isFirst ? this.#draft.uncovered.map((each) => JSON.stringify(each)) : [],
    );
    filed.forEach((entry, index) => {
      if (!this.#draft.locales.includes(entry.locale) || entry.reason !== leadInReason) return;
      if (!wanted.delete(JSON.stringify(entry))) this.#drop(lines, 'uncovered', index);
    });
    for (const each of this.#context.isFirst ? this.#draft.uncovered : []) {
      if (!wanted.has(JSON.stringify(each))) continue;
      lines.add('uncovered', each);
      this.#touched = true;
    }
  }

  #listDrafted(lines: DraftLines): void {
    if (!this.#context.isFirst) return;
    const { matches } = this.#context;
    // Of what is a rule by now there is nothing to keep out.
    for (const element of this.#draft.covered) if (!matches.has(element)) this.#drafted.delete(element.id);
    // A person may have given it a better name.
    for (const [{ id }, { element, by }] of matches)
      if (by === 'sentence' && id !== element.id) this.#drafted.delete(id);
    for (const [element, body] of this.#bodies) if (body && element.evidence) this.#drafted.add(element.id);
    for (const { id } of this.#added) this.#drafted.add(id);
    lines.setDrafted([...this.#drafted].toSorted());
  }

  #drop(lines: DraftLines, section: string, index: number): void {
    const entry = lines.entry(section, index);
    if (!entry) return;
    this.#gone.add(entry);
  }

  #wasRead(pins: readonly { locale: string }[]): boolean {
    return pins.every(({ locale }) => this.#draft.locales.includes(locale));
  }

  #formerBodies(): Record<string, unknown>[] {
    const { elements = [], changes = [] } = this.#file ?? {};
    return [...elements.map(({ body }) => body), ...changes.flatMap(bodiesOf)];
  }

  #warn(code: string, { id, path }: Pick<FiledElement, 'id' | 'path'>): void {
    if (!this.#file) return;
    const where = this.#file.source.locate([...path, path[0] === 'changes' ? 'element' : 'id']);
    this.diagnostics.push({
      code,
      severity: 'warning',
      path: this.#file.path,
      ...where,
      values: { found: id },
    });
  }
}

function rawOf(
  file: DraftFile | undefined,
  { path: [section = '', index = 0] }: Pick<FiledElement, 'path'>,
): Record<string, unknown> {
  const value = file?.source.value as Record<string, Record<string, unknown>[]> | undefined;
  return value?.[section]?.[Number(index)] ?? {};
}

/** Puts comments that lost their place at the end: none is ever lost. */
function withComments(text: string, before: string): string {
  const left = [...commentsOf(text), draftedNote];
  const lost = commentsOf(before).filter((comment) => {
    const at = left.indexOf(comment);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return lost.length === 0 ? text : `${text}\n${lost.map((comment) => `${comment}\n`).join('')}`;
}
