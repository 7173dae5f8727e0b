import { type Document as YamlDocument, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { listFacts } from '../../rules/condition.ts';
import type { Condition, Pin } from '../../rules/workflow.ts';
import { type DraftElement, draftSections } from './draft.ts';
import { digestBody, leadInReason } from './draft-article.ts';
import type { DraftFile, FiledElement } from './draft-file.ts';
import type { PageDraft } from './draft-pages.ts';
import { emptyDraftFile, itemNode, sectionOf, writeYaml } from './draft-yaml.ts';
import { comparePins } from './statements.ts';

/** The text that a draft file is to have, and what could not be brought into step. */
export interface MergedDrafts {
  /** The text as it was where nothing changed; undefined where there is nothing to write. */
  text: string | undefined;
  added: number;
  updated: number;
  removed: number;
  diagnostics: Diagnostic[];
}

/**
 * Merges new drafts into a draft file. What a person edited stays as it is, but for its pins; what nobody edited
 * follows the pages; comments stay. Where nothing differs the text comes back byte for byte.
 *
 * @param file The file as it is; absent where there is none yet.
 * @param workflow The workflow that a new file's elements go to.
 */
export function mergeDrafts(draft: PageDraft, file: DraftFile | undefined, workflow: string): MergedDrafts {
  const empty = draft.elements.length + draft.changes.length + draft.uncovered.length === 0;
  if (!file && empty) return { text: undefined, added: 0, updated: 0, removed: 0, diagnostics: [] };
  const yaml = file ? parseDocument(file.text) : emptyDraftFile(draft.article, workflow);
  const counts = { added: 0, updated: 0, removed: 0 };
  const diagnostics: Diagnostic[] = [];
  const filed = new Map((file?.elements ?? []).map((element) => [element.id, element]));
  const gone = new Set<YAMLMap>();

  for (const element of draft.elements) {
    const known = filed.get(element.id);
    if (!known) {
      sectionOf(yaml, element.section).add(itemNode(yaml, { ...fields(element) }));
      counts.added += 1;
    } else if (updateElement(yaml, known, element, draft.locales)) counts.updated += 1;
  }
  // One of several requirements in a sentence may be a rule already while the others are still drafts.
  for (const element of draft.covered) {
    const known = filed.get(element.id);
    if (known && updateElement(yaml, known, element, draft.locales)) counts.updated += 1;
  }
  const drafted = new Set([...draft.elements, ...draft.covered].map(({ id }) => id));
  const dropped: FiledElement[] = [];
  for (const known of filed.values()) {
    if (drafted.has(known.id) || known.evidence === undefined || known.pins.length === 0) continue;
    if (!known.pins.every(({ locale }) => draft.locales.includes(locale))) continue;
    if (known.state === 'draft' && isUnedited(known)) {
      const item = yaml.getIn(known.path, true);
      if (isMap(item)) gone.add(item);
      dropped.push(known);
    } else if (known.state === 'draft' && file) {
      const where = file.source.locate([...known.path, 'id']);
      diagnostics.push({
        code: 'draft-out-of-step',
        severity: 'warning',
        path: file.path,
        ...where,
        values: { found: known.id },
      });
    }
  }
  counts.updated += mergeChanges(yaml, draft, file, gone);
  counts.removed += removeItems(yaml, gone);
  let touched = counts.added + counts.updated + counts.removed > 0;
  touched = mergeFacts(yaml, draft, file, dropped) || touched;
  touched = mergeUncovered(yaml, draft, file) || touched;
  const text = file && !touched ? file.text : writeYaml(yaml);
  return { text, ...counts, diagnostics };
}

function fields({ id, workflow, body, evidence, pins }: DraftElement): Record<string, unknown> {
  return { id, state: 'draft', ...(workflow === undefined ? {} : { workflow }), ...body, evidence, pins };
}

function isUnedited({ section, body, evidence }: FiledElement): boolean {
  return evidence !== undefined && digestBody(section, body) === evidence.drafted;
}

function updateElement(
  yaml: YamlDocument,
  known: FiledElement,
  element: DraftElement,
  locales: readonly string[],
): boolean {
  const item = yaml.getIn(known.path, true);
  if (!isMap(item)) return false;
  let touched = false;
  if (known.state === 'draft' && isUnedited(known) && known.section === element.section) {
    if (known.evidence?.drafted !== element.evidence.drafted) {
      for (const key of Object.keys(known.body)) item.delete(key);
      for (const [key, value] of Object.entries(element.body)) setValue(yaml, item, key, value);
      touched = true;
    }
    if (JSON.stringify(known.evidence) !== JSON.stringify(element.evidence)) {
      setValue(yaml, item, 'evidence', element.evidence);
      touched = true;
    }
  }
  const pins = mergedPins(known.pins, element.pins, locales);
  if (JSON.stringify(pins) !== JSON.stringify(known.pins)) {
    setValue(yaml, item, 'pins', pins);
    touched = true;
  }
  return touched;
}

/** Takes the pins of the languages that were read from the pages, with the marks that a person put on them. */
function mergedPins(known: readonly Pin[], found: readonly Pin[], locales: readonly string[]): Pin[] {
  const others = known.filter(({ locale }) => !locales.includes(locale));
  const current = found.map((pin) => {
    const same = known.find((each) => samePlace(each, pin));
    return same?.disputed === undefined ? pin : { ...pin, disputed: same.disputed };
  });
  const merged = [...others, ...current].toSorted(comparePins);
  const unchanged =
    merged.length === known.length && merged.every((pin) => known.some((each) => samePlace(each, pin)));
  return unchanged ? [...known] : merged;
}

function samePlace(a: Pin, b: Pin): boolean {
  return a.locale === b.locale && a.segment === b.segment && a.source === b.source && a.target === b.target;
}

function setValue(yaml: YamlDocument, item: YAMLMap, key: string, value: unknown): void {
  const node = (itemNode(yaml, { [key]: value }) as YAMLMap).get(key, true);
  item.set(key, node);
}

function mergeChanges(
  yaml: YamlDocument,
  draft: PageDraft,
  file: DraftFile | undefined,
  gone: Set<YAMLMap>,
): number {
  let touched = 0;
  const filed = new Map((file?.changes ?? []).map((change) => [change.element, change]));
  for (const change of draft.changes) {
    const known = filed.get(change.element);
    if (known?.evidence?.drafted === change.evidence.drafted) continue;
    const { element, ...rest } = change;
    if (known) {
      const item = yaml.getIn(known.path, true);
      if (!isMap(item)) continue;
      for (const [key, value] of Object.entries(rest)) setValue(yaml, item, key, value);
      item.set('state', 'draft');
    } else sectionOf(yaml, 'changes').add(itemNode(yaml, { element, state: 'draft', ...rest }));
    touched += 1;
  }
  const proposed = new Set(draft.changes.map(({ element }) => element));
  for (const known of filed.values()) {
    const settled = known.pins.every(({ locale }) => draft.locales.includes(locale));
    if (proposed.has(known.element) || !settled || known.state !== 'draft') continue;
    const item = yaml.getIn(known.path, true);
    if (isMap(item)) gone.add(item);
  }
  return touched;
}

function removeItems(yaml: YamlDocument, gone: ReadonlySet<YAMLMap>): number {
  let removed = 0;
  for (const section of [...draftSections, 'changes']) {
    const items = yaml.get(section, true);
    if (!isSeq(items)) continue;
    const before = items.items.length;
    items.items = items.items.filter((item) => !(isMap(item) && gone.has(item)));
    removed += before - items.items.length;
    if (items.items.length === 0) yaml.delete(section);
  }
  return removed;
}

function mergeFacts(
  yaml: YamlDocument,
  draft: PageDraft,
  file: DraftFile | undefined,
  dropped: readonly FiledElement[],
): boolean {
  let touched = false;
  const known = new Map((file?.facts ?? []).map((fact, index) => [fact.name, { fact, index }]));
  for (const fact of draft.facts) {
    const filed = known.get(fact.name);
    if (!filed) {
      sectionOf(yaml, 'facts').add(itemNode(yaml, { ...fact }));
      touched = true;
      continue;
    }
    const missing = (fact.values ?? []).filter((value) => !(filed.fact.values ?? []).includes(value));
    const values = yaml.getIn(['facts', filed.index, 'values'], true);
    if (missing.length > 0 && isSeq(values)) {
      for (const value of missing) values.add(value);
      touched = true;
    }
  }
  // Facts that only dropped drafts needed go with them.
  const factsOf = ({ body }: { body: Record<string, unknown> }): string[] =>
    listFacts(...['require', 'audience', 'when'].map((key) => body[key] as Condition | undefined));
  const kept = (file?.elements ?? []).filter((element) => !dropped.includes(element));
  const needed = new Set([...draft.elements, ...kept].flatMap(factsOf));
  const orphans = new Set(dropped.flatMap(factsOf).filter((name) => !needed.has(name)));
  const facts = yaml.get('facts', true);
  if (isSeq(facts) && orphans.size > 0) {
    const before = facts.items.length;
    facts.items = facts.items.filter((item) => !(isMap(item) && orphans.has(String(item.get('name')))));
    touched ||= facts.items.length !== before;
    if (facts.items.length === 0) yaml.delete('facts');
  }
  return touched;
}

/** Brings the list of lead-ins into step; reasons that a person wrote stay. */
function mergeUncovered(yaml: YamlDocument, draft: PageDraft, file: DraftFile | undefined): boolean {
  const filed = file?.uncovered ?? [];
  const kept = filed.filter(
    ({ locale, reason }) => !draft.locales.includes(locale) || reason !== leadInReason,
  );
  const merged = [...kept, ...draft.uncovered];
  const same = (list: readonly unknown[]): string =>
    list
      .map((each) => JSON.stringify(each))
      .toSorted()
      .join();
  if (same(merged) === same(filed)) return false;
  if (merged.length === 0) yaml.delete('uncovered');
  else {
    const list = sectionOf(yaml, 'uncovered');
    list.items = merged.map((each) => itemNode(yaml, { ...each }));
  }
  return true;
}
