import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/cli/commands.ts';

// What the build makes of the sources: modules that load on demand, tables that are compiled.
const root = fileURLToPath(new URL('..', import.meta.url));
const page = 'content/ru/remove-a-relationship.md';
const lines: Record<string, string[]> = {
  list: ['list'],
  show: ['show', 'remove-reseller-relationship'],
  check: ['check', 'remove-reseller-relationship', '--fact', 'partnerType=direct'],
  compare: ['compare', '--between', 'ko,ru'],
  lint: ['lint', page],
  sync: ['sync'],
  extract: ['extract', page],
};

function run(bin: string, args: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, output: `${stdout}${stderr}` };
}

describe('the built command', () => {
  const cases = Object.entries(commands).flatMap(([name, { formats }]) =>
    lines[name] ? formats.map((format) => [...(lines[name] ?? []), '--format', format].join(' ')) : [],
  );
  test.each(cases)('%s comes to a result', (line) => {
    const { status, output } = run('dist/waymark.js', line.split(' '));
    expect(output).not.toMatch(/internal error/u);
    expect([0, 1, 3]).toContain(status);
  });

  test('reads a table that was edited after the build', () => {
    const copy = mkdtempSync(join(tmpdir(), 'waymark-'));
    try {
      cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true });
      for (const table of ['cues/ru', 'phrases/ru', 'cues/en', 'phrases/en']) {
        appendFileSync(join(copy, `dist/${table}.yaml`), '# edited\n');
      }
      const args = ['extract', page, '--format', 'json', '--project', root];
      expect(run(join(copy, 'dist/waymark.js'), args)).toEqual(run('dist/waymark.js', args));
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});
