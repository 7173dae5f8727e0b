import { describe, expect, it } from 'vitest';
import { loadCues } from '../../src/extract/load-cues.ts';
import { pageReader } from '../../src/extract/read-page.ts';
import { plainPage } from './made-page.ts';

const { tables } = await loadCues();

/** Features of each segment of an English page that begin with one of some prefixes and are no conjunctions. */
function featuresOf(text: string, ...prefixes: string[]): string[][] {
  const document = plainPage(text, 'en-US');
  const read = pageReader(document, 'source', tables);
  return document.segments.map((_, index) =>
    read(index).features.filter(
      (feature) => !feature.includes(' & ') && prefixes.some((prefix) => feature.startsWith(prefix)),
    ),
  );
}

describe('pageReader', () => {
  it('tells of each item what most and what some items of its list state', () => {
    const items = featuresOf(
      '- You must be an owner.\n- You must have a tenant.\n- A backup copy\n- The **Archive** tab opens.\n- You must sign in.\n',
      'list:',
    );
    for (const features of items) {
      expect(features).toContain('list:most necessity');
      expect(features).not.toContain('list:some necessity');
    }
    const fewer = featuresOf('- You must be an owner.\n- A backup copy\n- A second copy\n', 'list:');
    for (const features of fewer) expect(features).toContain('list:some necessity');
  });

  it('tells nothing of a list that is a single item, nor of what its items only suppose', () => {
    expect(featuresOf('- You must be an owner.\n', 'list:')).toEqual([[]]);
    const [supposing] = featuresOf(
      '- If you must be an owner, a copy.\n- If you must be an admin, a copy.\n',
      'list:',
    );
    expect(supposing).not.toContain('list:most necessity');
  });

  it('tells the section of a sentence from the headings above that', () => {
    const features = featuresOf(
      '# Page\n\n## Requirements\n\nA tenant\n\n### Overview\n\nA copy\n',
      'section:',
      'heading:',
    );
    const [, , inRequirements, , below] = features;
    expect(inRequirements).toContain('section:requirement');
    expect(inRequirements).not.toContain('heading:requirement');
    expect(below).toContain('heading:requirement');
    expect(below).toContain('section:overview');
    expect(below).not.toContain('section:requirement');
  });

  it('takes what a list under roles names for roles, and of a table only what its column says', () => {
    const [, item] = featuresOf('Required roles:\n\n- Owner\n', 'lead:');
    expect(item).toContain('lead:role-label');
    const cells = featuresOf(
      'These are the required roles for each task.\n\n| Task | Required role |\n| --- | --- |\n| Reset a password | Owner |\n',
      'lead:',
      'column:',
    );
    const [, , , task, role] = cells;
    expect(task).toContain('lead:sentence');
    expect(task).not.toContain('lead:role-label');
    expect(role).not.toContain('lead:role-label');
    expect(role).toContain('column:role-label');
  });
});
