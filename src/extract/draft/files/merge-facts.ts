import { isDeepStrictEqual } from 'node:util';
import { listComparisons, listFacts } from '../../../rules/condition.ts';
import type { Condition, Fact } from '../../../rules/workflow.ts';

/** What is to become of the facts of a draft file. */
export interface MergedFacts {
  added: Fact[];
  /** Facts with more values, by their numbers in the file. */
  updated: { index: number; fact: Fact }[];
  /** Numbers of facts that nothing needs any more. */
  unused: number[];
}

type Body = Readonly<Record<string, unknown>>;

/**
 * Brings the facts of a draft file into step with its elements: what they need is there, what only drafts needed that
 * are gone goes with them. A fact that a person renamed, in the drafts and in the list, does not come back.
 *
 * @param drafted Facts that were drafted from the pages.
 * @param filed Facts of the file.
 * @param bodies What the elements of the file will say; undefined for those taken out.
 * @param former What they said.
 */
export function mergeFacts(
  drafted: readonly Fact[],
  filed: readonly Fact[],
  bodies: readonly (Body | undefined)[],
  former: readonly Body[],
): MergedFacts {
  const needed = new Set(bodies.flatMap((body) => (body ? factsOf(body) : [])));
  const needless = new Set(former.flatMap(factsOf).filter((name) => !needed.has(name)));
  const values = new Map<string, Set<unknown>>();
  for (const { fact, value } of bodies.flatMap((body) => (body ? comparisonsOf(body) : []))) {
    const used = values.get(fact) ?? new Set();
    for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) used.add(each);
    values.set(fact, used);
  }
  const byName = new Map(drafted.map((fact) => [fact.name, fact]));
  const updated = filed.flatMap((fact, index) => {
    const more = (byName.get(fact.name)?.values ?? []).filter(
      (value) => !(fact.values ?? []).includes(value) && values.get(fact.name)?.has(value) === true,
    );
    const wider = { ...fact, values: [...(fact.values ?? []), ...more] };
    return more.length > 0 && !isDeepStrictEqual(wider, fact) ? [{ index, fact: wider }] : [];
  });
  const known = new Set(filed.map(({ name }) => name));
  return {
    added: drafted.filter(({ name }) => needed.has(name) && !known.has(name)),
    updated,
    // How else it is known a person has found out.
    unused: filed.flatMap(({ name, known: by }, index) =>
      needless.has(name) && isDeepStrictEqual(by, ['person']) ? [index] : [],
    ),
  };
}

function conditionsOf(body: Body): Condition[] {
  return ['require', 'audience', 'when'].flatMap((key) => (body[key] as Condition | undefined) ?? []);
}

function factsOf(body: Body): string[] {
  const repeat = body['repeat'] as { fact: string } | undefined;
  return [...listFacts(...conditionsOf(body)), ...(repeat ? [repeat.fact] : [])];
}

function comparisonsOf(body: Body): ReturnType<typeof listComparisons> {
  return conditionsOf(body).flatMap((condition) => listComparisons(condition));
}
