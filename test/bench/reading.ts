import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseDocument } from '../../src/content/parse-document.ts';
import { classifyDocument } from '../../src/extract/classify-document.ts';
import { draftPages } from '../../src/extract/draft/draft-pages.ts';
import { loadCues } from '../../src/extract/load-cues.ts';
import { checkDocument } from '../../src/sync/check-document.ts';
import { loadLanguages } from '../../src/sync/fidelity/load-languages.ts';
import { packagedVocabulary, phraseBook as phrases } from '../extract/draft/vocabulary.ts';
import { compare, type Row } from './measure.ts';
import { pagePath, plainPage, sideBySidePage } from './pages.ts';

const rounds = 9;
const growth = 8;

/** Times what is done with a page against bare remark-parse with GFM on the same bytes, and how it grows with the page. */
export async function readingRows(): Promise<Row[]> {
  const bare = unified().use(remarkParse).use(remarkGfm).freeze();
  const cues = await loadCues();
  const languages = await loadLanguages();
  const read = (text: string): ReturnType<typeof parseDocument> => parseDocument(text, pagePath);
  const label = (text: string): Parameters<typeof draftPages>[0][number] => {
    const document = read(text);
    return { document, ...classifyDocument(document, { side: 'both', cues }) };
  };
  const vocabulary = await packagedVocabulary();
  const draft = (text: string): unknown =>
    draftPages([label(text)], [], { side: 'both', phrases, vocabulary });
  const lint = (text: string): unknown => checkDocument(read(text), { languages });
  const rows: Row[] = [];
  for (const [work, run, bars] of [
    ['reading', read, { 'side by side': 0.5 }],
    ['reading and labelling', label, {}],
    ['reading, labelling and drafting', draft, {}],
    ['reading and checking', lint, {}],
  ] as const) {
    for (const [layout, text] of [
      ['side by side', sideBySidePage],
      ['plain', plainPage],
    ] as const) {
      // A plain page has nothing to compare.
      if (run === lint && layout === 'plain') continue;
      const ratio = await compare(
        () => run(text),
        () => bare.parse(text),
        rounds,
      );
      const bar = new Map<string, number>(Object.entries(bars)).get(layout);
      rows.push({
        work: `${work}, ${layout}`,
        reference: 'bare remark-parse + gfm, same bytes',
        ratio,
        ...(bar === undefined ? {} : { bar }),
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
