import { languageOf } from '../../../content/document-index.ts';
import type { Document } from '../../../content/document.ts';
import { compareText } from '../../../diagnostic/diagnostic.ts';
import { listElements, listPins } from '../../../rules/elements.ts';
import { segmentDigests } from '../../../rules/pin-state.ts';
import { withPlainLines } from '../../../rules/plain-lines.ts';
import { editInTurn } from '../../../rules/splice-yaml.ts';
import type { Pin, Workflow } from '../../../rules/workflow.ts';
import { type DraftFile, parseDraftFile } from './draft-file.ts';

/**
 * Finds draft files and workflows whose article no page has any more while most of their sentences stand in one other
 * article: the page was renamed.
 *
 * @param read Pages that were read.
 * @returns The name that the article of each of them has now.
 */
export function renamedArticles<T extends DraftFile | Workflow>(
  all: readonly T[],
  read: readonly Document[],
): Map<T, string> {
  const renamed = new Map<T, string>();
  const taken = new Set(all.map(({ article }) => article));
  const articles = new Set(read.map(({ article }) => article));
  const left = all.filter(({ article }) => !articles.has(article));
  if (left.length === 0) return renamed;
  const standing = articlesBySentence(read);
  for (const each of left) {
    // A pin that names its article is not renamed with the others.
    const pins = pinsOf(each).filter(({ article }) => article === undefined);
    const counts = new Map<string, number>();
    for (const { locale, source, target } of pins) {
      for (const article of standing.get(`${locale} ${source} ${target}`) ?? [])
        counts.set(article, (counts.get(article) ?? 0) + 1);
    }
    const [best] = [...counts].toSorted(([a, m], [b, n]) => n - m || compareText(a, b));
    if (best && best[1] * 2 > pins.length && !taken.has(best[0])) renamed.set(each, best[0]);
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

/** Gives a workflow as one of an article of another name, its pins with that name: on disk it has the old one still. */
export function renameWorkflow(workflow: Workflow, article: string): Workflow {
  const rename = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, each]) => [key, rename(each)]);
    return Object.fromEntries('segment' in value ? [['article', article], ...entries] : entries);
  };
  return { ...(rename(workflow) as Workflow), article };
}

function pinsOf(value: DraftFile | Workflow): Pin[] {
  if ('elements' in value) return [...value.elements, ...value.changes].flatMap(({ pins }) => pins);
  return listElements(value).flatMap(({ element }) => listPins(element).map(({ pin }) => pin));
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
