import type { Diagnostic } from '../../../diagnostic/diagnostic.ts';
import { validateSchema } from '../../../rules/validate-schema.ts';
import type { Condition, Fact, Pin, Uncovered } from '../../../rules/workflow.ts';
import { parseYaml, type YamlPath, type YamlSource } from '../../../rules/yaml-source.ts';
import {
  type ChangedVariant,
  type DraftSection,
  draftSections,
  type Evidence,
  type ToldBody,
} from '../draft.ts';

/** An element of a draft file, as a person may have edited it. */
export interface FiledElement {
  section: DraftSection;
  path: YamlPath;
  id: string;
  state: 'draft' | 'rejected';
  /** Why it was rejected, or why it cannot be a condition. */
  reason?: string;
  /** The workflow that it goes to, where it is another one than the file's. */
  workflow?: string;
  body: Record<string, unknown>;
  evidence?: Evidence;
  pins: Pin[];
}

/** A change to a reviewed element, as a person may have edited it. */
export interface FiledChange extends ToldBody {
  path: YamlPath;
  element: string;
  state: 'draft' | 'rejected';
  reason?: string;
  was?: ToldBody;
  /** Why the new words come to no condition: a person has to decide. */
  unencodable?: string;
  reads?: Condition;
  evidence?: Evidence;
  pins: Pin[];
  variants?: ChangedVariant[];
}

/** The drafts of one article. */
export interface DraftFile {
  /** Path as shown. */
  path: string;
  text: string;
  /** The text on disk, where it is another: the article has another name since. */
  stored?: string;
  source: YamlSource;
  article: string;
  workflow: string;
  facts: Fact[];
  elements: FiledElement[];
  changes: FiledChange[];
  uncovered: Uncovered[];
  /** Ids of what was put into the file: what a person took out stays out. Absent in a file that lists none. */
  drafted?: string[];
}

/** Keys of a filed element that are about the draft, not about the rule. */
const ownKeys = new Set(['id', 'state', 'workflow', 'evidence', 'pins']);

/** Parses a draft file; what does not fit its schema is diagnostics with places. */
export function parseDraftFile(text: string, path: string): DraftFile | Diagnostic[] {
  const source = parseYaml(text, path);
  const found = source.diagnostics.length > 0 ? source.diagnostics : validateSchema(source, 'drafts');
  if (found.length > 0) return found;
  const value = source.value as Record<string, unknown> & { article: string; workflow: string };
  const list = <T>(key: string): T[] => (value[key] as T[] | undefined) ?? [];
  const elements = draftSections.flatMap((section) =>
    list<Record<string, unknown>>(section).map((item, index) => toElement(section, index, item)),
  );
  const changes = list<Omit<FiledChange, 'path'>>('changes').map((change, index): FiledChange => {
    return { ...change, path: ['changes', index] };
  });
  const doubles = [
    ...twice(
      elements.map(({ id, path: at }) => [id, [...at, 'id']] as const),
      source,
    ),
    ...twice(
      changes.map(({ element, path: at }) => [element, [...at, 'element']] as const),
      source,
    ),
  ];
  if (doubles.length > 0) return doubles;
  return {
    path,
    text,
    source,
    article: value.article,
    workflow: value.workflow,
    facts: list<Fact>('facts'),
    elements,
    changes,
    uncovered: list<Uncovered>('uncovered'),
    ...(Array.isArray(value['drafted']) ? { drafted: list<string>('drafted') } : {}),
  };
}

/** Reports names that stand in a file twice: neither could be told from the other. */
function twice(named: readonly (readonly [string, YamlPath])[], source: YamlSource): Diagnostic[] {
  const first = new Map<string, YamlPath>();
  return named.flatMap(([found, path]): Diagnostic[] => {
    const earlier = first.get(found);
    if (!earlier) {
      first.set(found, path);
      return [];
    }
    const related = [{ path: source.path, at: source.locate(earlier).at, code: 'first-here' }];
    const where = source.locate(path);
    return [
      { code: 'duplicate-draft', severity: 'error', path: source.path, ...where, values: { found }, related },
    ];
  });
}

function toElement(section: DraftSection, index: number, item: Record<string, unknown>): FiledElement {
  const { id, state, reason, workflow, evidence, pins } = item as unknown as FiledElement;
  return {
    section,
    path: [section, index],
    id,
    state,
    ...(reason === undefined ? {} : { reason }),
    ...(workflow === undefined ? {} : { workflow }),
    body: bodyOf(section, item),
    ...(evidence === undefined ? {} : { evidence }),
    pins,
  };
}

/** Gives what an item of a draft file says as a rule; the reason is part of it only where nothing else is said. */
export function bodyOf(
  section: DraftSection,
  item: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(item).filter(
      ([key]) => !ownKeys.has(key) && (key !== 'reason' || section === 'unencodable'),
    ),
  );
}
