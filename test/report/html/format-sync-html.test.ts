import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales } from '../../../src/locale/negotiate.ts';
import { formatSyncHtml } from '../../../src/report/html/format-sync-html.ts';
import type { CellReport, SyncReport } from '../../../src/report/sync-report.ts';
import { openBrowser } from '../../browser/open-browser.ts';
import { runCommand } from '../../cli/run-command.ts';
import { translateIn } from '../translate-in.ts';

const changed: CellReport = {
  locale: 'ru',
  state: 'changed',
  statements: [
    {
      state: 'changed',
      changed: 'target',
      quality: 'ok',
      before: { segment: 'a-1', source: 'Stops you from buying.', target: 'Не позволяет вам покупать.' },
      after: {
        path: 'ru/a.md',
        line: 3,
        segment: 'b-1',
        source: 'Stops you from buying.',
        target: 'Не позволяет клиенту покупать.',
      },
    },
  ],
};
const fresh: CellReport = {
  locale: 'ko',
  state: 'fresh',
  statements: [
    {
      state: 'fresh',
      quality: 'ok',
      before: { segment: 'k-1', source: 'Stops you from buying.', target: '구매할 수 없습니다.' },
    },
  ],
};
const element = {
  kind: 'consequence',
  state: 'reviewed',
  text: 'You can no longer buy',
  lang: 'en',
  documented: true,
} as const;
const report: SyncReport = {
  locale: 'en',
  locales: ['ko', 'ru'],
  summary: {
    errors: 1,
    warnings: 0,
    states: { fresh: 1, moved: 0, changed: 1, gone: 0, absent: 1, untranslated: 0, disputed: 0 },
  },
  documents: [],
  workflows: [
    {
      workflow: 'leave',
      title: 'Partners: leave',
      article: 'leave',
      path: 'rules/leave.yaml',
      elements: [
        { ...element, id: 'no-purchases', cells: [fresh, changed] },
        {
          ...element,
          id: 'x"><script>document.title="broken"</script>',
          kind: 'precondition',
          cells: [{ locale: 'ru', state: 'absent', statements: [] }],
        },
      ],
    },
  ],
  findings: [
    {
      id: 'f',
      code: 'statement-changed-target',
      severity: 'error',
      area: 'rules',
      workflow: 'leave',
      elements: ['no-purchases'],
      locales: ['ru'],
      values: {},
      message: 'the translation has changed',
      decision: 'Does it still say so?',
      accept: [{ answer: 'same', command: 'waymark sync --accept leave/no-purchases@ru', text: 'yes' }],
      concerns: ['actor'],
    },
  ],
  written: [],
  inStep: false,
};

let browser: BrowserContext | undefined;

beforeAll(async () => {
  browser = await openBrowser('rules against pages in a browser');
});
afterAll(() => browser?.close());

async function openReport(
  locale: (typeof locales)[number] = 'en',
): Promise<{ page: Page; complaints: string[] } | undefined> {
  const page = await browser?.newPage();
  if (!page) return undefined;
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => complaints.push(request.url()));
  // The made words stand for words of the reader's language; those of another would be tagged.
  const workflows = report.workflows.map((workflow) => ({
    ...workflow,
    elements: workflow.elements.map((each) => ({ ...each, lang: locale })),
  }));
  await page.setContent(formatSyncHtml({ ...report, workflows, locale }, translateIn(locale)));
  return { page, complaints };
}

const focused = 'document.activeElement.id || document.activeElement.textContent';

describe('rules against pages as a page', () => {
  test('a cell leads to both texts, with the differing words marked, and Escape leads back', async () => {
    const opened = await openReport();
    if (!opened) return;
    const { page, complaints } = opened;
    await page.getByRole('link', { name: 'changed' }).focus();
    const cell = await page.evaluate(focused);
    await page.keyboard.press('Enter');
    await page.locator('.texts:visible').first().waitFor();
    expect(await page.locator('del:visible').allTextContents()).toEqual(['вам']);
    expect(await page.locator('ins:visible').allTextContents()).toEqual(['клиенту']);
    expect(await page.locator('.texts:visible span[lang=ru]').count()).toBe(2);
    await page.keyboard.press('Escape');
    expect(await page.locator('.texts:visible').count()).toBe(0);
    expect(await page.evaluate(focused)).toBe(cell);
    expect(complaints).toEqual([]);
    expect(await page.title()).toBe('Rules against pages');
  });

  test('arrow keys move over the cells', async () => {
    const opened = await openReport();
    if (!opened) return;
    const { page } = opened;
    const cells = page.locator('td a');
    await cells.first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(focused)).toBe(await cells.nth(1).getAttribute('id'));
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(focused)).toBe(await cells.nth(2).getAttribute('id'));
  });

  test('filters choose rows and columns', async () => {
    const opened = await openReport();
    if (!opened) return;
    const { page } = opened;
    await page.getByLabel('State').selectOption('absent');
    expect(await page.locator('tbody tr:visible').count()).toBe(1);
    await page.getByLabel('State').selectOption('');
    await page.getByLabel('Language').selectOption('ko');
    expect(await page.locator('thead th:visible').allTextContents()).toEqual(['Element', 'Korean']);
    expect(await page.locator('tbody tr:visible').count()).toBe(1);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => page.locator('tbody tr:visible').count()).toBe(2);
  });

  test.each(locales)('%s: every word is there', async (locale) => {
    const opened = await openReport(locale);
    if (!opened) return;
    expect(await opened.page.locator('body').innerText()).not.toMatch(
      /(?:report|sync|interface|diagnostics):|\{\{|\[en\]/u,
    );
  });
});

test('sync writes it', async () => {
  const { stdout, code } = await runCommand(['sync', '--format', 'html', '--locale', 'ja']);
  expect(code).toBeLessThan(2);
  expect(stdout).toMatch(/^<!doctype html>\n<html lang="ja">/u);
  expect(stdout).toContain('Не позволяет клиенту');
});
