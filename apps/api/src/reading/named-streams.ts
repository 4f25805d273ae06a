import { catalogue, type EventDefinition, type Field, type Fields } from '@klimaspur/domain';

type Terms = Readonly<Record<string, unknown>>;

/** What of the things that may be drafts a field names; undefined: none. */
const draftNamedBy = (field: Field): string | undefined => {
  if (field.kind === 'list') return draftNamedBy(field.of);
  return field.kind === 'id' && (field.of === 'measure' || field.of === 'plan')
    ? field.of
    : undefined;
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

const namedBy = (name: string, value: unknown): string[] => {
  const category = categoryNamed.get(name);
  const ids = category === undefined ? [] : [value].flat();
  return ids.flatMap((id) => (typeof id === 'string' ? [`${category}-${id}`] : []));
};

/** Typed text names nothing. */
const termsOf = (data: object): [string, unknown][] =>
  Object.entries(data).filter(([name]) => name !== 'text');

/** Streams of measures and plans that the terms of an event name, however deep. */
export const streamsNamed = (data: object): string[] =>
  termsOf(data).flatMap(([name, value]: [string, unknown]) => [
    ...namedBy(name, value),
    ...(isTerms(value) ? streamsNamed(value) : []),
  ]);

/** The same terms without those parts of them that name a measure or plan outside `seen`. */
export const onlySeen = (data: Terms, seen: ReadonlySet<string>): Terms => {
  const isSeen = (part: unknown) =>
    !isTerms(part) ||
    termsOf(part).every(([name, value]) =>
      namedBy(name, value).every((stream) => seen.has(stream)),
    );
  const within = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter(isSeen).map(within);
    return isTerms(value) ? onlySeen(value, seen) : value;
  };
  const kept = Object.entries(data).filter(([name, value]) => name === 'text' || isSeen(value));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, name === 'text' ? value : within(value)]),
  );
};
