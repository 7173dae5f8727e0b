import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { loadRules } from '../../src/rules/load-rules.ts';

const facts = `facts:
  - {name: count, type: integer, minimum: 0, maximum: 9, known: [person]}
  - {name: kind, type: code, values: [a, b], known: [person]}
  - {name: roles, type: codes, values: [x, y], known: [person]}
`;

function workflow(body: string): string {
  return `workflow: task\narticle: page\n${body}`;
}

async function load(
  files: Record<string, string>,
): Promise<{ diagnostics: readonly Diagnostic[]; workflows: string[] }> {
  const root = mkdtempSync(join(tmpdir(), 'waymark-'));
  mkdirSync(join(root, 'rules'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'rules', name), text);
  const rules = await loadRules(root);
  return { diagnostics: rules.diagnostics, workflows: [...rules.workflows.keys()] };
}

function precondition(require: string, more = ''): string {
  return workflow(`preconditions:
  - id: one
    state: reviewed
    require: ${require}
    remedy: [fix]
    pins: []
${more}steps:
  - {id: fix, state: reviewed, changes: nothing, documented: false, phase: remedy, pins: []}
`);
}

test('a sound file loads without a word', async () => {
  const { diagnostics, workflows } = await load({
    'facts.yaml': facts,
    'task.yaml': precondition(
      '{all: [{fact: count, operator: equal, value: 0}, {not: {fact: kind, operator: in, value: [a]}}]}',
    ),
  });
  expect([diagnostics, workflows]).toEqual([[], ['task']]);
});

test.each<[string, string, string, number]>([
  ['a fact that is not declared', '{fact: conut, operator: equal, value: 0}', 'unknown-fact', 6],
  ['an operator of another type', '{fact: kind, operator: lessThan, value: a}', 'operator-does-not-fit', 6],
  ['an operator that the engine lacks', '{fact: count, operator: matches, value: 1}', 'unexpected-value', 6],
  ['a value outside the domain', '{fact: count, operator: equal, value: 10}', 'value-outside-domain', 6],
  ['a code that is none of the fact', '{fact: kind, operator: in, value: [a, c]}', 'value-outside-domain', 6],
  ['a single value where a list is asked', '{fact: kind, operator: in, value: a}', 'wrong-type', 6],
  ['an empty any, which the engine takes for true', '{any: []}', 'invalid-value', 6],
  [
    'an any beside an all',
    '{any: [{fact: count, operator: equal, value: 0}], all: [{fact: count, operator: equal, value: 0}]}',
    'invalid-condition',
    6,
  ],
  [
    'a path, which could reach anywhere',
    '{fact: count, operator: equal, value: 0, path: $.x}',
    'unexpected-key',
    6,
  ],
])('%s is found', async (_, require, code, line) => {
  const { diagnostics, workflows } = await load({ 'facts.yaml': facts, 'task.yaml': precondition(require) });
  expect(diagnostics.map((each) => [each.code, each.path, each.at?.line])).toContainEqual([
    code,
    'rules/task.yaml',
    line,
  ]);
  expect(workflows).toEqual([]);
});

test('a misspelt fact gets a hint', async () => {
  const { diagnostics } = await load({
    'facts.yaml': facts,
    'task.yaml': precondition('{fact: conut, operator: equal, value: 0}'),
  });
  expect(diagnostics[0]).toMatchObject({
    at: { line: 6, column: 21 },
    hint: { code: 'did-you-mean', values: { name: 'count' } },
  });
});

test.each<[string, string, string]>([
  [
    'a duplicate id',
    precondition(
      '{fact: count, operator: equal, value: 0}',
      'consequences:\n  - {id: one, state: reviewed, subject: s, effect: e, pins: []}\n',
    ),
    'duplicate-element',
  ],
  [
    'a remedy that is no step',
    precondition('{fact: count, operator: equal, value: 0}').replace('remedy: [fix]', 'remedy: [fxi]'),
    'unknown-step',
  ],
  ['a section that does not exist', workflow('precondition: []\n'), 'unexpected-key'],
  ['a missing key', workflow('obligations:\n  - {id: a, state: reviewed}\n'), 'missing-key'],
  ['another name than the file', workflow('').replace('task', 'other'), 'workflow-name-differs'],
  ['a workflow that is not there', workflow('instead: [nowhere]\n'), 'unknown-workflow'],
  ['a duplicate key', workflow('article: again\n'), 'duplicate-key'],
  ['an alias', workflow('instead: &a [task]\npreconditions: *a\n'), 'unexpected-alias'],
  [
    'a repetition by something uncountable',
    workflow(
      'steps:\n  - {id: a, state: reviewed, changes: nothing, documented: false, repeat: {fact: kind}, pins: []}\n',
    ),
    'not-countable',
  ],
  [
    'a documented step without a sentence',
    workflow('steps:\n  - {id: a, state: reviewed, changes: nothing, pins: []}\n'),
    'documented-without-pin',
  ],
  [
    'a digest that is none',
    workflow(
      'obligations:\n  - {id: a, state: reviewed, pins: [{locale: ko, segment: x, source: 12, target: 34}]}\n',
    ),
    'wrong-type',
  ],
])('%s is found', async (_, text, code) => {
  const { diagnostics } = await load({ 'facts.yaml': facts, 'task.yaml': text });
  expect(diagnostics.map((each) => each.code)).toContain(code);
  expect(diagnostics.every(({ at, path }) => path === 'rules/task.yaml' && at !== undefined)).toBe(true);
});

test('two conditions cannot share a remedy, so that no plan is too short', async () => {
  const { diagnostics } = await load({
    'facts.yaml': facts,
    'task.yaml': precondition(
      '{fact: count, operator: equal, value: 0}',
      '  - {id: two, state: reviewed, require: {fact: kind, operator: equal, value: a}, remedy: [fix], pins: []}\n',
    ),
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(['shared-remedy']);
});

test('a file that cannot be used, or is gone, does not take those along that point to it', async () => {
  const pointing = precondition('{fact: count, operator: equal, value: 0}').replace(
    'article: page',
    'article: page\ninstead: [other]',
  );
  const broken = await load({ 'facts.yaml': facts, 'task.yaml': pointing, 'other.yaml': 'workflow: [' });
  expect(broken.diagnostics.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'rules/other.yaml invalid-yaml',
  ]);
  expect(broken.workflows).toEqual(['task']);
  const gone = await load({ 'facts.yaml': facts, 'task.yaml': pointing });
  expect(gone.diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
    'warning unknown-workflow',
  ]);
  expect(gone.workflows).toEqual(['task']);
});

test('what a schema asks for is told in its own words, not in a sentence of the library', async () => {
  const text = workflow('obligations:\n  - {id: Two words, state: reviewed, pins: []}\n');
  const { diagnostics } = await load({ 'facts.yaml': facts, 'task.yaml': text });
  expect(diagnostics.map(({ values }) => values?.['reason'])).toEqual(['pattern ^[a-z0-9]+(-[a-z0-9]+)*$']);
});

test('a second document in a file is no data to leave out silently', async () => {
  const { diagnostics } = await load({
    'facts.yaml': facts,
    'task.yaml': `${workflow('')}---\n${workflow('')}`,
  });
  expect(diagnostics.map(({ code, at }) => `${code} ${at?.line}`)).toEqual(['second-document 3']);
});

test('all problems of all files come at once, in the order of their places', async () => {
  const { diagnostics } = await load({
    'facts.yaml': facts,
    'task.yaml': precondition('{fact: nope, operator: equal, value: 0}').replace(
      'remedy: [fix]',
      'remedy: [none]',
    ),
    'aaa.yaml': 'workflow: [',
    'advisories.yaml':
      'advisories:\n  - {id: a, workflows: [task], when: {fact: no, operator: equal, value: 1}, seen: [{url: "http://x"}]}\n',
  });
  expect(diagnostics.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'rules/aaa.yaml invalid-yaml',
    'rules/advisories.yaml invalid-value',
    'rules/task.yaml unknown-fact',
    'rules/task.yaml unknown-step',
  ]);
});

test('ordinary names that mean something to JavaScript are ordinary names', async () => {
  const { diagnostics, workflows } = await load({
    'facts.yaml':
      'facts:\n  - {name: __proto__, type: boolean, known: [person]}\n  - {name: constructor, type: boolean, known: [person]}\n',
    'task.yaml': precondition(
      '{all: [{fact: __proto__, operator: equal, value: true}, {fact: constructor, operator: equal, value: true}]}',
    ),
  });
  expect([diagnostics, workflows]).toEqual([[], ['task']]);
});

test('a very deep file is refused before a parser recurses into it', async () => {
  const { diagnostics } = await load({
    'facts.yaml': facts,
    'task.yaml': `workflow: ${'['.repeat(100_000)}`,
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(['nested-too-deep']);
});
