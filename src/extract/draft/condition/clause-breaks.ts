import { jointNames } from '../phrase-table.ts';
import { type Phrases, says } from '../phrases.ts';
import { verbsOf } from './acts.ts';
import { contentOf, residueOf } from './residue.ts';
import { overlap, spansOf } from './span.ts';

const separator = /[,，](?!\d)\s?|[;、；]\s?|[:：]\s|[。.]\s?$/gu;
/** Commas of a sentence at most whose lists are told from its clauses. */
const mostBreaks = 100;

/**
 * Lists where a clause of a text may end: at commas and the like, unless they stand in a list of names.
 *
 * @param options.named False to go on with a list only where a conjunction tells it.
 */
export function findBreaks(text: string, phrases: Phrases, { named = true } = {}): number[] {
  // Where a language has a comma for lists alone, it ends no clause.
  const joints = jointNames.flatMap((name) => spansOf(text, phrases.joints[name]));
  const listed = spansOf(text, phrases.joints.list);
  const breaks = [...spansOf(text, separator), ...spansOf(text, phrases.resumes)]
    .filter((span) => !joints.some(({ end }) => end === span.start))
    .filter((span) => !listed.some((joint) => overlap(joint, span) && joint.end - joint.start === 1))
    .map(({ start }) => start)
    .toSorted((a, b) => a - b);
  if (breaks.length > mostBreaks) return breaks;
  const stretches = [...breaks, text.length].map((end, index) => text.slice(breaks[index - 1] ?? 0, end));
  const read = stretches
    .map((stretch) => readStretch(stretch, phrases))
    .map((stretch) => (named ? stretch : { ...stretch, named }));
  return breaks.filter((_, index) => !isListed(index, read, phrases.topicMarked));
}

/** What stands between two commas. */
interface Stretch {
  /** True where a conjunction joins names in it. */
  joins: boolean;
  /** True where a conjunction may join names in it, whatever else it can be. */
  lists: boolean;
  /** True where nothing in it says what is, must be or can be, and it begins as no order. */
  item: boolean;
  /** True where the mark of a clause stands in it. */
  gate: boolean;
  /** True where it has content, and no mark of the subject. */
  named: boolean;
  /** True where it begins with a conjunction. */
  opens: boolean;
  /** True where it says what must be or can be, or begins as an order. */
  rules: boolean;
}

/**
 * Tells whether the comma after a stretch goes on with a list: only names stand between it and the last of them, which
 * the conjunction tells. Where verbs stand last, the name before the comma must be one too; else something must follow.
 */
function isListed(index: number, stretches: readonly Stretch[], verbLast: boolean): boolean {
  const stretch = stretches[index];
  // Where verbs stand last, a name without one has that of what follows.
  if (verbLast && stretch?.item === true && (stretch.lists || stretch.named)) return true;
  for (let at = index + 1; at < stretches.length; at += 1) {
    const { joins, item, rules, opens } = stretches[at] ?? {
      joins: false,
      item: false,
      rules: true,
      gate: false,
      named: false,
      opens: false,
    };
    const last = at === stretches.length - 1;
    // "If there is A, but no B, you can't": a second predicate.
    const next = at === index + 1 && opens && !verbLast;
    // "You can A, but until B, you can't": what was said before is a rule of its own.
    if (next && stretches[index]?.rules === true && !stretches[index].gate && !last) return false;
    if (next && !rules && !last) return true;
    if (joins && item) return !last || verbLast;
    if (joins) return stretches[index]?.item === true && (verbLast || (!rules && !last));
    if (!item) return false;
  }
  return false;
}

function readStretch(words: string, phrases: Phrases): Stretch {
  const {
    necessity,
    inability,
    ability,
    having,
    copulas,
    intent,
    resumes,
    absence,
    verbs,
    harmless,
    acting,
  } = phrases;
  const lead = /^[\s,，、;；]{0,4}/u.exec(words)?.[0].length ?? 0;
  const orders = [absence, verbs, harmless, acting].some((pattern) =>
    spansOf(words, pattern).some(({ start, end }) =>
      phrases.topicMarked
        ? spansOf(words, phrases.inflections).some((ending) => ending.start === end)
        : start === lead,
    ),
  );
  // "Before you install, configure, and test it": a verb alone shares what the last is about.
  const actions = verbsOf(words, phrases);
  const verb = actions.length > 0 && residueOf(words, actions, phrases).length === 0;
  const rules =
    (orders && !verb) || [necessity, inability, ability, resumes].some((pattern) => says(words, pattern));
  return {
    joins: (['and', 'or', 'both'] as const).some((name) => says(words, phrases.joints[name])),
    lists: jointNames.some((name) => says(words, phrases.joints[name])),
    item: !rules && ![having, intent, copulas].some((pattern) => says(words, pattern)),
    rules,
    named: contentOf(words, phrases).length > 0 && !says(`${words} `, phrases.topics),
    gate: phrases.opening.some(({ pattern }) => says(words, pattern)),
    opens: [phrases.joints.and, phrases.joints.or].some((pattern) =>
      spansOf(words, pattern).some(({ start }) => start === lead),
    ),
  };
}
