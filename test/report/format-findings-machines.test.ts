import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { formatFindingsJunit } from '../../src/report/format-findings-junit.ts';
import { formatFindingsSarif } from '../../src/report/format-findings-sarif.ts';
import type { LintReport } from '../../src/report/lint-report.ts';
import { makeLintReport, makeReportedFinding } from './made-report.ts';
import { translateIn } from './translate-in.ts';

const nasty = '<a href="x">&amp; ]]> \ud800 \uffff \r\n\t𠮷 ‘"';
const report: LintReport = makeLintReport(
  [
    makeReportedFinding(),
    makeReportedFinding({ severity: 'warning', check: 'number', path: '/tmp/a b#c?.md' }),
    makeReportedFinding({ status: 'known', source: nasty, message: nasty, expected: nasty }),
    makeReportedFinding({
      status: 'accepted',
      path: 'x:y/%41.md',
      accepted: { kind: 'wont-fix', by: 'Kim', why: nasty },
    }),
  ],
  {
    problems: [
      { severity: 'error', code: 'file-not-found', path: 'ko/none.md', message: nasty },
      { severity: 'info', code: 'no-earlier-version', message: 'none' },
    ],
  },
);

describe('sarif', () => {
  const {
    $schema: _,
    id: __,
    ...schema
  } = JSON.parse(
    readFileSync(new URL('../fixtures/sarif/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'),
  ) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  ajv.addFormat('uri', (text: string) => URL.canParse(text));
  ajv.addFormat(
    'uri-reference',
    (text: string) => URL.canParse(text, 'https://example.com/') && !/[\s<>"\\^`{|}]/u.test(text),
  );
  ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)));
  const validate = ajv.compile(schema);

  test.each([
    ['findings of every status', report],
    ['nothing found', makeLintReport([])],
  ])('is valid with %s', (_name, each) => {
    expect(validate(JSON.parse(formatFindingsSarif(each, translateIn()))) ? [] : validate.errors).toEqual([]);
  });

  test('the schema is not one that takes anything', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: {}, results: [] }] })).toBe(false);
  });

  test('has regions, unique rules, baseline and suppressions', () => {
    const { runs } = JSON.parse(formatFindingsSarif(report, translateIn())) as {
      runs: {
        columnKind: string;
        tool: { driver: { rules: { id: string }[] } };
        results: Record<string, unknown>[];
      }[];
    };
    const [run] = runs;
    expect(run?.columnKind).toBe('utf16CodeUnits');
    expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(['polarity', 'number']);
    expect(
      run?.results.map(({ ruleIndex, level, baselineState }) => [ruleIndex, level, baselineState]),
    ).toEqual([
      [0, 'error', 'new'],
      [1, 'warning', 'new'],
      [0, 'error', 'unchanged'],
      [0, 'error', 'unchanged'],
    ]);
    expect(run?.results[0]).toMatchObject({
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'content/ko/orders.md' },
            region: { startLine: 12, startColumn: 3 },
          },
        },
      ],
    });
    const uris = JSON.stringify(run?.results.map(({ locations }) => locations));
    expect(uris).toContain('file:///tmp/a%20b%23c%3F.md');
    expect(uris).toContain('x%3Ay/%2541.md');
    expect(run?.results[3]?.['suppressions']).toEqual([
      expect.objectContaining({ kind: 'external', status: 'accepted' }),
    ]);
  });
});

describe('junit', () => {
  /** Reads XML and gives the attributes of its elements by name; throws where it is not well-formed. */
  function readXml(text: string): Map<string, Record<string, string>[]> {
    const found = new Map<string, Record<string, string>[]>();
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      found.set(name, [...(found.get(name) ?? []), attributes]);
    });
    parser.write(text).close();
    return found;
  }

  test('new errors fail, what could not be read is an error, the rest is skipped or passes', () => {
    const xml = readXml(formatFindingsJunit(report, translateIn()));
    expect(xml.get('testsuites')).toEqual([
      { name: 'waymark lint', tests: '5', failures: '1', errors: '1', skipped: '2' },
    ]);
    expect(xml.get('failure')).toEqual([expect.objectContaining({ type: 'polarity' })]);
    expect(xml.get('error')).toEqual([expect.objectContaining({ type: 'file-not-found' })]);
    expect(xml.get('testcase')?.filter(({ file }) => file === 'content/ko/orders.md')).toHaveLength(2);
  });

  test('a run without findings has one test that passes', () => {
    const xml = readXml(formatFindingsJunit(makeLintReport([]), translateIn()));
    expect(xml.get('testsuites')).toEqual([
      expect.objectContaining({ tests: '1', failures: '0', errors: '0' }),
    ]);
  });
});
