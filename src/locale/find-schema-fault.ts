import { Ajv } from 'ajv';

/** Says where a value does not fit a JSON Schema, in the words of the schema library; undefined where it fits. */
export function findSchemaFault(schema: object, value: unknown): string | undefined {
  const validate = new Ajv({ allErrors: true }).compile(schema);
  if (validate(value)) return undefined;
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`).join('; ');
}
