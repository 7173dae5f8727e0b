import { describe, expect, test } from 'vitest';
import { locales } from '../../src/locale/negotiate.ts';
import { formatFindings } from '../../src/report/format-findings.ts';
import { formatFindingsGithub } from '../../src/report/format-findings-github.ts';
import { formatFindingsMarkdown } from '../../src/report/format-findings-markdown.ts';
import { groupFindings } from '../../src/report/group-findings.ts';
import { createStyle } from '../../src/report/style.ts';
import { makeLintReport, makeReportedFinding } from './made-report.ts';
import { translateIn } from './translate-in.ts';

const terminal = { columns: 80, style: createStyle(false), maxItems: 0 };

function many(count: number): ReturnType<typeof makeReportedFinding>[] {
  return Array.from({ length: count }, (_, index) =>
    makeReportedFinding({ group: `g${index}`, id: `i${index}`, line: index + 1 }),
  );
}

describe('ranking', () => {
  test('the same sentence pair is one item, counted by pages', () => {
    const findings = ['a', 'b', 'b', 'c'].map((name, index) =>
      makeReportedFinding({ path: `ko/${name}.md`, line: index + 1 }),
    );
    const [group, ...rest] = groupFindings(findings);
    expect(rest).toEqual([]);
    expect(group).toMatchObject({ pages: 3, finding: { path: 'ko/a.md' } });
    expect(group?.places).toHaveLength(4);
  });

  test('errors come first, then rules, then what stands on more pages', () => {
    const findings = [
      makeReportedFinding({ group: 'w', severity: 'warning', labels: ['precondition'] }),
      makeReportedFinding({ group: 'once', path: 'a.md' }),
      makeReportedFinding({ group: 'twice', path: 'b.md' }),
      makeReportedFinding({ group: 'twice', path: 'c.md' }),
      makeReportedFinding({ group: 'rule', path: 'z.md', labels: ['consequence'] }),
    ];
    expect(groupFindings(findings).map(({ finding }) => finding.group)).toEqual([
      'rule',
      'twice',
      'once',
      'w',
    ]);
  });
});

describe('pretty', () => {
  test('shows place, both sentences, what was expected and who acts', () => {
    const text = formatFindings(makeLintReport([makeReportedFinding()]), translateIn(), terminal);
    for (const part of [
      'content/ko/orders.md:12:3',
      'You can’t change it.',
      '변경할 수 있습니다.',
      'a negation for “can’t”',
      'For translators',
      '1 new error · 0 new warnings · 2 pages · 30 segments',
    ])
      expect(text).toContain(part);
  });

  test('leaves known and accepted findings to a count', () => {
    const findings = [
      makeReportedFinding({ status: 'known', source: 'Old one.' }),
      makeReportedFinding({ status: 'accepted', group: 'x', source: 'Lived with.' }),
    ];
    const text = formatFindings(makeLintReport(findings), translateIn(), terminal);
    expect(text).not.toMatch(/Old one|Lived with/u);
    expect(text).toContain('nothing new found');
    expect(text).toContain('1 known finding left aside · 1 accepted');
  });

  test.each(locales)('has every word in %s', (locale) => {
    const findings = many(3).map((finding) => Object.assign(finding, { labels: ['precondition', 'other'] }));
    const report = makeLintReport(findings, { unchanged: 4, locale });
    const text = formatFindings(report, translateIn(locale), { ...terminal, maxItems: 2 });
    expect(text).not.toMatch(/report:|\[en\] [^Y]/u);
  });
});

describe('markdown', () => {
  test('has at most ten items and says how many are left', () => {
    const text = formatFindingsMarkdown(makeLintReport(many(25)), translateIn());
    expect(text.match(/^\d+\. /gmu)).toHaveLength(10);
    expect(text).toContain('15 more findings');
  });

  test('numbers items through the sections of who acts', () => {
    const findings = [
      makeReportedFinding(),
      makeReportedFinding({ group: 'l', check: 'link', owner: 'writer' }),
    ];
    const text = formatFindingsMarkdown(makeLintReport(findings), translateIn());
    expect(text.indexOf('1. ')).toBeGreaterThan(text.indexOf('#### For translators'));
    expect(text.indexOf('2. ')).toBeGreaterThan(text.indexOf('#### For those who write the pages'));
  });

  test('shows text of pages as it is', () => {
    const nasty = makeReportedFinding({
      source: '<img src=x onerror=alert(1)> [link](javascript:alert(1)) @team\n# head',
      path: 'a`b.md',
    });
    const text = formatFindingsMarkdown(makeLintReport([nasty]), translateIn());
    expect(text).not.toContain('<img');
    expect(text).not.toMatch(/^# head/mu);
    expect(text).toContain('``a`b.md:12``');
  });
});

describe('github', () => {
  test('every command has a line, and nothing in a value ends it', () => {
    const findings = [makeReportedFinding({ path: 'a,b:c%.md', message: '100 %\r\nsure::error::x' })];
    const problems = [
      { severity: 'error' as const, code: 'file-not-found', path: 'x.md', message: 'no such file' },
    ];
    const text = formatFindingsGithub(makeLintReport(findings, { problems }));
    const lines = text.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning) [^:]*line=\d+[^:]*::/u);
    expect(lines[0]).toContain('file=x.md,line=1');
    expect(lines[1]).toContain('file=a%2Cb%3Ac%25.md,line=12,col=3');
    expect(lines[1]).toContain('100 %25%0D%0Asure');
  });
});
