import { catalogue, isEventType } from '../catalogue.js';
import { isRecord } from './check-fields.js';
import { isCommitment } from './commitment.js';
import type { Field, Fields } from './fields.js';
import { isPartialDate } from './partial-date.js';
import { replacementOf } from './replacement.js';

type Data = Readonly<Record<string, unknown>>;

/**
 * The path of the first value in a stored event that is of another kind than its field, which no fold and no page can
 * tell. Only that is asked of what is stored: limits, and what must be there, are for the doors, and may have been
 * others when it was written. `carried`: of which type the data of a correction are.
 */
export const ofWrongKind = (type: string, data: Data, carried?: string): string | undefined =>
  found(wrongInData, type, data, carried);

/**
 * The path of the first value that a stored event should have and has not. No reason by itself to tell nothing of it, but
 * the likely one where it cannot be told.
 */
export const missingIn = (type: string, data: Data, carried?: string): string | undefined =>
  found(missingInData, type, data, carried);

interface Fieldset {
  readonly data: Fields;
  readonly text: Fields;
}

const found = (
  look: (fields: Fieldset, data: Data) => string | undefined,
  type: string,
  data: Data,
  carried: string | undefined,
): string | undefined => {
  if (!isEventType(type)) return undefined;
  const own = look(catalogue[type], data);
  if (own !== undefined || carried === undefined || !isEventType(carried)) return own;
  return behind('replacement.', look(catalogue[carried], replacementOf(data)));
};

const wrongInData = ({ data: fields, text: typed }: Fieldset, data: Data): string | undefined => {
  const { text } = data;
  if (text !== undefined && !isRecord(text)) return 'text';
  return inFields(fields, data) ?? (text && behind('text.', inFields(typed, text)));
};

/** Asked of every event that is told. What is not named here a newer program may have added. */
const inFields = (fields: Fields, value: Data): string | undefined => {
  for (const name in value) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined || value[name] === undefined) continue;
    const wrong = inField(field, value[name]);
    if (wrong !== undefined) return name + wrong;
  }
  return undefined;
};

const missingInData = ({ data: fields, text: typed }: Fieldset, data: Data): string | undefined => {
  const { text = {} } = data;
  const own = missingInFields(fields, data);
  if (own !== undefined || !isRecord(text) || isCommitment(text)) return own;
  return behind('text.', missingInFields(typed, text));
};

const missingInFields = (fields: Fields, value: Data): string | undefined => {
  for (const [name, field] of Object.entries(fields)) {
    const own = value[name];
    if (own === undefined && !field.optional) return name;
    const missing = missingInField(field, own);
    if (missing !== undefined) return name + missing;
  }
  return undefined;
};

/** What follows the name of the field. */
const missingInField = (field: Field, value: unknown): string | undefined => {
  if (field.kind === 'object' && isRecord(value)) {
    return behind('.', missingInFields(field.fields, value));
  }
  if (field.kind !== 'list' || !Array.isArray(value)) return undefined;
  return inList(missingInField, field.of, value);
};

/** What follows the name of the field; nothing where it is the field itself. */
const inField = (field: Field, value: unknown): string | undefined => {
  if (field.kind === 'object') {
    return isRecord(value) ? behind('.', inFields(field.fields, value)) : '';
  }
  if (field.kind !== 'list') return isOfKind(field, value) ? undefined : '';
  return Array.isArray(value) ? inList(inField, field.of, value) : '';
};

const inList = (
  look: (field: Field, value: unknown) => string | undefined,
  of: Field,
  values: readonly unknown[],
): string | undefined => {
  for (let index = 0; index < values.length; index++) {
    const path = look(of, values[index]);
    if (path !== undefined) return `[${index}]${path}`;
  }
  return undefined;
};

const behind = (start: string, path: string | undefined): string | undefined =>
  path === undefined ? undefined : start + path;

const isOfKind = (field: Field, value: unknown): boolean => {
  switch (field.kind) {
    case 'code':
      return field.values.includes(value as string);
    case 'date':
      return isPartialDate(value);
    case 'integer':
      return Number.isSafeInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'entry-data':
      return isRecord(value);
    default:
      return typeof value === 'string';
  }
};
