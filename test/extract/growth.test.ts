import { describe, expect, it } from 'vitest';
import type { Document, Segment } from '../../src/content/document.ts';
import { classifyDocument } from '../../src/extract/classify-document.ts';
import { loadCues } from '../../src/extract/load-cues.ts';
import { readSentence } from '../../src/extract/read-sentence.ts';
import { plainPage } from './made-page.ts';

const cues = await loadCues();

/** Counts how often the segments of a page are looked at while it is labelled. */
function countReads(document: Document): number {
  let reads = 0;
  const watched = document.segments.map(
    (segment) =>
      new Proxy<Segment>(segment, {
        get(target, key) {
          reads += 1;
          return Reflect.get(target, key) as unknown;
        },
      }),
  );
  classifyDocument({ ...document, segments: watched }, { side: 'source', cues });
  return reads;
}

const section =
  '## Archive\n\nYou must be an owner:\n\n1. Select **Archive**.\n2. If it fails, retry.\n\n| A | B |\n| - | - |\n| C | D |\n\n';

describe('work of labelling', () => {
  it('grows with the length of the page and no faster', () => {
    const once = countReads(plainPage(section.repeat(20), 'en'));
    const fourTimes = countReads(plainPage(section.repeat(80), 'en'));
    expect(fourTimes / once).toBeLessThan(4.2);
  });

  it('reads no more of a sentence than a sentence can be', () => {
    const table = cues.tables.get('en');
    if (!table) throw new Error('no English cues');
    const reading = readSentence('if you must, '.repeat(100_000), table);
    expect(reading.text.length).toBeLessThanOrEqual(4000);
    expect(reading.matches.every(({ end }) => end <= 4000)).toBe(true);
  });
});
