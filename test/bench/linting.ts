import { parseDocument } from '../../src/content/parse-document.ts';
import { checkDocument } from '../../src/sync/check-document.ts';
import { loadLanguages } from '../../src/sync/fidelity/load-languages.ts';
import { compare, type Row } from './measure.ts';
import { listPages } from './pages.ts';

const rounds = 3;

/** Times checking all pages against reading them, and the whole collection against a quarter of it. */
export async function lintingRows(): Promise<Row[]> {
  const pages = listPages();
  const languages = await loadLanguages();
  const read = (some: typeof pages): void => some.forEach(({ path, text }) => void parseDocument(text, path));
  const lint = (some: typeof pages): void =>
    some.forEach(({ path, text }) => void checkDocument(parseDocument(text, path), { languages }));
  const quarter = pages.filter((_, index) => index % 4 === 0);
  const bytes = (some: typeof pages): number => some.reduce((sum, { text }) => sum + text.length, 0);
  const ratio = await compare(
    () => lint(pages),
    () => read(pages),
    rounds,
  );
  const growth = await compare(
    () => lint(pages),
    () => lint(quarter),
    rounds,
  );
  const expected = bytes(pages) / bytes(quarter);
  return [
    { work: `checking ${pages.length} pages`, reference: 'reading them', ratio },
    {
      work: `checking a page in ${pages.length}`,
      reference: `a page in ${quarter.length}`,
      ratio: growth / expected,
      bar: 1.5,
    },
  ];
}
