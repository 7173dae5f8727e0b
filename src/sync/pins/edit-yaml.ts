import { isDeepStrictEqual } from 'node:util';
import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Pair,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Pin, Uncovered } from '../../rules/workflow.ts';
import { contentEnd } from '../../rules/yaml-places.ts';
import type { YamlPath } from '../../rules/yaml-source.ts';
import { editValue, emptiedPaths, plainPin, removedPaths, type RuleEdit, valueAt } from './rule-edit.ts';

/** A piece of the text to put in the place of another; `start` and `end` are offsets. */
interface Splice {
  start: number;
  end: number;
  text: string;
}

/**
 * Edits the text of a rule file. Only the places that change are touched, so that comments and layout stay as they
 * are; what comes out is read again and must hold exactly what the edits ask for.
 */
export function editYaml(text: string, edits: readonly RuleEdit[]): string {
  if (edits.length === 0) return text;
  const document = parseDocument(text, { uniqueKeys: true, logLevel: 'silent' });
  const expected = editValue(document.toJS({ maxAliasCount: 0 }), edits);
  const edited = applySplices(text, new Editor(text, document.contents).splices(edits));
  const found: unknown = parseDocument(edited, { logLevel: 'silent' }).toJS({ maxAliasCount: 0 });
  if (!isDeepStrictEqual(found, expected)) throw new Error('the rule file could not be edited in place');
  return edited;
}

class Editor {
  readonly #text: string;
  readonly #root: Node | null;

  constructor(text: string, root: Node | null) {
    this.#text = text;
    this.#root = root;
  }

  splices(edits: readonly RuleEdit[]): Splice[] {
    const value: unknown = this.#root?.toJS(parseDocument(''));
    const removed = removedPaths(edits);
    const without = structuredClone(value);
    for (const edit of edits)
      if (edit.kind === 'add') (valueAt(without, edit.list) as unknown[]).push(edit.pin);
    for (const path of removed)
      (valueAt(without, path.slice(0, -1)) as unknown[]).splice(Number(path.at(-1)), 1);
    const emptied = emptiedPaths(without, edits);
    const dropped = [...emptied, ...removed];
    const outermost = dropped.filter(
      (path) => !dropped.some((other) => other.length < path.length && startsWith(path, other)),
    );
    const refilled = new Set(edits.flatMap((edit) => (edit.kind === 'add' ? [edit.list.join('/')] : [])));
    const splices = outermost.map((path) => this.#remove(path, removed, refilled));
    const lists = new Map<string, { list: YamlPath; pins: Pin[] }>();
    for (const edit of edits) {
      if (edit.kind === 'update') splices.push(...this.#update(edit.path, edit.pin));
      if (edit.kind === 'replace') splices.push(this.#scalar(this.#node(edit.path), edit.text));
      if (edit.kind === 'add') {
        const known = lists.get(edit.list.join('/'));
        lists.set(edit.list.join('/'), { list: edit.list, pins: [...(known?.pins ?? []), edit.pin] });
      }
    }
    const left = edits.flatMap((edit) => (edit.kind === 'leave-out' ? [edit.entry] : []));
    if (left.length > 0) splices.push(this.#leaveOut(left));
    for (const { list, pins } of lists.values()) splices.push(this.#append(list, pins, removed));
    return unique(splices);
  }

  #update(path: YamlPath, pin: Pin): Splice[] {
    const map = this.#node(path) as YAMLMap;
    const wanted = plainPin(pin) as unknown as Record<string, string>;
    const splices: Splice[] = [];
    for (const pair of map.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const text = wanted[key];
      if (text === undefined) splices.push(this.#removePair(map, pair));
      else if (isScalar(pair.value) && pair.value.value !== text)
        splices.push(this.#scalar(pair.value, text));
    }
    if (wanted['article'] !== undefined && !map.has('article')) {
      const first = map.get('locale', true) as Node;
      const separator = map.flow === true ? ', ' : `\n${' '.repeat(this.#column(rangeOf(map)[0]))}`;
      const at = rangeOf(first)[1];
      splices.push({ start: at, end: at, text: `${separator}article: ${scalarText(wanted['article'])}` });
    }
    return splices;
  }

  #scalar(node: Node, text: string): Splice {
    const [start, end] = rangeOf(node);
    const block = isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL');
    return { start, end, text: block ? `${scalarText(text)}\n` : scalarText(text) };
  }

  /** Appends pins to a list, in the lines after its last item. */
  #append(path: YamlPath, pins: readonly Pin[], removed: readonly YamlPath[]): Splice {
    const seq = this.#node(path) as YAMLSeq;
    const items = pins.map((pin) => flowPin(pin));
    const last = seq.items.at(-1) as Node | undefined;
    if (seq.flow === true || last === undefined) {
      const [from, end] = rangeOf(seq);
      const start = this.#text.slice(0, from).trimEnd().length;
      const kept = seq.items.filter((_, index) => !removed.some((each) => isAt(each, path, index)));
      const texts = kept.map((item) =>
        this.#text.slice(...(rangeOf(item as Node).slice(0, 2) as [number, number])),
      );
      const indent = ' '.repeat(this.#indentOfLine(start) + 2);
      return { start, end, text: [...texts, ...items].map((item) => `\n${indent}- ${item}`).join('') };
    }
    const at = this.#endOfLine(contentEnd(this.#text, last));
    const indent = ' '.repeat(this.#indentOfLine(rangeOf(seq.items[0] as Node)[0]));
    return { start: at, end: at, text: items.map((item) => `${indent}- ${item}\n`).join('') };
  }

  #leaveOut(entries: readonly Uncovered[]): Splice {
    const items = entries.map(({ locale, article, segments, reason }) => {
      const fields = { locale, article, segments, reason };
      const lines = Object.entries(fields).flatMap(([key, value]) =>
        value === undefined ? [] : [`${key}: ${flowScalar(value)}`],
      );
      return `  - ${lines.join('\n    ')}\n`;
    });
    const section = isMap(this.#root) ? this.#root.get('uncovered', true) : undefined;
    const last = isSeq(section) ? (section.items.at(-1) as Node | undefined) : undefined;
    const ended = this.#text.endsWith('\n') ? '' : '\n';
    if (!last) {
      const at = this.#text.length;
      return { start: at, end: at, text: `${ended}\nuncovered:\n${items.join('')}` };
    }
    const at = this.#endOfLine(contentEnd(this.#text, last));
    return { start: at, end: at, text: `${at === this.#text.length ? ended : ''}${items.join('')}` };
  }

  /** Takes out an item of a list or a pair of a map, with its lines; a list that loses all its items becomes `[]`. */
  #remove(path: YamlPath, removed: readonly YamlPath[], refilled: ReadonlySet<string>): Splice {
    const holder = this.#node(path.slice(0, -1));
    if (isMap(holder)) {
      const pair = holder.items.find((each) => isScalar(each.key) && each.key.value === path.at(-1));
      if (!pair) throw new Error(`no ${path.join('/')} in the rule file`);
      return this.#removePair(holder, pair);
    }
    const seq = holder as YAMLSeq;
    const gone = (index: number): boolean => removed.some((each) => isAt(each, path.slice(0, -1), index));
    const [start, end] = rangeOf(seq);
    if (seq.flow === true) {
      const kept = seq.items.filter((_, index) => !gone(index) && index !== Number(path.at(-1)));
      const texts = kept.map((item) =>
        this.#text.slice(...(rangeOf(item as Node).slice(0, 2) as [number, number])),
      );
      return { start, end, text: `[${texts.join(', ')}]` };
    }
    const refill = refilled.has(path.slice(0, -1).join('/'));
    if (path.at(-2) === 'pins' && !refill && seq.items.every((_, index) => gone(index))) {
      // The key stands on the line before.
      const colon = this.#text.lastIndexOf(':', start);
      return { start: colon + 1, end: contentEnd(this.#text, seq), text: ' []' };
    }
    const item = seq.items[Number(path.at(-1))] as Node;
    return this.#removeLines(rangeOf(item)[0], contentEnd(this.#text, item));
  }

  #removePair(map: YAMLMap, pair: Pair): Splice {
    const [start] = rangeOf(pair.key as Node);
    const end = contentEnd(this.#text, pair.value as Node);
    if (map.flow === true) {
      const comma = this.#text.lastIndexOf(',', start);
      return { start: comma, end, text: '' };
    }
    return this.#removeLines(start, end);
  }

  /** Takes whole lines out, but the comments among them: those are a person's words. */
  #removeLines(from: number, to: number): Splice {
    const start = this.#startOfLine(from);
    const end = this.#endOfLine(to);
    const indent = ' '.repeat(this.#indentOfLine(from));
    const trailing = this.#text.slice(to, end).trim();
    const comments = this.#text
      .slice(start, to)
      .split('\n')
      .filter((line) => /^\s*#/u.test(line))
      .concat(trailing.startsWith('#') ? [trailing] : []);
    return { start, end, text: comments.map((line) => `${indent}${line.trim()}\n`).join('') };
  }

  #node(path: YamlPath): Node {
    let node: unknown = this.#root;
    for (const key of path) {
      if (!isCollection(node)) throw new Error(`no ${path.join('/')} in the rule file`);
      if (isMap(node)) {
        const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
        node = pair?.value;
      } else node = isSeq(node) ? node.items[Number(key)] : undefined;
    }
    if (typeof node !== 'object' || node === null) throw new Error(`no ${path.join('/')} in the rule file`);
    return node as Node;
  }

  #startOfLine(offset: number): number {
    return this.#text.lastIndexOf('\n', offset - 1) + 1;
  }

  #endOfLine(offset: number): number {
    const end = this.#text.indexOf('\n', offset);
    return end < 0 ? this.#text.length : end + 1;
  }

  #column(offset: number): number {
    return offset - this.#startOfLine(offset);
  }

  #indentOfLine(offset: number): number {
    const start = this.#startOfLine(offset);
    return /^ */u.exec(this.#text.slice(start, offset))?.[0].length ?? 0;
  }
}

function rangeOf(node: Node): [number, number, number] {
  if (!node.range) throw new Error('a node of the rule file has no place');
  return [...node.range];
}

/** Writes a pin on one line, as the rule files have them. */
function flowPin(pin: Pin): string {
  const fields = Object.entries(plainPin(pin)).map(([key, value]) => `${key}: ${flowScalar(String(value))}`);
  return `{ ${fields.join(', ')} }`;
}

function flowScalar(value: unknown): string {
  return stringify([value], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false })
    .trim()
    .replace(/^\[\s*/u, '')
    .replace(/\s*\]$/u, '');
}

function scalarText(text: string): string {
  return flowScalar(text);
}

function startsWith(path: YamlPath, other: YamlPath): boolean {
  return other.every((key, index) => path[index] === key);
}

function isAt(path: YamlPath, list: YamlPath, index: number): boolean {
  return path.length === list.length + 1 && startsWith(path, list) && path.at(-1) === index;
}

function unique(splices: readonly Splice[]): Splice[] {
  const seen = new Map(splices.map((splice) => [`${splice.start} ${splice.end} ${splice.text}`, splice]));
  return [...seen.values()];
}

function applySplices(text: string, splices: readonly Splice[]): string {
  let edited = text;
  // Later places first; of two at one place the one that takes something out comes last in the text.
  for (const { start, end, text: piece } of splices.toSorted((a, b) => b.start - a.start || b.end - a.end))
    edited = edited.slice(0, start) + piece + edited.slice(end);
  return edited;
}
