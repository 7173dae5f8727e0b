import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { digestText } from '../../src/content/digest.ts';
import { loadCatalogs } from '../../src/locale/load-catalogs.ts';
import { listElements, listPins } from '../../src/rules/elements.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import { runCommand } from '../cli/run-command.ts';
import { temporaryProject } from '../sync/temporary-project.ts';

let reasons: Set<string>;
beforeAll(async () => {
  const { workflows } = await loadRules('.');
  const pins = [...workflows.values()].flatMap(listElements).flatMap(({ element }) => listPins(element));
  reasons = new Set(pins.flatMap(({ pin }) => pin.disputed ?? []));
});

test('the catalogs have the reasons of the shipped rules, each by the digest of its English, and no others', () => {
  const { catalogs } = loadCatalogs(['locales'], ['en']);
  const known = (catalogs['en']?.['disputes'] as { reason: Record<string, string> } | undefined)?.reason;
  expect(known).toEqual(Object.fromEntries([...reasons].map((reason) => [digestText(reason), reason])));
});

/** The words in which each command of a line tells that a Russian sentence leaves “first” out. */
const tellings = [
  ['show remove-reseller-relationship', '«сначала»'],
  ['show remove-reseller-relationship --format json', '«сначала»'],
  ['check remove-reseller-relationship --fact activeSubscriptionCount=2', '«сначала»'],
  ['sync', '«сначала»'],
  ['sync --format html', '«сначала»'],
  ['sync --format json', '«сначала»'],
] as const;

describe('why a translation is disputed', () => {
  test.each(tellings)('%s says in the language of the reader', async (line, words) => {
    const { stdout } = await runCommand([...line.split(' '), '--locale', 'ru']);
    expect(stdout.replace(/[\s│]+/gu, ' ')).toContain(words);
    expect(stdout.replace(/[\s│]+/gu, ' ')).not.toContain('The word "first" is lost');
  });

  test.each(tellings.filter(([line]) => !line.endsWith('json')))(
    '%s says in English with its tag where the catalogs do not know the reason',
    async (line) => {
      const project = temporaryProject();
      const path = 'rules/remove-reseller-relationship.yaml';
      project.write(
        path,
        project.read(path).replaceAll(/The word "first" is lost[^'\n]*/gu, 'Nobody has said why.'),
      );
      const argv = [...line.split(' '), '--locale', 'ru', '--project', project.root];
      const { stdout } = await runCommand(argv, { cwd: join(project.root) });
      const told = stdout.replace(/[\s│]+/gu, ' ').replaceAll('\\', '');
      expect(told).toContain('Nobody has said why.');
      expect(
        told
          .split('Nobody has said why.')
          .slice(0, -1)
          .every((before) => before.endsWith('[en] ')),
      ).toBe(true);
    },
  );
});
