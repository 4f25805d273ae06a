import type { Field, Fields } from '@klimaspur/domain';
import type { ApiResponseOptions } from '@nestjs/swagger';

type Described = Extract<ApiResponseOptions, { schema: unknown }>['schema'];

/** JSON Schema of a part of an answer; what is written here is checked against real answers by a test. */
export type Schema = Exclude<Described, { $ref: string }>;

export const string: Schema = { type: 'string' };
export const flag: Schema = { type: 'boolean' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const whole: Schema = { type: 'integer' };
export const uuid: Schema = { type: 'string', format: 'uuid' };
export const day: Schema = { type: 'string', format: 'date' };
export const instant: Schema = { type: 'string', format: 'date-time' };
export const partialDate: Schema = {
  type: 'string',
  pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
  description: 'YYYY, YYYY-MM or YYYY-MM-DD',
};
/** Null stands for it where the day is not known: no other day takes its place. */
export const happenedOn: Schema = {
  ...partialDate,
  description: 'when it happened, as precisely as that is known; null: the day is not known',
};
/** In place of a day that is not known. */
export const byThen: Schema = {
  ...partialDate,
  description: 'it had happened by then; null: the day itself is known, or neither',
};
export const recordedDay: Schema = { ...day, description: 'day on which it was recorded' };
/** Terms, ids and numbers of an event, as docs/events.md lists them. */
export const anything: Schema = { type: 'object', additionalProperties: true };

export const oneOf = (values: readonly string[]): Schema => ({ type: 'string', enum: [...values] });
export const orNull = (schema: Schema): Schema => ({ oneOf: [schema, { type: 'null' }] });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const mapOf = (keys: readonly string[], value: Schema): Schema =>
  object(Object.fromEntries(keys.map((key) => [key, value])));

/** Every property is there; those of `optional` only where they say something. */
export const object = (
  properties: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema => ({
  type: 'object',
  properties: { ...properties, ...optional },
  required: Object.keys(properties),
  additionalProperties: false,
});

/** What was stored under these fields, as an answer gives it back: each only where it was said. */
export const stored = (fields: Fields): Schema =>
  object(
    {},
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, storedAs(field)])),
  );

const storedAs = (field: Field): Schema => {
  switch (field.kind) {
    case 'code':
      return oneOf(field.values);
    case 'integer':
      return whole;
    case 'boolean':
      return flag;
    case 'date':
      return partialDate;
    case 'id':
      return uuid;
    case 'list':
      return list(storedAs(field.of));
    case 'object':
      return stored(field.fields);
    case 'entry-data':
      return anything;
    case 'text':
    case 'url':
    case 'pattern':
      return string;
  }
};

export const listOf = (item: Schema, more: Readonly<Record<string, Schema>> = {}): Schema =>
  object({ items: list(item), total: count, next: orNull(string), ...more });
