import type { Condition, Fact } from '../../rules/workflow.ts';
import { compareValues, draftCondition, type Reading, type Vocabulary } from './draft-condition.ts';
import { findValues, type NamedValue, splitWords } from './fact-words.ts';
import { negate } from './negate.ts';
import { codeOf, factNameOf, tellingWords } from './naming.ts';
import type { BoundName } from './phrase-table.ts';
import { firstMatch, type Phrases, says } from './phrases.ts';
import { readQuantity } from './quantity.ts';
import { type ClauseReading, readClauses, type SubordinateClause, tidy } from './read-clauses.ts';

/** One requirement of a sentence, as far as it could be drafted. */
export interface DraftedPart {
  /** The words it was drafted from. */
  words: string;
  reading: Reading;
  audience?: Condition;
  /** True where it says who may carry the task out. */
  who?: boolean;
}

/** Roles of clauses whose content is required where the main clause says what can be done. */
const gating = new Set<SubordinateClause['role']>(['if', 'while', 'after', 'when']);
/** Roles that lift a ban, and roles that impose it. */
const lifting = new Set<SubordinateClause['role']>(['unless', 'until', 'before']);

/** Letters that are read of a text; what is longer is no sentence. */
const longest = 1500;

/** Drafts the requirements that a sentence states, each by itself. */
export function draftPreconditions(text: string, phrases: Phrases, vocabulary: Vocabulary): DraftedPart[] {
  const sentence = text.slice(0, longest);
  const roles = draftRoleLine(sentence, phrases, vocabulary);
  if (roles) return [roles];
  const sentences = splitSentences(sentence, phrases);
  // Of several sentences only those that require something count.
  const telling = sentences.filter((each) => requires(each, phrases));
  const read = telling.length > 0 && sentences.length > 1 ? telling : [sentence];
  return read
    .flatMap((each) => draftSentence(each, phrases, vocabulary))
    .map((part) => (part.words === '' ? { ...part, words: sentence } : part));
}

function splitSentences(text: string, phrases: Phrases): string[] {
  const segmenter = new Intl.Segmenter(phrases.language, { granularity: 'sentence' });
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter((each) => each !== '');
}

function requires(sentence: string, phrases: Phrases): boolean {
  if (says(sentence, phrases.necessity) || says(sentence, phrases.inability)) return true;
  const { subordinates } = dropIntent(readClauses(sentence, phrases), phrases);
  return subordinates.some(({ role }) => gating.has(role) || lifting.has(role));
}

function draftSentence(sentence: string, phrases: Phrases, vocabulary: Vocabulary): DraftedPart[] {
  const clauses = keepWindow(dropIntent(readClauses(sentence, phrases), phrases), phrases);
  const draft = (words: string): Reading => draftCondition(words, phrases, vocabulary);
  const parts = draftLogic(clauses, phrases, vocabulary, draft);
  const who = draftAudienceLabel(clauses.label, phrases, vocabulary);
  return who ? [who, ...parts] : parts;
}

/** "Within 7 days after the purchase": what the time counts from is no clause of its own. */
function keepWindow(clauses: ClauseReading, phrases: Phrases): ClauseReading {
  const since = clauses.subordinates.filter(({ role }) => role === 'after');
  if (since.length !== 1 || readQuantity(clauses.main, phrases)?.unit === undefined) return clauses;
  const main = [clauses.main, ...since.map(({ mark, words }) => `${mark} ${words}`)].join(' ');
  return { ...clauses, main, subordinates: clauses.subordinates.filter(({ role }) => role !== 'after') };
}

function draftLogic(
  { label, main, subordinates }: ClauseReading,
  phrases: Phrases,
  vocabulary: Vocabulary,
  draft: (words: string) => Reading,
): DraftedPart[] {
  const relevant = subordinates.filter(({ role }) => role !== 'concession' && role !== 'purpose');
  const turned = (words: string): Reading => turn(draft(words), vocabulary.facts);
  const ban = firstMatch(main, phrases.inability);
  const need = firstMatch(main, phrases.necessity);
  if (ban && (!need || ban.start <= need.start)) {
    const banned = tidy(`${main.slice(0, ban.start)} ${main.slice(ban.end)}`);
    const parts = relevant.flatMap((clause): DraftedPart[] => {
      const { role, words } = clause;
      const lapse = draftLapse(
        clause,
        banned,
        phrases,
        vocabulary,
        role === 'after' ? 'moreThan' : 'atLeast',
      );
      if (lapse) return [{ words, reading: role === 'after' ? turn(lapse, vocabulary.facts) : lapse }];
      const lifts = lifting.has(role);
      return requirements(words, phrases, lifts ? draft : turned, lifts ? 'all' : 'any');
    });
    if (parts.length > 0) return parts;
    // Without a condition, what the ban speaks of is what must not be the case.
    const reading = draft(tidy(banned.replace(phrases.negation, ' ')));
    return [{ words: main, reading: turn(reading, vocabulary.facts) }];
  }
  if (need) {
    const subject = tidy(main.slice(0, need.start));
    const object = tidy(main.slice(need.end));
    const whole = object === '' || !phrases.spaced ? tidy(main.replace(phrases.necessity, ' ')) : object;
    const audience = audienceOf(
      relevant.filter(({ role }) => gating.has(role)),
      draft,
    );
    const escape = relevant.find(({ role }) => role === 'unless' || role === 'until');
    // "You must wait until …": nothing else is required.
    const asked = draft(whole);
    if (escape && asked.kind === 'unencodable' && asked.reason === 'nothing-named') {
      return requirements(escape.words, phrases, draft);
    }
    return requirements(whole, phrases, (words) => {
      const said = phrases.spaced && says(subject, phrases.others) ? `${subject} ${words}` : words;
      const reading = draft(said);
      return escape ? either(draft(escape.words), reading) : reading;
    }).map((part) => (audience ? { ...part, audience } : part));
  }
  const gates = relevant.filter(({ role }) => gating.has(role) || role === 'unless' || role === 'until');
  // Beside "as long as", "when" only tells the circumstances.
  const strict = gates.filter(({ role }) => role === 'while');
  if (gates.length > 0) {
    return (strict.length > 0 ? strict : gates).flatMap((clause): DraftedPart[] => {
      const { role, words } = clause;
      // Where a clause runs on to the end, the ban may stand in it.
      const banned = role === 'after' && says(words, phrases.inability);
      const open = banned ? 'moreThan' : role === 'after' ? 'atLeast' : 'atMost';
      const lapse = draftLapse(clause, main, phrases, vocabulary, open);
      if (lapse) return [{ words, reading: banned ? turn(lapse, vocabulary.facts) : lapse }];
      return requirements(words, phrases, role === 'unless' || role === 'until' ? turned : draft);
    });
  }
  const who = draftSubject(main, phrases, vocabulary);
  if (who) return [who];
  const whole = main === '' ? label : main;
  // "You can do X within Y": what the vocabulary knows is what is done, not what it takes.
  const limited = says(whole, phrases.ability);
  const parts = limited
    ? [{ words: whole, reading: draftCondition(whole, phrases, vocabulary, { fresh: true }) }]
    : requirements(whole, phrases, draft);
  const known = parts.filter(({ reading }) => reading.kind === 'condition' && reading.proposed.length === 0);
  return known.length > 0 ? known : [{ ...parts[0], words: whole, reading: joinAll(parts) }];
}

/**
 * Drafts a lapse of time ("after 7 days", "until 30 days have passed"): a bound on the time since, where a window of time
 * is a limit elsewhere.
 */
function draftLapse(
  { role, words }: SubordinateClause,
  main: string,
  phrases: Phrases,
  vocabulary: Vocabulary,
  open: BoundName,
): Reading | undefined {
  if (role !== 'after' && role !== 'until' && role !== 'before') return undefined;
  const quantity = readQuantity(words, phrases, open);
  if (quantity?.unit === undefined) return undefined;
  // "After 7 days" alone does not say of what.
  const named = tellingWords(quantity.rest, phrases).length > 0;
  return draftCondition(named ? words : `${main} ${words}`, phrases, vocabulary, { fresh: true, open });
}

/** Drafts who may do something: "Only direct partners can …". */
function draftSubject(main: string, phrases: Phrases, vocabulary: Vocabulary): DraftedPart | undefined {
  const able = firstMatch(main, phrases.ability);
  if (!able) return undefined;
  const subject = tidy(main.slice(0, able.start));
  const named = findValues(subject, phrases.language, vocabulary.words);
  let rest = subject;
  for (const { start, end } of named.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  const others = splitWords(rest, phrases.language).filter((word) => !phrases.fillers.has(word));
  // Where no fillers are listed, "only" may stand beside.
  if (others.length > (phrases.fillers.size > 0 ? 0 : 1)) return undefined;
  const condition = compareValues(named, subject, phrases);
  return condition && { words: main, reading: { kind: 'condition', condition, proposed: [] }, who: true };
}

function joinAll(parts: readonly DraftedPart[]): Reading {
  return parts.map(({ reading }) => reading).reduce(both);
}

/** Splits words into the requirements they join; alternatives become one condition. */
function requirements(
  words: string,
  phrases: Phrases,
  draft: (words: string) => Reading,
  join: 'all' | 'any' = 'all',
): DraftedPart[] {
  const parts = splitBy(words, phrases.all);
  // "If A and B, it fails": it is enough that one of the two does not hold.
  if (join === 'any' && parts.length > 1) {
    const joined = parts.map((part) => draftAlternatives(part, phrases, draft, 'all')).reduce(either);
    return [{ words, reading: joined }];
  }
  return parts.map((part) => ({
    words: part,
    reading: draftAlternatives(part, phrases, draft, join === 'any' ? 'all' : 'any'),
  }));
}

function draftAlternatives(
  words: string,
  phrases: Phrases,
  draft: (words: string) => Reading,
  join: 'all' | 'any',
): Reading {
  const readings = splitBy(words, phrases.any).map(draft);
  return readings.reduce((a, b) => (join === 'any' ? either(a, b) : both(a, b)));
}

function splitBy(words: string, pattern: RegExp): string[] {
  const parts = words
    .split(pattern)
    .map((part) => tidy(part ?? ''))
    .filter((part) => part !== '');
  return parts.length > 0 ? parts : [words];
}

function either(a: Reading, b: Reading): Reading {
  return combine(a, b, 'any');
}

function both(a: Reading, b: Reading): Reading {
  return combine(a, b, 'all');
}

/** Joins two readings; where one cannot be a condition, neither can the whole. */
function combine(a: Reading, b: Reading, key: 'all' | 'any'): Reading {
  if (a.kind !== 'condition') return a;
  if (b.kind !== 'condition') return b;
  const children = [a.condition, b.condition].flatMap((child): Condition[] => {
    if (key === 'any' && 'any' in child) return child.any;
    return key === 'all' && 'all' in child ? child.all : [child];
  });
  const condition = key === 'any' ? { any: children } : { all: children };
  return { kind: 'condition', condition, proposed: [...a.proposed, ...b.proposed] };
}

function turn(reading: Reading, facts: ReadonlyMap<string, Fact>): Reading {
  if (reading.kind !== 'condition') return reading;
  const known = new Map([...facts, ...reading.proposed.map((fact) => [fact.name, fact] as const)]);
  return { ...reading, condition: negate(reading.condition, known) };
}

/** What someone is about to do is the purpose, not a condition. */
function dropIntent(clauses: ClauseReading, phrases: Phrases): ClauseReading {
  const subordinates = clauses.subordinates.map((clause) =>
    (clause.role === 'if' || clause.role === 'when') && says(`${clause.words} ${clause.mark}`, phrases.intent)
      ? { ...clause, role: 'purpose' as const }
      : clause,
  );
  return { ...clauses, subordinates };
}

/** Whom a requirement is for: only where the vocabulary names it, or the words are too few to be in doubt. */
function audienceOf(
  clauses: readonly SubordinateClause[],
  draft: (words: string) => Reading,
): Condition | undefined {
  const conditions = clauses.flatMap(({ words }) => {
    const reading = draft(words);
    return reading.kind === 'condition' && reading.proposed.length === 0 ? [reading.condition] : [];
  });
  const [first, ...rest] = conditions;
  return rest.length > 0 ? { all: conditions } : first;
}

function draftAudienceLabel(
  label: string,
  phrases: Phrases,
  vocabulary: Vocabulary,
): DraftedPart | undefined {
  const named = findValues(label, phrases.language, vocabulary.words).filter(
    ({ fact }) => fact.type === 'code',
  );
  const [first] = named;
  if (!first) return undefined;
  const values = [...new Set(named.filter(({ fact }) => fact === first.fact).map(({ value }) => value))];
  const [value = ''] = values;
  const fact = first.fact.name;
  const condition: Condition =
    values.length === 1 ? { fact, operator: 'equal', value } : { fact, operator: 'in', value: values };
  return { words: label, reading: { kind: 'condition', condition, proposed: [] }, who: true };
}

/** Reads "Appropriate roles: A | B": any one of them will do; a role that no fact has is proposed as a value. */
function draftRoleLine(sentence: string, phrases: Phrases, vocabulary: Vocabulary): DraftedPart | undefined {
  const at = sentence.search(/[:：]/u);
  const label = at > 0 && at < 60 ? tidy(sentence.slice(0, at)) : '';
  const items = sentence
    .slice(at > 0 && at < 60 ? at + 1 : 0)
    .split(/[|｜]/u)
    .map(tidy)
    .filter((item) => item !== '');
  const found = items.map((item) => wholeValue(item, phrases, vocabulary));
  const fact = found.find((named) => named !== undefined)?.fact;
  const sameFact = found.every((named) => named === undefined || named.fact === fact);
  if (label === '' && items.length < 2) return undefined;
  if (fact && sameFact) {
    const values = found.map((named, index) => named?.value ?? valueCode(items[index] ?? '', phrases));
    const unknown = values.filter((value) => !(fact.values ?? []).includes(value));
    const proposed: Fact[] =
      unknown.length > 0 ? [{ ...fact, values: [...(fact.values ?? []), ...new Set(unknown)] }] : [];
    return { words: sentence, reading: anyOf(fact.name, values, proposed) };
  }
  if (label === '' || items.length === 0 || !items.every((item) => isName(item, phrases))) return undefined;
  const values = [...new Set(items.map((item) => valueCode(item, phrases)))];
  const name = factNameOf(label, phrases);
  return {
    words: sentence,
    reading: anyOf(name, values, [{ name, type: 'codes', values, known: ['person'] }]),
  };
}

/** Tells whether words are a mere name: few of them, and none that says to do something. */
function isName(words: string, phrases: Phrases): boolean {
  const short = phrases.spaced ? words.split(' ').length <= 4 : Array.from(words).length <= 16;
  const acts = [phrases.harmless, phrases.acting, phrases.necessity, phrases.inability, phrases.ability];
  return short && !/[.。,，、;]/u.test(words) && !acts.some((pattern) => says(words, pattern));
}

function wholeValue(item: string, phrases: Phrases, vocabulary: Vocabulary): NamedValue | undefined {
  const named = findValues(item, phrases.language, vocabulary.words).find(
    ({ fact }) => fact.type === 'codes',
  );
  return named && named.start === 0 && named.end === item.length ? named : undefined;
}

function anyOf(fact: string, values: readonly string[], proposed: Fact[]): Reading {
  const children = [...new Set(values)].map((value) => ({ fact, operator: 'contains' as const, value }));
  const [only] = children;
  const condition: Condition = only && children.length === 1 ? only : { any: children };
  return { kind: 'condition', condition, proposed };
}

function valueCode(item: string, phrases: Phrases): string {
  const parts = codeOf(item, 'value', phrases, 6).split('-');
  return parts
    .map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('');
}
