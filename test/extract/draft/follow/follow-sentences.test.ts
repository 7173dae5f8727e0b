import { describe, expect, test } from 'vitest';
import type { Document, Segment } from '../../../../src/content/document.ts';
import { EarlierPlaces } from '../../../../src/extract/draft/follow/earlier-places.ts';
import { followSentences, lostKey } from '../../../../src/extract/draft/follow/follow-sentences.ts';
import type { LabelledDocument } from '../../../../src/extract/draft/statements.ts';
import type { Label } from '../../../../src/extract/label.ts';
import { segmentDigests } from '../../../../src/rules/pin-state.ts';
import { plainPage } from '../../made-page.ts';

const page = (...sentences: string[]): Document => plainPage(`${sentences.join('\n\n')}\n`, 'ko-KR');

const pinned = (segment: Segment | undefined): { segment: string; source: string; target: string } =>
  segment ? { segment: segment.id, ...segmentDigests(segment) } : { segment: '', source: '', target: '' };

const labelled = (document: Document, labels: Readonly<Record<number, Label>> = {}): LabelledDocument => ({
  document,
  segments: document.segments.map(({ id }, index) => ({
    id,
    labels: [labels[index] ?? 'other'],
    confidence: 0.9,
    cue: '',
  })),
});

const before = page('하나입니다.', '둘입니다.', '셋을 취소해야 합니다.', '넷입니다.', '다섯입니다.');
const [first, , third, , fifth] = before.segments.map(pinned);
const known = [first, fifth].filter((each) => each !== undefined);
const precondition: ReadonlySet<Label> = new Set(['precondition']);

/** Gives the number of the segment that took the place of the third sentence. */
function successor(
  today: LabelledDocument,
  { taken = [], earlier }: { taken?: number[]; earlier?: Document } = {},
): number {
  const lost = { ...(third ?? pinned(undefined)), labels: precondition };
  const free = (segment: Segment): boolean => !taken.includes(today.document.segments.indexOf(segment));
  const found = followSentences(today, known, [lost], free, earlier).get(lostKey(lost));
  return found ? today.document.segments.indexOf(found) : -1;
}

describe('a sentence that reads otherwise on the next version of a page', () => {
  test('is found where it stood, whatever it says now', () => {
    const today = page('하나입니다.', '둘입니다.', '아무 말이나 있습니다.', '넷입니다.', '다섯입니다.');
    expect(successor(labelled(today))).toBe(2);
  });

  test('is found by its label where sentences came or went beside it', () => {
    const today = page(
      '하나입니다.',
      '새 문장입니다.',
      '둘입니다.',
      '셋을 모두 취소해야 합니다.',
      '넷입니다.',
      '다섯입니다.',
    );
    expect(successor(labelled(today, { 3: 'precondition' }))).toBe(3);
    expect(successor(labelled(today, { 3: 'step' }))).toBe(-1);
  });

  test('is not one that something else accounts for', () => {
    const today = page('하나입니다.', '둘입니다.', '셋을 모두 취소해야 합니다.', '넷입니다.', '다섯입니다.');
    expect(successor(labelled(today, { 2: 'precondition' }), { taken: [2] })).toBe(-1);
  });

  test('is found anywhere by its words where the earlier version is at hand, and not where they differ', () => {
    const moved = page('셋을 모두 취소해야 합니다.', '하나입니다.', '둘입니다.', '넷입니다.', '다섯입니다.');
    expect(successor(labelled(moved), { earlier: before })).toBe(0);
    const other = page('하나입니다.', '둘입니다.', '완전히 다른 말.', '넷입니다.', '다섯입니다.');
    expect(successor(labelled(other), { earlier: before })).toBe(-1);
  });

  test('is found on a page of which nothing else is known', () => {
    const lost = { ...(third ?? pinned(undefined)), labels: precondition };
    const today = page('가.', '나.', '셋을 모두 취소해야 합니다.', '다.', '라.');
    const found = followSentences(labelled(today, { 2: 'precondition' }), [], [lost], () => true);
    expect(found.get(lostKey(lost))).toBe(today.segments[2]);
  });
});

describe('places of earlier sentences', () => {
  test('are exact between neighbours that stand as far apart as they did', () => {
    const today = page(
      '새 문장입니다.',
      '하나입니다.',
      '둘이었습니다.',
      '셋이었습니다.',
      '넷이었습니다.',
      '다섯입니다.',
    );
    const places = new EarlierPlaces(today, known);
    expect(places.find(third?.segment ?? '')).toEqual({ after: 1, before: 5, likely: [3], exact: true });
  });

  test('do not go by a sentence that was moved', () => {
    const today = page(
      '하나입니다.',
      '둘이었습니다.',
      '셋이었습니다.',
      '넷입니다.',
      '다섯입니다.',
      '둘입니다.',
    );
    const places = new EarlierPlaces(today, before.segments.map(pinned));
    expect(places.find(third?.segment ?? '')).toMatchObject({
      after: 0,
      before: 3,
      likely: [2],
      exact: true,
    });
  });

  test('are told by sentences of other versions where none is of the same', () => {
    const today = page(
      '하나입니다.',
      '새 문장입니다.',
      '둘이었습니다.',
      '셋이었습니다.',
      '넷이었습니다.',
      '다섯입니다.',
    );
    const places = new EarlierPlaces(today, known);
    expect(places.find('fffff-003')).toMatchObject({ after: 0, before: 5, likely: [2, 3], exact: false });
  });
});
