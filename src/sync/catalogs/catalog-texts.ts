/** The texts of one catalog by key (`verdict.allowed`), and the keys that hold something else than a text. */
export interface CatalogTexts {
  texts: ReadonlyMap<string, string>;
  notText: readonly string[];
}

/** Lists the texts of a nested catalog. */
export function listTexts(catalog: object): CatalogTexts {
  const texts = new Map<string, string>();
  const notText: string[] = [];
  const walk = (value: object, above: string): void => {
    for (const [name, child] of Object.entries(value) as [string, unknown][]) {
      const key = above === '' ? name : `${above}.${name}`;
      if (typeof child === 'string') texts.set(key, child);
      else if (typeof child === 'object' && child !== null && !Array.isArray(child)) walk(child, key);
      else notText.push(key);
    }
  };
  walk(catalog, '');
  return { texts, notText };
}

/** Lists the placeholders of a text, each once; what looks like one but is not is `malformed`. */
export function listPlaceholders(text: string): { names: ReadonlySet<string>; malformed: boolean } {
  const names = new Set<string>();
  const rest = text.replace(/\{\{([a-z][a-z0-9]*)\}\}/giu, (_, name: string) => {
    names.add(name);
    return ' ';
  });
  return { names, malformed: /\{\{|\}\}/u.test(rest) };
}
