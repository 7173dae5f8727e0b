import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The draft file of the pages' article. */
export const draftFile = 'rules/drafts/close-an-account.yaml';

/** Writes a side-by-side page of pairs of English and translation. */
export async function writePage(
  cwd: string,
  locale: string,
  pairs: readonly (readonly [string, string])[],
): Promise<void> {
  const body = pairs.map(([line, target], index) => {
    const [, marks = '', source = ''] = /^((?:#+|\d\.|-)? ?)(.*)$/u.exec(line) ?? [];
    const id = `${locale.slice(0, 2)}abc-${101 + index}`;
    return `${marks}<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
  });
  const head = `---\nms.contentlocale: ${locale}\nms.lasthandoff: 01/02/2021\n---\n\n`;
  await mkdir(join(cwd, 'content', locale), { recursive: true });
  await writeFile(join(cwd, 'content', locale, 'close-an-account.md'), `${head}${body.join('\n\n')}\n`);
}

/** The English of the pages. */
export const page = {
  title: '# Close an account',
  must: 'To close the account, you must cancel all licenses and return every device first.',
  role: 'You must be a global admin.',
  step: '1. Select **Close account**.',
};

/** Writes the pages of an article in two languages. */
export async function writePages(cwd: string): Promise<void> {
  await writePage(cwd, 'ko-KR', [
    [page.title, '계정 닫기'],
    [page.must, '계정을 닫으려면 먼저 모든 라이선스를 취소하고 모든 장치를 반환해야 합니다.'],
    [page.role, '전역 관리자여야 합니다.'],
    [page.step, '**계정 닫기**를 선택합니다.'],
  ]);
  await writePage(cwd, 'ru-RU', [
    [page.title, 'Закрытие учетной записи'],
    [
      page.must,
      'Чтобы закрыть учетную запись, необходимо сначала отменить все лицензии и вернуть все устройства.',
    ],
    [page.role, 'Вы должны быть глобальным администратором.'],
    [page.step, 'Выберите **Закрыть учетную запись**.'],
  ]);
}
