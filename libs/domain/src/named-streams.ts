import { catalogue } from './catalogue.js';
import type { EventDefinition } from './shared/event-definition.js';
import type { Field, Fields } from './shared/fields.js';

type Terms = Readonly<Record<string, unknown>>;

const mayBeDraft: ReadonlySet<string> = new Set(['measure', 'plan', 'actor', 'roundtable']);

/** What of the things that may be drafts a field names; undefined: none. */
const draftNamedBy = (field: Field): string | undefined => {
  if (field.kind === 'list') return draftNamedBy(field.of);
  return field.kind === 'id' && mayBeDraft.has(field.of) ? field.of : undefined;
};

const namesIn = (fields: Fields): [name: string, category: string][] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const category = draftNamedBy(field);
    if (category !== undefined) return [[name, category] as [string, string]];
    const inner = field.kind === 'list' ? field.of : field;
    return inner.kind === 'object' ? namesIn(inner.fields) : [];
  });

/** By the catalogue, so that no event is forgotten; in all of them a name means the same category. */
const categoryNamed: ReadonlyMap<string, string> = new Map(
  Object.values(catalogue as Readonly<Record<string, Pick<EventDefinition, 'data'>>>).flatMap(
    ({ data }) => namesIn(data),
  ),
);

const isTerms = (value: unknown): value is Terms => typeof value === 'object' && value !== null;

const none: readonly string[] = [];

const namedBy = (name: string, value: unknown): readonly string[] => {
  const category = categoryNamed.get(name);
  if (category === undefined) return none;
  return [value].flat().flatMap((id) => (typeof id === 'string' ? [`${category}-${id}`] : []));
};

/** Typed text names nothing. */
const termsOf = (data: object): [string, unknown][] =>
  Object.entries(data).filter(([name]) => name !== 'text');

/** Streams of measures, plans, organisations and round tables that the terms of an event name, however deep. */
export const streamsNamed = (data: object): string[] => {
  const found: string[] = [];
  addNamed(found, data as Terms);
  return found;
};

/** Asked of every event, so nothing is made of those that name none. */
const addNamed = (found: string[], data: Terms): void => {
  for (const name of Object.keys(data)) {
    if (name === 'text') continue;
    const value = data[name];
    found.push(...namedBy(name, value));
    if (isTerms(value)) addNamed(found, value);
  }
};

/** The same terms without what of them names one outside `seen`: ids, and parts that hold one. */
export const onlySeen = (data: Terms, seen: ReadonlySet<string>): Terms =>
  Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => {
      if (name === 'text') return [[name, value]];
      const kept = Array.isArray(value)
        ? value.filter((part: unknown) => isSeen(name, part, seen))
        : isSeen(name, value, seen)
          ? value
          : undefined;
      return kept === undefined ? [] : [[name, seenWithin(kept, seen)]];
    }),
  );

/** The same terms with other ids of organisations: `heirs` by the ids that stand there; in a list none twice. */
export const withHeirs = (data: Terms, heirs: ReadonlyMap<string, string>): Terms =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      name === 'text' ? value : heirsWithin(value, categoryNamed.get(name) === 'actor', heirs),
    ]),
  );

const heirsWithin = (
  value: unknown,
  isActor: boolean,
  heirs: ReadonlyMap<string, string>,
): unknown => {
  if (Array.isArray(value)) {
    return [...new Set(value.map((part: unknown) => heirsWithin(part, isActor, heirs)))];
  }
  if (isTerms(value)) return withHeirs(value, heirs);
  return isActor && typeof value === 'string' ? (heirs.get(value) ?? value) : value;
};

const isSeen = (name: string, part: unknown, seen: ReadonlySet<string>): boolean =>
  namedBy(name, part).every((stream) => seen.has(stream)) &&
  (!isTerms(part) ||
    Array.isArray(part) ||
    termsOf(part).every(
      ([inner, value]) =>
        Array.isArray(value) || namedBy(inner, value).every((stream) => seen.has(stream)),
    ));

const seenWithin = (value: unknown, seen: ReadonlySet<string>): unknown => {
  if (Array.isArray(value)) return value.map((part: unknown) => seenWithin(part, seen));
  return isTerms(value) ? onlySeen(value, seen) : value;
};
