import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import advisoriesSchema from './advisories.schema.json' with { type: 'json' };
import draftsSchema from './drafts.schema.json' with { type: 'json' };
import factsSchema from './facts.schema.json' with { type: 'json' };
import workflowSchema from './workflow.schema.json' with { type: 'json' };
import type { YamlPath, YamlSource } from './yaml-source.ts';

/** The kinds of rule files, each with a JSON Schema of its own. */
export type RuleFileKind = 'workflow' | 'facts' | 'advisories' | 'drafts';

const schemas = {
  workflow: workflowSchema,
  facts: factsSchema,
  advisories: advisoriesSchema,
  drafts: draftsSchema,
} as const;

let compiler: Ajv | undefined;

/**
 * Checks a rule file against its JSON Schema and fills in defaults.
 * The schema library's errors come out as this project's diagnostics, one a fault.
 */
export function validateSchema(source: YamlSource, kind: RuleFileKind): Diagnostic[] {
  const validate = validatorOf(kind);
  if (validate(source.value)) return [];
  return describeSchemaErrors(validate.errors ?? [], source);
}

/** Makes this project's diagnostics of the schema library's errors on a YAML file. */
export function describeSchemaErrors(errors: readonly ErrorObject[], source: YamlSource): Diagnostic[] {
  return tidyErrors(errors).map((error) => toDiagnostic(error, source));
}

/** Compiles a schema when it is first needed; the others are there for what refers to them. */
function validatorOf(kind: RuleFileKind): ValidateFunction {
  if (!compiler) {
    compiler = new Ajv({ allErrors: true, useDefaults: true, verbose: true, allowUnionTypes: true });
    for (const schema of Object.values(schemas)) compiler.addSchema(schema);
  }
  const validate = compiler.getSchema(schemas[kind].$id);
  if (!validate) throw new Error(`no schema ${kind}`);
  return validate;
}

/** Leaves out what only echoes another error: branches of a choice, and the parents of a condition that is wrong. */
function tidyErrors(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = errors.filter((error) => error.keyword === 'oneOf' || error.keyword === 'anyOf');
  const kept = errors.filter((error) => {
    if (error.keyword === 'if') return false;
    const inside = choices.some(
      (choice) => choice !== error && error.schemaPath.startsWith(`${choice.schemaPath}/`),
    );
    return !inside;
  });
  const seen = new Set<string>();
  return kept.filter((error) => {
    const key = `${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`;
    const known = seen.has(key);
    seen.add(key);
    return !known;
  });
}

function toDiagnostic(error: ErrorObject, source: YamlSource): Diagnostic {
  const path = instancePath(error.instancePath, source.value);
  const params = error.params as Record<string, unknown>;
  const at = (where: YamlPath, part: 'key' | 'value' = 'value'): Partial<Diagnostic> =>
    source.locate(where, part);
  const base = { severity: 'error' as const, path: source.path };
  const found = show(error.data);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const expected = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {}).join(
        ', ',
      );
      return {
        ...base,
        code: 'unexpected-key',
        ...at([...path, key], 'key'),
        values: { found: key, expected },
      };
    }
    case 'required': {
      const key = String(params['missingProperty']);
      return { ...base, code: 'missing-key', ...at(path), values: { expected: key } };
    }
    case 'enum': {
      const expected = (params['allowedValues'] as unknown[]).map(show).join(', ');
      return { ...base, code: 'unexpected-value', ...at(path), values: { found, expected } };
    }
    case 'type': {
      const expected = String(params['type']);
      return { ...base, code: 'wrong-type', ...at(path), values: { found, expected } };
    }
    case 'oneOf':
      return { ...base, code: 'invalid-condition', ...at(path), values: { found } };
    default:
      return {
        ...base,
        code: 'invalid-value',
        ...at(path),
        values: { found, reason: `${error.keyword} ${Object.values(params).map(show).join(' ')}`.trim() },
      };
  }
}

/** Turns a JSON Pointer into keys, list indexes as numbers. */
function instancePath(pointer: string, value: unknown): YamlPath {
  const keys: (string | number)[] = [];
  let here: unknown = value;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    keys.push(Array.isArray(here) ? Number(key) : key);
    here = typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[key] : undefined;
  }
  return keys;
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
