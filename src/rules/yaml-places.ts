import { isCollection, isPair, type Node } from 'yaml';

/** Gives the offset after the last letter of a node's own text, without comments and empty lines after it. */
export function contentEnd(text: string, node: Node): number {
  const last: unknown = isCollection(node) && node.flow !== true ? node.items.at(-1) : undefined;
  const inner = isPair(last) ? (last.value ?? last.key) : last;
  if (inner !== undefined && inner !== null) return contentEnd(text, inner as Node);
  const [start = 0, end = 0] = node.range ?? [];
  return start + text.slice(start, end).trimEnd().length;
}
