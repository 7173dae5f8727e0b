import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Vocabulary } from '../../../../src/extract/draft/condition/reading.ts';
import { type DraftFile, parseDraftFile } from '../../../../src/extract/draft/files/draft-file.ts';
import { draftPages, type PageDraft } from '../../../../src/extract/draft/draft-pages.ts';
import { matchDrafts } from '../../../../src/extract/draft/files/match-drafts.ts';
import { type MergedDrafts, mergeDrafts } from '../../../../src/extract/draft/files/merge-drafts.ts';
import type { Label } from '../../../../src/extract/label.ts';
import { commentsOf } from '../../../../src/rules/yaml-sections.ts';
import { sideBySidePage } from '../../made-page.ts';
import { packagedVocabulary, phraseBook } from '../vocabulary.ts';

let vocabulary: Vocabulary;
beforeAll(async () => {
  vocabulary = await packagedVocabulary();
});

type Line = readonly [string, string, Label];
const lines: readonly Line[] = [
  ['Close an account', '계정 닫기', 'other'],
  ['You must cancel all licenses.', '모든 라이선스를 취소해야 합니다.', 'precondition'],
  ['You must have signed the agreement.', '계약에 서명해야 합니다.', 'precondition'],
  ['Select the account.', '계정을 선택합니다.', 'step'],
  ['Select Close.', '닫기를 선택합니다.', 'step'],
  ['All data is deleted.', '모든 데이터가 삭제됩니다.', 'consequence'],
];

function draft(chosen: readonly Line[]): PageDraft {
  const document = sideBySidePage(chosen.flatMap(([source, target]) => [`{${source}|${target}}`, '']));
  const segments = document.segments.map(({ id }, index) => {
    return { id, labels: [chosen[index]?.[2] ?? 'other'], confidence: 0.9, cue: 'x' };
  });
  const [only] = draftPages([{ document, segments }], [], {
    side: 'source',
    phrases: phraseBook,
    vocabulary,
  });
  if (!only) throw new Error('nothing was drafted');
  return only;
}

function merge(drafted: PageDraft, text?: string): MergedDrafts {
  const file = text === undefined ? undefined : fileOf(text);
  const matches = matchDrafts('page', [...drafted.elements, ...drafted.covered], file ? [file] : []);
  return mergeDrafts(drafted, { file, workflow: 'page', matches, isFirst: true });
}

function fileOf(text: string): DraftFile {
  const file = parseDraftFile(text, 'rules/drafts/page.yaml');
  if (Array.isArray(file)) throw new Error(`${JSON.stringify(file)}\n${text}`);
  return file;
}

const reworded: readonly Line[] = [
  lines[0] as Line,
  ['You must cancel each of the licenses.', '라이선스를 하나씩 취소해야 합니다.', 'precondition'],
  ['Go to the menu.', '메뉴로 이동합니다.', 'step'],
  ['Select the account.', '계정을 고릅니다.', 'step'],
  ['All data is deleted at once.', '모든 데이터가 즉시 삭제됩니다.', 'consequence'],
];

describe('merging drafts', () => {
  test('never loses a comment, wherever it was written', () => {
    const first = merge(draft(lines)).text ?? '';
    const body = first.slice(0, first.indexOf('\n# What was')).split('\n');
    const comment = fc.record({
      at: fc.nat(body.length - 1),
      beside: fc.boolean(),
      column: fc.constantFrom(0, 2, 4, 6, 8),
    });
    fc.assert(
      fc.property(fc.array(comment, { minLength: 1, maxLength: 6 }), (comments) => {
        const written = [...body];
        comments
          .toSorted((a, b) => b.at - a.at)
          .forEach(({ at, beside, column }, index) => {
            const word = `# note ${index}`;
            if (beside && (written[at] ?? '').trim() !== '') written[at] += ` ${word}`;
            else written.splice(at, 0, ' '.repeat(column) + word);
          });
        const text = `${written.join('\n')}${first.slice(first.indexOf('\n# What was'))}`;
        for (const next of [lines, reworded, reworded.slice(0, 2), lines]) {
          const merged = merge(draft(next), text).text ?? '';
          expect(
            commentsOf(merged)
              .filter((each) => each.includes('# note'))
              .toSorted(),
          ).toEqual(
            commentsOf(text)
              .filter((each) => each.includes('# note'))
              .toSorted(),
          );
          fileOf(merged);
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  test('writes the same whatever came between', () => {
    const straight = merge(draft(reworded), merge(draft(lines)).text);
    const again = merge(draft(reworded), straight.text);
    expect(again).toMatchObject({ text: straight.text, added: 0, updated: 0, removed: 0 });
  });

  test('keeps ids of reworded statements, adds what is new and drops what is gone', () => {
    const first = merge(draft(lines));
    const second = merge(draft(reworded), first.text);
    const ids = (text = '', section = ''): string[] =>
      ((parse(text) as Record<string, { id: string }[]>)[section] ?? []).map(({ id }) => id);
    expect(ids(second.text, 'preconditions')).toEqual(ids(first.text, 'preconditions').slice(0, 1));
    expect(ids(second.text, 'consequences')).toEqual(ids(first.text, 'consequences'));
    expect(second).toMatchObject({ added: 1, removed: 2 });
  });

  test('drops a fact with the draft that needed it, unless a person said how it is known', () => {
    const first = merge(draft(lines)).text ?? '';
    const less = lines.filter(([source]) => !source.includes('licenses'));
    expect(merge(draft(less), first).text).not.toContain('- name: cancelLicenses');
    const edited = first.replace('known: [person]', 'known: [person, service]');
    expect(merge(draft(less), edited).text).toMatch(
      /- name: cancelLicenses\n.*\n.*known: \[person, service\]/u,
    );
  });

  test('puts what is new where it stands on the page', () => {
    const first = merge(draft(lines)).text ?? '';
    const more: readonly Line[] = [
      ...lines.slice(0, 4),
      ['Open the second menu.', '두 번째 메뉴를 엽니다.', 'step'],
      ['Enter a reason.', '이유를 입력합니다.', 'step'],
      ...lines.slice(4),
    ];
    const second = merge(draft(more), first).text ?? '';
    const steps = (text: string): string[] =>
      (parse(text) as { steps: { evidence: { text: string } }[] }).steps.map(({ evidence }) => evidence.text);
    expect(steps(second)).toEqual(more.slice(3, 7).map(([source]) => source));
    expect(second).toMatch(
      /\n\n  - id: open-second[^]*\n\n  - id: enter-reason[^]*\n\n  - id: select-close/u,
    );
    const without = merge(draft(lines), second).text ?? '';
    expect(without).toBe(first);
  });

  test('moves a statement that nobody edited to another section when it comes to be another kind', () => {
    const first = merge(draft(lines)).text ?? '';
    const [entry = '', id = ''] = /  - id: (data\S*|\S*deleted\S*)\n/u.exec(first) ?? [];
    const noted = first.replace(entry, `  # Ask Lee.\n${entry}`);
    const now = lines.map((line, index): Line => (index < 5 ? line : [line[0], line[1], 'obligation']));
    const merged = merge(draft(now), noted);
    expect(merged.diagnostics).toEqual([]);
    expect(merged.text).toContain(`obligations:\n  # Ask Lee.\n  - id: ${id}\n`);
    expect(merged.text).not.toContain('consequences:');
    const edited = noted.replace('effect: ', 'effect: quickly-');
    expect(merge(draft(now), edited).text).toContain('effect: quickly-');
  });

  test('leaves lines of other entries byte for byte', () => {
    const text = (merge(draft(lines)).text ?? '').replace(
      'changes: nothing',
      'changes:   nothing   # checked',
    );
    const merged = merge(draft([...lines, ['Select Done.', '완료를 선택합니다.', 'step']]), text).text ?? '';
    const added = /\n  - id: select-done[^]*?(?=\nconsequences)/u.exec(merged)?.[0] ?? '';
    const list = /\ndrafted:[^]*/u;
    expect(
      merged.replace(added, '').replace(list, '').replace('\n\n\nconsequences', '\n\nconsequences'),
    ).toBe(text.replace(list, ''));
  });
});
