import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { loadCatalogs } from '../../src/locale/load-catalogs.ts';
import { locales } from '../../src/locale/negotiate.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import type { RuleSet } from '../../src/rules/project.ts';
import type { CatalogFinding } from '../../src/sync/catalogs/catalog-finding.ts';
import { checkCatalogs } from '../../src/sync/catalogs/check-catalogs.ts';
import { parseYaml } from '../../src/rules/yaml-source.ts';
import { glossaryOf, usesWord } from '../../src/sync/catalogs/glossary.ts';
import { productNames } from '../../src/sync/catalogs/product-names.ts';
import { requiredTexts } from '../../src/sync/catalogs/required-texts.ts';

const { entries, diagnostics: glossaryFaults } = glossaryOf(
  parseYaml(readFileSync('locales/glossary.yaml', 'utf8'), 'locales/glossary.yaml'),
);
const { catalogs, diagnostics: catalogFaults } = loadCatalogs(['locales'], locales);
let rules: RuleSet;

beforeAll(async () => {
  rules = await loadRules('.');
});

function describeFinding({ locale, namespace, key, problem, found, expected }: CatalogFinding): string {
  const details = [
    ...(found === undefined ? [] : [`found ‹${found}›`]),
    ...(expected === undefined ? [] : [`expected ‹${expected}›`]),
  ];
  return `locales/${locale}/${namespace}.json ${key} ${problem} ${details.join(', ')}`.trimEnd();
}

test('catalogs, glossary and rules can be read', () => {
  expect([...catalogFaults, ...glossaryFaults, ...rules.diagnostics]).toEqual([]);
});

test('every language has every text, in its own words, with its plural forms and placeholders', () => {
  const findings = checkCatalogs(catalogs, {
    locales,
    glossary: entries,
    required: requiredTexts(rules),
    names: productNames,
  });
  expect(findings.map(describeFinding)).toEqual([]);
});

test('every concept of the glossary has a term in every language, by its own rules', () => {
  const others = locales.filter((locale) => locale !== 'en');
  const problems = entries.flatMap(({ concept, key, terms, never }) => [
    others
      .filter((locale) => terms[locale] === undefined)
      .map((locale) => `${concept}: no term in ${locale}`),
    others
      .filter((locale) => (never[locale] ?? []).some((word) => usesWord(terms[locale] ?? '', word, locale)))
      .map((locale) => `${concept}: its own term is never used in ${locale}`),
    key === undefined || hasKey(key) ? [] : [`${concept}: no text ${key}`],
  ]);
  expect(problems.flat()).toEqual([]);
});

function hasKey(key: string): boolean {
  const [namespace = '', path = ''] = key.split(':');
  let value: unknown = catalogs['en']?.[namespace];
  for (const name of path.split('.'))
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string';
}

test('every title of a task is its own and names whom the task is for', () => {
  const problems = locales.flatMap((locale) => {
    const titles = [...rules.workflows.keys()].map(
      (name) => (catalogs[locale]?.[name] as { title: string } | undefined)?.title ?? '',
    );
    const wrong = titles.filter((title) => !/^[^:：]+[:：]\s*\S/u.test(title));
    if (new Set(titles).size < titles.length) wrong.push(`${locale}: the same title twice`);
    return wrong;
  });
  expect(problems).toEqual([]);
});
