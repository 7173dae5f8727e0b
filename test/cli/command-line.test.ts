import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { locales } from '../../src/locale/negotiate.ts';
import type { WorkflowList, WorkflowReport } from '../../src/report/workflow-report.ts';
import { runCommand, runJson } from './run-command.ts';

function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-'));
  for (const part of ['rules', 'content', 'locales']) cpSync(part, join(folder, part), { recursive: true });
  return folder;
}

test.each([
  [['chekc'], 'unknown-command', 'did you mean `waymark check`'],
  [['list', '--fromat', 'json'], 'unknown-option', '--format'],
  [['list', '--format'], 'option-needs-value', '--format'],
  [['list', '--format', 'xml'], 'unknown-format', 'pretty, json, markdown'],
  [['check'], 'missing-argument', 'WORKFLOW'],
  [
    ['check', 'remove-reseler-relationship'],
    'unknown-workflow',
    'did you mean `remove-reseller-relationship`',
  ],
  [['show', 'add-user', 'more'], 'unexpected-argument', 'more'],
  [['check', 'add-user', '--as-documented', '?'], 'unexpected-value', '?'],
  [['list', '--locale', 'en', '--locale', 'ko'], 'option-given-twice', '--locale'],
  [['--nope'], 'unknown-option', '--nope'],
  [['list', 'extra'], 'unexpected-argument', 'extra'],
])('%s is refused with %s', async (argv, code, text) => {
  const outcome = await runCommand(argv);
  expect([outcome.code, outcome.stdout]).toEqual([2, '']);
  expect(outcome.stderr).toContain(code);
  expect(outcome.stderr).toContain(text);
});

test.each(locales)('help and every command’s help are complete in %s', async (locale) => {
  for (const argv of [['--help'], [], ['list', '--help'], ['show', '-h'], ['check', '--help']]) {
    const { code, stdout } = await runCommand([...argv, '--locale', locale]);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/\[en\]|\bhelp:|\binterface:/u);
  }
});

test('what is far from every name gets no hint', async () => {
  const { stderr } = await runCommand(['frobnicate']);
  expect(stderr).toContain('unknown-command');
  expect(stderr).not.toContain('did you mean');
});

test('help on a command is asked for in two ways', async () => {
  const { stdout } = await runCommand(['check', '--help', '--locale', 'ko']);
  expect(await runCommand(['help', 'check', '--locale', 'ko'])).toEqual({ code: 0, stdout, stderr: '' });
  const unknown = await runCommand(['help', 'chekc']);
  expect([unknown.code, unknown.stdout]).toEqual([2, '']);
});

test('the version comes with the dates of the documents', async () => {
  const { code, stdout } = await runCommand(['--version']);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect([code, stdout.split('\n').slice(0, 2)]).toEqual([
    0,
    [`waymark ${version}`, 'Documents: 2017-07-19 to 2021-03-25'],
  ]);
});

test('list gives all workflows with the pages that document them', async () => {
  const { code, json } = await runJson<WorkflowList>(['list']);
  expect(code).toBe(0);
  expect(
    json.workflows.map(({ workflow, documents }) => [
      workflow,
      documents.map(({ locale }) => locale).join(' '),
    ]),
  ).toEqual([
    ['add-user', 'ko'],
    ['assign-user-permissions', 'ko'],
    ['connect-with-indirect-provider', 'ko'],
    ['enroll-as-indirect-reseller', 'ko'],
    ['invite-customer', 'ko'],
    ['invite-customer-with-provider', 'ko'],
    ['remove-customer-relationship', 'ko'],
    ['remove-reseller-relationship', 'ja ko ru zh'],
  ]);
  expect(new Set(json.workflows.map(({ title }) => title)).size).toBe(8);
});

test('show gives facts with their domains and every element with its sentences', async () => {
  const { json } = await runJson<WorkflowReport>(['show', 'remove-reseller-relationship', '--locale', 'ru']);
  expect(json.facts.map(({ name, type }) => [name, type])).toEqual([
    ['partnerType', 'code'],
    ['relationshipToPartner', 'code'],
    ['activeSubscriptionCount', 'integer'],
    ['azureReservationCount', 'integer'],
    ['softwarePurchaseCount', 'integer'],
  ]);
  expect(json.facts[0]?.domain).toEqual(['direct', 'indirectProvider', 'indirectReseller']);
  expect(json.facts[2]?.domain).toEqual({ minimum: 0, maximum: 1_000_000 });
  const reservations = json.preconditions.find(({ id }) => id === 'no-azure-reservations');
  expect(reservations?.sources.map(({ locale, segment }) => [locale, segment])).toEqual([
    ['ru', '96859-112'],
  ]);
  expect(json.preconditions[0]?.variants?.[0]?.require).toEqual({
    fact: 'partnerType',
    operator: 'equal',
    value: 'direct',
  });
});

test.each(locales)('every text of every workflow is in %s', async (locale) => {
  const { json: list } = await runJson<WorkflowList>(['list']);
  for (const { workflow } of list.workflows) {
    const languages = new Set<string>();
    const collect = (_: string, value: unknown): unknown => {
      if (typeof value === 'object' && value !== null && 'lang' in value) languages.add(String(value.lang));
      return value;
    };
    const shown = await runCommand(['show', workflow, '--format', 'json', '--locale', locale]);
    JSON.parse(shown.stdout, collect);
    const checked = await runCommand(['check', workflow, '--format', 'json', '--locale', locale]);
    JSON.parse(checked.stdout, collect);
    expect([workflow, [...languages]]).toEqual([workflow, [locale]]);
    expect(shown.stdout + checked.stdout).not.toMatch(/"(?:interface|facts|advisories|diagnostics):|\{\{/u);
  }
});

test.each(locales)('the formats for people are whole in %s', async (locale) => {
  for (const format of ['pretty', 'markdown']) {
    for (const command of ['show', 'check']) {
      const argv = [command, 'remove-reseller-relationship', '--format', format, '--locale', locale];
      const { stdout, stderr } = await runCommand(argv);
      expect(stderr).toBe('');
      expect(stdout).not.toMatch(/\b(?:interface|facts|advisories):|\{\{|undefined|\[object/u);
      if (format === 'markdown') continue;
      // A command to copy, an address and a place are left whole.
      const lines = stdout.split('\n').filter((line) => !/^ +(?:waymark |https:|│ content\/)/u.test(line));
      expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
    }
  }
});

test('a rule file that is gone takes only its own workflow along', async () => {
  const project = copyProject();
  rmSync(join(project, 'rules', 'add-user.yaml'));
  const gone = await runCommand(['check', 'add-user', '--project', project]);
  expect([gone.code, gone.stdout]).toEqual([2, '']);
  expect(gone.stderr).toContain('unknown-workflow');
  const other = await runCommand(['check', 'remove-reseller-relationship', '--project', project]);
  expect(other.code).toBe(3);
});

test('a broken line is reported with its place, and what does not depend on it goes on', async () => {
  const project = copyProject();
  const path = join(project, 'rules', 'add-user.yaml');
  const lines = readFileSync(path, 'utf8').split('\n');
  lines[3] = '  - id: [broken';
  writeFileSync(path, lines.join('\n'));
  const asked = await runCommand(['check', 'add-user', '--project', project]);
  expect([asked.code, asked.stdout]).toEqual([2, '']);
  expect(asked.stderr).toMatch(/rules\/add-user\.yaml:\d+:\d+ {2}error {2}invalid-yaml/u);
  const other = await runCommand(['check', 'remove-reseller-relationship', '--project', project]);
  expect(other.code).toBe(3);
  expect(other.stderr).toContain('rules/add-user.yaml');
  const list = await runJson<WorkflowList>(['list', '--project', project]);
  expect([list.code, list.json.workflows.length]).toEqual([2, 7]);
});

test('without facts.yaml nothing is decided', async () => {
  const project = copyProject();
  rmSync(join(project, 'rules', 'facts.yaml'));
  const { code, stdout, stderr } = await runCommand(['check', 'add-user', '--project', project]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('rules/facts.yaml  error  file-not-found');
  const given = await runCommand(['check', 'add-user', '--project', project, '--fact', 'partnerType=direct']);
  expect(given.stderr).not.toContain('unknown-fact');
});

test('without pages nothing is decided', async () => {
  const none = mkdtempSync(join(tmpdir(), 'waymark-'));
  for (const [folder, message] of [
    [none, 'no-documents'],
    [join(none, 'absent'), 'file-not-found'],
  ] as const) {
    for (const command of ['check', 'walk']) {
      const { code, stdout, stderr } = await runCommand([command, 'add-user', '--content', folder]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`${folder}  error  ${message}`);
    }
  }
});

test('a document that is broken is reported, and what does not rest on it goes on', async () => {
  const project = copyProject();
  const page = join(project, 'content', 'ko', 'remove-a-relationship.md');
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, text.replace('대시보드에서', '대시보드\u001b[31m에서'));
  const escape = await runCommand(['check', 'remove-reseller-relationship', '--project', project]);
  expect(escape.stderr).toMatch(/content\/ko\/remove-a-relationship\.md:27:\d+ .*control-character/u);
  expect(escape.stdout + escape.stderr).not.toContain('\u001b[31m');
  writeFileSync(page, `${text}${'x'.repeat(1024 * 1024 + 1)}\n`);
  const long = await runCommand(['check', 'remove-reseller-relationship', '--project', project]);
  expect(long.stderr).toMatch(/content\/ko\/remove-a-relationship\.md:\d+:1 {2}error {2}line-too-long/u);
  expect([long.code, long.stdout]).toEqual([2, '']);
  const other = await runCommand(['check', 'add-user', '--project', project]);
  expect(other.stderr).toContain('line-too-long');
  expect(other.code).toBe(3);
});

test('a project of its own needs no catalogs: the pages’ sentences speak', async () => {
  const project = copyProject();
  rmSync(join(project, 'locales'), { recursive: true });
  const { code } = await runCommand(['show', 'remove-reseller-relationship', '--project', project]);
  expect(code).toBe(0);
});

test.each(locales)('on 40 columns nothing but what is copied is wider in %s', async (locale) => {
  for (const command of ['show', 'check', 'walk']) {
    const argv = [command, 'remove-reseller-relationship', '--locale', locale];
    const { stdout } = await runCommand(argv, { env: { COLUMNS: '40' } });
    const lines = stdout.split('\n').filter((line) => !/^ +(?:waymark |https:|│ content\/)/u.test(line));
    expect(lines.filter((line) => stringWidth(line) > 40)).toEqual([]);
  }
});

describe('--project', () => {
  const commandLines = [
    ['list'],
    ['check', 'add-user'],
    ['walk'],
    ['lint', 'content'],
    ['extract', 'content'],
    ['sync'],
    ['compare', '--between', 'ko,ru'],
    ['export', '--to', 'po', '--locale', 'ko'],
  ];
  test.each(commandLines.map((argv) => [argv.join(' '), argv]))(
    '%s says which folder is not there, and nothing else',
    async (_, argv) => {
      const { code, stdout, stderr } = await runCommand([...argv, '--project', '/nowhere/at-all']);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain('`/nowhere/at-all`');
      expect(stderr.trim().split('\n')).toHaveLength(2);
    },
  );

  test('without rules names the folder that was given', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-empty-'));
    for (const argv of [['list'], ['sync'], ['check', 'add-user'], ['show', 'add-user']]) {
      const { code, stderr } = await runCommand([...argv, '--project', folder]);
      expect(code).toBe(2);
      expect(stderr).toContain(join(folder, 'rules'));
      expect(stderr).not.toMatch(/^rules/mu);
    }
  });
});
