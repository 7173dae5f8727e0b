import { takeOffUnclosed } from './unclosed-html.ts';
import type { Nodes, Parents, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Block, InlineKind } from './document.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

/** Parses Markdown (CommonMark, GFM, YAML front matter) into a tree with offsets. */
export function parseMarkdown(text: string): Root {
  return processor.parse(takeOffUnclosed(text));
}

/** A piece of text, code or HTML, or an image, with the inline Markdown around it. Offsets as in the parsed text. */
export interface Leaf {
  type: Nodes['type'];
  start: number;
  end: number;
  inline: InlineKind[];
  link: string | undefined;
}

/** A block that holds inline content, or a piece of code or HTML that stands by itself. */
export interface TextBlock {
  block: Omit<Block, 'inline' | 'link'>;
  /** Offsets of the content, without the marks that make the block what it is. */
  start: number;
  end: number;
  leaves: Leaf[];
}

type Place = Omit<Block, 'kind' | 'index' | 'inline' | 'link'> & {
  inner: 'paragraph' | 'list-item' | 'block-quote';
};

const inlineKinds: Partial<Record<Nodes['type'], InlineKind>> = {
  strong: 'strong',
  emphasis: 'emphasis',
  delete: 'delete',
  link: 'link',
  linkReference: 'link',
  image: 'image',
  imageReference: 'image',
  inlineCode: 'code',
};

const alertLabel = /^\s*\[!([A-Za-z]+)\]/u;

/** Lists the blocks of a tree that hold text, in the order of the text. */
export function listTextBlocks(root: Root): TextBlock[] {
  const blocks: TextBlock[] = [];
  let lists = 0;
  let tables = 0;

  const visit = (node: Nodes, place: Place): void => {
    switch (node.type) {
      case 'heading':
        addBlock('heading', node, { ...place, depth: node.depth });
        break;
      case 'paragraph':
        addBlock(place.inner, node, place);
        break;
      case 'tableCell':
        addBlock('table-cell', node, place);
        break;
      case 'code':
        addBlock('code', node, place);
        break;
      case 'html':
        addBlock('html', node, place);
        break;
      case 'list': {
        const index = lists++;
        node.children.forEach((item, itemIndex) => {
          const position = [...(place.list?.position ?? []), itemIndex + 1];
          item.children.forEach((child, childIndex) => {
            const list = { ordered: node.ordered === true, position, continuation: childIndex > 0, index };
            visit(child, { ...place, list, inner: 'list-item' });
          });
        });
        break;
      }
      case 'blockquote': {
        const alert = alertOf(node);
        const quote = alert === undefined ? {} : { alert };
        for (const child of node.children) visit(child, { ...place, quote, inner: 'block-quote' });
        break;
      }
      case 'table': {
        const index = tables++;
        node.children.forEach((row, rowIndex) => {
          row.children.forEach((cell, column) => {
            visit(cell, { ...place, table: { row: rowIndex, column, header: rowIndex === 0, index } });
          });
        });
        break;
      }
      default:
        if ('children' in node) for (const child of node.children) visit(child, place);
    }
  };

  const addBlock = (kind: Block['kind'], node: Nodes, place: Place): void => {
    const { inner: _, ...where } = place;
    const leaves: Leaf[] = [];
    collectLeaves(node, [], undefined, leaves);
    const first = leaves[0];
    if (!first) return;
    const children = 'children' in node ? node.children : [node];
    blocks.push({
      block: { ...where, kind, index: blocks.length },
      start: children[0]?.position?.start.offset ?? first.start,
      end: children.at(-1)?.position?.end.offset ?? first.end,
      leaves,
    });
  };

  visit(root, { inner: 'paragraph' });
  return blocks;
}

function collectLeaves(node: Nodes, inline: InlineKind[], link: string | undefined, leaves: Leaf[]): void {
  const kind = inlineKinds[node.type];
  const around = kind ? [...inline, kind] : inline;
  const destination = node.type === 'link' ? node.url : link;
  if ('children' in node) {
    for (const child of node.children) collectLeaves(child, around, destination, leaves);
    return;
  }
  const start = node.position?.start.offset ?? 0;
  leaves.push({
    type: node.type,
    start,
    end: node.position?.end.offset ?? start,
    inline: around,
    link: destination,
  });
}

function alertOf(quote: Parents): string | undefined {
  const first = quote.children[0];
  if (first?.type !== 'paragraph') return undefined;
  const text = first.children[0];
  const label = text?.type === 'text' ? alertLabel.exec(text.value)?.[1] : undefined;
  return label?.toUpperCase();
}
