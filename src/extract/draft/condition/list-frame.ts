import type { JointKind } from './joints.ts';
import { findNames, type Name } from './names.ts';
import { denies, negationsOf } from './negation.ts';
import { firstMatch, type Phrases, says } from '../phrases.ts';
import { readQuantity } from './quantity.ts';
import type { Vocabulary } from './reading.ts';
import { contentOf } from './residue.ts';
import { cutOut, overlap, type Span, spansOf } from './span.ts';
import { tidy } from './tidy.ts';

/** One of the joined stretches. */
export interface Part {
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

/** Reads what stands around the name of a joined stretch. */
export function readPart(text: string, phrases: Phrases, vocabulary: Vocabulary): Part {
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
export function shareFrame(
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
