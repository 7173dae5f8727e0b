import { describe, expect, test } from 'vitest';
import { locales } from '../../src/locale/negotiate.ts';
import { wordsOf } from '../ui/walk-harness.ts';
import { runCommand, runJson } from './run-command.ts';

const removal = 'remove-reseller-relationship';
const allowed = [
  '--fact=partnerType=direct',
  '--fact=relationshipToPartner=reseller',
  '--fact=activeSubscriptionCount=0',
  '--fact=azureReservationCount=0',
  '--fact=softwarePurchaseCount=0',
];

describe('without a terminal', () => {
  test.each([
    ['allowed', allowed, 0],
    ['blocked', [...allowed.slice(0, 2), '--fact=activeSubscriptionCount=2'], 1],
    ['unknown', [], 3],
  ])('a walk that is %s ends with the code of its verdict', async (verdict, facts, code) => {
    const outcome = await runCommand(['walk', removal, ...facts]);
    expect(outcome.code).toBe(code);
    expect(outcome.stdout).toContain(wordsOf('en').translate(`interface:verdict.${verdict}`));
  });

  test('the walk is printed whole, steps and what follows included, whatever the verdict', async () => {
    const { stdout } = await runCommand(['walk', removal]);
    for (const section of [
      'cautions',
      'preconditions',
      'attestations',
      'steps',
      'afterwards',
      'consequences',
      'needs',
      'basis',
    ])
      expect(stdout).toContain(`\n${wordsOf('en').translate(`interface:section.${section}`)}\n`);
    expect(stdout).toContain('Select “Remove reseller relationship”');
  });

  test.each(locales)('`walk` alone says what Waymark is and shows every task in %s', async (locale) => {
    const { code, stdout } = await runCommand(['walk', '--locale', locale], { env: { COLUMNS: '100' } });
    const { translate } = wordsOf(locale);
    const squeezed = stdout.replace(/\s/gu, '');
    expect(code).toBe(0);
    expect(squeezed).toContain(translate('walk:about').replace(/\s/gu, ''));
    expect(squeezed).toContain(translate('interface:about.disclaimer').replace(/\s/gu, ''));
    const { json } = await runJson<{ workflows: { title: string }[] }>(['walk', '--locale', locale]);
    expect(json.workflows.length).toBeGreaterThan(0);
    for (const { title } of json.workflows)
      expect(squeezed.split(title.replace(/\s/gu, '')).length).toBeGreaterThan(2);
  });

  test.each([
    [['walk', 'fly'], 'unknown-workflow'],
    [['walk', removal, 'more'], 'unexpected-argument'],
    [['walk', removal, '--facts', 'nowhere.yaml'], 'file-not-found'],
    [['walk', removal, '--format', 'html'], 'unknown-format'],
  ])('%j is refused with %s', async (argv, code) => {
    const outcome = await runCommand(argv);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain(code);
  });
});
