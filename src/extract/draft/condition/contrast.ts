import { negationsOf } from './negation.ts';
import { firstMatch, type Phrases } from '../phrases.ts';
import { readQuantity } from './quantity.ts';
import type { ClauseReading } from './read-clauses.ts';
import { contentOf } from './residue.ts';
import { overlap, type Span, spansOf } from './span.ts';

const punctuation = /[,，;；、](?!\d)|\s[—–-]\s/gu;

/** What a stretch of a sentence says may or can't be done, and of whom. */
interface Claim {
  denies: boolean;
  /** True where it names whom or what it speaks of, and not by a pronoun. */
  named: boolean;
  /** True where nothing but a negation says it, whose verb stands before ("…, but not A"). */
  bare: boolean;
}

/**
 * Tells whether a sentence allows one what it denies another ("A can do it, but B can't", "A can, not B"). No one condition
 * says both: a ban would be that of A too.
 */
export function contrasts({ main, subordinates }: ClauseReading, phrases: Phrases): boolean {
  // "While B can't", "although B can" are marked as times and concessions.
  const beside = subordinates.filter(({ role }) => role === 'concession' || role === 'when');
  const own = claimsOf(main, phrases);
  // With a condition of its own, what the same one may and can't do is told apart by that; and a subject may stand in a
  // clause whose end no comma tells.
  const free = subordinates.length === 0 || beside.some(({ runsOn }) => runsOn);
  const turned = own.some((later, index) =>
    own
      .slice(0, index)
      .some(
        (earlier) =>
          earlier.denies !== later.denies && !earlier.bare && (later.named || (free && !later.bare)),
      ),
  );
  const other = beside
    .flatMap(({ words, mark }) => claimsOf(phrases.topicMarked ? `${words}${mark}` : words, phrases, true))
    .some(
      ({ denies, named, bare }) => named && !bare && own.some((each) => each.named && each.denies !== denies),
    );
  return turned || other;
}

/**
 * Lists what the stretches of a text say, in their order; one that says both says nothing for sure.
 *
 * @param clause True where it is a clause, whose verb may follow what denies it.
 */
function claimsOf(text: string, phrases: Phrases, clause = false): Claim[] {
  const bans = spansOf(text, phrases.inability);
  const leaves = spansOf(text, phrases.ability).filter((span) => !bans.some((ban) => overlap(ban, span)));
  const negations = negationsOf(text, phrases).filter((span) => !bans.some((ban) => overlap(ban, span)));
  return stretchesOf(text, phrases).flatMap((stretch): Claim[] => {
    const ban = bans.find((span) => overlap(span, stretch));
    const leave = leaves.find((span) => overlap(span, stretch));
    const negation = negations.find((span) => overlap(span, stretch));
    const words = text.slice(stretch.start, stretch.end);
    const verb = ban ?? leave;
    if (verb && !(ban && leave) && !(leave && negation && !clause)) {
      const denies = ban !== undefined || negation !== undefined;
      return [{ denies, named: isNamed(text, stretch, verb, phrases), bare: false }];
    }
    // "But no later than 7 days" sets a limit.
    if (verb || !negation || readQuantity(words, phrases)) return [];
    return [{ denies: true, named: true, bare: true }];
  });
}

/** Tells whether a stretch names its subject: before the mark of it, or else before the verb. */
function isNamed(text: string, { start, end }: Span, verb: Span, phrases: Phrases): boolean {
  const topic = phrases.topicMarked ? firstMatch(text.slice(start, end), phrases.topics) : undefined;
  if (phrases.topicMarked && !topic) return false;
  const subject = text.slice(start, topic ? start + topic.end : verb.start);
  return contentOf(subject, phrases).length > 0;
}

function stretchesOf(text: string, phrases: Phrases): Span[] {
  const breaks = [
    ...spansOf(text, punctuation),
    ...(phrases.spaced ? spansOf(text, phrases.joints.and) : []),
  ].toSorted((a, b) => a.start - b.start);
  return [...breaks, { start: text.length, end: text.length }].map(({ start }, index) => ({
    start: breaks[index - 1]?.end ?? 0,
    end: start,
  }));
}
