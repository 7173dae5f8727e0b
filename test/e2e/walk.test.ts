import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findTerminal, startTerminal, type Terminal } from './terminal.ts';

const spawn = await findTerminal();
const [down, enter, escape, tab] = ['\u001B[B', '\r', '\u001B', '\t'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-walk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(
  args: readonly string[],
  more: { env?: Record<string, string>; columns?: number; rows?: number } = {},
): Terminal {
  if (!spawn) throw new Error('no terminal');
  const { env, ...size } = more;
  return startTerminal(spawn, args, { env: { XDG_STATE_HOME: folder, ...env }, cwd: folder, ...size });
}

async function step(terminal: Terminal, keys: string, words: string): Promise<void> {
  terminal.keys(keys);
  await terminal.until(words);
}

describe.runIf(spawn)('the walkthrough on a terminal', () => {
  test('is walked from the language to the verdict, and its exit code is the verdict', async () => {
    const terminal = start(['walk', '--record', 'record.md'], { rows: 60 });
    await terminal.until('Choose your language');
    expect(terminal.shown()).toContain('Not affiliated with Microsoft.');
    await step(terminal, enter, 'What kind of partner are you?');
    await step(terminal, enter, 'What do you want to do?');
    await step(terminal, enter, 'Newer than these pages');
    await step(terminal, enter, 'What relationship do you have');
    await step(terminal, down + enter, 'How many active subscriptions');
    await step(terminal, `2${enter}`, 'How many Azure reservations');
    await step(terminal, enter, 'How many software purchases');
    await step(terminal, enter, 'Not possible yet');
    await step(terminal, tab, 'Go to the summary');
    await step(terminal, escape, 'What to do first');
    await step(terminal, down + down + enter, 'Record saved: record.md');
    terminal.keys(enter);
    expect(await terminal.ended).toBe(1);
    expect(readFileSync(join(folder, 'record.md'), 'utf8')).toContain(
      'The customer still has 2 active subscriptions.',
    );
  });

  test('killed at any moment, it goes on with the last answer', async () => {
    const facts = ['--fact', 'partnerType=direct'];
    const first = start(['walk', 'remove-reseller-relationship', '--locale', 'ko', ...facts], { rows: 60 });
    await first.until('이 페이지들이 나온 뒤에 바뀐 내용');
    await step(first, enter, '고객과 어떤 관계를 맺고 있습니까?');
    await step(first, down + enter, '활성 구독이 몇 개 남아 있습니까?');
    first.kill('SIGKILL');
    await first.ended;
    const second = start(['walk', '--resume']);
    await second.until('활성 구독이 몇 개 남아 있습니까?');
    await step(second, escape, '고객과 어떤 관계를 맺고 있습니까?');
    await step(second, 'q', 'waymark walk remove-reseller-relationship --resume');
    expect(await second.ended).toBe(130);
  });

  test('Ctrl+C ends it as an interruption', async () => {
    const terminal = start(['walk']);
    await terminal.until('Choose your language');
    // The first answer shows that keys are listened to; before that, the terminal itself takes Ctrl+C.
    await step(terminal, down, '언어를 선택하십시오');
    terminal.keys('\u0003');
    expect(await terminal.ended).toBe(130);
  });

  test('follows the size of the terminal', async () => {
    const terminal = start(['walk', '--locale', 'ja'], { columns: 100 });
    await terminal.until('どの種類のパートナーですか');
    terminal.resize(40, 24);
    await terminal.until('l 言語');
    await step(terminal, down, '間接プロバイダー');
    terminal.keys('q');
    expect(await terminal.ended).toBe(130);
  });

  test('shows no colour with NO_COLOR, and words in place of signs to a screen reader', async () => {
    const terminal = start(['walk'], { env: { NO_COLOR: '1', INK_SCREEN_READER: 'true' } });
    await terminal.until('Current choice: English');
    terminal.keys('q');
    await terminal.ended;
    // Select Graphic Rendition: colours, bold, faint.
    expect(terminal.raw()).not.toMatch(/\u001B\[[\d;]*m/u);
    expect(terminal.shown()).not.toContain('❯');
  });

  // Ink shows nothing until the end wherever the variable is set, to an empty text too.
  test.each(['true', ''])('asks nothing in a CI job (CI=%s)', async (job) => {
    const terminal = start(['walk', 'add-user'], { env: { CI: job } });
    expect(await terminal.ended).toBe(3);
    expect(terminal.shown()).toContain('Preconditions');
  });
});
