import type { Field, Fields } from '@klimaspur/domain';
import type { Door } from '../../apps/api/src/commands/doors.js';
import type { Json } from './requests.js';

/** Each field of a command with its path in the body; lists by their first item. */
export function* fieldsOf({ definition }: Door): Generator<{ path: string[]; field: Field }> {
  yield* fieldsIn(definition.data, []);
  yield* fieldsIn(definition.text, ['text']);
}

function* fieldsIn(fields: Fields, parent: string[]): Generator<{ path: string[]; field: Field }> {
  for (const [name, field] of Object.entries(fields)) {
    const path = [...parent, name];
    yield { path, field };
    if (field.kind === 'object') yield* fieldsIn(field.fields, path);
    if (field.kind === 'list') {
      yield { path: [...path, '0'], field: field.of };
      if (field.of.kind === 'object') yield* fieldsIn(field.of.fields, [...path, '0']);
    }
  }
}

/** JSON that is as deep as one likes. */
export const nested = (depth: number) => '{"text":'.repeat(depth) + '1' + '}'.repeat(depth);

/** A path as problems spell it. */
export const spelled = (path: readonly string[]) => path.join('.').replaceAll(/\.(\d+)/g, '[$1]');

/** The body with another value at a path; undefined takes the field away. */
export function changed(body: Json, path: readonly string[], value: unknown): Json {
  const copy = structuredClone(body);
  const last = path.at(-1)!;
  const parent = path.slice(0, -1).reduce((at, name) => at[name] as Json, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

/** Values that a kind of field must not take, each with what is said about it. */
export const wrongValues = (field: Field): [unknown, string][] => {
  switch (field.kind) {
    case 'code':
      return [
        ['no such word', 'field/unknown-code'],
        [7, 'field/unknown-code'],
      ];
    case 'text':
      return [
        [7, 'field/not-a-text'],
        [{}, 'field/not-a-text'],
        [' \n', 'field/empty'],
        ['x'.repeat(field.max + 1), 'field/too-long'],
      ];
    case 'url':
      return [
        ['javascript:alert(1)', 'field/not-a-web-address'],
        [7, 'field/not-a-web-address'],
      ];
    case 'date':
      return [
        ['2024-02-30', 'field/not-a-date'],
        ['gestern', 'field/not-a-date'],
        [20240301, 'field/not-a-date'],
      ];
    case 'integer':
      return [
        ['1', 'field/not-an-integer'],
        [1.5, 'field/not-an-integer'],
        [field.min - 1, 'field/not-an-integer'],
      ];
    case 'boolean':
      return [
        ['true', 'field/not-a-boolean'],
        [1, 'field/not-a-boolean'],
      ];
    case 'id':
      return [
        ['42', 'field/not-an-id'],
        [{}, 'field/not-an-id'],
      ];
    case 'pattern':
      return [
        ['?', 'field/wrong-form'],
        [7, 'field/wrong-form'],
      ];
    case 'list':
      return [
        ['one', 'field/not-a-list'],
        [{}, 'field/not-a-list'],
        [Array.from({ length: field.max + 1 }, () => 1), 'field/too-many'],
      ];
    case 'object':
    case 'entry-data':
      return [
        ['one', 'field/not-an-object'],
        [[], 'field/not-an-object'],
        [7, 'field/not-an-object'],
      ];
  }
};
