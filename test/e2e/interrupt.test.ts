import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { leaveOut } from '../left-out.ts';
import { makePage, type Pair } from '../sync/lint/made-pages.ts';
import { builtCommand } from './terminal.ts';

const isBuilt = existsSync(builtCommand);
if (!isBuilt) leaveOut('interruption of the built command (not built: npm run build)');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-interrupt-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes more pages than are read before a signal arrives. */
function makePages(): void {
  const sentences = Array.from({ length: 200 }, (_, index): Pair => [
    `You can’t change the name of account ${index} later.`,
    `나중에 계정 ${index}의 이름을 변경할 수 있습니다.`,
  ]);
  const page = makePage(sentences);
  mkdirSync(join(folder, 'content/ko'), { recursive: true });
  for (let number = 0; number < 400; number += 1)
    writeFileSync(join(folder, `content/ko/page-${number}.md`), page);
}

/** Runs the command, interrupts it as soon as it has said something, and gives its end and all that it printed. */
function interrupt(args: readonly string[]): Promise<{ code: number | null; stdout: string }> {
  // A language that is not there is told before anything is read.
  const child = spawn(process.execPath, [builtCommand, ...args, '--locale', 'xx'], { cwd: folder });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.once('data', () => child.kill('SIGINT'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout }));
  });
}

describe.runIf(isBuilt)('an interruption ends in 130 and leaves nothing half written', () => {
  test('check, while the case is still being read', async () => {
    const { code, stdout } = await interrupt(['check', 'add-user', '--facts', '-']);
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  });

  test('lint, with files to write', async () => {
    makePages();
    writeFileSync(join(folder, 'trend.ndjson'), '');
    const files = ['--write-baseline', 'known.json', '--trend', 'trend.ndjson'];
    const { code, stdout } = await interrupt(['lint', 'content', ...files, '--format', 'json']);
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(readdirSync(folder).toSorted()).toEqual(['content', 'trend.ndjson']);
  });

  test('extract, with drafts to write', async () => {
    makePages();
    mkdirSync(join(folder, 'rules'));
    writeFileSync(join(folder, 'rules/facts.yaml'), 'facts: []\n');
    const { code, stdout } = await interrupt(['extract', 'content', '--write', '--project', folder]);
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(
      readdirSync(folder, { recursive: true }).filter((name) => !String(name).startsWith('content')),
    ).toEqual(['rules', 'rules/facts.yaml']);
  });
});
