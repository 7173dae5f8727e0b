import { leaveOut } from '../../left-out.ts';
import { expect, test } from 'vitest';
import { checkCorpus, readVerdicts } from './corpus.ts';

const verdicts = readVerdicts();
const checked = await checkCorpus();
if (!checked) leaveOut('false alarms over the corpus (no shared/ folder)');

test('at least 140 findings were read by hand, right and wrong ones', () => {
  expect(verdicts.size).toBeGreaterThanOrEqual(140);
  expect([...verdicts.values()].some(({ right }) => !right)).toBe(true);
});

test.runIf(checked)(
  'at most five in a thousand segments are wrong or unread, half of one among errors',
  () => {
    const { segments, findings } = checked ?? { segments: 1, findings: [] };
    const wrong = findings.filter(({ group }) => verdicts.get(group)?.right !== true);
    const errors = findings.filter(({ severity }) => severity === 'error');
    const wrongErrors = errors.filter(({ group }) => verdicts.get(group)?.right !== true);
    expect(findings.length).toBeGreaterThan(0);
    expect((wrong.length / segments) * 1000).toBeLessThan(5);
    expect((wrongErrors.length / segments) * 1000).toBeLessThan(0.5);
    expect(wrongErrors.length).toBeLessThanOrEqual(errors.length / 5);
  },
);
