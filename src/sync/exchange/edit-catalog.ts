import { isMap, isScalar, parseDocument } from 'yaml';

/**
 * Puts texts into a catalog. Texts that are there are replaced in place, so that the rest of the file stays byte for
 * byte; where a text is new, it takes its place in the order of the English catalog and the file is laid out anew.
 *
 * @param text JSON of the catalog; empty where there is no file yet.
 * @param english The English catalog, whose order of keys is followed.
 */
export function editCatalog(text: string, changes: ReadonlyMap<string, string>, english: object): string {
  const places = textPlaces(text);
  if ([...changes.keys()].every((key) => places.has(key))) {
    const edits = [...changes].flatMap(([key, value]) => {
      const place = places.get(key);
      return place ? [{ ...place, value }] : [];
    });
    return edits
      .toSorted((a, b) => b.start - a.start)
      .reduce(
        (body, { start, end, value }) => body.slice(0, start) + JSON.stringify(value) + body.slice(end),
        text,
      );
  }
  const catalog = text.trim() === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  for (const [key, value] of changes) setText(catalog, key.split('.'), value);
  return `${JSON.stringify(inOrderOf(catalog, english), null, 2)}\n`;
}

/** Finds where the texts of a catalog stand in its JSON, quotes included. */
function textPlaces(text: string): Map<string, { start: number; end: number }> {
  const places = new Map<string, { start: number; end: number }>();
  const walk = (node: unknown, above: string): void => {
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const path = above === '' ? name : `${above}.${name}`;
      if (isScalar(value) && value.range) places.set(path, { start: value.range[0], end: value.range[1] });
      else walk(value, path);
    }
  };
  walk(parseDocument(text).contents, '');
  return places;
}

function setText(catalog: Record<string, unknown>, [name = '', ...rest]: string[], value: string): void {
  const own = Object.hasOwn(catalog, name) ? catalog[name] : undefined;
  const inner = typeof own === 'object' && own !== null ? (own as Record<string, unknown>) : {};
  if (rest.length > 0) setText(inner, rest, value);
  // Defined, not assigned: `__proto__` is a name like any other.
  Object.defineProperty(catalog, name, {
    value: rest.length > 0 ? inner : value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** Orders the keys of a catalog as English has them; others follow, plural forms beside each other. */
function inOrderOf(value: unknown, english: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const order = typeof english === 'object' && english !== null ? Object.keys(english) : [];
  const rank = (name: string): number => {
    const at = order.indexOf(name);
    if (at >= 0) return at;
    const sibling = order.findIndex((other) => stem(other) === stem(name));
    return sibling >= 0 ? sibling + 0.5 : order.length;
  };
  const own = english as Record<string, unknown> | undefined;
  const entries = Object.entries(value).map(([name, child], index) => ({
    name,
    child,
    index,
    rank: rank(name),
  }));
  return Object.fromEntries(
    entries
      .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
      .map(({ name, child }) => [
        name,
        inOrderOf(child, own && Object.hasOwn(own, name) ? own[name] : undefined),
      ]),
  );
}

function stem(name: string): string {
  return name.replace(/_(?:zero|one|two|few|many|other)$/u, '');
}
