import { isAct } from './acts.ts';
import { completeNames, completeNumbers } from './complete-names.ts';
import { findJoints, type Joint, type JointKind } from './joints.ts';
import { findNames, type Name } from './names.ts';
import { denies, negationsOf } from './negation.ts';
import { firstMatch, type Phrases, says } from '../phrases.ts';
import { readQuantity } from './quantity.ts';
import type { Vocabulary } from './reading.ts';
import { contentOf } from './residue.ts';
import { cutOut, overlap, type Span, spansOf } from './span.ts';
import { tidy } from './tidy.ts';

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

/** One of the joined stretches. */
interface Part {
  text: string;
  names: Name[];
  /** Where the name begins, after verb, negation, number and article. */
  lead: string;
  /** What follows the name, where a verb or a negation is in it. */
  tail: string;
  /** True where a clause stands before its name, so that what follows may belong to that. */
  inner: boolean;
  /** True where the part has a verb or negation of its own before its name. */
  governed: boolean;
  /** True where a verb stands before its name, not only a negation. */
  clause: boolean;
  /** True where the part begins with an article, a number or a negation of its own. */
  own: boolean;
  /** True where the part begins with a pronoun: it is a clause of its own. */
  subject: boolean;
}

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

function readPart(text: string, phrases: Phrases, vocabulary: Vocabulary): Part {
  const names = findNames(text, phrases, vocabulary);
  const verbs = [
    ...governors(text, phrases),
    ...spansOf(text, phrases.verbs),
    ...spansOf(text, phrases.copulas),
  ].toSorted((a, b) => a.start - b.start);
  const marks = [...verbs, ...determiners(text, phrases)];
  const first = names[0]?.start;
  const last = names.at(-1)?.end;
  const follows = ({ end }: Span): boolean => contentOf(text.slice(end), phrases).length > 0;
  const opens = ({ start, end }: Span): boolean =>
    verbs.some((verb) => verb.start === start) || contentOf(text.slice(0, end), phrases).length === 0;
  const before = marks.filter((mark) =>
    first === undefined ? follows(mark) && opens(mark) : mark.end <= first,
  );
  const leadEnd = first ?? Math.max(0, ...before.map(({ end }) => end));
  const after = verbs.filter(({ start }) =>
    last === undefined ? contentOf(text.slice(leadEnd, start), phrases).length > 0 : start >= last,
  );
  const tailStart = last ?? after[0]?.start ?? text.length;
  const opening = text.slice(0, leadEnd);
  // "No" belongs to its name; verb and subject are still those of the list.
  const none = spansOf(text, phrases.noneOf);
  const bare = opening.trimStart();
  const subject = firstMatch(text.trimStart(), phrases.pronouns)?.start === 0;
  return {
    text,
    names,
    lead: opening,
    tail: after.length > 0 ? text.slice(tailStart) : '',
    inner: says(opening, phrases.relatives),
    governed:
      subject || verbs.some((verb) => verb.end <= leadEnd && !none.some((span) => overlap(span, verb))),
    clause: [phrases.verbs, phrases.having, phrases.absence, phrases.copulas].some((pattern) =>
      says(opening, pattern),
    ),
    subject,
    own:
      subject ||
      determiners(bare, phrases).some(({ start }) => start === 0) ||
      startsWithQuantity(text, phrases),
  };
}

/** Verbs whose sense is known, and negations. */
function governors(text: string, phrases: Phrases): Span[] {
  const inner = spansOf(text, phrases.innerNegation);
  return [
    ...[phrases.having, phrases.absence].flatMap((pattern) => spansOf(text, pattern)),
    ...negationsOf(text, phrases).filter((each) => !inner.some((span) => overlap(span, each))),
  ];
}

/** What belongs to one name alone where the next has its own: articles, "no", numbers. */
function determiners(text: string, phrases: Phrases): Span[] {
  const quantity = readQuantity(text, phrases);
  return [...spansOf(text, phrases.articles), ...spansOf(text, phrases.noneOf), ...(quantity?.spans ?? [])];
}

function startsWithQuantity(text: string, phrases: Phrases): boolean {
  return readQuantity(text, phrases)?.spans.some(({ start }) => start <= 1) ?? false;
}

/** Gives a part the verb and the negation that stand before the first name, and its number where it has none itself. */
function leadFor({ text, own }: Part, lead: string, kind: JointKind, phrases: Phrases): string {
  // "Neither a trial nor an offer": an article does not take back the negation; of "no trial and an offer" it does.
  if (own) {
    const article = spansOf(text, phrases.articles).some(({ start }) => start === 0);
    const kept = article && kind !== 'and' ? spansOf(lead, phrases.noneOf) : [];
    const [last] = spansOf(lead, phrases.articles).slice(-1);
    // "The role A, an account", "a signed A, no B": what follows an article belongs to its name.
    if (last && !saysShared(lead.slice(last.end), phrases))
      return cutOut(lead, [{ start: last.start, end: lead.length }]);
    const dropped = determiners(lead, phrases).filter(
      (span) => !kept.some(({ start }) => start === span.start),
    );
    return cutOut(lead, dropped);
  }
  const [place] = readQuantity(lead, phrases)?.spans ?? [];
  const counted = spansOf(text, phrases.number).some(({ start }) => start === 0);
  return place && counted ? cutOut(lead, [place]) : lead;
}

/** Tells whether words after an article are more than a name: a verb that does not follow it at once, whom, how many. */
function saysShared(words: string, phrases: Phrases): boolean {
  const verbs = [phrases.verbs, phrases.absence, phrases.having].flatMap((pattern) =>
    spansOf(words, pattern),
  );
  return (
    verbs.some(({ start }) => start > 1) ||
    says(words, phrases.others) ||
    readQuantity(words, phrases) !== undefined
  );
}

/** Gives each part what the list shares, or undefined where it cannot be told what that is. */
function shareFrame(
  parts: readonly Part[],
  kind: JointKind,
  phrases: Phrases,
): { texts: string[]; negated: boolean; having: boolean } | undefined {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return undefined;
  // "The fee is paid and you have A": each is a clause.
  if (parts.slice(1).every(({ subject }) => subject))
    return { texts: parts.map(({ text }) => tidy(text)), negated: false, having: false };
  const framed = first.governed || last.tail !== '' || parts.every(({ names }) => names.length > 0);
  const alone = parts.every(({ own }) => own);
  // Where no space tells words apart, names alone share nothing.
  const bare = !phrases.spaced && parts.every(({ clause, tail }) => !clause && tail === '');
  if ((!framed && !alone && !bare && first.names.length === 0) || first.inner) return undefined;
  // "The agreement is accepted and all reservations are cancelled": each has its verb, and they share nothing.
  if (first.clause && last.tail !== '' && phrases.spaced) {
    return parts.length > 2
      ? undefined
      : { texts: parts.map(({ text }) => tidy(text)), negated: false, having: false };
  }
  let lead = '';
  const leading = parts.map((part, index) => {
    if (index === 0 || part.governed) {
      lead = part.lead;
      return '';
    }
    return leadFor(part, lead, kind, phrases);
  });
  let tail = '';
  const trailing = parts.toReversed().map((part) => {
    if (part.tail !== '') {
      tail = part.tail;
      return '';
    }
    return tail;
  });
  const texts = parts.map(({ text }, index) =>
    tidy(
      `${leading[index] ?? ''} ${text}${phrases.spaced ? ' ' : ''}${trailing[parts.length - 1 - index] ?? ''}`,
    ),
  );
  const distributed = [...leading, ...trailing].filter((text) => text !== '');
  return {
    texts,
    negated: distributed.some((text) => denies(text, phrases)),
    having: hasNames(first.lead, last.tail, phrases),
  };
}

/** Tells whether a list is of things that there are or are not: "there is A or B", "no A or B". */
function hasNames(lead: string, tail: string, phrases: Phrases): boolean {
  if (says(tail, phrases.having) || (!phrases.spaced && denies(tail, phrases))) return true;
  const end = lead.trimEnd().length;
  return [phrases.having, phrases.noneOf].some((pattern) =>
    spansOf(lead, pattern).some(
      (span) => contentOf(lead.slice(span.end), phrases).length === 0 && span.end <= end,
    ),
  );
}
