import { languageOf } from '../../../content/document-index.ts';
import type { Document } from '../../../content/document.ts';
import { compareText } from '../../../diagnostic/diagnostic.ts';
import { segmentDigests } from '../../../rules/pin-state.ts';
import { withPlainLines } from '../../../rules/plain-lines.ts';
import { editInTurn } from '../../../rules/splice-yaml.ts';
import { type DraftFile, parseDraftFile } from './draft-file.ts';

/**
 * Finds draft files whose article no page has any more while most of their sentences stand in one other article: the
 * page was renamed.
 *
 * @param read Pages that were read.
 * @returns The name that the article of each such file has now.
 */
export function renamedArticles(
  files: readonly DraftFile[],
  read: readonly Document[],
): Map<DraftFile, string> {
  const renamed = new Map<DraftFile, string>();
  const taken = new Set(files.map(({ article }) => article));
  const articles = new Set(read.map(({ article }) => article));
  const left = files.filter(({ article }) => !articles.has(article));
  if (left.length === 0) return renamed;
  const standing = articlesBySentence(read);
  for (const file of left) {
    const pins = [...file.elements, ...file.changes].flatMap((entry) => entry.pins);
    const counts = new Map<string, number>();
    for (const { locale, source, target } of pins) {
      for (const article of standing.get(`${locale} ${source} ${target}`) ?? [])
        counts.set(article, (counts.get(article) ?? 0) + 1);
    }
    const [best] = [...counts].toSorted(([a, m], [b, n]) => n - m || compareText(a, b));
    if (best && best[1] * 2 > pins.length && !taken.has(best[0])) renamed.set(file, best[0]);
  }
  return renamed;
}

/** Gives a draft file as one of an article of another name. */
export function renameArticle(file: DraftFile, article: string): DraftFile {
  const text = withPlainLines(file.text, (plain) =>
    editInTurn(plain, (yaml) => yaml.replace(['article'], article)),
  );
  const renamed = parseDraftFile(text, file.path);
  return Array.isArray(renamed) ? file : { ...renamed, stored: file.text };
}

function articlesBySentence(documents: readonly Document[]): Map<string, Set<string>> {
  const articles = new Map<string, Set<string>>();
  for (const { locale, article, segments } of documents) {
    for (const segment of segments) {
      const { source, target } = segmentDigests(segment);
      const key = `${languageOf(locale)} ${source} ${target}`;
      articles.set(key, (articles.get(key) ?? new Set()).add(article));
    }
  }
  return articles;
}
