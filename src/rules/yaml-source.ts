import {
  type ErrorCode,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { Diagnostic, Position } from '../diagnostic/diagnostic.ts';
import { LineIndex } from '../diagnostic/line-index.ts';
import { mayHoldControls, stripControls, stripControlsDeep } from '../diagnostic/visible-text.ts';

/** A path into a YAML value: keys and list indexes. */
export type YamlPath = readonly (string | number)[];

/** YAML text read as data, with the place of every part of it. */
export interface YamlSource {
  path: string;
  value: unknown;
  /** Gives place, length and line of the value at a path, or of the nearest part that exists above it. */
  locate: (path: YamlPath, part?: 'key' | 'value') => { at: Position; length: number; excerpt: string };
  diagnostics: Diagnostic[];
}

const maximumDepth = 64;

/** Codes of faults that the YAML library words in its own terms. */
const ownCodes: ReadonlyMap<ErrorCode, string> = new Map([
  ['DUPLICATE_KEY', 'duplicate-key'],
  ['MULTIPLE_DOCS', 'second-document'],
]);

/**
 * Parses YAML (or JSON, which is YAML) strictly: no aliases, no duplicate keys, one document, bounded depth.
 * Faults are diagnostics; then `value` is undefined.
 */
export function parseYaml(text: string, path: string): YamlSource {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const lines = new LineIndex(body);
  const place = (start: number, end: number): { at: Position; length: number; excerpt: string } => {
    const at = lines.position(start);
    const excerpt = lines.line(at.line);
    return { at, length: Math.max(1, Math.min(end - start, excerpt.length - at.column + 1)), excerpt };
  };
  const fail = (diagnostic: Omit<Diagnostic, 'severity' | 'path'>): YamlSource => ({
    path,
    value: undefined,
    locate: () => place(0, 0),
    diagnostics: [{ severity: 'error', path, ...diagnostic }],
  });

  const depth = nestingDepth(body);
  if (depth > maximumDepth) return fail({ code: 'nested-too-deep', values: { limit: maximumDepth } });
  const lineCounter = new LineCounter();
  const document = parseDocument(body, {
    lineCounter,
    uniqueKeys: true,
    prettyErrors: false,
    // `silent` would also silence a second document, which is then left out without a word.
    logLevel: 'error',
  });
  const diagnostics = document.errors.map((error): Diagnostic => {
    const code = ownCodes.get(error.code) ?? 'invalid-yaml';
    const [start, end] = error.pos;
    const where = place(start, end);
    const key = body.slice(start).match(/^[^\s:]+/u)?.[0] ?? '';
    const values = code === 'duplicate-key' ? { found: key } : { reason: error.message };
    return { code, severity: 'error', path, ...where, values };
  });
  visit(document, {
    Alias: (_, node) => {
      const [start = 0, end = 0] = node.range ?? [];
      diagnostics.push({ code: 'unexpected-alias', severity: 'error', path, ...place(start, end) });
    },
  });
  if (diagnostics.length > 0) return { path, value: undefined, locate: () => place(0, 0), diagnostics };

  let value: unknown;
  try {
    const parsed: unknown = document.toJS({ maxAliasCount: 0 });
    value = mayHoldControls(body) ? stripControlsDeep(parsed) : parsed;
  } catch (error) {
    return fail({
      code: 'invalid-yaml',
      values: { reason: error instanceof Error ? error.message : String(error) },
    });
  }
  const locate = (wanted: YamlPath, part: 'key' | 'value' = 'value'): ReturnType<YamlSource['locate']> => {
    const range = findNode(document.contents, wanted, part)?.range;
    return range ? place(range[0], range[1]) : place(0, 0);
  };
  return { path, value, locate, diagnostics };
}

/** Bounds the depth by indentation and open brackets before a recursive parser sees the text. */
function nestingDepth(text: string): number {
  let deepest = 0;
  let open = 0;
  let indent = 0;
  let atLineStart = true;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '\n') {
      atLineStart = true;
      indent = 0;
    } else if (atLineStart && (letter === ' ' || letter === '-' || letter === '?')) {
      indent += 1;
    } else {
      atLineStart = false;
      if (letter === '[' || letter === '{') open += 1;
      else if (letter === ']' || letter === '}') open = Math.max(0, open - 1);
    }
    deepest = Math.max(deepest, open + (indent >> 1));
  }
  return deepest;
}

function findNode(root: Node | null, path: YamlPath, part: 'key' | 'value'): Node | undefined {
  let node: Node | undefined = root ?? undefined;
  for (const [index, key] of path.entries()) {
    if (!isCollection(node)) break;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && isNamed(item.key.value, key),
      );
      if (!pair) break;
      const last = index === path.length - 1;
      const next = last && part === 'key' ? pair.key : pair.value;
      if (isNodeLike(next)) node = next;
      else if (isNodeLike(pair.key)) return pair.key;
      else break;
    } else {
      const item: unknown = node.items[Number(key)];
      if (!isNodeLike(item)) break;
      node = item;
    }
  }
  return node;
}

// Values are looked up by the names they are shown by.
function isNamed(name: unknown, wanted: string | number): boolean {
  return typeof name === 'string' ? stripControls(name) === wanted : name === wanted;
}

function isNodeLike(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}
