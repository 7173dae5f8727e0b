import { Ajv, type ErrorObject } from 'ajv';
import type { Diagnostic, Position } from '../../diagnostic/diagnostic.ts';
import { describeSchemaErrors } from '../../rules/validate-schema.ts';
import { parseYaml, type YamlSource } from '../../rules/yaml-source.ts';
import { findingId } from '../finding.ts';
import schema from './acceptances.schema.json' with { type: 'json' };

/** Why a finding is accepted: it is none, it stays, or it may stay for a while. */
export type AcceptanceKind = 'not-a-defect' | 'wont-fix' | 'until';

/** A finding that someone decided to live with. It ends when either text changes, since that makes another finding. */
export interface Acceptance {
  /** Id of the finding. */
  id: string;
  kind: AcceptanceKind;
  /** Last day that it holds, YYYY-MM-DD, for `until`. */
  until?: string;
  by: string;
  why: string;
  /** The sentence pair, where the file names it; else only the id tells. */
  pair?: { check: string; article: string; source: string; target: string };
  article?: string;
  /** Where it stands in its file. */
  place: { path: string; at: Position; length: number; excerpt: string };
}

interface AcceptanceEntry {
  finding?: string;
  check?: string;
  article?: string;
  source?: string;
  target?: string;
  kind: string;
  by: string;
  why: string;
}

/** Reads acceptances; an entry with a fault is a diagnostic, and the others hold. */
export function parseAcceptances(
  text: string,
  path: string,
): { acceptances: Acceptance[]; diagnostics: Diagnostic[] } {
  const source = parseYaml(text, path);
  if (source.diagnostics.length > 0) return { acceptances: [], diagnostics: source.diagnostics };
  if (source.value === null || source.value === undefined) return { acceptances: [], diagnostics: [] };
  const validate = new Ajv({ allErrors: true, verbose: true }).compile(schema);
  const errors = validate(source.value) ? [] : (validate.errors ?? []);
  const diagnostics = describeErrors(errors, source);
  const broken = new Set(errors.map(({ instancePath }) => /^\/acceptances\/(\d+)/u.exec(instancePath)?.[1]));
  if (broken.has(undefined)) return { acceptances: [], diagnostics };
  const entries = (source.value as { acceptances: AcceptanceEntry[] }).acceptances;
  const acceptances = entries.flatMap((entry, index): Acceptance[] => {
    if (broken.has(String(index))) return [];
    const [kind = '', until] = entry.kind.split(' ');
    if (until !== undefined && !isDay(until)) {
      const where = source.locate(['acceptances', index, 'kind']);
      const values = { found: until, expected: 'YYYY-MM-DD' };
      diagnostics.push({ code: 'unexpected-value', severity: 'error', path, ...where, values });
      return [];
    }
    const { by, why, check, article, source: from, target } = entry;
    const pair =
      check !== undefined && article !== undefined && from !== undefined && target !== undefined
        ? { check, article, source: from, target }
        : undefined;
    return [
      {
        id: entry.finding ?? (pair ? findingId(pair.check, pair.source, pair.target, pair.article) : ''),
        kind: kind as AcceptanceKind,
        ...(until === undefined ? {} : { until }),
        by,
        why,
        ...(pair ? { pair } : {}),
        ...(article === undefined ? {} : { article }),
        place: { path, ...source.locate(['acceptances', index]) },
      },
    ];
  });
  return { acceptances, diagnostics };
}

/** What a person reads for a fault of a form: the form in place of the schema library's words. */
function describeErrors(errors: readonly ErrorObject[], source: YamlSource): Diagnostic[] {
  const ofForm = (error: ErrorObject): boolean => error.keyword === 'pattern' || error.keyword === 'anyOf';
  const inChoice = (error: ErrorObject): boolean => error.schemaPath.includes('/anyOf/');
  const described = errors.filter(ofForm).map((error): Diagnostic => {
    const path = error.instancePath
      .split('/')
      .slice(1)
      .map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
    const base = { severity: 'error', path: source.path, ...source.locate(path) } as const;
    if (error.keyword === 'anyOf') return { ...base, code: 'missing-key', values: { expected: 'finding' } };
    const expected = path.at(-1) === 'kind' ? 'not-a-defect, wont-fix, until YYYY-MM-DD' : '[0-9a-f]{16}';
    return { ...base, code: 'unexpected-value', values: { found: String(error.data), expected } };
  });
  const others = errors.filter((error) => !ofForm(error) && !inChoice(error));
  return [...described, ...describeSchemaErrors(others, source)];
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
