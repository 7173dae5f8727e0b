import { describe, expect, it } from 'vitest';
import { classifyDocument } from '../../src/extract/classify-document.ts';
import { loadCues } from '../../src/extract/load-cues.ts';
import { plainPage } from './made-page.ts';

const cues = await loadCues();

// The same made-up page in every language that has cues, in the words that its documentation uses.
const pages: Record<string, Record<'must' | 'waiver' | 'limit' | 'loss' | 'notice' | 'steps', string>> = {
  en: {
    must: 'To archive a workspace, you must have the owner role.',
    waiver: 'You do not need to close the invoices to archive a workspace.',
    limit: "You can't archive a workspace if it has open invoices.",
    loss: 'After you archive a workspace, its members will no longer be able to open it.',
    notice: 'The workspace will be deleted automatically after 90 days.',
    steps:
      '## Archive a workspace\n\n1. Sign in to the portal.\n2. Select **Workspaces**.\n3. Choose **Archive**.',
  },
  ko: {
    must: '작업 영역을 보관하려면 소유자 역할이 있어야 합니다.',
    waiver: '작업 영역을 보관하기 위해 청구서를 종료할 필요가 없습니다.',
    limit: '미결 청구서가 있는 작업 영역은 보관할 수 없습니다.',
    loss: '작업 영역을 보관하면 구성원은 더 이상 작업 영역을 열 수 없습니다.',
    notice: '작업 영역은 90일 후에 자동으로 삭제됩니다.',
    steps:
      '## 작업 영역 보관\n\n1. 포털에 로그인합니다.\n2. **작업 영역** 을 선택합니다.\n3. **보관** 을 선택합니다.',
  },
  ja: {
    must: 'ワークスペースをアーカイブするには、所有者ロールが割り当てられている必要があります。',
    waiver: 'ワークスペースをアーカイブするために請求書を閉じる必要はありません。',
    limit: '未処理の請求書がある場合、ワークスペースをアーカイブすることはできません。',
    loss: 'ワークスペースをアーカイブすると、メンバーはそのワークスペースを開くことができなくなります。',
    notice: 'ワークスペースは 90 日後に自動的に削除されます。',
    steps:
      '## ワークスペースのアーカイブ\n\n1. ポータルにサインインします。\n2. **[ワークスペース]** を選択します。\n3. **[アーカイブ]** を選択します。',
  },
  zh: {
    must: '若要存档工作区，你必须具有所有者角色。',
    waiver: '存档工作区时，你无需关闭帐单。',
    limit: '如果工作区有未结帐单，则无法将其存档。',
    loss: '存档工作区后，其成员将无法再打开它。',
    notice: '工作区将在 90 天后自动删除。',
    steps: '## 存档工作区\n\n1. 登录到门户。\n2. 选择“工作区”。\n3. 选择“存档”。',
  },
  ru: {
    must: 'Чтобы архивировать рабочую область, необходимо иметь роль владельца.',
    waiver: 'Чтобы архивировать рабочую область, не нужно закрывать счета.',
    limit: 'Вы не можете архивировать рабочую область, если у нее есть неоплаченные счета.',
    loss: 'После архивации рабочей области ее участники больше не смогут открыть ее.',
    notice: 'Рабочая область будет автоматически удалена через 90 дней.',
    steps:
      '## Архивация рабочей области\n\n1. Войдите на портал.\n2. Выберите **Рабочие области**.\n3. Нажмите кнопку **Архивировать**.',
  },
  de: {
    must: 'Um einen Arbeitsbereich zu archivieren, müssen Sie über die Rolle "Besitzer" verfügen.',
    waiver: 'Sie müssen die Rechnungen nicht schließen, um einen Arbeitsbereich zu archivieren.',
    limit: 'Sie können einen Arbeitsbereich nicht archivieren, wenn er offene Rechnungen hat.',
    loss: 'Nachdem Sie einen Arbeitsbereich archiviert haben, können seine Mitglieder ihn nicht mehr öffnen.',
    notice: 'Der Arbeitsbereich wird nach 90 Tagen automatisch gelöscht.',
    steps:
      '## Archivieren eines Arbeitsbereichs\n\n1. Melden Sie sich beim Portal an.\n2. Wählen Sie **Arbeitsbereiche** aus.\n3. Klicken Sie auf **Archivieren**.',
  },
};

function primaryLabels(text: string, language: string): string[] {
  const side = language === 'en' ? 'source' : 'target';
  const { segments } = classifyDocument(plainPage(text, language), { side, cues });
  return segments.map(({ labels }) => labels[0] ?? '');
}

describe.each(Object.entries(pages))('cues of %s', (language, page) => {
  it('take what must be for a precondition', () => {
    expect(primaryLabels(page.must, language)).toEqual(['precondition']);
    expect(primaryLabels(page.limit, language)).toEqual(['precondition']);
  });

  it('take a waiver for none', () => {
    expect(primaryLabels(page.waiver, language)).not.toContain('precondition');
  });

  it('take what is lost and what happens by itself for consequences', () => {
    expect(primaryLabels(page.loss, language)).toEqual(['consequence']);
    expect(primaryLabels(page.notice, language)).toEqual(['consequence']);
  });

  it('take imperatives in an ordered list for steps', () => {
    expect(primaryLabels(page.steps, language)).toEqual(['other', 'step', 'step', 'step']);
  });
});
