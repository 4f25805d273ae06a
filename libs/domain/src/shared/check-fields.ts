import type { Issue } from './domain-error.js';
import type { Field, Fields } from './fields.js';
import { isPartialDate } from './partial-date.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** An object of JSON: no list, and not null. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && uuid.test(value);

/** http and https only: other schemes run code or reach into the reader's machine. */
const isWebAddress = (value: string) =>
  value.length <= 2000 && /^https?:\/\/[^\s/$.?#"<>][^\s"<>]*$/i.test(value);

const issue = (path: string, code: string, params: Issue['params'] = {}): Issue[] => [
  { path, code, params },
];

/** Nobody types them, and what reads the text later may stop there or act on them. */
const control = /[^\P{Cc}\t\n\r]/u;

const checkText = (value: unknown, max: number, path: string): Issue[] => {
  if (typeof value !== 'string') return issue(path, 'field/not-a-text');
  if (value.trim() === '') return issue(path, 'field/empty');
  if (control.test(value)) return issue(path, 'field/control-character');
  if (value.length > max) return issue(path, 'field/too-long', { max, length: value.length });
  return [];
};

const checkField = (field: Field, value: unknown, path: string): Issue[] => {
  switch (field.kind) {
    case 'code':
      return field.values.includes(value as string)
        ? []
        : issue(path, 'field/unknown-code', { allowed: field.values.join(', ') });
    case 'text':
      return checkText(value, field.max, path);
    case 'url':
      return typeof value === 'string' && isWebAddress(value)
        ? []
        : issue(path, 'field/not-a-web-address');
    case 'date':
      return isPartialDate(value) ? [] : issue(path, 'field/not-a-date');
    case 'integer':
      return Number.isSafeInteger(value) &&
        (value as number) >= field.min &&
        (value as number) <= field.max
        ? []
        : issue(path, 'field/not-an-integer', { min: field.min, max: field.max });
    case 'boolean':
      return typeof value === 'boolean' ? [] : issue(path, 'field/not-a-boolean');
    case 'id':
      return isUuid(value) ? [] : issue(path, 'field/not-an-id');
    case 'pattern':
      return typeof value === 'string' && new RegExp(field.pattern).test(value)
        ? []
        : issue(path, 'field/wrong-form', { example: field.example });
    case 'list':
      if (!Array.isArray(value)) return issue(path, 'field/not-a-list');
      if (value.length > field.max) return issue(path, 'field/too-many', { max: field.max });
      return value.flatMap((item, index) => checkField(field.of, item, `${path}[${index}]`));
    case 'entry-data':
      return isRecord(value) ? [] : issue(path, 'field/not-an-object');
    case 'object':
      return isRecord(value)
        ? checkFields(field.fields, value, `${path}.`)
        : issue(path, 'field/not-an-object');
  }
};

/** Everything that is wrong with `value` as a set of `fields`: missing, unknown, of the wrong kind. */
export const checkFields = (
  fields: Fields,
  value: Readonly<Record<string, unknown>>,
  path = '',
): Issue[] => [
  ...Object.keys(value)
    .filter((name) => !Object.hasOwn(fields, name))
    .flatMap((name) => issue(`${path}${name}`, 'field/unknown')),
  ...Object.entries(fields).flatMap(([name, field]) => {
    const own = value[name];
    if (own === undefined) return field.optional ? [] : issue(`${path}${name}`, 'field/missing');
    return checkField(field, own, `${path}${name}`);
  }),
];

/** Everything wrong with the stored `data` of one event: its terms, and its `text`. */
export const checkData = (
  definition: { readonly data: Fields; readonly text: Fields },
  data: Readonly<Record<string, unknown>>,
): Issue[] => {
  const { text, ...terms } = data;
  const hasRequiredText = Object.values(definition.text).some((field) => !field.optional);
  const textIssues =
    text === undefined
      ? hasRequiredText
        ? checkFields(definition.text, {}, 'text.')
        : []
      : isRecord(text)
        ? checkFields(definition.text, text, 'text.')
        : issue('text', 'field/not-an-object');
  return [...checkFields(definition.data, terms), ...textIssues];
};

/** The ids of other streams or entries that a value names, with their paths. */
export const idsIn = (
  fields: Fields,
  value: Readonly<Record<string, unknown>>,
  path = '',
): { path: string; of: string; id: string }[] =>
  Object.entries(fields).flatMap(([name, field]) => idsInField(field, value[name], path + name));

const idsInField = (
  field: Field,
  value: unknown,
  path: string,
): { path: string; of: string; id: string }[] => {
  if (value === undefined) return [];
  if (field.kind === 'id') return [{ path, of: field.of, id: value as string }];
  if (field.kind === 'object' && isRecord(value)) return idsIn(field.fields, value, `${path}.`);
  if (field.kind === 'list' && Array.isArray(value)) {
    return value.flatMap((item, index) => idsInField(field.of, item, `${path}[${index}]`));
  }
  return [];
};
