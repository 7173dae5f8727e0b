import {
  Document as YamlDocument,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLSeq,
} from 'yaml';
import { contentEnd } from './yaml-places.ts';
import { commentsOf } from './yaml-sections.ts';
import type { YamlPath } from './yaml-source.ts';

/** One stretch of a text to be replaced, offsets in UTF-16 code units. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Applies edits that do not overlap; everything else of the text stays byte for byte. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, text: replacement } of edits.toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}

/** Writes a value as YAML in the style of the rule files: conditions, pins and lists of codes on one line each. */
export function renderYaml(value: unknown): string {
  const yaml = new YamlDocument();
  const node = yaml.createNode(value);
  layOut(node);
  yaml.contents = node as never;
  return yaml
    .toString({ lineWidth: 0 })
    .trimEnd()
    .replace(/\b(value|values|remedy|read|known): \[ ([\w, -]*) \]/gu, '$1: [$2]');
}

/** Lays a node out in place: what is small stands on one line. */
export function layOut(node: unknown): void {
  if (isSeq(node)) {
    if (node.items.every(isScalar)) node.flow = true;
    else node.items.forEach(layOut);
  } else if (isMap(node)) {
    const keys = new Set(node.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')));
    const leaf = node.items.every(({ value }) => isScalar(value));
    const pin = keys.has('segment') && !keys.has('disputed');
    if ((leaf && (keys.has('fact') || pin)) || keys.has('operator')) node.flow = true;
    for (const { value } of node.items) layOut(value);
  }
}

/** A YAML text to be edited in places. */
export class YamlText {
  readonly text: string;
  readonly #yaml: YamlDocument.Parsed;

  constructor(text: string) {
    this.text = text;
    this.#yaml = parseDocument(text);
  }

  /** Adds an entry at the end of a list of the file's top level, which is made where it is missing. */
  append(section: string, value: unknown): Edit {
    return this.appendLines(section, renderYaml([value]));
  }

  /** Adds an entry that is YAML already, its dash at the left margin, with comments above it or not. */
  appendLines(section: string, lines: string): Edit {
    const list = this.#yaml.get(section, true) as Node | undefined;
    if (isSeq(list) && list.items.length > 0 && !list.flow)
      return this.#after(list, lines, section === 'facts' ? '' : '\n');
    const entry = indent(lines, 2);
    if (list?.range) {
      const [start, end] = list.range;
      return { start: this.text.slice(0, start).trimEnd().length, end, text: `\n${entry}` };
    }
    const end = this.text.length;
    const gap = this.text.endsWith('\n') ? '\n' : '\n\n';
    return { start: end, end, text: `${gap}${section}:\n${entry}\n` };
  }

  /** Adds an entry at the end of a list anywhere in the file. */
  appendAt(path: YamlPath, value: unknown): Edit | undefined {
    const list = this.#yaml.getIn(path, true);
    if (!isSeq(list)) return undefined;
    if (list.items.length > 0 && !list.flow) return this.#after(list, renderYaml([value]), '');
    return this.replace(path, [...list.toJSON(), value]);
  }

  /** Replaces the value at a path, keeping what stands around it. */
  replace(path: YamlPath, value: unknown): Edit | undefined {
    const node = this.#yaml.getIn(path, true) as Node | undefined;
    if (!node?.range) return undefined;
    const [start] = node.range;
    const end = contentEnd(this.text, node);
    const rendered = renderYaml(value);
    const block = rendered.includes('\n') || rendered.startsWith('- ');
    if (!block) return { start, end, text: rendered };
    const column = this.#column(start);
    const opensLine =
      this.text
        .slice(start - column, start)
        .trim()
        .replace(/^-$/u, '') === '';
    if (opensLine) return { start, end, text: indent(rendered, column).trimStart() };
    const lineStart = start - column;
    const key = this.text.slice(lineStart).search(/[^\s-]/u);
    return { start: this.text.slice(0, start).trimEnd().length, end, text: `\n${indent(rendered, key + 2)}` };
  }

  /** Sets a key of the map at a path, after another key where it is new. */
  set(path: YamlPath, key: string, value: unknown, after: string): Edit | undefined {
    const map = this.#yaml.getIn(path, true);
    if (!isMap(map)) return undefined;
    if (map.has(key)) return this.replace([...path, key], value);
    const anchor = map.get(after, true) as Node | undefined;
    if (!anchor?.range) return undefined;
    const end = contentEnd(this.text, anchor);
    if (map.flow) return { start: end, end, text: `, ${key}: ${flowYaml(value)}` };
    const lineEnd = this.#lineEnd(end);
    const lines = indent(renderYaml({ [key]: value }), this.#column(map.range?.[0] ?? 0));
    return { start: lineEnd, end: lineEnd, text: `\n${lines}` };
  }

  /** Takes out an item of a list or a key of a map with its lines, but for the comments on them. */
  remove(path: YamlPath): Edit | undefined {
    const above = path.slice(0, -1);
    const last = path.at(-1);
    const parent = this.#yaml.getIn(above, true);
    if (isSeq(parent)) {
      const index = Number(last);
      const item = parent.items[index] as Node | undefined;
      if (!item?.range) return undefined;
      if (parent.flow === true || parent.items.length === 1) {
        const edit = this.replace(
          above,
          parent.toJSON().filter((_: unknown, at: number) => at !== index),
        );
        const comments = parent.flow === true ? [] : commentsOf(this.#lines(item.range[0], item));
        const margin = ' '.repeat(this.#column(parent.range?.[0] ?? 0));
        return edit && { ...edit, text: [edit.text, ...comments.map((each) => margin + each)].join('\n') };
      }
      return this.#withoutLines(item.range[0], item, this.#column(parent.range?.[0] ?? 0));
    }
    if (!isMap(parent)) return undefined;
    const at = parent.items.findIndex(({ key }) => isScalar(key) && key.value === last);
    const pair = parent.items[at];
    if (!pair) return undefined;
    const [start = 0] = (pair.key as Node).range ?? [];
    const opensEntry = /-\s*$/u.test(this.text.slice(start - this.#column(start), start));
    if (parent.flow === true || opensEntry) {
      const { [String(last)]: _, ...others } = parent.toJSON() as Record<string, unknown>;
      return this.replace(above, others);
    }
    return this.#withoutLines(start, (pair.value ?? pair.key) as Node, this.#column(start));
  }

  /** Puts lines above the entry at a path, as far in as its dash. */
  insertAbove(path: YamlPath, lines: readonly string[]): Edit | undefined {
    const [at] = (this.#yaml.getIn(path, true) as Node | undefined)?.range ?? [];
    if (at === undefined || lines.length === 0) return undefined;
    const start = at - this.#column(at);
    const margin = ' '.repeat(this.text.slice(start).search(/\S/u));
    return { start, end: start, text: lines.map((line) => `${margin}${line}\n`).join('') };
  }

  #after(list: YAMLSeq, lines: string, gap: string): Edit {
    const last = list.items.at(-1) as Node;
    const column = this.#column(list.range?.[0] ?? 0);
    let at = this.#lineEnd(contentEnd(this.text, last));
    // Comments further in than the dash still speak of the last entry.
    for (let next = at; next < this.text.length;) {
      const end = this.#lineEnd(next + 1);
      const line = this.text.slice(next + 1, end).trimEnd();
      if (line !== '' && !(line.trim().startsWith('#') && line.search(/\S/u) > column)) break;
      if (line !== '') at = end;
      next = end;
    }
    return { start: at, end: at, text: `\n${gap}${indent(lines, column)}` };
  }

  /** Gives the lines from a place to the end of a node, what stands beside the last included. */
  #lines(start: number, node: Node): string {
    return this.text.slice(start - this.#column(start), this.#lineEnd(contentEnd(this.text, node)));
  }

  #withoutLines(from: number, node: Node, column: number): Edit {
    const lines = this.#lines(from, node);
    const start = from - this.#column(from);
    const comments = commentsOf(lines).map((comment) => `${' '.repeat(column)}${comment}\n`);
    return { start, end: Math.min(start + lines.length + 1, this.text.length), text: comments.join('') };
  }

  #lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return end < 0 ? this.text.length : end;
  }

  #column(offset: number): number {
    return offset - this.text.lastIndexOf('\n', offset - 1) - 1;
  }
}

/** Makes edits to a text one after the other, each on what the one before left. */
export function editInTurn(
  text: string,
  ...edits: readonly ((yaml: YamlText) => Edit | undefined)[]
): string {
  let edited = text;
  for (const edit of edits) {
    const made = edit(new YamlText(edited));
    if (made) edited = applyEdits(edited, [made]);
  }
  return edited;
}

/** Writes a small value on one line. */
function flowYaml(value: unknown): string {
  const yaml = new YamlDocument();
  const node = yaml.createNode(value);
  if (isMap(node) || isSeq(node)) node.flow = true;
  yaml.contents = node as never;
  return yaml
    .toString({ lineWidth: 0 })
    .trim()
    .replace(/\b(value|values|remedy|read|known): \[ ([\w, -]*) \]/gu, '$1: [$2]');
}

/** Puts every line but empty ones further in. */
export function indent(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : ' '.repeat(columns) + line))
    .join('\n');
}
