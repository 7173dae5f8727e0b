import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DecisionReport } from '../../src/report/decision-report.ts';
import { runCommand, runJson } from './run-command.ts';

const direct = {
  partnerType: 'direct',
  relationshipToPartner: 'reseller',
  activeSubscriptionCount: 0,
  azureReservationCount: 0,
  softwarePurchaseCount: 0,
};
type Facts = Record<string, unknown>;

function without(name: keyof typeof direct, more: Facts = {}): Facts {
  const { [name]: _, ...rest } = direct;
  return { ...rest, ...more };
}

async function check(facts: Facts, ...options: string[]): Promise<{ code: number; json: DecisionReport }> {
  const argv = ['check', 'remove-reseller-relationship', '--facts', '-', '--input', 'json', ...options];
  return runJson<DecisionReport>(argv, { stdin: JSON.stringify(facts) });
}

describe('verdicts and exit codes of the removal', () => {
  test.each<[string, Facts, string[], string, number]>([
    ['nothing in the way', direct, [], 'allowed', 0],
    ['two active subscriptions', { ...direct, activeSubscriptionCount: 2 }, [], 'blocked', 1],
    ['reservations not known', without('azureReservationCount'), [], 'unknown', 3],
    [
      'blocked beats unknown',
      without('azureReservationCount', { activeSubscriptionCount: 2 }),
      [],
      'blocked',
      1,
    ],
    ['a reservation', { ...direct, azureReservationCount: 1 }, [], 'blocked', 1],
    [
      'a reservation, by the Korean page',
      { ...direct, azureReservationCount: 1 },
      ['--as-documented', 'ko'],
      'allowed',
      0,
    ],
    [
      'a reservation, by the Russian page',
      { ...direct, azureReservationCount: 1 },
      ['--as-documented', 'ru'],
      'blocked',
      1,
    ],
    ['a software purchase', { ...direct, softwarePurchaseCount: 3 }, [], 'blocked', 1],
    ['an indirect provider', { ...direct, partnerType: 'indirectProvider' }, [], 'allowed', 0],
    [
      'an indirect provider, by the Chinese page',
      { ...direct, partnerType: 'indirectProvider' },
      ['--as-documented', 'zh'],
      'blocked',
      1,
    ],
    ['an indirect reseller', { ...direct, partnerType: 'indirectReseller' }, [], 'blocked', 1],
    ['partner type not known', without('partnerType'), [], 'unknown', 3],
    ['null is missing', { ...direct, partnerType: null }, [], 'unknown', 3],
    ['another relationship', { ...direct, relationshipToPartner: 'advisor' }, [], 'blocked', 1],
    ['nothing known', {}, [], 'unknown', 3],
  ])('%s', async (_, facts, options, verdict, code) => {
    const outcome = await check(facts, ...options);
    expect([outcome.json.verdict, outcome.code]).toEqual([verdict, code]);
    expect(outcome.json.hypothetical).toBe(options.includes('--as-documented'));
  });

  test('roles are not asked for by these pages', async () => {
    const { json } = await check({ ...direct, callerRoles: [] });
    expect(json.verdict).toBe('allowed');
  });
});

test('a blocked case says why in the reader’s language, from their own page, and what would help', async () => {
  const { json } = await check({ ...direct, activeSubscriptionCount: 2 }, '--locale', 'ko');
  const reason = json.preconditions.find(({ id }) => id === 'no-active-subscriptions');
  expect(reason).toMatchObject({
    status: 'violated',
    facts: { activeSubscriptionCount: 2 },
    missing: [],
    lang: 'ko',
  });
  expect(reason?.message).toMatch(/2/u);
  expect(reason?.sources[0]).toMatchObject({
    locale: 'ko',
    path: 'content/ko/remove-a-relationship.md',
    line: 25,
    column: 1,
    segment: '8a2c7-112',
    state: 'fresh',
    quality: 'ok',
    published: '2017-07-19',
    url: 'https://learn.microsoft.com/ko-kr/partner-center/remove-a-relationship',
  });
  expect(json.plan).toMatchObject([
    {
      id: 'suspend-subscriptions',
      changes: 'customer',
      documented: true,
      repeat: { fact: 'activeSubscriptionCount', count: 2 },
    },
  ]);
  expect(json.plan[0]?.steps.length).toBeGreaterThan(1);
});

test('the plan is never shorter than what is violated, and says where no page tells how', async () => {
  const { json } = await check({
    ...direct,
    activeSubscriptionCount: 1,
    azureReservationCount: 2,
    softwarePurchaseCount: 3,
  });
  expect(json.plan.map(({ id, documented }) => [id, documented])).toEqual([
    ['suspend-subscriptions', true],
    ['cancel-azure-reservations', false],
    ['cancel-software-purchases', false],
  ]);
});

describe('needs', () => {
  test('names what is missing, whatever the verdict', async () => {
    expect((await check(without('azureReservationCount'))).json.needs).toEqual(['azureReservationCount']);
    const blocked = await check(without('azureReservationCount', { activeSubscriptionCount: 2 }));
    expect(blocked.json.needs).toEqual(['azureReservationCount']);
    expect((await check(direct)).json.needs).toEqual([]);
  });

  test('keeps the order of facts.yaml among equals', async () => {
    expect((await check({})).json.needs).toEqual(Object.keys(direct));
  });
});

test('a statement of an older edition that would change the verdict is named with both dates', async () => {
  const { json } = await check({ ...direct, partnerType: 'indirectProvider' });
  expect(json.disagreements).toMatchObject([
    {
      kind: 'precondition',
      element: 'partner-type',
      verdict: 'blocked',
      published: ['2017-07-19'],
      against: ['2021-03-25'],
    },
  ]);
  expect((await check(direct)).json.disagreements).toEqual([]);
});

test('where the audience decides, contradicting articles are not held against each other; else both are shown', async () => {
  const known = await check(direct);
  expect(known.json.disagreements).toEqual([]);
  const open = await check(without('partnerType'));
  expect(
    open.json.disagreements.map(({ element, other }) => [element, other?.workflow, other?.effect]),
  ).toEqual([['admin-privileges-removed', 'remove-customer-relationship', 'unchanged']]);
});

test('a reader whose page lacks the condition that decides is told so with both years', async () => {
  const { json } = await check({ ...direct, azureReservationCount: 1 }, '--locale', 'ko');
  const reason = json.preconditions.find(({ id }) => id === 'no-azure-reservations');
  expect(reason?.note).toMatch(/2017.*2021/u);
  expect(reason?.sources[0]?.locale).toBe('ru');
});

test('whoever is no audience of the pages is led to the task that is', async () => {
  const { json } = await check({ ...direct, partnerType: 'indirectReseller' });
  expect(json.instead).toBe('remove-customer-relationship');
  const both = await check({ ...direct, partnerType: 'indirectReseller', activeSubscriptionCount: 1 });
  expect(both.json.instead).toBeUndefined();
});

test('a workflow that no page of a locale documents is unknown, whatever the facts', async () => {
  const argv = [
    'check',
    'remove-customer-relationship',
    '--as-documented',
    'zh',
    '--fact',
    'partnerType=indirectReseller',
  ];
  const { json, code } = await runJson<DecisionReport>([...argv, '--fact', 'callerRoles=adminAgent']);
  expect([json.verdict, code, json.hypothetical, json.preconditions]).toEqual(['unknown', 3, true, []]);
});

test('by one locale’s pages only the steps that they state are there, with their own sentences', async () => {
  const chinese = await runJson<DecisionReport>([
    'check',
    'remove-customer-relationship',
    '--as-documented',
    'zh',
  ]);
  expect(chinese.json.steps).toEqual([]);
  const { json } = await check({ ...direct, activeSubscriptionCount: 2 }, '--as-documented', 'ko');
  const sources = [...json.plan, ...json.steps].flatMap((step) => step.sources);
  expect(new Set(sources.map(({ locale }) => locale))).toEqual(new Set(['ko']));
  expect(json.plan.map(({ id, documented }) => [id, documented])).toEqual([['suspend-subscriptions', true]]);
});

test.each([
  ['ko-KR', 'ko', 'Korean'],
  ['KO', 'ko', 'Korean'],
  ['zh-TW', 'zh-Hant', 'zh-Hant'],
])('--as-documented %s is %s and is called %s', async (wanted, locale, name) => {
  const argv = ['check', 'remove-reseller-relationship', '--as-documented', wanted];
  const { json } = await runJson<DecisionReport>(argv);
  expect(json.asDocumented).toBe(locale);
  for (const format of ['pretty', 'markdown']) {
    const { stdout } = await runCommand([...argv, '--format', format]);
    expect(stdout).toContain(`the pages in ${name}.`);
  }
});

test('consequences of both removals', async () => {
  const removal = (await check(direct)).json;
  expect(removal.consequences.find(({ id }) => id === 'admin-privileges-removed')?.applies).toBe('yes');
  const { json } = await runJson<DecisionReport>([
    'check',
    'remove-customer-relationship',
    '--fact',
    'partnerType=indirectReseller',
  ]);
  expect(json.consequences.find(({ id }) => id === 'admin-privileges-unchanged')?.applies).toBe('yes');
  expect(json.obligations.map(({ id }) => id)).toEqual(['good-faith', 'hold-harmless', 'legal-notice']);
});

test('the link is inactive only while a subscription is active', async () => {
  const applies = async (count: number | null): Promise<(string | undefined)[]> => {
    const { json } = await check({ ...direct, activeSubscriptionCount: count });
    return json.consequences.filter(({ id }) => id.includes('link')).map((each) => each.applies);
  };
  expect([await applies(0), await applies(1), await applies(null)]).toEqual([['no'], ['yes'], ['unknown']]);
});

test('what no data can show is listed and does not gate', async () => {
  const { json } = await check(direct);
  expect(json.verdict).toBe('allowed');
  expect(json.attestations).toHaveLength(1);
  expect(json.cautions.length).toBeGreaterThan(0);
  expect(json.basis.documents[0]).toMatchObject({ locale: 'ru', published: '2021-03-25' });
});

describe('facts that are not right', () => {
  test.each<[string, string, string]>([
    ['-1', 'activeSubscriptionCount', 'invalid-fact-value'],
    ['two', 'activeSubscriptionCount', 'invalid-fact-value'],
    ['1e999', 'activeSubscriptionCount', 'invalid-fact-value'],
    ['1.5', 'activeSubscriptionCount', 'invalid-fact-value'],
    ['Direct', 'partnerType', 'invalid-fact-value'],
    ['1', 'subscriptionCount', 'unknown-fact'],
    ['1', '__proto__', 'unknown-fact'],
    ['1', 'constructor', 'unknown-fact'],
  ])('--fact: %s for %s', async (value, name, expected) => {
    const { code, stdout, stderr } = await runCommand([
      'check',
      'remove-reseller-relationship',
      '--fact',
      `${name}=${value}`,
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(expected);
    expect(stderr).toContain(name);
  });

  test.each<[string, string, RegExp]>([
    ['activeSubscriptionCount: -1', 'yaml', /<stdin>:1:26 .*invalid-fact-value/u],
    ['partnerType: direct\nactiveSubscriptionCount: "two"', 'yaml', /<stdin>:2:26 .*invalid-fact-value/u],
    ['activeSubscriptionCount: 1e999', 'yaml', /<stdin>:1:26 .*invalid-fact-value/u],
    ['{"activeSubscriptionCount": 1e999}', 'json', /<stdin>:1:29 .*invalid-fact-value/u],
    ['{"partnerType": "direct", "partnerType": "direct"}', 'json', /<stdin>:1:27 .*duplicate-key/u],
    ['partnerType: direct\npartnerType: direct', 'yaml', /<stdin>:2:1 .*duplicate-key/u],
    ['subscriptions: 1', 'yaml', /<stdin>:1:1 .*unknown-fact/u],
    ['- partnerType', 'yaml', /<stdin>:1:1 .*not-a-case/u],
    ['{"partnerType": "direct",}', 'json', /<stdin>.*invalid-json/u],
    ['partnerType: [direct', 'yaml', /<stdin>:1:\d+ .*invalid-yaml/u],
    ['a: &x [1]\nb: *x', 'yaml', /<stdin>:2:4 .*unexpected-alias/u],
    ['partnerType: direct\n---\npartnerType: direct', 'yaml', /<stdin>:2:1 .*second-document/u],
  ])('%s', async (stdin, input, expected) => {
    const argv = ['check', 'remove-reseller-relationship', '--facts', '-', '--input', input];
    const { code, stdout, stderr } = await runCommand(argv, { stdin });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(expected);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  test('what is wrong stands at its place also where its name holds control characters', async () => {
    const argv = ['check', 'remove-reseller-relationship', '--facts', '-'];
    const { stderr } = await runCommand(argv, { stdin: 'partnerType: direct\n"bad\\e[2J": 1\n' });
    expect(stderr).toMatch(/<stdin>:2:1 .*unknown-fact/u);
  });

  test('a list written as one value is not told to be what it is', async () => {
    const argv = ['check', 'remove-reseller-relationship', '--facts', '-'];
    const { code, stderr } = await runCommand(argv, { stdin: 'callerRoles: globalAdmin\n' });
    expect(code).toBe(2);
    expect(stderr).not.toContain('did you mean');
  });

  test('a fact twice on the command line', async () => {
    const argv = [
      'check',
      'remove-reseller-relationship',
      '--fact',
      'partnerType=direct',
      '--fact',
      'partnerType=direct',
    ];
    const { code, stderr } = await runCommand(argv);
    expect(code).toBe(2);
    expect(stderr).toMatch(/--fact {2}error {2}duplicate-key/u);
  });

  test('everything that is wrong is said at once', async () => {
    const { stderr } = await runCommand(['check', 'remove-reseller-relationship', '--facts', '-'], {
      stdin: 'partnerType: x\nnope: 1\nazureReservationCount: many',
    });
    expect(stderr.match(/error {2}/gu)).toHaveLength(3);
  });
});

describe('files that cannot be read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-'));
  writeFileSync(join(folder, 'binary.yaml'), Buffer.from([0x70, 0x00, 0xff]));
  writeFileSync(join(folder, 'latin1.yaml'), Buffer.from([0x70, 0xe9, 0x0a]));
  writeFileSync(join(folder, 'large.json'), Buffer.alloc(10 * 1024 * 1024 + 1, 0x20));
  writeFileSync(join(folder, 'line.yaml'), `partnerType: direct\n# ${'x'.repeat(1024 * 1024)}\n`);
  writeFileSync(join(folder, 'deep.yaml'), `a: ${'['.repeat(5_000)}`);

  test.each([
    ['absent.yaml', 'file-not-found'],
    ['.', 'is-a-directory'],
    ['binary.yaml', 'binary-file'],
    ['latin1.yaml', 'invalid-utf8'],
    ['large.json', 'file-too-large'],
    ['line.yaml', 'line.yaml:2:1'],
    ['line.yaml', 'line-too-long'],
    ['deep.yaml', 'nested-too-deep'],
    ['/dev/zero', 'file-too-large'],
  ])('%s: %s', async (file, expected) => {
    const { code, stdout, stderr } = await runCommand([
      'check',
      'remove-reseller-relationship',
      '--facts',
      resolve(folder, file),
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(expected);
  });
});

test('--fact stands over --facts, and both origins are told', async () => {
  const { json } = await runJson<DecisionReport>(
    ['check', 'remove-reseller-relationship', '--facts', '-', '--fact', 'activeSubscriptionCount=0'],
    { stdin: 'partnerType: direct\nactiveSubscriptionCount: 4\n' },
  );
  const origins = Object.assign({}, ...json.preconditions.map((each) => each.origins)) as Record<
    string,
    string
  >;
  expect(origins).toEqual({ partnerType: '<stdin>', activeSubscriptionCount: '--fact' });
  expect(json.preconditions.find(({ id }) => id === 'no-active-subscriptions')?.status).toBe('satisfied');
});

test('without facts there is a line to copy', async () => {
  const { code, stdout } = await runCommand(['check', 'remove-reseller-relationship']);
  expect(code).toBe(3);
  expect(stdout).toContain(
    'waymark check remove-reseller-relationship --fact partnerType=… --fact relationshipToPartner=…',
  );
});

test('--require-fresh takes what no longer stands word for word for unknown', async () => {
  const content = mkdtempSync(join(tmpdir(), 'waymark-'));
  writeFileSync(join(content, 'remove-a-relationship.md'), '---\nms.contentlocale: ru-RU\n---\n\nТекст.\n');
  const loose = await check(direct, '--content', content);
  expect([loose.json.verdict, loose.json.outOfStep.includes('no-active-subscriptions')]).toEqual([
    'allowed',
    true,
  ]);
  const strict = await check(direct, '--content', content, '--require-fresh');
  expect([strict.json.verdict, strict.code]).toEqual(['unknown', 3]);
});

test('what a locale’s page no longer states does not count as documented there', async () => {
  const content = mkdtempSync(join(tmpdir(), 'waymark-'));
  const page = readFileSync('content/ko/remove-a-relationship.md', 'utf8');
  writeFileSync(join(content, 'remove-a-relationship.md'), page);
  const facts = { ...direct, activeSubscriptionCount: 2 };
  expect((await check(facts, '--content', content, '--as-documented', 'ko')).json.verdict).toBe('blocked');
  const gone = page.split('\n').filter((line) => !/8a2c7-11[237]/u.test(line));
  writeFileSync(join(content, 'remove-a-relationship.md'), gone.join('\n'));
  const { json } = await check(facts, '--content', content, '--as-documented', 'ko');
  expect([json.verdict, json.preconditions.map(({ id }) => id)]).toEqual([
    'allowed',
    ['partner-type', 'reseller-relationship'],
  ]);
});
