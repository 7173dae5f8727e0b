import { isMap, isSeq, parseDocument } from 'yaml';
import { listComparisons, listFacts } from '../../rules/condition.ts';
import { applyEdits, type Edit, YamlText } from '../../rules/splice-yaml.ts';
import type { Condition, Fact, Pin, Review } from '../../rules/workflow.ts';
import { draftSections } from './draft.ts';
import type { DraftFile } from './draft-file.ts';
import { writeYaml } from './draft-yaml.ts';
import type { ReviewSubject } from './find-draft.ts';

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
  return subject.kind === 'change' ? subject.change.pins : subject.placed.element.pins;
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
      return {
        workflow: changeElement(subject, texts.workflow, review),
        facts: texts.facts,
        drafts: withoutEntry(subject.file, subject.change.path, []),
        addedFacts: [],
      };
    case 'element': {
      const yaml = new YamlText(texts.workflow);
      const edits = markReviewed(yaml, subject.placed.path, review);
      return { workflow: applyEdits(texts.workflow, edits), facts: texts.facts, addedFacts: [] };
    }
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
  const yaml = new YamlText(texts.workflow);
  const remedy =
    section === 'preconditions' && body['remedy'] === undefined ? `fulfil-${id}`.slice(0, 80) : undefined;
  const head = section === 'unencodable' ? { id } : { id, state: 'reviewed', review };
  const entry = { ...head, ...body, ...(remedy === undefined ? {} : { remedy: [remedy] }), pins };
  let workflow = applyEdits(texts.workflow, [yaml.append(section, entry)]);
  if (remedy !== undefined) {
    const step = {
      id: remedy,
      state: 'reviewed',
      changes: 'nothing',
      documented: false,
      phase: 'remedy',
      pins: [],
    };
    workflow = applyEdits(workflow, [new YamlText(workflow).append('steps', step)]);
  }
  const conditions = ['require', 'audience', 'when'].map((key) => body[key] as Condition | undefined);
  const { text, added } = addFacts(texts.facts, file, conditions, body, declared);
  return {
    workflow,
    facts: text,
    drafts: withoutEntry(file, element.path, added),
    ...(remedy === undefined ? {} : { remedy }),
    addedFacts: added,
  };
}

/** Declares the facts that a draft needs: new ones, and values that a declared one lacks. */
function addFacts(
  text: string,
  file: DraftFile,
  conditions: readonly (Condition | undefined)[],
  body: Readonly<Record<string, unknown>>,
  declared: ReadonlyMap<string, Fact>,
): { text: string; added: string[] } {
  const repeat = (body['repeat'] as { fact: string } | undefined)?.fact;
  const names = new Set([...listFacts(...conditions), ...(repeat === undefined ? [] : [repeat])]);
  const compared = conditions.flatMap((condition) => (condition ? listComparisons(condition) : []));
  const added: string[] = [];
  let result = text;
  for (const name of names) {
    const proposed = file.facts.find((fact) => fact.name === name);
    const known = declared.get(name);
    if (!proposed) continue;
    if (!known) {
      result = applyEdits(result, [new YamlText(result).append('facts', proposed)]);
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
    const edit = new YamlText(result).replace(['facts', index, 'values'], values);
    if (edit) result = applyEdits(result, [edit]);
    added.push(name);
  }
  return { text: result, added };
}

function changeElement(
  { change, placed }: ReviewSubject & { kind: 'change' },
  text: string,
  review: Review,
): string {
  const yaml = new YamlText(text);
  const path = placed.path;
  const old = placed.element.pins;
  const edits: (Edit | undefined)[] = [];
  if (change.pins.length >= old.length) {
    change.pins.forEach((pin, index) => {
      const before = old[index];
      if (before && JSON.stringify(before) === JSON.stringify(pin)) return;
      edits.push(before ? yaml.replace([...path, 'pins', index], pin) : undefined);
    });
    const more = change.pins.slice(old.length);
    if (more.length > 0 && old.length === 0) edits.push(yaml.replace([...path, 'pins'], more));
    else for (const pin of more) edits.push(yaml.appendAt([...path, 'pins'], pin));
  } else edits.push(yaml.replace([...path, 'pins'], change.pins));
  if (change.require) edits.push(yaml.replace([...path, 'require'], change.require));
  if (placed.kind !== 'unencodable') edits.push(...markReviewed(yaml, path, review));
  return applyEdits(
    text,
    edits.filter((edit) => edit !== undefined),
  );
}

function markReviewed(yaml: YamlText, path: (string | number)[], review: Review): Edit[] {
  return [yaml.replace([...path, 'state'], 'reviewed'), yaml.set(path, 'review', review, 'state')].filter(
    (edit) => edit !== undefined,
  );
}

/** Takes an entry out of a draft file with the facts that went with it; a file without drafts is deleted. */
function withoutEntry(
  file: DraftFile,
  path: DraftFile['elements'][number]['path'],
  facts: readonly string[],
): { path: string; text: string | undefined } {
  const yaml = parseDocument(file.text);
  yaml.deleteIn(path);
  const declared = yaml.get('facts', true);
  if (isSeq(declared)) {
    declared.items = declared.items.filter(
      (item) => !(isMap(item) && facts.includes(String(item.get('name')))),
    );
  }
  for (const section of ['facts', ...draftSections, 'changes']) {
    const items = yaml.get(section, true);
    if (isSeq(items) && items.items.length === 0) yaml.delete(section);
  }
  const left = [...draftSections, 'changes', 'uncovered'].some((section) => yaml.has(section));
  return { path: file.path, text: left ? writeYaml(yaml) : undefined };
}
