import {
  boundNames,
  clauseRoles,
  jointNames,
  plainLists,
  unencodableReasons,
  unitNames,
} from './phrase-table.ts';

// No `*`, `+` or `{n,}`: a pattern reads a bounded stretch from each place, so that matching stays linear.
const pattern = {
  type: 'string',
  minLength: 1,
  pattern: String.raw`^(?:[^*+{\\]|\\.|\{[A-Za-z=]+\}|\{\d+(?:,\d+)?\})+$`,
};
const patterns = { type: 'array', items: { ...pattern } };
const byName = (names: readonly string[]): object => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(names.map((name) => [name, patterns])),
});
const lists = [...plainLists, 'all', 'any', 'counters', 'initial', 'thousands', 'multiples'] as const;

/** JSON Schema of a phrase table: one shape for every language. */
export const phraseTableSchema = {
  type: 'object',
  additionalProperties: false,
  required: [
    'language',
    'spaced',
    'compounds',
    'comma',
    'clauses',
    ...lists,
    'joints',
    'bearing',
    'unencodable',
    'bounds',
    'units',
    'numbers',
    'effects',
    'fillers',
    'terms',
    'roles',
  ],
  properties: {
    language: { type: 'string', pattern: '^[a-z]{2,3}$' },
    spaced: { type: 'boolean' },
    compounds: { type: 'boolean' },
    comma: { type: 'string', minLength: 1, maxLength: 2 },
    clauses: {
      type: 'object',
      additionalProperties: false,
      required: ['opening', 'closing'],
      properties: { opening: byName(clauseRoles), closing: byName(clauseRoles) },
    },
    ...Object.fromEntries(lists.map((name) => [name, patterns])),
    bearing: {
      type: 'object',
      additionalProperties: false,
      required: ['opening', 'closing'],
      properties: { opening: byName(clauseRoles), closing: byName(clauseRoles) },
    },
    joints: byName(jointNames),
    unencodable: byName(unencodableReasons),
    bounds: byName(boundNames),
    units: byName(unitNames),
    numbers: { type: 'object', additionalProperties: { type: 'integer' } },
    effects: {
      type: 'object',
      propertyNames: { pattern: '^[a-z]+(-[a-z]+)*$' },
      additionalProperties: patterns,
    },
    terms: {
      type: 'object',
      propertyNames: { pattern: '^[a-z]+$' },
      additionalProperties: patterns,
    },
    roles: {
      type: 'object',
      propertyNames: { pattern: '^[a-z]+([A-Z][a-z]+)*$' },
      additionalProperties: patterns,
    },
    fillers: { type: 'array', items: { type: 'string', minLength: 1 } },
  },
};
