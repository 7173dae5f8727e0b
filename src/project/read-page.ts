import { digestBytes } from '../content/digest.ts';
import { articleOf, type Document } from '../content/document.ts';
import { documentLocale } from '../content/document-locale.ts';
import { readDocument, type ReadResult } from '../content/read-documents.ts';
import { readBytes } from '../diagnostic/read-text.ts';
import { readSnapshot } from './snapshot.ts';

/** Reads one page from disk; one whose bytes the build has read already is not read again. */
export async function readPage(path: string, shownPath: string): Promise<ReadResult> {
  const snapshot = readSnapshot();
  if (snapshot) {
    const shown = shownPath.replaceAll('\\', '/');
    const bytes = await readBytes(path, shown);
    const digest = bytes instanceof Uint8Array ? digestBytes(bytes) : '';
    const known = Object.hasOwn(snapshot.documents, digest) ? snapshot.documents[digest] : undefined;
    const document = known && documentAt(shown, known);
    if (document) return { path: shown, document };
  }
  return readDocument(path, shownPath);
}

/** Gives a page as it would be read at another path; undefined where its language depends on the path. */
function documentAt(path: string, document: Document): Document | undefined {
  if (path === document.path) return document;
  if ((documentLocale(document.frontMatter, path) ?? 'und') !== document.locale) return undefined;
  return {
    ...document,
    path,
    article: articleOf(path),
    diagnostics: document.diagnostics.map(({ related, ...diagnostic }) => ({
      ...diagnostic,
      path,
      ...(related ? { related: related.map((each) => ({ ...each, path })) } : {}),
    })),
  };
}
