import { catalogue, type EventType } from './catalogue.js';
import type { Field, Fields } from './shared/fields.js';

/** An address that somebody gave, and what it was called, where it was called something. */
export interface WebAddress {
  readonly url: string;
  readonly title?: string;
}

type Terms = Readonly<Record<string, unknown>>;

const isTerms = (value: unknown): value is Terms => typeof value === 'object' && value !== null;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const inFields = (fields: Fields, value: unknown): WebAddress[] =>
  isTerms(value)
    ? Object.entries(fields).flatMap(([name, field]) => inField(field, value[name], value))
    : [];

/** `beside`: the object it is part of, in which its title stands. */
const inField = (field: Field, value: unknown, beside: Terms): WebAddress[] => {
  if (field.kind === 'object') return inFields(field.fields, value);
  if (field.kind === 'list') {
    return Array.isArray(value) ? value.flatMap((item) => inField(field.of, item, beside)) : [];
  }
  if (field.kind !== 'url' || typeof value !== 'string') return [];
  const title = ['title', 'label', 'number'].flatMap((name) => textOf(beside[name]) ?? []).at(0);
  return [{ url: value, ...(title === undefined ? {} : { title }) }];
};

/** The web addresses in what was typed for an entry. By the catalogue, so that no field is forgotten. */
export const webAddressesIn = (type: EventType, data: Terms): readonly WebAddress[] =>
  inFields(catalogue[type].text, data['text']);
