/** The operators of json-rules-engine that rules may use: its built-in ones and no others. */
export type Operator =
  | 'equal'
  | 'notEqual'
  | 'in'
  | 'notIn'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive'
  | 'contains'
  | 'doesNotContain';

/** A value of a fact: a code or text, a whole number, yes or no, or a list of codes. */
export type FactValue = string | number | boolean | readonly string[];

/** One comparison of a fact with a constant. */
export interface Comparison {
  fact: string;
  operator: Operator;
  value: FactValue;
}

/** A condition: a comparison, or a tree of `all`, `any` and `not`. */
export type Condition = Comparison | { all: Condition[] } | { any: Condition[] } | { not: Condition };

/** Where an element is stated: one segment of one document, with the digests of what was read there. */
export interface Pin {
  /** Language of the document, as `ko`. */
  locale: string;
  /** Article, where it is another one than the workflow's. */
  article?: string;
  segment: string;
  /** Digest of the English text that was read (`digestText`). */
  source: string;
  /** Digest of the translation that was read. */
  target: string;
  /** Why this sentence must not be shown as the rule's words: the translation says something else. */
  disputed?: string;
}

/** `draft` elements stand in files but never decide. */
export type ElementState = 'draft' | 'reviewed';

/** Who made a draft a reviewed element, and when. */
export interface Review {
  by: string;
  /** YYYY-MM-DD. */
  date: string;
  /** Digests of the sentences that were read, English and translations. */
  read?: string[];
}

/** What every rule element has. */
export interface Element {
  /** Unique in the workflow; words in the catalogs are found by it. */
  id: string;
  state: ElementState;
  review?: Review;
  /** Whom the element is for; absent means everyone. */
  audience?: Condition;
  pins: Pin[];
}

/** What must hold before the workflow, or one of its steps, can be carried out. */
export interface Precondition extends Element {
  require: Condition;
  /** Ids of the steps that make it hold. */
  remedy: string[];
  /** True for the condition that says who may run the workflow; when it alone fails, another workflow may fit. */
  who?: boolean;
  /** Pages that state it differently: their own condition and pins. */
  variants?: { require: Condition; pins: Pin[] }[];
}

/** Something that the documents require and no data can show; a person confirms it. */
export type Attestation = Element;

/** Whose data a step changes. */
export type StepChange = 'customer' | 'partner' | 'nothing';

/** An action, with the smaller ones it is made of. */
export interface Step extends Element {
  changes: StepChange;
  /** False where documents require the outcome but no page says how to reach it; such a step has no pins. */
  documented: boolean;
  /** `remedy` steps are done only where a precondition asks for them; `afterwards` ones when the task is over. */
  phase: 'remedy' | 'perform' | 'afterwards';
  /** Done once for each of what the fact counts. */
  repeat?: { fact: string };
  /** When the step is to be done; absent means always. */
  when?: Condition;
  optional?: boolean;
  /** Smaller steps in order. */
  steps?: Step[];
}

/** What follows from carrying the workflow out, or from a state it is about. */
export interface Consequence extends Element {
  /** What changes, as a code that other workflows may use too (`delegated-admin-privileges`). */
  subject: string;
  /** What becomes of it, as a code (`removed`, `unchanged`); two effects on one subject contradict each other. */
  effect: string;
  when?: Condition;
  /** Pages that state another effect. */
  variants?: { effect: string; pins: Pin[] }[];
}

/** A duty by policy or contract that does not gate the workflow. */
export interface Obligation extends Element {
  when?: Condition;
}

/** A statement that cannot be expressed as an element, kept with its place and the reason. */
export interface Unencodable {
  id: string;
  /** Why, in English, for those who keep the rules. */
  reason: string;
  pins: Pin[];
}

/** Segments that say something like a rule and belong to no element, with the reason. */
export interface Uncovered {
  locale: string;
  article?: string;
  segments: string[];
  reason: string;
}

/** One task that someone wants to do, as a rule file states it. */
export interface Workflow {
  workflow: string;
  article: string;
  /** Workflows that serve people whom this one does not. */
  instead?: string[];
  preconditions: Precondition[];
  attestations: Attestation[];
  steps: Step[];
  consequences: Consequence[];
  obligations: Obligation[];
  unencodable: Unencodable[];
  uncovered: Uncovered[];
}

/** How the value of a fact is written. */
export type FactType = 'code' | 'codes' | 'integer' | 'boolean';

/** A typed, named value about a case. */
export interface Fact {
  name: string;
  type: FactType;
  /** The codes that a `code` or the items of `codes` may be. */
  values?: string[];
  /** Bounds of an `integer`, inclusive. */
  minimum?: number;
  maximum?: number;
  /** How the value can be known: asked of a person, read in the portal, or given by the service. */
  known: ('person' | 'portal' | 'service')[];
}

/** Something known to be newer than the pages: shown as a caution, never a precondition. */
export interface Advisory {
  id: string;
  /** Workflows that it is about. */
  workflows: string[];
  /** When it matters; absent means always, unknown counts as yes. */
  when?: Condition;
  /** Where it was seen. */
  seen: { url: string; /** YYYY-MM-DD, or YYYY. */ date?: string; note?: string }[];
}
