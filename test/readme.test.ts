import { mkdtempSync, readFileSync, symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../src/cli/commands.ts';
import { commonOptions } from '../src/cli/options.ts';
import { runCommand } from './cli/run-command.ts';

const readme = readFileSync('README.md', 'utf8');

function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gmu'))].map(
    ([, body]) => body ?? '',
  );
}

/** Splits a session into commands with the output under each. */
function commandsOf(session: string): { command: string; output: string[] }[] {
  const found: { command: string; output: string[] }[] = [];
  for (const line of session.trimEnd().split('\n')) {
    if (line.startsWith('$ ')) found.push({ command: line.slice(2), output: [] });
    else found.at(-1)?.output.push(line);
  }
  return found;
}

/** Asserts that lines stand in a text in their order; a line of `…` stands for any others. */
function expectLines(text: string, lines: readonly string[], command: string): void {
  const actual = text.trimEnd().split('\n');
  let at = 0;
  let skipping = false;
  for (const line of lines) {
    if (line === '…') {
      skipping = true;
      continue;
    }
    const found = skipping ? actual.indexOf(line, at) : at;
    expect([command, actual[found]]).toEqual([command, line]);
    at = found + 1;
    skipping = false;
  }
  const rest = skipping || lines.length === 0 ? [] : actual.slice(at);
  expect([command, rest]).toEqual([command, []]);
}

test('every command in the README prints what it shows', async () => {
  const sessions = blocks('console');
  expect(sessions.length).toBeGreaterThan(2);
  for (const session of sessions) {
    let code: number | undefined;
    for (const { command, output } of commandsOf(session)) {
      const [program, ...argv] = command.split(' ');
      const asksForCode = command === 'echo $?';
      const outcome = asksForCode ? { code, stdout: `${code}\n` } : await runCommand(argv);
      expect([command, asksForCode || program === 'waymark']).toEqual([command, true]);
      code = outcome.code;
      expectLines(outcome.stdout, output, command);
    }
  }
});

test('the library example prints what its last line says', () => {
  const [example = ''] = blocks('js');
  const expected = /\/\/ (.*)\n$/u.exec(example)?.[1];
  const folder = mkdtempSync(join(tmpdir(), 'waymark-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(resolve('.'), join(folder, 'node_modules', 'waymark'));
  writeFileSync(
    join(folder, 'example.mjs'),
    example.replace("loadProject('.')", `loadProject(${JSON.stringify(resolve('.'))})`),
  );
  const printed = execFileSync(process.execPath, [join(folder, 'example.mjs')], { encoding: 'utf8' });
  expect(printed.trim()).toBe(expected);
});

test('the rule shown is the rule that ships', () => {
  const shown = blocks('yaml').find((block) => block.startsWith('workflow:')) ?? '';
  const { preconditions } = parse(shown) as { preconditions: { id: string; pins: unknown[] }[] };
  const shipped = parse(readFileSync('rules/remove-reseller-relationship.yaml', 'utf8')) as typeof shown & {
    preconditions: { id: string; pins: unknown[] }[];
  };
  const rule = shipped.preconditions.find(({ id }) => id === preconditions[0]?.id);
  expect({ ...rule, pins: rule?.pins.slice(0, 1) }).toEqual(preconditions[0]);
});

test('every command and option that the README names exists', () => {
  const calls = [...readme.matchAll(/waymark ([a-z]+)((?: [^\s`|]+)*)/gu)].filter(([, name = '']) =>
    Object.hasOwn(commands, name),
  );
  expect(calls.length).toBeGreaterThan(10);
  const unknown = calls.flatMap(([call, name = '', rest = '']) => {
    const known = { ...commonOptions, ...commands[name]?.options };
    const options = [...rest.matchAll(/--([a-z-]+)/gu)].map(([, option = '']) => option);
    return options
      .filter((option) => !Object.hasOwn(known, option))
      .map((option) => `--${option} in ${call}`);
  });
  expect(unknown).toEqual([]);
  const named = new Set(calls.map(([, name]) => name));
  expect(Object.keys(commands).filter((name) => !named.has(name))).toEqual([]);
});
