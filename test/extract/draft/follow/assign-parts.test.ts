import { expect, test } from 'vitest';
import type { DraftElement, DraftSection } from '../../../../src/extract/draft/draft.ts';
import { assignParts, type PartOwner } from '../../../../src/extract/draft/follow/assign-parts.ts';
import type { Condition } from '../../../../src/rules/workflow.ts';

const yes = (fact: string): Condition => ({ fact, operator: 'equal', value: true });

function part(id: string, require?: Condition, section: DraftSection = 'preconditions'): DraftElement {
  const evidence = { text: '', cue: '', confidence: 1, drafted: '00000000' };
  return { section, id, body: require ? { require } : {}, evidence, pins: [] };
}

function owner(require: Condition | undefined, more: Partial<PartOwner> = {}): PartOwner {
  const section = require ? 'preconditions' : 'attestations';
  return { section, require, changed: true, holds: () => true, ...more };
}

/** Gives the ids of the parts of each owner. */
function assign(owners: readonly PartOwner[], parts: readonly DraftElement[]): string[][] {
  const assigned = assignParts(owners, parts);
  return owners.map((each) => (assigned.get(each) ?? []).map(({ id }) => id));
}

test('each element has the part that it says, then one about its facts, then the next one left', () => {
  const owners = [owner(yes('a')), owner({ fact: 'b', operator: 'equal', value: 0 }), owner(yes('c'))];
  const parts = [
    part('new', yes('d')),
    part('about b', { fact: 'b', operator: 'lessThan', value: 3 }),
    part('a', yes('a')),
  ];
  expect(assign(owners, parts)).toEqual([['a'], ['about b'], ['new']]);
});

test('what a person confirms has its part by its kind', () => {
  const parts = [part('a', yes('a')), part('confirmed', undefined, 'attestations')];
  expect(assign([owner(undefined), owner(yes('b'))], parts)).toEqual([['confirmed'], ['a']]);
});

test('a part more goes to the last element whose sentence with it changed, and to no other', () => {
  const parts = [part('a', yes('a')), part('b', yes('b')), part('more', yes('c'))];
  expect(assign([owner(yes('a')), owner(yes('b'))], parts)).toEqual([['a'], ['b', 'more']]);
  expect(assign([owner(yes('a')), owner(yes('b'), { changed: false })], parts)).toEqual([
    ['a', 'more'],
    ['b'],
  ]);
  const other = owner(yes('b'), { holds: ({ id }) => id === 'b' });
  expect(assign([owner(yes('a')), other], parts)).toEqual([['a', 'more'], ['b']]);
});

test('where parts are fewer than elements, one is left without', () => {
  expect(assign([owner(yes('a')), owner(yes('b'))], [part('b', yes('b'))])).toEqual([[], ['b']]);
});
