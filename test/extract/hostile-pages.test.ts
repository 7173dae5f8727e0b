import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyDocument } from '../../src/extract/classify-document.ts';
import { loadCues } from '../../src/extract/load-cues.ts';
import { plainPage, sideBySidePage } from './made-page.ts';

const cues = await loadCues();
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      '# ',
      '1. ',
      '- ',
      '> [!NOTE]\n> ',
      '| a | b |\n| - | - |\n',
      '**',
      '[',
      '](',
      '`',
      '\n\n',
      '__proto__',
    ),
    fc.constantFrom('You must ', '해야 합니다. ', 'できません。', '如果', 'если ', 'Wählen Sie '),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  ),
  { maxLength: 30 },
);

describe('pages of any text', () => {
  it('get one entry for each segment, with labels and a probability', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom('en', 'ko', 'zh', 'fr', 'und'), (parts, locale) => {
        const document = plainPage(parts.join(''), locale);
        const { segments } = classifyDocument(document, { side: 'both', cues });
        expect(segments).toHaveLength(document.segments.length);
        for (const { labels, confidence } of segments) {
          expect(new Set(labels).size).toBe(labels.length);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are labelled whatever the language of a translation that has no cues', () => {
    const page = sideBySidePage(['{You must be an owner.|Musíte být vlastníkem.}'], 'cs-CZ');
    const { segments, disagreements } = classifyDocument(page, { side: 'both', cues });
    expect(segments[0]?.labels).toEqual(['precondition']);
    expect(disagreements).toEqual([]);
  });
});
