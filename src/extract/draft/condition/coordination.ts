import { isAct } from './acts.ts';
import { completeNames, completeNumbers } from './complete-names.ts';
import { findJoints, type Joint, type JointKind } from './joints.ts';
import { type Part, readPart, shareFrame } from './list-frame.ts';
import { findNames } from './names.ts';
import { firstMatch, type Phrases, says } from '../phrases.ts';
import type { Vocabulary } from './reading.ts';
import { contentOf } from './residue.ts';
import { spansOf } from './span.ts';

/**
 * Words taken apart at what joins names in them. Each part is whole: the verb, the negation and the number that the list
 * shares stand in each ("no A or B" is "no A", "no B").
 */
export type Coordination =
  | { kind: 'joined'; join: JointKind; parts: string[]; negated: boolean }
  /** Names are joined, but not in a way that could be told. */
  | { kind: 'unclear' }
  /** One name, or a list that is better taken as one thing; in doubt where words may join names or mean "with". */
  | { kind: 'single'; listed: boolean; doubtful: boolean };

/** Names that a list joins at most; a longer one is none. */
const mostJoints = 24;

/** Takes words apart at what joins the names in them, or tells why not. */
export function readCoordination(words: string, phrases: Phrases, vocabulary: Vocabulary): Coordination {
  const found = findJoints(words, phrases, findNames(words, phrases, vocabulary)).filter(
    (joint) => !isOfRelative(words, joint, phrases),
  );
  if (found.length > mostJoints) return { kind: 'unclear' };
  const joints = tighten(words, found, phrases, vocabulary);
  const doubtful = found.some(({ loose, start, end }) => loose && /\p{L}/u.test(words.slice(start, end)));
  if (joints.length === 0) return { kind: 'single', listed: false, doubtful };
  const chosen = outermost(joints);
  if (!chosen) return { kind: 'unclear' };
  const cut = completeNumbers(cutAt(words, chosen.joints), phrases);
  const texts = completeNames(cut, phrases, vocabulary);
  // "Active or suspended subscriptions": what the others share is a name, so that none is a clause by itself.
  const oneName = texts.some((text, index) => text !== cut[index]);
  const parts = texts
    .map((text) => readPart(text, phrases, vocabulary))
    .map((part, index) => (oneName && index > 0 ? { ...part, governed: false } : part));
  const shared = shareFrame(parts, chosen.kind, phrases);
  if (!shared || sharesClause(shared.texts, parts, phrases))
    return { kind: 'single', listed: true, doubtful };
  // Names that nothing tells from one ("user name and password") stay together.
  const apart =
    parts.some(({ names }) => names.length > 0) ||
    parts.slice(1).every(({ own }) => own) ||
    texts.every((text) => isAct(text, phrases));
  if (!apart && !((chosen.kind === 'or' || chosen.kind === 'list') && shared.having)) {
    return { kind: 'single', listed: true, doubtful };
  }
  return { kind: 'joined', join: chosen.kind, parts: shared.texts, negated: shared.negated };
}

/** "The account in which you add or edit users": what someone does with a name joins no names. */
function isOfRelative(words: string, { start }: Joint, phrases: Phrases): boolean {
  if (!phrases.spaced) return false;
  const relative = spansOf(words.slice(0, start), phrases.relatives).at(-1);
  const clause = words.slice(relative?.end ?? start, start);
  const subject = firstMatch(clause.trimStart(), phrases.pronouns);
  return subject?.start === 0 && !clause.includes(',');
}

/**
 * "Speak with both the current and the future partner": the first name stands in a clause that the others do not have, so that
 * they say nothing by themselves.
 */
function sharesClause(texts: readonly string[], parts: readonly Part[], phrases: Phrases): boolean {
  if (!phrases.spaced || parts.some(({ names }) => names.length > 0)) return false;
  const before = (text: string): number | undefined => {
    const article = spansOf(text, phrases.articles).at(-1);
    return article && contentOf(text.slice(0, article.start), phrases).length;
  };
  const [first = '', ...others] = texts;
  const predicates = [phrases.copulas, phrases.having, phrases.verbs, phrases.absence, phrases.ability];
  const bare = others.filter((text) => !predicates.some((pattern) => says(text, pattern)));
  return (before(first) ?? 0) > 0 && bare.some((text) => before(text) === 0);
}

/** Leaves out what joins nothing: a conjunction with no name on one side, or a loose one beside unlike names. */
function tighten(words: string, found: readonly Joint[], phrases: Phrases, vocabulary: Vocabulary): Joint[] {
  const hasContent = (text: string): boolean => contentOf(text, phrases).length > 0;
  return found.filter((joint, index) => {
    const left = words.slice(found[index - 1]?.end ?? 0, joint.start);
    const ends = [...found.slice(index + 1).map(({ start }) => start), words.length];
    // "以及与": a conjunction right before another has its name after both.
    const right = words.slice(
      joint.end,
      ends.find((end) => hasContent(words.slice(joint.end, end))),
    );
    if (!hasContent(left) || !hasContent(right) || opensAim(right, phrases)) return false;
    if (!joint.loose) return true;
    // A comma before the last conjunction belongs to the list.
    const last = joint.comma && found.slice(index + 1).some((later) => !later.loose);
    return (
      last || alike(left, right, phrases, vocabulary) || [left, right].every((text) => isAct(text, phrases))
    );
  });
}

/** "An admin to see status, or to change it": what follows is no second name. */
function opensAim(right: string, phrases: Phrases): boolean {
  return spansOf(right, phrases.aims).some(({ start }) => start === 0);
}

/** Tells whether two stretches name the same kind of thing: counts and yes/no facts, or values of one fact. */
function alike(left: string, right: string, phrases: Phrases, vocabulary: Vocabulary): boolean {
  const [a] = findNames(left, phrases, vocabulary).slice(-1);
  const [b] = findNames(right, phrases, vocabulary);
  if (!a || !b) return false;
  if (a.value === undefined && b.value === undefined) return a.fact.name !== b.fact.name;
  return a.value !== undefined && b.value !== undefined && a.fact.name === b.fact.name && a.value !== b.value;
}

/** Finds the kind of conjunction that binds least; where "and" and "or" stand side by side, only a comma tells. */
function outermost(joints: readonly Joint[]): { kind: JointKind; joints: Joint[] } | undefined {
  const said = joints.filter(({ kind }) => kind !== 'list');
  const kinds = [...new Set(said.map(({ kind }) => kind))];
  const [kind = 'list'] = kinds;
  if (kinds.length < 2) return { kind, joints: [...joints] };
  if (said.length < joints.length) return undefined;
  const apart = kinds.filter((each) => said.every((joint) => joint.comma === (joint.kind === each)));
  const [top] = apart;
  if (top === undefined || apart.length > 1) return undefined;
  return { kind: top, joints: said.filter((joint) => joint.kind === top) };
}

function cutAt(words: string, joints: readonly Joint[]): string[] {
  const texts: string[] = [];
  let from = 0;
  for (const { start, end } of joints) {
    texts.push(words.slice(from, start));
    from = end;
  }
  return [...texts, words.slice(from)].map((text) => text.trim());
}
