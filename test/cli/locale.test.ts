import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

const hangul = /\p{Script=Hangul}/u;

test.each<[string, string[], Record<string, string>, RegExp]>([
  ['a flag', ['--locale', 'ko'], {}, hangul],
  ['a flag with a region', ['--locale', 'ko-KR'], { LANG: 'ru_RU.UTF-8' }, hangul],
  ['a POSIX name', ['--locale', 'ko_KR.UTF-8'], {}, hangul],
  ['WAYMARK_LOCALE', [], { WAYMARK_LOCALE: 'ko', LC_ALL: 'ja_JP' }, hangul],
  ['LC_ALL', [], { LC_ALL: 'ko_KR.UTF-8', LANG: 'en_US' }, hangul],
  ['LC_MESSAGES', [], { LC_MESSAGES: 'ko_KR', LANG: 'en_US' }, hangul],
  ['LANG', [], { LANG: 'ko_KR.UTF-8' }, hangul],
  ['C is no wish', [], { LC_ALL: 'C', LANG: 'ko_KR.UTF-8' }, hangul],
  ['C alone', ['--locale', 'C'], {}, /^Tasks/u],
  ['Simplified Chinese by script', ['--locale', 'zh-Hans-SG'], {}, /任务/u],
  ['an unknown language in the environment', [], { LANG: 'sv_SE' }, /^Tasks/u],
])('%s', async (_, flags, env, expected) => {
  const { code, stdout } = await runCommand(['list', ...flags], { env });
  expect(code).toBe(0);
  expect(stdout).toMatch(expected);
});

test.each(['xx', 'zh-TW', 'zh-Hant', 'not a tag', '💥', '-'])(
  '%s is not met, said so, and English is shown',
  async (tag) => {
    const { code, stdout, stderr } = await runCommand(['list', `--locale=${tag}`], {
      env: { LANG: 'ko_KR' },
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Tasks/u);
    expect(stderr).toContain('locale-not-available');
  },
);
