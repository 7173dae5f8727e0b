import { leaveOut } from '../left-out.ts';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/content/document.ts';
import { readDocuments } from '../../src/content/read-documents.ts';
import { classifyDocument } from '../../src/extract/classify-document.ts';
import { labels } from '../../src/extract/label.ts';
import { loadCues } from '../../src/extract/load-cues.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const present = existsSync(corpus);
if (!present) leaveOut('labelling the corpus (no shared/ folder)');

const cues = await loadCues();

async function readAll(folder: string): Promise<Document[]> {
  const results = await readDocuments([`${corpus}${folder}`]);
  return results.flatMap((result) => ('document' in result ? [result.document] : []));
}

describe.runIf(present)('the corpus', () => {
  it('is read and labelled whole, 53 articles in 4 locales', async () => {
    const documents = await readAll('sxs');
    expect(documents).toHaveLength(53 * 4);
    for (const document of documents) {
      const { segments } = classifyDocument(document, { side: 'both', cues });
      expect(segments.map(({ id }) => id)).toEqual(document.segments.map(({ id }) => id));
      for (const segment of segments) {
        expect(segment.labels.length).toBeGreaterThan(0);
        expect(segment.labels.every((label) => labels.includes(label))).toBe(true);
      }
    }
  });

  it('labels a side the same when every span of the other is emptied', async () => {
    for (const document of await readAll('sxs/ru-RU')) {
      const { source, target } = { source: emptied(document, 'source'), target: emptied(document, 'target') };
      expect(classifyDocument(source, { side: 'target', cues })).toEqual(
        classifyDocument(document, { side: 'target', cues }),
      );
      expect(classifyDocument(target, { side: 'source', cues })).toEqual(
        classifyDocument(document, { side: 'source', cues }),
      );
    }
  });

  it('labels pages the same in whatever order they come', async () => {
    const documents = await readAll('plain/ko-KR');
    const label = (document: Document): [string, unknown] => [
      document.path,
      classifyDocument(document, { side: 'both', cues }),
    ];
    const backward = new Map(documents.toReversed().map(label));
    for (const document of documents) expect(backward.get(document.path)).toEqual(label(document)[1]);
  });
});

function emptied(document: Document, side: 'source' | 'target'): Document {
  return {
    ...document,
    segments: document.segments.map((segment) => ({
      ...segment,
      [side]: '',
      translated: false,
      headings: segment.headings.map((heading) => ({ ...heading, anchor: '', [side]: '' })),
    })),
  };
}
