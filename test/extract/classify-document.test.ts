import { describe, expect, it } from 'vitest';
import { classifyDocument } from '../../src/extract/classify-document.ts';
import { loadCues } from '../../src/extract/load-cues.ts';
import { plainPage, sideBySidePage } from './made-page.ts';

const cues = await loadCues();

/** Primary label of each sentence of an English page. */
function primaryLabels(text: string): string[] {
  return classifyDocument(plainPage(text, 'en-US'), { side: 'source', cues }).segments.map(
    ({ labels }) => labels[0] ?? '',
  );
}

describe('classifyDocument on English', () => {
  it('reads polarity, not keywords', () => {
    expect(primaryLabels('You must be a tenant owner before you can archive a workspace.')).toEqual([
      'precondition',
    ]);
    expect(primaryLabels('You do not need to be a tenant owner to archive a workspace.')).not.toEqual([
      'precondition',
    ]);
  });

  it('takes a limit for a precondition and a loss of access for a consequence', () => {
    expect(primaryLabels("You can't archive a workspace if it has open invoices.")).toEqual(['precondition']);
    expect(
      primaryLabels('After you archive a workspace, its members will no longer be able to open it.'),
    ).toEqual(['consequence']);
  });

  it('passes the meaning of a lead-in to the items below it', () => {
    const labels = primaryLabels(
      'Archiving a workspace has the following consequences:\n\n- Removes the workspace from your list\n- Removes your access to its files\n',
    );
    expect(labels.slice(1)).toEqual(['consequence', 'consequence']);
  });

  it('takes an ordered list of imperatives for steps, headings and enumerators for other', () => {
    const labels = primaryLabels(
      '## Archive a workspace\n\n1. Select **Workspaces**.\n2. Choose **Archive**.\n',
    );
    expect(labels).toEqual(['other', 'step', 'step']);
  });

  it('names the words that spoke for the label', () => {
    const [first] = classifyDocument(plainPage('You must be an owner to archive a workspace.', 'en'), {
      side: 'source',
      cues,
    }).segments;
    expect(first?.cue).toBe('must be');
    expect(first?.confidence).toBeGreaterThan(0.5);
  });
});

describe('classifyDocument on sides', () => {
  const page = sideBySidePage([
    '# {Archive a workspace|작업 영역 보관}',
    '',
    '{You must be an owner.|소유자여야 합니다.}',
    '',
    '1. {Select **Archive** on the page.|Select **Archive** on the page.}',
  ]);

  it('reads an untranslated target by the English cues', () => {
    const target = classifyDocument(page, { side: 'target', cues }).segments;
    expect(target[2]?.labels).toEqual(['step']);
  });

  it('says where the two sides disagree', () => {
    const reversed = sideBySidePage([
      '{You must be an owner to archive it.|You do not need to be an owner.}',
    ]);
    const { disagreements } = classifyDocument(reversed, { side: 'both', cues });
    expect(disagreements).toHaveLength(1);
    expect(disagreements[0]?.source.labels[0]).toBe('precondition');
    expect(disagreements[0]?.target.labels[0]).not.toBe('precondition');
  });

  it('labels a plain page by the one text that it has', () => {
    const plain = plainPage('You must be an owner to archive a workspace.', 'en-US');
    const both = classifyDocument(plain, { side: 'both', cues });
    expect(both.segments[0]?.labels).toEqual(['precondition']);
    expect(both.disagreements).toEqual([]);
    expect(classifyDocument(plain, { side: 'target', cues }).segments[0]?.labels).toEqual(['other']);
  });
});
