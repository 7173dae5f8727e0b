import { readFileSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseDocument } from '../../src/content/parse-document.ts';
import { compare, type Row } from './measure.ts';

const rounds = 9;
const path = 'content/ko/indirect-reseller-tasks-in-partner-center.md';

/** Times reading side-by-side and plain pages against bare remark-parse with GFM on the same bytes, and the slope. */
export async function readingRows(): Promise<Row[]> {
  const bare = unified().use(remarkParse).use(remarkGfm).freeze();
  const sideBySide = readFileSync(path, 'utf8');
  const plain = sideBySide.replace(
    /<span class="sxs-lookup">.*?<\/span><\/span>|<span data-ttu-id="[^"]*">|<\/span>/gu,
    '',
  );
  const rows: Row[] = [];
  for (const [name, text, bar] of [
    ['side by side', sideBySide, 0.5],
    ['plain', plain, undefined],
  ] as const) {
    const ratio = await compare(
      () => parseDocument(text, path),
      () => bare.parse(text),
      rounds,
    );
    const reference = 'bare remark-parse + gfm, same bytes';
    rows.push({ work: `reading a page, ${name}`, reference, ratio, ...(bar === undefined ? {} : { bar }) });
    const large = text.repeat(8);
    const slope = await compare(
      () => parseDocument(large, path),
      () => {
        for (let copy = 0; copy < 8; copy += 1) parseDocument(text, path);
      },
      5,
    );
    rows.push({
      work: `reading a page of eight times the size, ${name}`,
      reference: 'reading eight pages',
      ratio: slope,
      bar: 1.5,
    });
  }
  return rows;
}
