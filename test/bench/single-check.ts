import { Engine } from 'json-rules-engine';
import { DocumentIndex } from '../../src/content/document-index.ts';
import { decide } from '../../src/engine/decide.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import { isComparison } from '../../src/rules/condition.ts';
import type { FactValue } from '../../src/rules/workflow.ts';
import { compare, type Row } from './measure.ts';

const casesPerRound = 200;
const rounds = 15;

/** Times one decision against json-rules-engine used plainly: one rule an element, a new engine a case. */
export async function singleCheckRows(): Promise<Row[]> {
  const rules = await loadRules('.');
  const workflow = rules.workflows.get('remove-reseller-relationship');
  if (!workflow) throw new Error('no workflow');
  const facts = new Map<string, FactValue>([
    ['partnerType', 'direct'],
    ['relationshipToPartner', 'reseller'],
    ['activeSubscriptionCount', 2],
    ['azureReservationCount', 0],
    ['softwarePurchaseCount', 0],
  ]);
  const documents = new DocumentIndex([]);
  const conditions = workflow.preconditions.map(({ require }) => require).filter(isComparison);
  const plain = async (): Promise<void> => {
    for (let number = 0; number < casesPerRound; number += 1) {
      const engine = new Engine();
      for (const condition of conditions)
        engine.addRule({ conditions: { all: [{ ...condition }] }, event: { type: 'holds' } });
      await engine.run(Object.fromEntries(facts));
    }
  };
  const ours = async (): Promise<void> => {
    for (let number = 0; number < casesPerRound; number += 1) await decide(rules, documents, workflow, facts);
  };
  const ratio = await compare(ours, plain, rounds);
  return [
    {
      work: 'one decision with plan, needs and disagreements',
      reference: 'json-rules-engine, preconditions alone',
      ratio,
    },
  ];
}
