import {
  Document as YamlDocument,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
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
    const list = this.#yaml.get(section, true) as Node | undefined;
    if (isSeq(list) && list.items.length > 0 && !list.flow)
      return this.#after(list, value, section === 'facts' ? '' : '\n');
    const entry = indent(renderYaml([value]), 2);
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
    if (list.items.length > 0 && !list.flow) return this.#after(list, value, '');
    return this.replace(path, [...list.toJSON(), value]);
  }

  /** Replaces the value at a path, keeping what stands around it. */
  replace(path: YamlPath, value: unknown): Edit | undefined {
    const node = this.#yaml.getIn(path, true) as Node | undefined;
    if (!node?.range) return undefined;
    const [start] = node.range;
    const end = this.#contentEnd(node);
    const rendered = renderYaml(value);
    const block = rendered.includes('\n') || rendered.startsWith('- ');
    if (!block) return { start, end, text: rendered };
    const column = start - this.text.lastIndexOf('\n', start - 1) - 1;
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
    const [, end] = anchor.range;
    const rendered = `${key}: ${flowYaml(value)}`;
    if (map.flow) return { start: end, end, text: `, ${rendered}` };
    const lineEnd = this.#lineEnd(end);
    return { start: lineEnd, end: lineEnd, text: `\n${' '.repeat(this.#columnOf(map))}${rendered}` };
  }

  #after(list: YAMLSeq, value: unknown, gap: string): Edit {
    const last = list.items.at(-1) as Node;
    const at = this.#lineEnd(this.#contentEnd(last));
    const start = list.range?.[0] ?? 0;
    const column = start - this.text.lastIndexOf('\n', start - 1) - 1;
    return { start: at, end: at, text: `\n${gap}${indent(renderYaml([value]), column)}` };
  }

  #contentEnd(node: Node): number {
    let end = node.range?.[1] ?? 0;
    while (end > 0 && /\s/u.test(this.text[end - 1] ?? '')) end -= 1;
    return end;
  }

  #lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return end < 0 ? this.text.length : end;
  }

  #columnOf(map: YAMLMap): number {
    const start = map.range?.[0] ?? 0;
    return start - this.text.lastIndexOf('\n', start - 1) - 1;
  }
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

function indent(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : ' '.repeat(columns) + line))
    .join('\n');
}
