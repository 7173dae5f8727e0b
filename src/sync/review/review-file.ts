import { isMap, parseDocument, Scalar, YAMLMap } from 'yaml';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { compareText } from '../../diagnostic/diagnostic.ts';
import { parseYaml } from '../../rules/yaml-source.ts';
import { readReview, type ReviewEntries } from './read-review.ts';

/** Parses the text of `locales/<language>/review.yaml`, as `readReview` says. */
export function parseReview(
  text: string,
  path: string,
): { entries: ReviewEntries; diagnostics: Diagnostic[] } {
  return readReview(parseYaml(text, path));
}

/** What to change in a file of records. */
export interface ReviewEdits {
  /** New digests by `namespace:prefix`; an entry that is there keeps its note, and is no longer read again. */
  set: ReadonlyMap<string, string>;
  remove: readonly string[];
}

/** Edits the text of a file of records; comments and what is not changed stay. */
export function editReview(text: string, { set, remove }: ReviewEdits): string {
  const document = parseDocument(text === '' ? '{}' : text, { uniqueKeys: true, logLevel: 'silent' });
  if (!isMap(document.contents)) return text;
  document.contents.flow = false;
  for (const key of remove) {
    const [namespace, prefix] = splitKey(key);
    document.deleteIn([namespace, prefix]);
    const section: unknown = document.get(namespace);
    if (isMap(section) && section.items.length === 0) document.delete(namespace);
  }
  for (const [key, english] of [...set].toSorted(([a], [b]) => compareText(a, b))) {
    const [namespace, prefix] = splitKey(key);
    const digest = new Scalar(english);
    const known: unknown = document.getIn([namespace, prefix]);
    if (isMap(known)) {
      document.setIn([namespace, prefix, 'english'], digest);
      document.setIn([namespace, prefix, 'state'], 'translated');
    } else if (document.has(namespace)) document.setIn([namespace, prefix], digest);
    else {
      const section = new YAMLMap();
      section.set(prefix, digest);
      document.set(namespace, section);
    }
  }
  return document.toString({ lineWidth: 0, singleQuote: true });
}

/** Puts whole entries into the text of a file of records: the digest alone where there is nothing else to say. */
export function putReview(text: string, entries: ReviewEntries): string {
  const document = parseDocument(text === '' ? '{}' : text, { uniqueKeys: true, logLevel: 'silent' });
  if (!isMap(document.contents)) return text;
  document.contents.flow = false;
  for (const [key, { state, english, note }] of entries) {
    const [namespace, prefix] = splitKey(key);
    const plain = state === 'translated' && note === undefined;
    const entry = plain ? english : { english, state, ...(note === undefined ? {} : { note }) };
    if (!isMap(document.get(namespace))) document.set(namespace, new YAMLMap());
    document.setIn([namespace, prefix], document.createNode(entry));
  }
  return document.toString({ lineWidth: 0, singleQuote: true });
}

function splitKey(key: string): [string, string] {
  const colon = key.indexOf(':');
  return [key.slice(0, colon), key.slice(colon + 1)];
}
