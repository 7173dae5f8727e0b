import { Document as YamlDocument, isMap, isScalar, isSeq, type Node, YAMLSeq } from 'yaml';
import { layOut } from '../../rules/splice-yaml.ts';
import { draftSections } from './draft.ts';

/** The keys of a draft file in their order. */
const order = ['article', 'workflow', 'facts', ...draftSections, 'changes', 'uncovered'];

/** Sections whose entries stand apart by an empty line. */
const spaced = new Set<string>([...draftSections, 'changes']);

/** What a draft file begins with, as a comment. */
export const draftHeader = ` Drafted from the pages. Edit what is wrong, then make each element a rule with
 \`waymark review ELEMENT --by NAME\`. What is no rule gets \`state: rejected\` and a \`reason\`.`;

/** Makes an empty draft file. */
export function emptyDraftFile(article: string, workflow: string): YamlDocument {
  const yaml = new YamlDocument({ article, workflow });
  yaml.commentBefore = draftHeader;
  return yaml;
}

/** Gives a section of a draft file, made at its place where it is missing. */
export function sectionOf(yaml: YamlDocument, name: string): YAMLSeq {
  const known = yaml.get(name, true);
  if (isSeq(known)) return known;
  const section = new YAMLSeq();
  if (!isMap(yaml.contents)) throw new Error(`a draft file is a map`);
  const pair = yaml.createPair(name, section);
  pair.key.spaceBefore = true;
  const rank = order.indexOf(name);
  const items = yaml.contents.items;
  const after = items.findIndex((item) => isScalar(item.key) && order.indexOf(String(item.key.value)) > rank);
  if (after < 0) items.push(pair);
  else items.splice(after, 0, pair);
  return section;
}

/** Makes the node of an entry: conditions, pins and lists of codes each on one line. */
export function itemNode(yaml: YamlDocument, value: Record<string, unknown>): Node {
  const node = yaml.createNode(value) as Node;
  layOut(node);
  return node;
}

/** Writes a draft file, with an empty line between the entries of the sections that hold elements. */
export function writeYaml(yaml: YamlDocument): string {
  for (const name of spaced) {
    const section = yaml.get(name, true);
    if (!isSeq(section)) continue;
    section.items.forEach((item, index) => {
      if (isMap(item)) item.spaceBefore = index > 0;
    });
  }
  return yaml.toString({ lineWidth: 0 });
}
