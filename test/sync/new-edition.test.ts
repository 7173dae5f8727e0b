import { leaveOut } from '../left-out.ts';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Document } from '../../src/content/document.ts';
import { loadProject } from '../../src/project/load-project.ts';
import type { SyncFindingReport, SyncReport } from '../../src/report/sync-report.ts';
import { applyEdits } from '../../src/sync/apply-edits.ts';
import { acceptedEdits, certainEdits, joinEdits } from '../../src/sync/pins/accept.ts';
import { type Acceptance, parseAcceptance } from '../../src/sync/pins/acceptance.ts';
import { syncRules } from '../../src/sync/sync-rules.ts';
import { runCommand } from '../cli/run-command.ts';
import { temporaryFolder, temporaryProject } from './temporary-project.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const present = existsSync(corpus);
if (!present) leaveOut('newer editions of the shipped pages (no shared/ folder)');

const locales = { ko: 'ko-KR', zh: 'zh-CN', ja: 'ja-JP', ru: 'ru-RU' } as const;
const reason = 'The role is not a rule of any task yet.';

async function sync(
  project: string,
  content: string,
  ...more: string[]
): Promise<{ code: number; report: SyncReport; stderr: string }> {
  const argv = ['sync', '--project', project, '--content', content, '--format', 'json', ...more];
  const { code, stdout, stderr } = await runCommand(argv);
  return { code, stderr, report: JSON.parse(stdout === '' ? '{}' : stdout) as SyncReport };
}

/** Gives the first answer of everything open, as a person would copy it. */
function firstAnswers({ findings }: SyncReport): string[] {
  const specs = findings
    .filter(({ severity }) => severity === 'error')
    .flatMap(({ accept }) => /--accept (\S+)/u.exec(accept?.[0]?.command ?? '')?.[1] ?? []);
  return [...new Set(specs)].flatMap((spec) => ['--accept', spec]);
}

function pagesOf2021(): string {
  const folder = temporaryFolder();
  for (const [short, long] of Object.entries(locales))
    cpSync(
      join(corpus, 'sxs', long, 'remove-a-relationship.md'),
      join(folder, short, 'remove-a-relationship.md'),
    );
  return folder;
}

describe.runIf(present)('the edition of 2021 in place of the shipped pages', () => {
  test('says what changed for each rule and language, and is in step once it is decided', async () => {
    const { root, read } = temporaryProject();
    const content = pagesOf2021();
    const first = await sync(root, content);
    expect([first.code, first.report.inStep]).toEqual([1, false]);
    const of = (element: string, locale: string): SyncFindingReport[] =>
      first.report.findings.filter(
        (finding) =>
          finding.elements.includes(element) && finding.locales[0] === locale && finding.severity === 'error',
      );

    // The same English as on the Russian page of March: the sentence now states the condition in force.
    expect(of('partner-type', 'ko')).toMatchObject([
      {
        code: 'statement-changed-both',
        before: { segment: '8a2c7-106', source: expect.stringContaining('Direct partners: if') as string },
        after: {
          segment: 'f9bdb-106',
          source: expect.stringContaining('or Indirect providers: if') as string,
        },
        accept: [{ answer: 'in-force' }, { answer: 'gone' }],
      },
    ]);
    // The reservations are now stated everywhere; the Russian sentence says "first" again.
    expect(of('no-azure-reservations', 'zh')).toMatchObject([
      { code: 'statement-unpinned', after: { segment: '42577-113' } },
    ]);
    expect(of('no-azure-reservations', 'ru')).toMatchObject([
      {
        code: 'statement-changed-both',
        accept: [{ answer: 'undisputed' }, { answer: 'disputed' }, { answer: 'gone' }],
      },
    ]);
    // One sentence of 2017 became three steps, each known by the English of the Russian page.
    expect(
      ['open-customer-of-subscription', 'select-subscription', 'select-suspended'].map(
        (id) => of(id, 'ja')[0]?.after?.segment,
      ),
    ).toEqual(['a093e-115', 'a093e-116', 'a093e-117']);
    // What only moved on the page, or changed its layout, is no decision.
    expect(of('customer-removed-from-list', 'ru')[0]?.code).toBe('repin-segment');
    expect(of('suspend-subscriptions', 'ko').map(({ code }) => code)).toContain('repin-digests');
    // The role of 2021 is new in every language.
    const unaccounted = first.report.findings.filter(({ code }) => code === 'sentence-unaccounted');
    expect(
      unaccounted.filter(({ severity }) => severity === 'error').map(({ after }) => after?.source),
    ).toEqual(Array.from({ length: 4 }, () => '**Appropriate roles**: Global admin'));

    const comments = (read('rules/remove-reseller-relationship.yaml').match(/#.*/gu) ?? []).length;
    const written = await sync(root, content, '--write', '--reason', reason, ...firstAnswers(first.report));
    expect([written.code, written.stderr, written.report.summary.errors]).toEqual([0, '', 0]);
    expect(
      written.report.written.map(({ path }) => path).filter((path) => path.startsWith('rules/')),
    ).toEqual(['rules/remove-reseller-relationship.yaml']);
    const rules = read('rules/remove-reseller-relationship.yaml');
    expect((rules.match(/#.*/gu) ?? []).length).toBe(comments);
    expect(rules).not.toMatch(/8a2c7|5b7da|0b486|96859/u);
    expect(rules).not.toContain('variants:');

    const again = await sync(root, content, '--write');
    expect([again.code, again.report.written, again.report.inStep]).toEqual([0, [], true]);
    expect(read('rules/remove-reseller-relationship.yaml')).toBe(rules);
  });

  test('writes only what is certain without a decision', async () => {
    const { root } = temporaryProject();
    const content = pagesOf2021();
    const before = await sync(root, content);
    const { code, report } = await sync(root, content, '--write');
    expect(code).toBe(1);
    const open = (of: SyncReport): string[] =>
      of.findings
        .filter(({ accept }) => accept)
        .map(({ elements, locales: [locale] }) => `${elements.join(' ')} ${locale}`);
    expect(open(report)).toEqual(open(before.report));
    expect(report.findings.filter(({ code: found }) => found.includes('repin'))).toEqual([]);
  });
});

/** Takes elements out of the rules, as a person does with what no page states any more. */
function withoutElements(text: string, ids: readonly string[]): string {
  const document = parseDocument(text);
  for (const section of ['preconditions', 'steps']) {
    const list = document.get(section) as YAMLSeq<YAMLMap>;
    list.items = list.items.filter((item) => !ids.includes(String(item.get('id'))));
  }
  return document.toString();
}

describe.runIf(present)('the versions of one page, one after the other', () => {
  test.each(Object.entries(locales))('%s comes into step with every version', async (short, long) => {
    const { root, read, write } = temporaryProject();
    // The history begins before any page spoke of reservations and software purchases.
    const file = 'rules/remove-reseller-relationship.yaml';
    const later = ['no-azure-reservations', 'no-software-purchases'];
    const remedies = ['cancel-azure-reservations', 'cancel-software-purchases'];
    if (short === 'ru') write(file, withoutElements(read(file), [...later, ...remedies]));
    const folder = join(corpus, 'history/remove-a-relationship', long);
    const versions = readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .toSorted();
    expect(versions.length).toBeGreaterThan(15);
    const pages = temporaryFolder();
    cpSync('content', pages, { recursive: true });
    let base: readonly Document[] = (await loadProject('.')).documents.all;
    for (const version of versions) {
      cpSync(join(folder, version), join(pages, short, 'remove-a-relationship.md'));
      const contentFolder = { folder: pages, shownFrom: pages };
      const { rules, documents } = await loadProject(root, contentFolder);
      const found = syncRules({ rules, documents, base });
      const open = found.findings.filter(({ severity }) => severity === 'error');
      const specs = new Set(open.flatMap(({ answers }) => answers[0]?.spec ?? []));
      const decisions = [...specs].map((spec) => parseAcceptance(spec) as Acceptance);
      const { edits, diagnostics } = acceptedEdits(found.rows, found.uncovered, [], decisions);
      expect([version, diagnostics]).toEqual([version, []]);
      await applyEdits(root, joinEdits(found.rows, certainEdits(found.rows, found.uncovered), edits));
      const after = await loadProject(root, contentFolder);
      expect([version, after.rules.diagnostics]).toEqual([version, []]);
      const left = syncRules({ rules: after.rules, documents, base }).findings;
      expect([version, left.filter(({ severity }) => severity === 'error')]).toEqual([version, []]);
      base = documents.all;
    }
  });
});
