import { editInTurn, renderYaml } from '../../../rules/splice-yaml.ts';
import { listComparisons, listFacts } from '../../../rules/condition.ts';
import { withPlainLines } from '../../../rules/plain-lines.ts';
import { updatePins } from '../../../rules/update-pins.ts';
import type { Condition, Fact, Pin, Review } from '../../../rules/workflow.ts';
import type { YamlPath } from '../../../rules/yaml-source.ts';
import type { DraftFile } from './draft-file.ts';
import { type ToldBody, toldBody } from '../draft.ts';
import { entryAt, notesOnLast, textWithout } from './draft-text.ts';
import type { ReviewSubject } from './find-draft.ts';
import { changeName } from './change-name.ts';
import { commentsIn, rewriteEntry } from './move-entry.ts';

/** The files that a review writes, whole texts; `undefined` deletes a file. */
export interface ReviewedFiles {
  workflow: string;
  facts: string;
  drafts?: { path: string; text: string | undefined };
  /** The step that says that no page tells how, where one had to be added. */
  remedy?: string;
  /** Names of facts that were added or got more values. */
  addedFacts: string[];
}

/** The texts that a review starts from. */
export interface ReviewTexts {
  workflow: string;
  facts: string;
  /** Article of the workflow. */
  article: string;
}

/** Gives the pins that a review is of. */
export function pinsOf(subject: ReviewSubject): readonly Pin[] {
  if (subject.kind === 'draft') return subject.element.pins;
  if (subject.kind === 'element') return subject.placed.element.pins;
  return [...subject.change.pins, ...(subject.change.variants ?? []).flatMap(({ pins }) => pins)];
}

/** Gives the paths of those pins below the entry of a draft or change, in the same order. */
export function pinPaths(subject: ReviewSubject): YamlPath[] {
  const variants = subject.kind === 'change' ? (subject.change.variants ?? []) : [];
  const own =
    subject.kind === 'draft' ? subject.element.pins : subject.kind === 'change' ? subject.change.pins : [];
  return [
    ...own.map((_, index): YamlPath => ['pins', index]),
    ...variants.flatMap(({ pins }, at) => pins.map((_, index): YamlPath => ['variants', at, 'pins', index])),
  ];
}

/** Makes a subject a reviewed element: the texts of all files as they are to be. Nothing else in them changes. */
export function reviewDraft(
  subject: ReviewSubject,
  texts: ReviewTexts,
  review: Review,
  declared: ReadonlyMap<string, Fact>,
): ReviewedFiles {
  switch (subject.kind) {
    case 'draft':
      return reviewNew(subject, texts, review, declared);
    case 'change':
      return reviewChange(subject, texts, review, declared);
    case 'element':
      return {
        workflow: withPlainLines(texts.workflow, (text) => markReviewed(text, subject.placed.path, review)),
        facts: texts.facts,
        addedFacts: [],
      };
  }
}

function reviewNew(
  { file, element }: ReviewSubject & { kind: 'draft' },
  texts: ReviewTexts,
  review: Review,
  declared: ReadonlyMap<string, Fact>,
): ReviewedFiles {
  const { id, section, body } = element;
  const pins = element.pins.map((pin) =>
    texts.article === file.article || pin.article !== undefined ? pin : { ...pin, article: file.article },
  );
  const remedy =
    section === 'preconditions' && body['remedy'] === undefined ? `fulfil-${id}`.slice(0, 80) : undefined;
  const head = section === 'unencodable' ? { id } : { id, state: 'reviewed', review };
  const value = { ...head, ...body, ...(remedy === undefined ? {} : { remedy: [remedy] }), pins };
  const entry = entryAt(file.text, element.path);
  const lines = entry ? rewriteEntry(entry, value) : renderYaml([value]);
  const step = {
    id: remedy,
    state: 'reviewed',
    changes: 'nothing',
    documented: false,
    phase: 'remedy',
    pins: [],
  };
  const workflow = withPlainLines(texts.workflow, (text) =>
    editInTurn(
      text,
      (yaml) => yaml.appendLines(section, lines),
      (yaml) => (remedy === undefined ? undefined : yaml.append('steps', step)),
    ),
  );
  const conditions = ['require', 'audience', 'when'].map((key) => body[key] as Condition | undefined);
  const repeat = (body['repeat'] as { fact: string } | undefined)?.fact;
  const { facts, added } = addFacts(texts.facts, file, conditions, repeat, declared);
  return {
    workflow,
    facts,
    drafts: withoutEntry(file, element.path, id, added),
    ...(remedy === undefined ? {} : { remedy }),
    addedFacts: added,
  };
}

/** Takes a change over: what the element is to say by it, its pins, and the comments on it. */
function reviewChange(
  subject: ReviewSubject & { kind: 'change' },
  texts: ReviewTexts,
  review: Review,
  declared: ReadonlyMap<string, Fact>,
): ReviewedFiles {
  const { file, change } = subject;
  const conditions = [change, ...(change.variants ?? [])].flatMap(({ require, audience }: ToldBody) => [
    require,
    audience,
  ]);
  const { facts, added } = addFacts(texts.facts, file, conditions, undefined, declared);
  return {
    workflow: withPlainLines(texts.workflow, (text) => changeElement(subject, text, review)),
    facts,
    drafts: withoutEntry(file, change.path, changeName(change), added),
    addedFacts: added,
  };
}

/** Declares the facts that a draft needs: new ones, and values that a declared one lacks. */
function addFacts(
  text: string,
  file: DraftFile,
  conditions: readonly (Condition | undefined)[],
  repeat: string | undefined,
  declared: ReadonlyMap<string, Fact>,
): { facts: string; added: string[] } {
  const added: string[] = [];
  const facts = withPlainLines(text, (plain) =>
    declareFacts(plain, file, conditions, repeat, declared, added),
  );
  return { facts, added };
}

function declareFacts(
  text: string,
  file: DraftFile,
  conditions: readonly (Condition | undefined)[],
  repeat: string | undefined,
  declared: ReadonlyMap<string, Fact>,
  added: string[],
): string {
  const names = new Set([...listFacts(...conditions), ...(repeat === undefined ? [] : [repeat])]);
  const compared = conditions.flatMap((condition) => (condition ? listComparisons(condition) : []));
  let result = text;
  for (const name of names) {
    const at = file.facts.findIndex((fact) => fact.name === name);
    const proposed = file.facts[at];
    const known = declared.get(name);
    if (!proposed) continue;
    if (!known) {
      const entry = entryAt(file.text, ['facts', at]);
      const lines = entry ? rewriteEntry(entry, { ...proposed }) : renderYaml([proposed]);
      result = editInTurn(result, (yaml) => yaml.appendLines('facts', lines));
      added.push(name);
      continue;
    }
    const used = new Set(
      compared
        .filter(({ fact }) => fact === name)
        .flatMap(({ value }) => (Array.isArray(value) ? [...(value as unknown[])] : [value])),
    );
    const missing = (proposed.values ?? []).filter(
      (value) => used.has(value) && !(known.values ?? []).includes(value),
    );
    const index = [...declared.keys()].indexOf(name);
    if (missing.length === 0 || index < 0) continue;
    const values = [...(known.values ?? []), ...missing];
    result = editInTurn(result, (yaml) => yaml.replace(['facts', index, 'values'], values));
    added.push(name);
  }
  return result;
}

function changeElement(
  { file, change, placed }: ReviewSubject & { kind: 'change' },
  text: string,
  review: Review,
): string {
  const { path } = placed;
  const entry = entryAt(file.text, change.path);
  let edited = updatePins(text, [...path, 'pins'], change.pins);
  edited = tell(edited, path, change);
  for (const [index, variant] of (change.variants ?? []).entries()) {
    const at = [...path, 'variants', index];
    edited = tell(updatePins(edited, [...at, 'pins'], variant.pins), at, variant);
  }
  if (placed.kind !== 'unencodable') edited = markReviewed(edited, path, review);
  const comments = [...notesOnLast(file, change.path), ...(entry ? commentsIn(entry) : [])];
  return editInTurn(edited, (yaml) => yaml.insertAbove(path, comments));
}

/** Makes an element or a variant say what a change tells; what the change is silent about stays. */
function tell(text: string, path: YamlPath, change: ToldBody): string {
  let edited = text;
  for (const [key, value] of Object.entries(toldBody(change)))
    edited = editInTurn(edited, (yaml) => yaml.set(path, key, value, 'state'));
  return edited;
}

function markReviewed(text: string, path: YamlPath, review: Review): string {
  return editInTurn(
    text,
    (yaml) => yaml.replace([...path, 'state'], 'reviewed'),
    (yaml) => yaml.set(path, 'review', review, 'state'),
  );
}

/** Takes an entry out of a draft file with the facts that went with it; a file that says nothing more is deleted. */
function withoutEntry(
  file: DraftFile,
  path: YamlPath,
  name: string,
  facts: readonly string[],
): { path: string; text: string | undefined } {
  const gone = file.facts.flatMap((fact, index) => (facts.includes(fact.name) ? [['facts', index]] : []));
  return { path: file.path, text: textWithout(file, [path, ...gone], new Set([name])) };
}
