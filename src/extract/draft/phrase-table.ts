/** What a subordinate clause does to the rule that its sentence states. */
export const clauseRoles = [
  'reason',
  'concession',
  'unless',
  'while',
  'until',
  'before',
  'after',
  'purpose',
  'if',
  'when',
] as const;

/** Role of a subordinate clause: `while` also stands for "only if" and "as long as". */
export type ClauseRole = (typeof clauseRoles)[number];

/**
 * What joins names in a list. The loose ones may as well mean something else ("와", "と" also stand for "with"), so that
 * they only join what the vocabulary names on both sides; "both" is "neither" where it is denied ("A도 B도", "A も B も"); a list is "and" or "or" as the sense demands.
 */
export const jointNames = ['and', 'or', 'both', 'list', 'looseAnd', 'looseOr', 'looseBoth'] as const;

/** Name of what joins names. */
export type JointName = (typeof jointNames)[number];

/** Bounds that words put on a quantity. */
export const boundNames = ['atLeast', 'atMost', 'moreThan', 'lessThan'] as const;

/** Name of a bound. */
export type BoundName = (typeof boundNames)[number];

/** Units of time, by which facts are named; `dayOfMonth` is a day that a month has ("the 8th of the month"). */
export const unitNames = [
  'dayOfMonth',
  'minutes',
  'hours',
  'businessDays',
  'days',
  'weeks',
  'months',
  'years',
] as const;

/** Name of a unit of time. */
export type UnitName = (typeof unitNames)[number];

/** Why words cannot become a condition. */
export const unencodableReasons = ['calendar-date', 'vague', 'elsewhere'] as const;

/** Kind of words that cannot become a condition. */
export type UnencodableReason = (typeof unencodableReasons)[number];

/** Lists of a phrase table that are one pattern each once compiled. */
export const plainLists = [
  'intent',
  'necessity',
  'inability',
  'ability',
  'negation',
  /** Verbs that take names, so that one verb may have a list of them; they carry content. */
  'verbs',
  /** Words of existence or possession: they add nothing to a name. */
  'having',
  /** Words that add nothing to a condition: whom the case is about, "currently", "remaining". */
  'neutral',
  /** Negations that belong to one name, as "no" does. */
  'noneOf',
  'articles',
  /** Words that leave none out. */
  'every',
  /** Words that deny each of several: "모두 없". */
  'neither',
  /** Words by which what is said of several is said of each. */
  'each',
  /** Negations within a name: "a subscription that isn't active". */
  'innerNegation',
  /** Of the words of necessity, those whose subject is the task. */
  'demands',
  /** Words with which the main clause goes on where no comma stands: "only after A can you …". */
  'resumes',
  /** Words for time that has passed. */
  'elapsed',
  /** Words by which a time tells which things are meant: "every invoice *older than* 60 days". */
  'describing',
  /** What something is counted by: "하루에", "1 日に". A number in it is no bound. */
  'rates',
  /** What makes a window of time after it end at an event: "7 days *before* the renewal". */
  'ahead',
  /** Ends of a clause's mark that make it the act before the one that must be: "A한 다음 B해야 합니다". */
  'sequences',
  /** Marks of a subject within a clause. */
  'subjects',
  /** Words after which a sentence says what for. */
  'aims',
  /** Words that open a clause within a name. */
  'relatives',
  /** Phrases in which a conjunction joins nothing ("one or more"). */
  'idioms',
  /** Spaces that stray into words ("수행 하려면"), as translations by machine have them. */
  'strays',
  /** Words that only join a name with what is said of it. */
  'copulas',
  /** Endings that tell a verb from the noun that it is made of, where verbs stand last. */
  'inflections',
  /** Words that end one rule and begin the next, besides "and". */
  'connects',
  /** Words by which what is named is all ("only"). */
  'only',
  /** Words in the mark of a clause before which nothing may be done: "only after". */
  'strictly',
  /** Words before those who alone may do something: "only", "只能由". */
  'reserves',
  /** Marks of those whom alone something is for: "에게만". */
  'recipients',
  /** Words after which those are named whom a rule leaves out ("except"). */
  'excepting',
  /** Words after which those are named who do something ("by"). */
  'doers',
  /** Where words do not stand apart: what tells, of what someone can't, that he does it and it is not done to him. */
  'doing',
  /** Words that stand for a subject, so that a clause of its own begins with one. */
  'pronouns',
  /** Of the marks that open a clause, those that only a phrase follows: it ends before what must or can be. */
  'prepositions',
  /** Forms of a verb that only an order has. */
  'orders',
  /** Words that tell someone by whose he is: what is yours is not you. */
  'possessives',
  /** Words that lift a necessity: "you don't need to". */
  'waivers',
  /** Marks of the subject that a sentence speaks of, where it comes first. */
  'topics',
  /** A lead-in of whose items one is enough. */
  'anyLead',
  /** Words with which a lead-in tells that its items are cases: "if" before the colon, "in the following cases". */
  'caseLead',
  /** Verbs that leave nothing of what they are about. */
  'absence',
  /** Words for what only a person can confirm. */
  'attest',
  /** Words that tell a thing from the one that a fact is about. */
  'different',
  /** Words for those who may be anyone: whom a rule speaks of besides, or no role that a fact knows. */
  'people',
  /** Subjects that are not the reader. */
  'others',
  'customer',
  /** Actions that only look, go or type. */
  'harmless',
  /** Actions that change something. */
  'acting',
  /** Words by which the title of a fact, or the label of a line, tells that it is of roles. */
  'roleWords',
  /** Words by which one person has all roles that are named, and not one of them. */
  'together',
  /** Words at the beginning that make a sentence hold where the one before it does not. */
  'otherwise',
  /** Words at the beginning that make a sentence hold for a case told before it: "in this case". */
  'backReferences',
  /** Words that give each name of one list one of another: "respectively". */
  'respective',
  /** Words that say that a case bars nothing: "can still". */
  'still',
  /** Words with which a lead-in says that its items are why something fails. */
  'causes',
  /** Words with which a lead-in says that its items are what someone may: "the permissions of the role include". */
  'entitles',
  /** Words with which a lead-in says that its items are not in force yet: "we're considering". */
  'intends',
  /** Words of a sentence that only tells where to read more. */
  'pointers',
  /** Words for the reader, to whom something is done. */
  'reader',
  /** Words for the task itself, and for carrying it out: "*these tasks* must be *performed* by …". */
  'tasks',
  /** Words for beginning or going on with a task, which do not say what it is: "before you *begin*", "to *do so*". */
  'begins',
  /** Words that say what a name means. */
  'defines',
  /** Words at the beginning that make a sentence go on with what the one before it tells: "also", "it". */
  'continues',
  /** Words at the beginning that say for whom alone the rule before holds: "this restriction applies to …". */
  'narrows',
  /** Words for what is to be seen on a screen. */
  'shows',
  /** Words that answer a question: yes and no. */
  'answers',
  /** Words after a name of people that tell which of them: "partners *in* the program", "users *who* …". */
  'qualifies',
  /** Names of who publishes the documentation, and "we". */
  'publisher',
  /** Words that an act completes ("permission *to* …"), so that it is no aim. */
  'grants',
  /** Words between commas after which a sentence says something else than before: "however". */
  'turns',
  /** Marks of what something is needed for, where no verb of its own says it: "Xに*は* Y が必要". */
  'neededFor',
  /** Words by which there may be one and no more. */
  'justOne',
  /** Words for a date by which something is due. */
  'deadlines',
  /** Stretches that say as whom someone signs in, with the name of the role. */
  'signsInAs',
] as const;

/** Name of such a list. */
export type PlainList = (typeof plainLists)[number];

/**
 * The phrases of one language that carry the logic of a rule, as its file in `phrases/` holds them: lists of regular
 * expressions without unbounded repetition. A language is added by adding a file.
 */
export interface PhraseTable extends Record<PlainList, string[]> {
  language: string;
  /** True where words stand apart, so that patterns match whole words only. */
  spaced: boolean;
  /** What stands between clauses: a mark, with the space after it where there is one. */
  comma: string;
  /** True where one word is made of several ("Softwarekauf"), which are told by the terms: those match within words. */
  compounds: boolean;
  clauses: {
    /** Marks that open a clause, which runs on to the next comma or to the end. */
    opening: Partial<Record<ClauseRole, string[]>>;
    /** Marks that close a clause, which began at the last comma. */
    closing: Partial<Record<ClauseRole, string[]>>;
  };
  /** What stands between two requirements of one sentence. */
  all: string[];
  /** What stands between two alternatives. */
  any: string[];
  /** Marks of what someone has or lacks for whom something can't be done: "customers with …". */
  bearing: PhraseTable['clauses'];
  /** What stands between the names of a list. */
  joints: Partial<Record<JointName, string[]>>;
  /** Words between a number and what it counts. */
  counters: string[];
  unencodable: Partial<Record<UnencodableReason, string[]>>;
  bounds: Partial<Record<BoundName, string[]>>;
  units: Partial<Record<UnitName, string[]>>;
  /** Words before a number that make it the first of a time: "the *first* seven days". */
  initial: string[];
  /** What stands between the thousands of a number, besides the marks that do so in every language. */
  thousands: string[];
  numbers: Record<string, number>;
  /** Words of an effect, by the code it is named with. */
  effects: Record<string, string[]>;
  /** Words that multiply the number before them ("million"); such a number is not read. */
  multiples: string[];
  /** Roles by code, with the names that documents give each: every table has the same. */
  roles: Record<string, string[]>;
  /** English words for names, with what stands for each. */
  terms: Record<string, string[]>;
  /** Words left out of names. */
  fillers: string[];
}
