import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decodeText, readText, textLimits } from '../../src/diagnostic/read-text.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const decode = (...bytes: number[]): unknown => decodeText(Uint8Array.from(bytes), 'page.md');
const letters = (text: string): number[] => [...Buffer.from(text)];

describe('text that is no UTF-8', () => {
  test.each([
    ['little-endian', Buffer.from('\ufeff# 제목\n', 'utf16le')],
    ['big-endian', Buffer.from('\ufeff# 제목\n', 'utf16le').swap16()],
  ])('in UTF-16, %s, is named', (_, bytes) => {
    expect(decodeText(bytes, 'page.md')).toMatchObject({ code: 'utf16-text', at: { line: 1, column: 1 } });
  });

  test('is reported where its first broken bytes stand', () => {
    expect(decode(...letters('# 제목\r\n한 '), 0xc7, 0xd1, ...letters(' x\n'))).toMatchObject({
      code: 'invalid-utf8',
      at: { line: 2, column: 3 },
    });
    // A replacement character that stands in the text itself is no fault.
    expect(decode(...letters('\ufffd a'), 0xff)).toMatchObject({ at: { line: 1, column: 4 } });
  });

  test('but binary data is, with the line', () => {
    expect(decode(...letters('one\ntwo\n'), 0, 1)).toMatchObject({
      code: 'binary-file',
      at: { line: 3, column: 1 },
    });
  });

  test('a byte order mark stays in the text', () => {
    expect(decode(0xef, 0xbb, 0xbf, ...letters('a'))).toBe('\ufeffa');
  });
});

describe('what is no text file', () => {
  test('a pipe is read only where it was asked for', async () => {
    const pipe = join(folder, 'page.md');
    execFileSync('mkfifo', [pipe]);
    expect(await readText(pipe, 'page.md')).toEqual({
      code: 'not-a-regular-file',
      severity: 'error',
      path: 'page.md',
    });
    const read = readText(pipe, 'page.md', { pipes: true });
    await writeFile(pipe, 'text');
    expect(await read).toBe('text');
  });

  test('a link to itself, a folder and a file that is too large are diagnostics', async () => {
    await symlink('loop.md', join(folder, 'loop.md'));
    expect(await readText(join(folder, 'loop.md'))).toMatchObject({ code: 'unreadable-file' });
    expect(await readText(folder)).toMatchObject({ code: 'is-a-directory' });
    await writeFile(join(folder, 'large.md'), Buffer.alloc(textLimits.file + 1, 97));
    expect(await readText(join(folder, 'large.md'))).toMatchObject({ code: 'file-too-large' });
  });
});
