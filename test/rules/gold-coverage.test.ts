import { leaveOut } from '../left-out.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { listElements, listPins } from '../../src/rules/elements.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import type { Workflow } from '../../src/rules/workflow.ts';

/** The labels that a rule must account for. */
const ruleLabels = new Set(['precondition', 'consequence', 'obligation', 'step']);

/** The labelled segments of one edition of an article, and the languages that have this edition. */
interface Edition {
  article: string;
  locales: string[];
  segments: { segment: string; labels: string[] }[];
}

/** What a file in `gold/seed/` holds, as far as it is read here. */
interface GoldFile {
  article: string;
  locales: Record<string, unknown>;
  segments: { n: string; labels: string[] }[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = fileURLToPath(new URL('../../../shared/gold/seed/', import.meta.url));
const fixture = new URL('../fixtures/gold-seed-labels.json', import.meta.url);
const editions = JSON.parse(readFileSync(fixture, 'utf8')) as Edition[];

let workflows: Workflow[] = [];

beforeAll(async () => {
  workflows = [...(await loadRules(root)).workflows.values()];
});

/** Names a segment independently of the page version: gold and pages agree in the number after the dash. */
function place(article: string, locale: string, segment: string): string {
  return `${article} ${locale} ${segment.slice(segment.lastIndexOf('-') + 1)}`;
}

function pinnedPlaces(): Set<string> {
  return new Set(
    workflows.flatMap((workflow) =>
      listElements(workflow).flatMap(({ element }) =>
        listPins(element).map(({ pin }) => place(pin.article ?? workflow.article, pin.locale, pin.segment)),
      ),
    ),
  );
}

function uncoveredPlaces(): string[] {
  return workflows.flatMap((workflow) =>
    workflow.uncovered.flatMap(({ article, locale, segments }) =>
      segments.map((segment) => place(article ?? workflow.article, locale, segment)),
    ),
  );
}

function placesToCover(): string[] {
  return editions.flatMap(({ article, locales, segments }) =>
    segments
      .filter(({ labels }) => labels.some((label) => ruleLabels.has(label)))
      .flatMap(({ segment }) => locales.map((locale) => place(article, locale, segment))),
  );
}

describe('coverage of the labelled segments', () => {
  test('pins or lists every segment with a rule in it, in every language', () => {
    const accounted = new Set([...pinnedPlaces(), ...uncoveredPlaces()]);
    const wanted = placesToCover();
    // 11 of the 2017 edition in three languages, 17 of the 2021 edition, 106 of the tasks of indirect resellers.
    expect(wanted).toHaveLength(156);
    expect(wanted.filter((each) => !accounted.has(each))).toEqual([]);
  });

  // Beside what people labelled, reasons stand for what only extraction takes for a rule.
  test('lists only segments that no element is pinned to', () => {
    const pinned = pinnedPlaces();
    expect(uncoveredPlaces().filter((each) => pinned.has(each))).toEqual([]);
  });

  test('counts by the labels as they were handed over', () => {
    if (!existsSync(shared)) {
      leaveOut('comparison with the labels in gold/seed (no shared/ folder)');
      return;
    }
    const gold = readdirSync(shared)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(`${shared}${name}`, 'utf8')) as GoldFile)
      .map(({ article, locales, segments }) => ({
        article,
        locales: Object.keys(locales).map((locale) => locale.split('-')[0]),
        segments: segments.map(({ n, labels }) => ({ segment: n, labels })),
      }));
    expect(editions).toHaveLength(gold.length);
    expect(editions).toEqual(expect.arrayContaining(gold));
  });
});
