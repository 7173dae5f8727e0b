import { beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../../src/content/document.ts';
import { parseDocument } from '../../../src/content/parse-document.ts';
import type { Vocabulary } from '../../../src/extract/draft/condition/reading.ts';
import { draftPages } from '../../../src/extract/draft/draft-pages.ts';
import type { LabelledDocument } from '../../../src/extract/draft/statements.ts';
import type { Label } from '../../../src/extract/label.ts';
import { sideBySidePage } from '../made-page.ts';
import { packagedVocabulary, phraseBook } from './vocabulary.ts';

let vocabulary: Vocabulary;
beforeAll(async () => {
  vocabulary = await packagedVocabulary();
});

function label(document: Document, labels: readonly Label[]): LabelledDocument {
  const segments = document.segments.map(({ id }, index) => ({
    id,
    labels: [labels[index] ?? ('other' as const)],
    confidence: 0.9,
    cue: '',
  }));
  return { document, segments };
}

function draft(...documents: LabelledDocument[]): ReturnType<typeof draftPages> {
  return draftPages(documents, [], { side: 'both', phrases: phraseBook, vocabulary });
}

describe('drafts of an article', () => {
  const ko = label(sideBySidePage(['{You must cancel all licenses.|모든 라이선스를 취소해야 합니다.}']), [
    'precondition',
  ]);
  const ru = label(
    sideBySidePage(['{You must cancel all licenses.|Необходимо отменить все лицензии.}'], 'ru-RU'),
    ['precondition'],
  );

  test('are the same whatever the order of the pages', () => {
    expect(draft(ru, ko)).toEqual(draft(ko, ru));
  });

  test('keep their ids when a translation changes', () => {
    const again = label(
      sideBySidePage(['{You must cancel all licenses.|라이선스를 모두 취소해야 합니다.}']),
      ['precondition'],
    );
    expect(draft(again)[0]?.elements.map(({ id }) => id)).toEqual(draft(ko)[0]?.elements.map(({ id }) => id));
  });

  test('follow what at least half of the languages say', () => {
    const other = {
      ...ru,
      segments: ru.segments.map((segment) => ({ ...segment, labels: ['other' as const] })),
    };
    expect(draft(ko, other)[0]?.elements).toHaveLength(1);
    const zh = label(sideBySidePage(['{You must cancel all licenses.|必须取消所有许可证。}'], 'zh-CN'), []);
    expect(draft(ko, other, zh)[0]?.elements).toEqual([]);
  });

  test('make one choice of the roles listed under a label', () => {
    const roles = sideBySidePage([
      '{**Required roles:**|**역할:**}',
      '',
      '- {Sales agent|영업}',
      '- {Billing admin|청구}',
    ]);
    const [article] = draft(label(roles, ['other', 'precondition', 'precondition']));
    expect(article?.elements.map(({ body }) => body['require'])).toEqual([
      {
        any: ['salesAgent', 'billingAdmin'].map((value) => ({
          fact: 'callerRoles',
          operator: 'contains',
          value,
        })),
      },
    ]);
    expect(article?.facts.map(({ name, values }) => [name, values?.at(-1)])).toEqual([
      ['callerRoles', 'billingAdmin'],
    ]);
  });

  test('meet a list of which one is enough by all parts of an item', () => {
    const items = sideBySidePage([
      '{You need one of the following:|필요:}',
      '',
      '- {A work account and a Partner Center account|계정}',
      '- {The admin agent role|역할}',
    ]);
    const [article] = draft(label(items, ['precondition', 'precondition', 'precondition']));
    expect(article?.elements.map(({ body }) => body['require'])).toEqual([
      {
        any: [
          {
            all: [
              { fact: 'hasWorkAccount', operator: 'equal', value: true },
              { fact: 'hasPartnerCenterAccount', operator: 'equal', value: true },
            ],
          },
          { fact: 'callerRoles', operator: 'contains', value: 'adminAgent' },
        ],
      },
    ]);
  });

  test('keep what must hold together apart', () => {
    const items = sideBySidePage([
      '{You need:|필요:}',
      '',
      '- {Sales agent|영업}',
      '- {A signed contract|계약}',
    ]);
    const [article] = draft(label(items, ['precondition', 'precondition', 'precondition']));
    expect(article?.elements).toHaveLength(2);
    expect(article?.uncovered).toHaveLength(1);
  });

  test('join plain pages of one edition by place', () => {
    const plain = (locale: string, text: string): LabelledDocument =>
      label(
        parseDocument(
          `---\nms.openlocfilehash: abc\nms.contentlocale: ${locale}\n---\n\n${text}\n`,
          `${locale}/page.md`,
        ),
        ['precondition'],
      );
    const [article] = draft(
      plain('ko-KR', '모든 라이선스를 취소해야 합니다.'),
      plain('ja-JP', 'すべてのライセンスを取り消す必要があります。'),
    );
    expect(article?.elements.map(({ pins }) => pins.map(({ locale }) => locale))).toEqual([['ja', 'ko']]);
  });
});
