import { describe, expect, test } from 'vitest';
import { digestText } from '../../../src/content/digest.ts';
import { DocumentIndex } from '../../../src/content/document-index.ts';
import type { Document } from '../../../src/content/document.ts';
import { parseDocument } from '../../../src/content/parse-document.ts';
import { completeWorkflow } from '../../../src/rules/load-rules.ts';
import type { Pin, Precondition, Workflow } from '../../../src/rules/workflow.ts';
import type { Cell } from '../../../src/sync/pins/statement.ts';
import { syncRules, type SyncResult } from '../../../src/sync/sync-rules.ts';

type Pair = [source: string, target: string];

const filler: Pair[] = [
  ['Welcome to the portal.', 'Willkommen im Portal.'],
  ['Read this page before you begin.', 'Lesen Sie diese Seite, bevor Sie beginnen.'],
];
const rule: Pair = [
  'You must close every open order before you delete the account.',
  'Sie müssen jeden offenen Auftrag schließen, bevor Sie das Konto löschen.',
];
const end: Pair[] = [['The account is deleted after one day.', 'Das Konto wird nach einem Tag gelöscht.']];

function page(locale: string, article: string, pairs: readonly Pair[], prefix = 'aaaaa'): Document {
  const spans = pairs.map(([source, target], index) => {
    const id = `${prefix}-${101 + index}`;
    return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
  });
  return parseDocument(
    `---\nms.contentlocale: ${locale}\n---\n\n${spans.join('\n\n')}\n`,
    `${locale}/${article}.md`,
  );
}

function pinOn([source, target]: Pair, more: Partial<Pin> = {}): Pin {
  return {
    locale: 'de',
    segment: 'aaaaa-103',
    source: digestText(source),
    target: digestText(target),
    ...more,
  };
}

function sync(
  pins: Pin[],
  today: readonly Document[],
  base: readonly Document[] = [],
  variants?: Precondition['variants'],
): SyncResult {
  const require = { fact: 'openOrders', operator: 'equal', value: 0 } as const;
  const element: Precondition = {
    id: 'no-orders',
    state: 'reviewed',
    require,
    remedy: [],
    pins,
    ...(variants ? { variants } : {}),
  };
  const workflow: Workflow = completeWorkflow({
    workflow: 'delete-account',
    article: 'account',
    preconditions: [element],
  });
  return syncRules({
    rules: { workflows: new Map([[workflow.workflow, workflow]]) },
    documents: new DocumentIndex(today),
    base,
  });
}

function cell(result: SyncResult, locale = 'de'): Cell | undefined {
  return result.rows[0]?.cells.find((each) => each.locale === locale);
}

function codes(result: SyncResult): string[] {
  return result.findings.map(({ code }) => code);
}

const before = page('de', 'account', [...filler, rule, ...end]);
const pin = pinOn(rule);

describe('how an element stands to a page', () => {
  test('fresh, also where nothing is known of an earlier version', () => {
    const result = sync([pin], [before]);
    expect([cell(result)?.state, codes(result)]).toEqual(['fresh', []]);
  });

  test('fresh under another id, which is certain', () => {
    const result = sync([pin], [page('de', 'account', [rule, ...filler], 'bbbbb')]);
    expect(cell(result)?.statements[0]).toMatchObject({
      state: 'fresh',
      write: 'segment',
      segment: { id: 'bbbbb-101' },
    });
  });

  test('changed in the translation alone', () => {
    const reworded: Pair = [rule[0], 'Schließen Sie jeden Auftrag, bevor Sie das Konto löschen.'];
    const result = sync([pin], [page('de', 'account', [...filler, reworded, ...end])], [before]);
    expect(cell(result)?.statements[0]).toMatchObject({
      state: 'changed',
      changed: 'target',
      evidence: 'same-source',
    });
    expect(codes(result)).toEqual(['statement-changed-target']);
  });

  test('changed in the English alone', () => {
    const reworded: Pair = ['You must close all open orders before deleting the account.', rule[1]];
    const result = sync([pin], [page('de', 'account', [...filler, reworded, ...end])], [before]);
    expect(cell(result)?.statements[0]).toMatchObject({
      state: 'changed',
      changed: 'source',
      evidence: 'same-target',
    });
  });

  test('changed on both sides: found by its words, even under another heading and far away', () => {
    const reworded: Pair = [
      'Before you delete the account, you must close every open order and pay every invoice.',
      'Schließen Sie alle offenen Aufträge und begleichen Sie alle Rechnungen, bevor Sie das Konto löschen.',
    ];
    const more = Array.from({ length: 40 }, (_, index): Pair => [
      `Some other topic number ${index}.`,
      `Thema ${index}.`,
    ]);
    const today = page('de', 'account', [...end, ...more, reworded, ...filler], 'bbbbb');
    expect(cell(sync([pin], [today], [before]))?.statements[0]).toMatchObject({
      state: 'changed',
      changed: 'both',
      evidence: 'alike',
      segment: { source: reworded[0] },
      before: { source: rule[0], target: rule[1] },
    });
    // Without the earlier page the digests alone cannot tell what it said, and nothing is guessed.
    expect(cell(sync([pin], [today]))?.statements[0]?.state).toBe('gone');
  });

  test('a change of emphasis or punctuation on both sides is certain; one of a number or a negation never is', () => {
    const cosmetic: Pair = [`**${rule[0].slice(0, -1)}**:`, `**${rule[1].slice(0, -1)}**:`];
    const states = (pair: Pair): unknown =>
      cell(sync([pin], [page('de', 'account', [...filler, pair, ...end])], [before]))?.statements[0]?.write;
    expect(states(cosmetic)).toBe('digests');
    expect(states([`${rule[0]}?`.replace('.?', '?'), rule[1]])).toBeUndefined();
    expect(states([rule[0].replace('must', 'must not'), rule[1]])).toBeUndefined();
    const priced: Pair = [
      'Pay 1.5 euros before you delete the account.',
      'Zahlen Sie 1,5 Euro, bevor Sie das Konto löschen.',
    ];
    const early = page('de', 'account', [...filler, priced, ...end]);
    const today = page('de', 'account', [...filler, [priced[0].replace('1.5', '15'), priced[1]], ...end]);
    expect(cell(sync([pinOn(priced)], [today], [early]))?.statements[0]?.write).toBeUndefined();
  });

  test('moved to another article: certain for a telling sentence that stands there once', () => {
    const label: Pair = ['Select **OK**.', 'Wählen Sie **OK**.'];
    const other = page('de', 'orders', [rule, label]);
    const today = [page('de', 'account', [...filler, ...end]), other];
    expect(cell(sync([pin], today, [before]))?.statements[0]).toMatchObject({
      state: 'moved',
      write: 'article',
      document: { article: 'orders' },
    });
    const short = sync([pinOn(label)], today, [page('de', 'account', [...filler, label])]);
    expect([cell(short)?.state, codes(short)[0]]).toEqual(['moved', 'statement-moved']);
    expect(cell(short)?.statements[0]?.write).toBeUndefined();
  });

  test('gone, and stated nowhere any more', () => {
    const result = sync([pin], [page('de', 'account', [...filler, ...end])], [before]);
    expect([cell(result)?.state, codes(result)]).toEqual(['gone', ['statement-gone', 'stated-nowhere']]);
  });

  test('absent: the language has the page but not the statement; with the same English it is to be pinned', () => {
    const french = (pairs: Pair[]): Document => page('fr', 'account', pairs);
    const without = sync([pin], [before, french([['Welcome to the portal.', 'Bienvenue.']])]);
    expect([cell(without, 'fr')?.state, codes(without)]).toEqual(['absent', ['stated-in-some']]);
    const withIt = sync([pin], [before, french([[rule[0], 'Il faut fermer toute commande.']])]);
    expect(withIt.findings).toMatchObject([
      { code: 'statement-unpinned', severity: 'error', answers: [{ spec: 'delete-account/no-orders@fr' }] },
    ]);
  });

  test('untranslated and disputed, the dispute first', () => {
    const english: Pair = [rule[0], rule[0]];
    const today = page('de', 'account', [...filler, english]);
    expect(cell(sync([pinOn(english)], [today]))?.state).toBe('untranslated');
    expect(cell(sync([pinOn(english, { disputed: 'left in English' })], [today]))?.state).toBe('disputed');
  });

  test('a page that one language lost is said once, an article that no language has is not compared', () => {
    const lost = sync([pin, pinOn(rule, { segment: 'aaaaa-104' })], [page('fr', 'account', filler)]);
    expect(
      lost.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ code, locales }) => [code, locales]),
    ).toEqual([['page-missing', ['de']]]);
    expect(codes(sync([pin], [page('de', 'orders', filler)]))).toEqual(['article-missing']);
  });

  test('a dispute over a translation that was reworded has to be settled', () => {
    const reworded: Pair = [rule[0], 'Schließen Sie jeden Auftrag, bevor Sie das Konto löschen.'];
    const disputed = { ...pin, disputed: 'says otherwise' };
    const result = sync([disputed], [page('de', 'account', [...filler, reworded])], [before]);
    expect(result.findings[0]?.answers.map(({ code }) => code)).toEqual(['undisputed', 'disputed', 'gone']);
  });

  test('where an element has two conditions, the English of the other one tells which is stated now', () => {
    const newer: Pair = [
      'You must close every order before you delete the account.',
      'Sie müssen jeden Auftrag schließen, bevor Sie das Konto löschen.',
    ];
    const french: Pair = [newer[0], 'Il faut fermer toute commande avant de supprimer le compte.'];
    const variant = { require: { fact: 'openOrders', operator: 'lessThan', value: 2 } as const, pins: [pin] };
    const inForce = pinOn(french, { locale: 'fr', segment: 'aaaaa-101' });
    const today = (pair: Pair): Document[] => [
      page('fr', 'account', [french]),
      page('de', 'account', [...filler, pair, ...end]),
    ];
    const known = sync([inForce], today(newer), [before], [variant]);
    expect(cell(known)?.statements[0]).toMatchObject({ state: 'changed', states: 'in-force', variant: 0 });
    const unclear = sync(
      [inForce],
      today(['You should close any open order before you delete the account.', 'Sie sollten …']),
      [before],
      [variant],
    );
    expect(
      unclear.findings
        .find(({ code }) => code.startsWith('statement-changed'))
        ?.answers.map(({ spec }) => spec.split('=')[1]),
    ).toEqual(['in-force', 'variant', 'gone']);
  });

  test('sentences that stand on a page twice are told apart', () => {
    const label: Pair = ['Select **OK**.', 'Wählen Sie **OK**.'];
    const today = page('de', 'account', [label, ...filler, label], 'aaaaa');
    expect(cell(sync([pinOn(label, { segment: 'aaaaa-104' })], [today]))?.statements[0]?.segment?.id).toBe(
      'aaaaa-104',
    );
  });
});
