import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseDocument } from '../../src/content/parse-document.ts';
import { classifyDocument } from '../../src/extract/classify-document.ts';
import { loadCues } from '../../src/extract/load-cues.ts';
import { compare, type Row } from './measure.ts';
import { pagePath, plainPage, sideBySidePage } from './pages.ts';

const rounds = 9;
const growth = 8;

/** Times reading and extraction against bare remark-parse with GFM on the same bytes, and how both grow with a page. */
export async function readingRows(): Promise<Row[]> {
  const bare = unified().use(remarkParse).use(remarkGfm).freeze();
  const cues = await loadCues();
  const read = (text: string): unknown => parseDocument(text, pagePath);
  const extract = (text: string): unknown =>
    classifyDocument(parseDocument(text, pagePath), { side: 'both', cues });
  const rows: Row[] = [];
  for (const [work, run] of [
    ['reading', read],
    ['extraction', extract],
  ] as const) {
    for (const [layout, text] of [
      ['side by side', sideBySidePage],
      ['plain', plainPage],
    ] as const) {
      const bar = work === 'reading' && layout === 'side by side' ? { bar: 0.5 } : {};
      const ratio = await compare(
        () => run(text),
        () => bare.parse(text),
        rounds,
      );
      rows.push({
        work: `${work}, ${layout}`,
        reference: 'bare remark-parse + gfm, same bytes',
        ratio,
        ...bar,
      });
      const large = text.repeat(growth);
      const slope = await compare(
        () => run(large),
        () => {
          for (let copy = 0; copy < growth; copy += 1) run(text);
        },
        5,
      );
      rows.push({
        work: `${work}, ${layout}, one page ${growth} times as long`,
        reference: `${growth} pages`,
        ratio: slope,
        bar: 1.5,
      });
    }
  }
  return rows;
}
