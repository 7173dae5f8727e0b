import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openProgressStore, stateFolder } from '../../../src/ui/effects/progress-file.ts';
import { openRecordWriter, recordFormatOf } from '../../../src/ui/effects/record-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the progress file', () => {
  test.each([
    [{ XDG_STATE_HOME: '/state', HOME: '/home/a' }, '/state/waymark'],
    [{ XDG_STATE_HOME: 'not/absolute', HOME: '/home/a' }, '/home/a/.local/state/waymark'],
    [{ HOME: '/home/a' }, '/home/a/.local/state/waymark'],
    [{}, undefined],
  ])('of %j is in %s', (env, expected) => {
    expect(stateFolder(env)).toBe(expected);
  });

  test('is there when saving returns, readable by its owner alone, with nothing left beside it', () => {
    const store = openProgressStore(join(folder, 'deep', 'waymark'));
    expect(store.load()).toEqual([]);
    store.save('one', undefined);
    store.save('two', undefined);
    expect(store.load()).toEqual(['two']);
    expect(statSync(store.pathOf(undefined)).mode & 0o077).toBe(0);
    expect(readdirSync(join(folder, 'deep', 'waymark'))).toEqual(['walk.json']);
    store.remove(undefined);
    store.remove(undefined);
    expect(store.load()).toEqual([]);
  });

  test('is one for each task, the one written last first, whatever a task is called', () => {
    const store = openProgressStore(folder);
    const tasks = [undefined, 'a', 'b/../../c'];
    tasks.forEach((task, index) => {
      store.save(task ?? 'none', task);
      // File systems tell times more or less finely.
      utimesSync(store.pathOf(task), index, index);
    });
    writeFileSync(join(folder, 'walker.json'), 'mine');
    expect(store.load()).toEqual(['b/../../c', 'a', 'none']);
    store.remove('b/../../c');
    expect(store.load()).toEqual(['a', 'none']);
    expect(readdirSync(folder).toSorted()).toEqual(['walk-a.json', 'walk.json', 'walker.json']);
  });

  test('that cannot be replaced stays as it was', () => {
    mkdirSync(join(folder, 'walk.json'));
    expect(() => openProgressStore(folder).save('text', undefined)).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/u);
    expect(readdirSync(folder)).toEqual(['walk.json']);
  });
});

describe('a record', () => {
  test.each([
    ['a.json', 'json'],
    ['a.MD', 'markdown'],
    ['a.txt', undefined],
  ])('in %s is %s', (file, format) => {
    expect(recordFormatOf(file)).toBe(format);
  });

  test('takes a name of its own where none was given, and never the place of another file', () => {
    const records = openRecordWriter(folder);
    writeFileSync(join(folder, 'waymark-add-user.md'), 'mine');
    expect(records.writeNew('add-user', 'markdown', 'new')).toBe('waymark-add-user-2.md');
    expect(readFileSync(join(folder, 'waymark-add-user.md'), 'utf8')).toBe('mine');
    expect(records.writeNew('../../etc/x', 'json', '{}')).toBe('waymark-x.json');
    expect(records.write('named.md', 'text')).toBe('named.md');
    expect(readFileSync(join(folder, 'named.md'), 'utf8')).toBe('text');
  });
});
