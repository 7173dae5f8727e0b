import { beforeAll, describe, expect, test } from 'vitest';
import { draftPreconditions, type DraftedPart } from '../../../src/extract/draft/draft-precondition.ts';
import type { Vocabulary } from '../../../src/extract/draft/reading.ts';
import type { Condition } from '../../../src/rules/workflow.ts';
import { packagedVocabulary, phraseBook } from './vocabulary.ts';

let vocabulary: Vocabulary;
beforeAll(async () => {
  vocabulary = await packagedVocabulary();
});

/** Facts that the sentences speak of, by a letter each. */
const letters = new Map([
  ['activeSubscriptionCount', 'S'],
  ['azureReservationCount', 'R'],
  ['softwarePurchaseCount', 'P'],
  ['hasPartnerCenterAccount', 'A'],
  ['hasWorkAccount', 'W'],
  ['partnerType', 'T'],
  ['callerRoles', 'C'],
  ['relationshipToPartner', 'L'],
]);
const signs = {
  equal: '=',
  notEqual: '!=',
  in: ' in ',
  notIn: ' notin ',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
  contains: '∋',
  doesNotContain: '∌',
} as const;

function formatCondition(condition: Condition): string {
  if ('all' in condition) return `all(${condition.all.map(formatCondition).join(', ')})`;
  if ('any' in condition) return `any(${condition.any.map(formatCondition).join(', ')})`;
  if ('not' in condition) return `not(${formatCondition(condition.not)})`;
  const { fact, operator, value } = condition;
  return `${letters.get(fact) ?? fact}${signs[operator]}${String(value)}`;
}

/** Writes a requirement as `{audience} condition`; `!reason` where it is none. */
function formatPart({ audience, who, reading }: DraftedPart): string {
  const lead = (audience ? `{${formatCondition(audience)}} ` : '') + (who === true ? 'who ' : '');
  if (reading.kind === 'condition') return lead + formatCondition(reading.condition);
  return lead + (reading.kind === 'attestation' ? 'attestation' : `!${reading.reason}`);
}

function draft(language: string, sentence: string): string {
  const phrases = phraseBook.get(language);
  if (!phrases) throw new Error(language);
  return draftPreconditions(sentence, phrases, vocabulary).map(formatPart).join(' ; ');
}

function fits(drafted: string, requires: string | RegExp): boolean {
  return typeof requires === 'string' ? drafted === requires : requires.test(drafted);
}

/** Sentences with what they require; a proposed fact's name matters by what must be in it, so those are patterns. */
const sentences: Record<string, readonly (readonly [sentence: string, requires: string | RegExp])[]> = {
  en: [
    [
      "You can't remove the relationship if there are active subscriptions or Azure reservations.",
      'S=0 ; R=0',
    ],
    [
      'You must have a reseller relationship with the customer and at least one admin agent.',
      'L=reseller ; numberOfAdminAgent>=1',
    ],
    [
      'You can leave only if the customer has a balance of less than 100 and no active subscriptions.',
      /^(?:.*alance.*<100 ; S=0)$/u,
    ],
    [
      'If the customer has no active subscriptions or Azure reservations, you can remove the relationship.',
      'S=0 ; R=0',
    ],
    [
      'You can remove the relationship only if the customer has neither active subscriptions nor Azure reservations.',
      'S=0 ; R=0',
    ],
    [
      "You can't remove the relationship if you have active subscriptions and Azure reservations.",
      'any(S=0, R=0)',
    ],
    [
      'You must cancel all active subscriptions, Azure reservations, and software purchases.',
      'S=0 ; R=0 ; P=0',
    ],
    ['All active subscriptions and Azure reservations must be cancelled.', 'S=0 ; R=0'],
    ["You can't leave unless all active subscriptions and Azure reservations are cancelled.", 'S=0 ; R=0'],
    [
      "You can't leave until active subscriptions, software purchases and Azure reservations have been cancelled.",
      'S=0 ; P=0 ; R=0',
    ],
    ['You need to be an admin agent or a sales agent.', 'any(C∋adminAgent, C∋salesAgent)'],
    ['You must have the admin agent or sales agent role.', 'any(C∋adminAgent, C∋salesAgent)'],
    ['You must have the admin agent role and a Partner Center account.', 'C∋adminAgent ; A=true'],
    ['You must have fewer than 5 active subscriptions or Azure reservations.', 'any(S<5, R<5)'],
    ['You must have at least 3 active subscriptions and 2 Azure reservations.', 'S>=3 ; R>=2'],
    [
      "If you don't have a Partner Center account or a work account, you can't sign in.",
      'any(A=true, W=true)',
    ],
    ['You must accept the terms and conditions.', /^(?:!elsewhere|accept.*=true)$/u],
    ['You must have a user name and password.', 'userNamePassword=true'],
    ['You must be able to add and delete users.', /^(?:.*dd.*elete.*=true)$/u],
    ['Indirect resellers must suspend all active subscriptions.', '{T=indirectReseller} S=0'],
    [
      "If you're an indirect reseller, you can't leave while you have active subscriptions.",
      'any(T!=indirectReseller, S=0)',
    ],
    ["You can't leave if you have active subscriptions or if you have software purchases.", 'S=0 ; P=0'],
    [
      'Only direct partners can close the account if there are no active subscriptions.',
      'who T=direct ; S=0',
    ],
    ['You must submit the form before January 31, 2022.', '!calendar-date'],
    ['If the customer has a trial, you must cancel all active subscriptions.', '{customerTrial=true} S=0'],
    [
      "You can't remove the relationship if the subscriptions that the customer has aren't active.",
      /^(?:!part-not-read|.*(=true|=false))$/u,
    ],
    ['You must not have more than 10 active subscriptions.', 'S<=10'],
    [
      'The customer must have no active or suspended subscriptions.',
      /^(?:S=0 ; customerSuspendedSubscriptions=false|!part-not-read)$/u,
    ],
    [
      'Suspend active subscriptions and cancel Azure reservations and software purchases first.',
      'S=0 ; R=0 ; P=0',
    ],
    ['You must cancel active subscriptions purchased through the marketplace.', /^(?:.*arketplace.*=true)$/u],
    ["If any active subscriptions haven't been cancelled, you can't remove the relationship.", 'S=0'],
    [
      "If the customer's active subscriptions or Azure reservations haven't been cancelled, you can't remove the relationship.",
      'S=0 ; R=0',
    ],
    [
      "You can't remove the relationship when the customer still has any active subscriptions, Azure reservations, or marketplace offers.",
      /^(?:S=0 ; R=0 ; .*arketplaceOffers=false)$/u,
    ],
    ['You have until 30 days after the purchase to return the order.', /^(?:daysOf.*<=30)$/u],
    ['You can return the order until 30 days after the purchase.', /^(?:daysOf.*<=30)$/u],
    ['You must submit the order no later than the 8th of the month.', /^(?:dayOfMonth.*<=8)$/u],
    ['There must be no active subscriptions, and you must have a work account.', 'S=0 ; W=true'],
    ['You need an invoice or a receipt.', 'any(invoice=true, receipt=true)'],
    ['You must have 0 active subscriptions.', 'S=0'],
    [
      'You must be a direct partner or indirect provider and have a Partner Center account.',
      'T in direct,indirectProvider ; A=true',
    ],
    ['You must have active subscriptions or Azure reservations and a work account.', /^(?:!part-not-read)$/u],
    [
      'You must have active subscriptions or Azure reservations, and a work account.',
      'any(S>0, R>0) ; W=true',
    ],
    [
      "If the customer has active subscriptions, Azure reservations, or software purchases, you can't remove the relationship.",
      'S=0 ; R=0 ; P=0',
    ],
  ],
  ko: [
    ['활성 구독이나 Azure 예약이 있으면 관계를 제거할 수 없습니다.', 'S=0 ; R=0'],
    ['활성 구독 또는 Azure 예약이 있는 경우 관계를 제거할 수 없습니다.', 'S=0 ; R=0'],
    ['활성 구독과 Azure 예약을 모두 취소해야 합니다.', 'S=0 ; R=0'],
    ['활성 구독 및 소프트웨어 구매를 먼저 취소해야 합니다.', 'S=0 ; P=0'],
    ['활성 구독, Azure 예약 및 소프트웨어 구매가 없어야 합니다.', 'S=0 ; R=0 ; P=0'],
    ['활성 구독도 Azure 예약도 없어야 합니다.', 'S=0 ; R=0'],
    ['활성 구독과 Azure 예약이 있으면 관계를 제거할 수 없습니다.', 'any(S=0, R=0)'],
    ['고객과 재판매인 관계가 있어야 합니다.', 'L=reseller'],
    ['활성 구독이 없는 경우에만 계정을 닫을 수 있습니다.', 'S=0'],
    ['활성 구독을 취소하고 Azure 예약을 취소해야 합니다.', 'S=0 ; R=0'],
    ['파트너 센터 계정이나 회사 계정이 있어야 합니다.', 'any(A=true, W=true)'],
    ['파트너 센터 계정 또는 회사 계정이 없으면 로그인할 수 없습니다.', 'any(A=true, W=true)'],
    ['500명 이상은 한 번에 추가할 수 없습니다.', /^(?:numberOf.*<500)$/u],
    ['활성 구독이 10개 이상이면 제거할 수 없습니다.', 'S<10'],
    ['구매한 후 7일이 지나면 취소할 수 없습니다.', /^(?:daysOf.*<=7)$/u],
    ['30일 이내에 신청해야 합니다.', /^(?:daysOf.*<=30)$/u],
    ['매월 8일까지 제출해야 합니다.', /^(?:dayOfMonth.*<=8)$/u],
    ['전역 관리자 또는 관리 에이전트 역할이 필요합니다.', 'any(C∋globalAdmin, C∋adminAgent)'],
    ['계약서와 주문서에 서명해야 합니다.', /^(?:[a-zA-Z0-9]+=true)$/u],
    ['활성 구독을 취소하지 않으면 관계를 제거할 수 없습니다.', 'S=0'],
    ['활성 구독과 Azure 예약을 취소하지 않으면 제거할 수 없습니다.', 'S=0 ; R=0'],
    ['활성 구독이 있는 한 관계를 제거할 수 없습니다.', 'S=0'],
    ['간접 재판매인은 활성 구독을 일시 중단해야 합니다.', '{T=indirectReseller} S=0'],
    ['작년에 구매한 활성 구독을 취소해야 합니다.', /^(?:[a-zA-Z0-9]+=true)$/u],
    ['활성 구독이 5개 미만이고 Azure 예약이 없어야 합니다.', 'S<5 ; R=0'],
    ['활성 구독, Azure 예약 또는 소프트웨어 구매가 있으면 관계를 제거할 수 없습니다.', 'S=0 ; R=0 ; P=0'],
  ],
  zh: [
    ['如果有活动订阅或 Azure 预留，则无法删除关系。', 'S=0 ; R=0'],
    ['必须取消所有活动订阅和 Azure 预留。', 'S=0 ; R=0'],
    ['必须先取消活动订阅、Azure 预留和软件购买。', 'S=0 ; R=0 ; P=0'],
    ['如果客户没有活动订阅和 Azure 预留，则可以删除关系。', 'S=0 ; R=0'],
    ['如果客户没有活动订阅或 Azure 预留，则可以删除关系。', 'S=0 ; R=0'],
    ['仅当客户既没有活动订阅也没有 Azure 预留时，才能删除关系。', 'S=0 ; R=0'],
    ['如果有活动订阅和 Azure 预留，则无法删除关系。', 'any(S=0, R=0)'],
    ['您必须与客户具有经销商关系。', 'L=reseller'],
    ['您必须具有合作伙伴中心帐户以及工作帐户。', 'A=true ; W=true'],
    ['您需要全局管理员或管理员代理角色。', 'any(C∋globalAdmin, C∋adminAgent)'],
    ['除非取消所有活动订阅及软件购买，否则无法删除关系。', 'S=0 ; P=0'],
    ['只要有活动订阅，就无法删除关系。', 'S=0'],
    ['购买 7 天后无法取消订单。', /^(?:daysOf.*<=7)$/u],
    ['一次不能添加超过 500 个用户。', /^(?:numberOf.*<=500)$/u],
    ['活动订阅不得超过 10 个。', 'S<=10'],
    ['每月 8 日之前必须提交。', /^(?:dayOfMonth.*<8|dayOfMonth.*<=8)$/u],
    ['您必须接受条款和条件。', /^(?:[a-zA-Z0-9]+=true|!elsewhere)$/u],
    ['间接经销商必须暂停所有活动订阅。', '{T=indirectReseller} S=0'],
    ['必须取消去年购买的活动订阅。', /^(?:[a-zA-Z0-9]+=true)$/u],
    ['活动订阅必须少于 5 个，并且没有 Azure 预留。', 'S<5 ; R=0'],
    ['如果客户有活动订阅、Azure 预留或软件购买，则无法删除关系。', 'S=0 ; R=0 ; P=0'],
    ['客户有活动订阅、Azure 预留和软件购买时，无法删除关系。', 'any(S=0, R=0, P=0)'],
  ],
  ja: [
    ['アクティブなサブスクリプションまたは Azure の予約がある場合は、関係を削除できません。', 'S=0 ; R=0'],
    ['アクティブなサブスクリプションや Azure の予約がある場合は、関係を削除できません。', 'S=0 ; R=0'],
    ['アクティブなサブスクリプションと Azure の予約をすべてキャンセルする必要があります。', 'S=0 ; R=0'],
    [
      'アクティブなサブスクリプション、Azure の予約、およびソフトウェアの購入を取り消す必要があります。',
      'S=0 ; R=0 ; P=0',
    ],
    ['アクティブなサブスクリプションも Azure の予約もない場合に限り、関係を削除できます。', 'S=0 ; R=0'],
    ['アクティブなサブスクリプションと Azure の予約がある場合は、関係を削除できません。', 'any(S=0, R=0)'],
    ['顧客との再販業者関係が必要です。', 'L=reseller'],
    ['パートナー センター アカウントと職場アカウントが必要です。', 'A=true ; W=true'],
    ['グローバル管理者または管理エージェントのロールが必要です。', 'any(C∋globalAdmin, C∋adminAgent)'],
    ['アクティブなサブスクリプションをキャンセルしない限り、関係を削除できません。', 'S=0'],
    ['7日を過ぎるとキャンセルできません。', /^(?:daysOf.*<=7)$/u],
    ['購入から 30 日以内に申請する必要があります。', /^(?:daysOf.*<=30)$/u],
    ['一度に 500 人以上は追加できません。', /^(?:numberOf.*<500)$/u],
    ['アクティブなサブスクリプションが 10 件以上ある場合は、削除できません。', 'S<10'],
    ['毎月 8 日までに提出する必要があります。', /^(?:dayOfMonth.*<=8)$/u],
    [
      '間接リセラーは、アクティブなサブスクリプションを一時停止する必要があります。',
      '{T=indirectReseller} S=0',
    ],
    ['昨年購入したアクティブなサブスクリプションを取り消す必要があります。', /^(?:[a-zA-Z0-9]+=true)$/u],
    ['アクティブなサブスクリプションがなく、Azure の予約がないことが必要です。', 'S=0 ; R=0'],
    ['ユーザー名とパスワードが必要です。', /^(?:[a-zA-Z0-9]+=true)$/u],
    [
      'アクティブなサブスクリプション、Azure の予約、またはソフトウェアの購入がある場合は、関係を削除できません。',
      'S=0 ; R=0 ; P=0',
    ],
  ],
  ru: [
    ['Если есть активные подписки или резервирования Azure, удалить связь нельзя.', 'S=0 ; R=0'],
    ['Необходимо отменить все активные подписки и резервирования Azure.', 'S=0 ; R=0'],
    [
      'Сначала необходимо отменить активные подписки, резервирования Azure и покупки программного обеспечения.',
      'S=0 ; R=0 ; P=0',
    ],
    ['Удалить связь можно, только если у клиента нет активных подписок и резервирований Azure.', 'S=0 ; R=0'],
    [
      'Удалить связь можно, только если у клиента нет ни активных подписок, ни резервирований Azure.',
      'S=0 ; R=0',
    ],
    ['Если у клиента есть активные подписки и резервирования Azure, удалить связь нельзя.', 'any(S=0, R=0)'],
    ['Нельзя удалить связь, пока не отменены активные подписки и резервирования Azure.', 'S=0 ; R=0'],
    ['Необходимо отменить активные подписки, а также покупки программного обеспечения.', 'S=0 ; P=0'],
    ['Вам нужна роль глобального администратора или агента по продажам.', 'any(C∋globalAdmin, C∋salesAgent)'],
    ['Активные подписки и резервирования Azure должны быть отменены.', 'S=0 ; R=0'],
    ['Косвенные поставщики должны приостановить все активные подписки.', '{T=indirectProvider} S=0'],
    ['Нельзя добавить более 500 пользователей за один раз.', /^(?:numberOf.*<=500)$/u],
    ['Если активных подписок больше 10, удалить связь нельзя.', 'S<=10'],
    ['Необходимо подать заявку не позднее 8-го числа каждого месяца.', /^(?:dayOfMonth.*<=8)$/u],
    ['Вернуть заказ можно в течение 30 дней после покупки.', /^(?:daysOf.*<=30)$/u],
    ['Необходимо отменить активные подписки, купленные в прошлом году.', /^(?:[a-zA-Z0-9]+=true)$/u],
    ['Необходимо принять условия и положения.', /^(?:[a-zA-Z0-9]+=true|!elsewhere)$/u],
    ['У вас должна быть учетная запись Центра партнеров или рабочая учетная запись.', 'any(A=true, W=true)'],
    ['Если активные подписки не отменены, удалить связь нельзя.', 'S=0'],
    [
      'Если у клиента есть активные подписки, резервирования Azure или покупки программного обеспечения, удалить связь нельзя.',
      'S=0 ; R=0 ; P=0',
    ],
  ],
  de: [
    [
      'Wenn aktive Abonnements oder Azure-Reservierungen vorhanden sind, können Sie die Beziehung nicht entfernen.',
      /^(?:.*=false ; .*=false)$/u,
    ],
    ['Sie müssen alle aktiven Abonnements und Azure-Reservierungen kündigen.', /^(?:[a-zA-Z0-9]+=true)$/u],
    [
      'Der Kunde darf weder aktive Abonnements noch Azure-Reservierungen haben.',
      /^(?:.*ktive.*=false ; .*zure.*=false)$/u,
    ],
    [
      'Sie können die Beziehung nur entfernen, wenn der Kunde keine aktiven Abonnements oder Azure-Reservierungen hat.',
      /^(?:.*ktive.*=false ; .*zure.*=false)$/u,
    ],
    ['Sie müssen den Antrag spätestens am 8. des Monats einreichen.', /^(?:dayOfMonth.*<=8)$/u],
    ['Sie benötigen ein Konto und einen Vertrag.', 'konto=true ; vertrag=true'],
    ['Sie müssen die Geschäftsbedingungen akzeptieren.', /^(?:[a-zA-Z0-9]+=true|!elsewhere)$/u],
    ['Sie können nicht mehr als 500 Benutzer hinzufügen.', /^(?:numberOf.*<=500)$/u],
    [
      'Sie können die Bestellung nur innerhalb von 30 Tagen nach dem Kauf zurückgeben.',
      /^(?:daysOf.*<=30)$/u,
    ],
    [
      'Wenn weniger als 5 Benutzer und kein Administrator vorhanden sind, können Sie nicht fortfahren.',
      /^(?:any\(numberOf.*>=5, .*=true\))$/u,
    ],
    ['Benutzername und Kennwort sind erforderlich.', 'benutzernameKennwort=true'],
  ],
};

describe.each(Object.entries(sentences))('%s', (language, rows) => {
  test.each(rows)('%s', (sentence, requires) => {
    const drafted = draft(language, sentence);
    expect({ drafted, fits: fits(drafted, requires) }).toEqual({ drafted, fits: true });
  });
});
