import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { decide } from '../../src/engine/decide.ts';
import type { Decision } from '../../src/engine/decision.ts';
import { loadProject, type Project } from '../../src/project/load-project.ts';
import { listElements, listPins } from '../../src/rules/elements.ts';
import { resolvePin } from '../../src/rules/pin-state.ts';
import type { FactValue } from '../../src/rules/workflow.ts';

type Case = Record<string, FactValue>;

const indirectReseller: Case = { partnerType: 'indirectReseller', callerRoles: ['salesAgent'] };
const newToProgram: Case = {
  callerRoles: ['globalAdmin'],
  enrolledInCsp: false,
  hasWorkAccount: true,
  itemsAtHand: [
    'workAccountCredentials',
    'membershipCenterCredentials',
    'legalBusinessName',
    'businessAddress',
    'primaryContact',
    'supportDetails',
  ],
  mpnProfileActive: true,
  mpnProfileInTenantCountry: true,
  primaryContactEmailService: 'organization',
};

/** For each workflow a case that its pages allow, and changes of it with the preconditions that they violate. */
const cases: Record<string, { allowed: Case; violations: [Case, string[]][] }> = {
  'remove-reseller-relationship': {
    allowed: {
      partnerType: 'direct',
      relationshipToPartner: 'reseller',
      activeSubscriptionCount: 0,
      azureReservationCount: 0,
      softwarePurchaseCount: 0,
    },
    violations: [
      [{ partnerType: 'indirectReseller' }, ['partner-type']],
      [{ relationshipToPartner: 'advisor' }, ['reseller-relationship']],
      [{ activeSubscriptionCount: 2 }, ['no-active-subscriptions']],
      [{ azureReservationCount: 1 }, ['no-azure-reservations']],
      [{ softwarePurchaseCount: 1 }, ['no-software-purchases']],
    ],
  },
  'remove-customer-relationship': {
    allowed: { ...indirectReseller, relationshipToPartner: 'reseller' },
    violations: [
      [{ partnerType: 'indirectProvider' }, ['partner-type']],
      [{ callerRoles: ['helpdeskAgent'] }, ['caller-role']],
      [{ callerRoles: [] }, ['caller-role']],
      [{ relationshipToPartner: 'none' }, ['customer-relationship']],
    ],
  },
  'enroll-as-indirect-reseller': {
    allowed: newToProgram,
    violations: [
      [
        { itemsAtHand: [] },
        [
          'work-account-credentials',
          'membership-center-credentials',
          'legal-business-name',
          'business-address',
          'primary-contact',
          'support-details',
        ],
      ],
      [{ enrolledInCsp: true, itemsAtHand: [] }, ['support-details']],
      [
        { callerRoles: [], hasWorkAccount: false, itemsAtHand: ['supportDetails'] },
        ['membership-center-credentials', 'legal-business-name', 'business-address', 'primary-contact'],
      ],
      [{ callerRoles: ['helpdeskAgent'] }, ['caller-role']],
      [{ mpnProfileActive: false }, ['mpn-profile-active']],
      [{ mpnProfileInTenantCountry: false }, ['mpn-profile-in-tenant-country']],
      [{ primaryContactEmailService: 'gmail' }, ['primary-contact-email']],
    ],
  },
  'add-user': {
    allowed: { partnerType: 'indirectReseller', callerRoles: ['adminAgent'] },
    violations: [
      [{ partnerType: 'direct' }, ['partner-type']],
      [{ callerRoles: ['globalAdmin'] }, ['admin-agent']],
    ],
  },
  'assign-user-permissions': {
    allowed: indirectReseller,
    violations: [[{ partnerType: 'direct', callerRoles: [] }, ['partner-type', 'caller-role']]],
  },
  'connect-with-indirect-provider': {
    allowed: { ...indirectReseller, hasPartnerCenterAccount: true },
    violations: [[{ hasPartnerCenterAccount: false }, ['partner-center-account']]],
  },
  'invite-customer': {
    allowed: { ...indirectReseller, customerHasPartnerCenterAccount: true },
    violations: [[{ customerHasPartnerCenterAccount: false }, ['customer-account']]],
  },
  'invite-customer-with-provider': {
    allowed: {
      ...indirectReseller,
      connectedWithIndirectProvider: true,
      customerHasPartnerCenterAccount: true,
      itemsAtHand: ['customerEmailAddress'],
    },
    violations: [
      [{ connectedWithIndirectProvider: false }, ['provider-partnership']],
      [{ itemsAtHand: ['supportDetails'] }, ['customer-email-address']],
    ],
  },
};

let project: Project;

beforeAll(async () => {
  project = await loadProject(fileURLToPath(new URL('../../', import.meta.url)));
});

async function decideCase(name: string, facts: Case): Promise<Decision> {
  const workflow = project.rules.workflows.get(name);
  if (!workflow) throw new Error(`no workflow ${name}`);
  return decide(project.rules, project.documents, workflow, new Map(Object.entries(facts)));
}

describe('rule files', () => {
  test('load without a finding, all of them', () => {
    expect(project.rules.diagnostics).toEqual([]);
    expect([...project.rules.workflows.keys()].toSorted()).toEqual(Object.keys(cases).toSorted());
  });

  test('pin only what the documents say word for word', () => {
    const pins = [...project.rules.workflows.values()].flatMap((workflow) =>
      listElements(workflow).flatMap(({ element }) =>
        listPins(element).map(({ pin }) => resolvePin(pin, workflow.article, project.documents)),
      ),
    );
    expect(pins.length).toBeGreaterThan(0);
    const outOfStep = pins.filter(
      ({ pin, state, segment }) => state !== 'fresh' || segment?.id !== pin.segment,
    );
    expect(outOfStep.map(({ pin, state }) => `${pin.locale} ${pin.segment} ${state}`)).toEqual([]);
  });

  test('use every fact that is declared', () => {
    const conditions = JSON.stringify([...project.rules.workflows.values()]);
    const unused = [...project.rules.facts.keys()].filter((name) => !conditions.includes(`"fact":"${name}"`));
    expect(unused).toEqual([]);
  });

  describe.each(Object.entries(cases))('%s', (name, { allowed, violations }) => {
    test('allows a case in which everything holds', async () => {
      const decision = await decideCase(name, allowed);
      expect(decision).toMatchObject({ verdict: 'allowed', plan: [], needs: [] });
    });

    test('is unknown and asks as long as nothing is known', async () => {
      const decision = await decideCase(name, {});
      expect(decision.verdict).toBe('unknown');
      expect(decision.needs).not.toEqual([]);
    });

    test.each(violations)('blocks %j and plans a step for each reason', async (change, violated) => {
      const decision = await decideCase(name, { ...allowed, ...change });
      expect(decision.verdict).toBe('blocked');
      const found = decision.preconditions.filter(({ status }) => status === 'violated');
      expect(found.map(({ id }) => id)).toEqual(violated);
      expect(decision.plan.map(({ remedies }) => remedies)).toEqual(expect.arrayContaining(violated));
    });
  });
});
