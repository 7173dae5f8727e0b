import { isCase, isIdle } from './clause-roles.ts';
import { denies } from './negation.ts';
import { firstMatch, type Phrases, says } from '../phrases.ts';
import { readQuantity } from './quantity.ts';
import { residueOf } from './residue.ts';
import { overlap, type Span, spansOf } from './span.ts';

/** Letters before which a rule of its own says that something must or can't be ("and you need …"). */
const nearest = 40;
/** Rules that a sentence joins at most; one with more is no sentence. */
const mostRules = 24;

/**
 * Splits a sentence that joins two rules ("you can't have A, and you must have B"). One with clauses before the joint is
 * left whole: they may bear on both.
 */
export function splitRules(sentence: string, phrases: Phrases): string[] {
  const rules = [phrases.necessity, phrases.inability].flatMap((pattern) => spansOf(sentence, pattern));
  // "Only A can do it, and B is needed": who alone may is a rule too.
  const alone =
    !phrases.spaced && [phrases.only, phrases.reserves].some((pattern) => says(sentence, pattern));
  const limited = phrases.spaced && readQuantity(sentence, phrases)?.bounded === true;
  const abilities = alone || limited ? spansOf(sentence, phrases.ability) : [];
  if (rules.length + abilities.length < 2 || rules.length > mostRules) return [sentence];
  const marks = bearingMarks(sentence, phrases);
  for (const joint of ruleJoints(sentence, phrases)) {
    // "A can have up to 10, and B is needed": how many can be had is a rule too.
    const limit =
      alone || (limited && readQuantity(sentence.slice(0, joint.start), phrases)?.bounded === true);
    const before = [...rules, ...(limit ? abilities : [])].some(({ end }) => end <= joint.start);
    const after = rules.find(({ start }) => start >= joint.end);
    const free = !marks.some(({ start }) => start < joint.start);
    if (!before || !free || !after || after.start - joint.end > nearest) continue;
    // "Must do A and must do B" is one rule with two verbs.
    const subject = sentence.slice(joint.end, after.start).trim();
    const turns =
      says(sentence.slice(0, joint.start), phrases.inability) !==
      says(sentence.slice(after.start), phrases.inability);
    const denied = denies(subject, phrases) && residueOf(subject, [], phrases).length === 0;
    // "A can't do it and must do that": what has no subject of its own is said of A.
    if (phrases.spaced && ((subject === '' && turns) || denied)) {
      const first = Math.min(...rules.map(({ start }) => start));
      const shared = denied || marks.length > 0 ? '' : sentence.slice(0, first);
      return [sentence.slice(0, joint.start), `${shared}${sentence.slice(joint.end).trim()}`];
    }
    if (subject === '' && alone) {
      return [sentence.slice(0, joint.start), ...splitRules(sentence.slice(joint.end).trim(), phrases)];
    }
    // "客户不能有 A，也不能有 B": where no ending tells it, the subject is that of both.
    if (
      subject === '' &&
      !phrases.spaced &&
      !phrases.topicMarked &&
      (turns || says(sentence.slice(after.start), phrases.inability))
    ) {
      const shared = sentence.slice(0, Math.min(...rules.map(({ start }) => start)));
      return [
        sentence.slice(0, joint.start),
        ...splitRules(`${shared}${sentence.slice(joint.end)}`, phrases),
      ];
    }
    if (subject === '' || (phrases.spaced && !opensSubject(subject, phrases))) continue;
    const left = sentence.slice(0, joint.start);
    const right = sentence.slice(joint.end).trim();
    const shared = turns && marks.length === 0 ? topicOf(left, right, phrases) : '';
    return [left, ...splitRules(`${shared}${right}`, phrases)];
  }
  return [sentence];
}

/** Finds the marks of clauses that bear on rules: what the task is, and what does not matter, does not. */
function bearingMarks(sentence: string, phrases: Phrases): Span[] {
  const all = [...phrases.opening, ...phrases.closing].flatMap(({ role, pattern }) =>
    spansOf(sentence, pattern).map((span) => ({ ...span, role })),
  );
  const idle = all.filter(({ role }) => isIdle(role) || role === 'before');
  return all.filter((mark) => !idle.some((each) => overlap(each, mark)));
}

/** Finds where one rule may end and the next begin, in order. */
function ruleJoints(sentence: string, phrases: Phrases): Span[] {
  // Where the verb stands last, the joint is its ending: it stays with the rule that it ends.
  const ends = spansOf(sentence, phrases.connects).map(({ start, end }) => ({
    start: phrases.topicMarked ? end : start,
    end,
  }));
  const joints = [
    ...ends,
    ...splices(sentence, phrases),
    ...spansOf(sentence, phrases.joints.and),
    ...spansOf(sentence, /[;；]/gu),
  ];
  return joints.toSorted((a, b) => a.start - b.start);
}

/** "A는 B할 수 없으며, C해야 합니다": gives of whom the first rule is said, where the second has no subject. */
function topicOf(left: string, right: string, phrases: Phrases): string {
  const rest = right.replace(phrases.necessity, ' ');
  if (!phrases.topicMarked || says(rest, phrases.topics) || says(rest, phrases.subjects)) return '';
  const topic = firstMatch(left, phrases.topics);
  return topic ? `${left.slice(0, topic.end)} ` : '';
}

/** Finds the commas at which a rule with a pronoun for a subject begins: "you need A, you can't B". */
function splices(sentence: string, phrases: Phrases): Span[] {
  if (!phrases.spaced) return [];
  const pronouns = spansOf(sentence, phrases.pronouns);
  // A comma after a clause ends that, and begins the rule that it bears on.
  const opened = Math.min(
    ...phrases.opening.flatMap(({ pattern }) => spansOf(sentence, pattern).map(({ start }) => start)),
  );
  return spansOf(sentence, /,/gu).filter(
    ({ start, end }) => start < opened && pronouns.some((pronoun) => pronoun.start === end + 1),
  );
}

/** Splits "X can be done, but if A, B must be": what comes before the joint is no part of the rule after it. */
export function splitTurn(sentence: string, phrases: Phrases): string[] {
  if (phrases.topicMarked) return [sentence];
  const opens = phrases.opening.filter(({ role }) => isCase(role) || role === 'unless');
  const marks = opens.flatMap(({ pattern }) => spansOf(sentence, pattern));
  const rules = [phrases.necessity, phrases.inability].flatMap((pattern) => spansOf(sentence, pattern));
  const turn = spansOf(sentence, phrases.joints.and).find((joint) => {
    const mark = marks.find(({ start }) => start >= joint.end && start - joint.end <= 1);
    const comma = mark ? sentence.slice(mark.end).search(/[,，]/u) : -1;
    const apart = /[,，] ?$/u.test(sentence.slice(0, joint.start));
    return mark && comma > 0 && apart && rules.some(({ start }) => start > mark.end + comma);
  });
  return turn ? [sentence.slice(0, turn.start), sentence.slice(turn.end).trim()] : [sentence];
}

/** Tells whether words begin as a subject does: with a pronoun, an article, or whom the case is about. */
function opensSubject(words: string, phrases: Phrases): boolean {
  const [first = ''] = words.toLowerCase().split(' ');
  const marks = [phrases.articles, phrases.neutral, phrases.others];
  return (
    words.split(' ').length <= 6 &&
    (phrases.fillers.has(first) ||
      marks.some((pattern) => spansOf(words, pattern).some(({ start }) => start === 0)))
  );
}
