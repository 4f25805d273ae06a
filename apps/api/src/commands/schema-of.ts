import type { Field } from '@klimaspur/domain';

const DATE = '^(19|20|21)\\d\\d(-\\d\\d(-\\d\\d)?)?$';

/** The JSON Schema of a value, for the description of the API. */
export function schemaOf(field: Field): Readonly<Record<string, unknown>> {
  return { ...shapeOf(field), ...(field.doc ? { description: field.doc } : {}) };
}

function shapeOf(field: Field): Readonly<Record<string, unknown>> {
  switch (field.kind) {
    case 'code':
      return { type: 'string', enum: [...field.values] };
    case 'text':
      return { type: 'string', minLength: 1, maxLength: field.max };
    case 'url':
      return { type: 'string', format: 'uri', maxLength: 2000 };
    case 'date':
      return { type: 'string', pattern: DATE, example: '2025-03-31' };
    case 'integer':
      return { type: 'integer', minimum: field.min, maximum: field.max };
    case 'boolean':
      return { type: 'boolean' };
    case 'id':
      return { type: 'string', format: 'uuid' };
    case 'pattern':
      return { type: 'string', pattern: field.pattern, example: field.example };
    case 'list':
      return { type: 'array', items: shapeOf(field.of), maxItems: field.max };
    case 'object':
    case 'entry-data':
      return { type: 'object', additionalProperties: true };
  }
}
