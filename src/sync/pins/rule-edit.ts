import type { Pin, Uncovered } from '../../rules/workflow.ts';
import type { YamlPath } from '../../rules/yaml-source.ts';

/** One change of a rule file. Paths are those of the file as it stands, before any change. */
export type RuleEdit =
  /** Puts a pin on another sentence. */
  | { kind: 'update'; path: YamlPath; pin: Pin }
  /** Adds a pin to the end of a list of pins. */
  | { kind: 'add'; list: YamlPath; pin: Pin }
  /** Takes an item out of a list; what is left empty by it, but pins of an element, goes too. */
  | { kind: 'remove'; path: YamlPath }
  /** Adds a sentence to those that the rules leave out on purpose. */
  | { kind: 'leave-out'; entry: Uncovered }
  /** Puts a text in the place of another. */
  | { kind: 'replace'; path: YamlPath; text: string };

type Container = Record<string | number, unknown>;

/** Applies edits to the value of a rule file. */
export function editValue(value: unknown, edits: readonly RuleEdit[]): unknown {
  const edited = structuredClone(value);
  for (const edit of edits) {
    if (edit.kind === 'update') containerOf(edited, edit.path)[lastOf(edit.path)] = plainPin(edit.pin);
    if (edit.kind === 'replace') containerOf(edited, edit.path)[lastOf(edit.path)] = edit.text;
    if (edit.kind === 'leave-out') {
      const root = edited as { uncovered?: Uncovered[] };
      root.uncovered = [...(root.uncovered ?? []), edit.entry];
    }
    if (edit.kind === 'add') (valueAt(edited, edit.list) as unknown[]).push(plainPin(edit.pin));
  }
  for (const path of removedPaths(edits))
    (containerOf(edited, path) as unknown as unknown[]).splice(Number(lastOf(path)), 1);
  return dropEmpty(edited, edits);
}

/** Lists the paths of removed items, later ones first, so that removing one does not move the others. */
export function removedPaths(edits: readonly RuleEdit[]): YamlPath[] {
  return edits
    .flatMap((edit) => (edit.kind === 'remove' ? [edit.path] : []))
    .toSorted((a, b) => Number(lastOf(b)) - Number(lastOf(a)));
}

/** Gives a pin as it stands in a file: its fields in their order, and those only that it has. */
export function plainPin({ locale, article, segment, source, target, disputed }: Pin): Pin {
  return {
    locale,
    ...(article === undefined ? {} : { article }),
    segment,
    source,
    target,
    ...(disputed === undefined ? {} : { disputed }),
  };
}

/** Gives the value at a path, or undefined. */
export function valueAt(value: unknown, path: YamlPath): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Container)[key];
  }
  return found;
}

function containerOf(value: unknown, path: YamlPath): Container {
  const found = valueAt(value, path.slice(0, -1));
  if (typeof found !== 'object' || found === null) throw new Error(`no ${path.join('/')} in the rule file`);
  return found as Container;
}

function lastOf(path: YamlPath): string | number {
  return path.at(-1) ?? '';
}

/** Takes out variants and lists of segments that nothing is left in. */
function dropEmpty(value: unknown, edits: readonly RuleEdit[]): unknown {
  for (const path of emptiedPaths(value, edits)) {
    const container = containerOf(value, path);
    if (Array.isArray(container)) container.splice(Number(lastOf(path)), 1);
    else delete container[lastOf(path)];
  }
  return value;
}

/**
 * Lists what edits leave empty, inner before outer: variants without pins, entries of `uncovered` without segments,
 * and those sections themselves. Paths are those of the file in which the edits were made.
 *
 * @param edited The value with the items already taken out.
 */
export function emptiedPaths(edited: unknown, edits: readonly RuleEdit[]): YamlPath[] {
  const holders = new Map<string, YamlPath>();
  for (const path of removedPaths(edits)) {
    const at = path.lastIndexOf('variants') >= 0 ? path.lastIndexOf('variants') : path.indexOf('uncovered');
    if (at < 0) continue;
    const list = valueAt(edited, path.slice(0, -1));
    if (Array.isArray(list) && list.length === 0) {
      const holder = path.slice(0, at + 2);
      holders.set(holder.join('/'), holder);
    }
  }
  const items = [...holders.values()].toSorted((a, b) => Number(b.at(-1)) - Number(a.at(-1)));
  const sections = new Map<string, { path: YamlPath; count: number }>();
  for (const item of items) {
    const path = item.slice(0, -1);
    const known = sections.get(path.join('/'));
    sections.set(path.join('/'), { path, count: (known?.count ?? 0) + 1 });
  }
  const whole = [...sections.values()].filter(({ path, count }) => {
    const list = valueAt(edited, path);
    return Array.isArray(list) && list.length === count;
  });
  return [...items, ...whole.map(({ path }) => path)];
}
