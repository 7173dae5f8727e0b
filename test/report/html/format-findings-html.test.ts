import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales } from '../../../src/locale/negotiate.ts';
import { formatFindingsHtml } from '../../../src/report/html/format-findings-html.ts';
import { openBrowser } from '../../browser/open-browser.ts';
import { makeLintReport, makeReportedFinding } from '../made-report.ts';
import { translateIn } from '../translate-in.ts';

const findings = [
  makeReportedFinding({ group: 'a', marks: { source: ['can’t'], target: [] }, labels: ['precondition'] }),
  makeReportedFinding({
    group: 'b',
    check: 'number',
    severity: 'warning',
    locale: 'ja-JP',
    source: '30 days',
    target: '60 日',
  }),
  makeReportedFinding({
    group: 'c',
    check: 'link',
    owner: 'writer',
    status: 'accepted',
    accepted: { kind: 'until', until: '2026-03-01', by: 'Kim', why: 'agreed' },
  }),
  makeReportedFinding({
    group: 'd',
    path: '"><script>document.title="broken"</script>.md',
    source:
      '<img src=x onerror="document.title=\'broken\'"> </script><script>document.title="broken"</script>',
    locale: 'zh-CN',
  }),
];

/** Asks the page whether its second item has the focus. */
const secondFocused = 'document.activeElement === document.querySelectorAll("summary")[1]';

let browser: BrowserContext | undefined;

beforeAll(async () => {
  browser = await openBrowser('findings as a page in a browser');
});
afterAll(() => browser?.close());

/** Opens the report and gives the page with all that it complained of or asked the network for. */
async function openReport(
  locale: (typeof locales)[number] = 'en',
): Promise<{ page: Page; complaints: string[] } | undefined> {
  const page = await browser?.newPage();
  if (!page) return undefined;
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => complaints.push(request.url()));
  await page.setContent(formatFindingsHtml(makeLintReport(findings, { locale }), translateIn(locale)));
  return { page, complaints };
}

describe('findings as a page', () => {
  test('nothing runs or loads but its own, and text shows as it is', async () => {
    const opened = await openReport();
    if (!opened) return;
    const { page, complaints } = opened;
    expect(complaints).toEqual([]);
    expect(await page.title()).toBe('Translations checked against their source');
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('details').count()).toBe(4);
    expect(await page.locator('summary', { hasText: '"><script>' }).count()).toBe(1);
    expect(await page.locator('mark').allTextContents()).toEqual(['can’t']);
  });

  test('filters choose, count and clear', async () => {
    const opened = await openReport();
    if (!opened) return;
    const { page } = opened;
    const shown = (): Promise<number> => page.locator('details:visible').count();
    const output = page.locator('output');
    await page.getByLabel('Language').selectOption('ja-JP');
    expect(await shown()).toBe(1);
    expect(await output.textContent()).toBe('1 of 4 shown');
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(shown).toBe(4);
    await page.getByLabel('Search').fill('30 DAYS');
    expect(await output.textContent()).toBe('1 of 4 shown');
  });

  test('the keyboard does it all', async () => {
    const opened = await openReport();
    if (!opened) return;
    const { page } = opened;
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('details').first().getAttribute('open')).toBe('');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(secondFocused)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await page.locator('details').nth(1).getAttribute('open')).toBeNull();
    expect(await page.evaluate(secondFocused)).toBe(true);
  });

  test.each(locales)('%s: every word is there and every text is tagged with its language', async (locale) => {
    const opened = await openReport(locale);
    if (!opened) return;
    const { page } = opened;
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    expect(await page.locator('body').innerText()).not.toMatch(/report:|\{\{|\[en\]/u);
    expect(await page.locator('.texts > div').count()).toBe(8);
    expect(await page.locator('.texts span[lang]').count()).toBe(8);
  });
});
