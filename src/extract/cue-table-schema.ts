import { clauseKinds, cueNames } from './cue-table.ts';

// Every repetition has an upper bound: no `*`, `+` or `{n,}`. A pattern then reads a bounded stretch from each
// place, and a page is read in time linear in its length.
const pattern = {
  type: 'string',
  minLength: 1,
  pattern: '^(?:[^*+{]|\\\\[*+{]|\\{\\d+(?:,\\d+)?\\}|p\\{\\w+\\})+$',
};
const patterns = { type: 'array', items: pattern, uniqueItems: true };
const clauses = {
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(clauseKinds.map((kind) => [kind, patterns])),
};

/** JSON Schema of a cue table: one shape for every language. */
export const cueTableSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['language', 'scripts', 'functionWords', 'wordBoundaries', 'connectors', 'subordinate', 'cues'],
  properties: {
    language: { type: 'string', pattern: '^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?$' },
    scripts: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^[A-Z][a-z]{3}$' } },
    functionWords: { type: 'array', items: { type: 'string', minLength: 1 } },
    emptyWords: { type: 'array', items: { type: 'string', minLength: 1 } },
    wordBoundaries: { type: 'boolean' },
    connectors: patterns,
    subordinate: {
      type: 'object',
      additionalProperties: false,
      required: ['opening', 'closing'],
      properties: { opening: clauses, closing: clauses },
    },
    cues: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        cueNames.map((name) => [
          name,
          {
            type: 'object',
            additionalProperties: false,
            properties: { anywhere: patterns, starts: patterns, ends: patterns },
          },
        ]),
      ),
    },
  },
} as const;
