import { catalogue } from './catalogue.js';
import { onlySeen, streamsNamed } from './named-streams.js';
import type { Fields } from './shared/fields.js';
import { replacementOf } from './shared/replacement.js';
import type { Past } from './timeline.js';

type Terms = Readonly<Record<string, unknown>>;
type Told = Pick<Past, 'id' | 'type' | 'data'>;

/** Fields by which an entry goes on with another one of its stream, or with a part of it. */
const links = ['entry', 'pledge', 'assignment', 'seat', 'followUp'] as const;

/** Its text names what its terms name: one cannot be told without the other. */
const toldAsOne: ReadonlySet<string> = new Set(['MeasureResponsibleBodyAssigned']);

/** Without these an entry says nothing; of a list, or of what may be absent, the rest can be told. */
const neededFields: ReadonlyMap<string, readonly (readonly [name: string, category: string])[]> =
  new Map(
    Object.entries<{ readonly data: Fields; readonly category?: string }>(catalogue).map(
      ([type, { data, category }]) => [
        type,
        Object.entries(data).flatMap(([name, field]): [string, string][] => {
          if (field.kind !== 'id' || (field.optional && !toldAsOne.has(type))) return [];
          const needs =
            field.of === 'actor' ||
            field.of === 'roundtable' ||
            (field.of === 'measure' && category === 'roundtable');
          return needs ? [[name, field.of]] : [];
        }),
      ],
    ),
  );

const needed = (type: string, data: Terms): string[] =>
  (neededFields.get(type) ?? []).flatMap(([name, category]) =>
    typeof data[name] === 'string' ? [`${category}-${data[name]}`] : [],
  );

const nothing: ReadonlyMap<string, ReadonlySet<string>> = new Map();

/**
 * The organisations, round tables and measures without which the entries of a stream cannot be told, by entry: those that
 * it names, in whatever version, and those of the entry that it goes on with. Most streams name none.
 */
export const streamsNeeded = (told: readonly Told[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const owners = new Map<unknown, Told>();
  const own = new Map<string, Set<string>>();
  for (const past of told) {
    owners.set(past.id, past);
    for (const part of partsOf(past)) owners.set(part, past);
    const corrected = past.type === 'EntryCorrected' ? owners.get(past.data['entry']) : past;
    if (!corrected) continue;
    const terms = past === corrected ? past.data : replacementOf(past.data);
    for (const stream of needed(corrected.type, terms)) {
      own.set(corrected.id, (own.get(corrected.id) ?? new Set()).add(stream));
    }
  }
  if (own.size === 0) return nothing;
  const all = (past: Told): ReadonlySet<string> =>
    new Set([
      ...(own.get(past.id) ?? []),
      ...goesOnWith(past, owners).flatMap((it) => [...all(it)]),
    ]);
  return new Map(told.map((past) => [past.id, all(past)]));
};

/**
 * What of a stream may be told to somebody who sees of other streams only those of `seen`: without the entries that need
 * a hidden one, and in the others without what names one.
 */
export const seenPart = <P extends Told>(told: readonly P[], seen: ReadonlySet<string>): P[] => {
  const needs = streamsNeeded(told);
  return told
    .filter(({ id }) => [...(needs.get(id) ?? [])].every((stream) => seen.has(stream)))
    .map((past) =>
      streamsNamed(past.data).every((stream) => seen.has(stream))
        ? past
        : { ...past, data: onlySeen(past.data, seen) },
    );
};

/** The part of a round table that an entry adds. */
const partsOf = ({ type, data }: Told): unknown[] => {
  if (type === 'RoundtableSeatAdded') return [data['seat']];
  return type === 'RoundtableFollowUpAgreed' ? [data['followUp']] : [];
};

/** The entries that an entry goes on with; an item that looks back on a follow-up is told without it as well. */
const goesOnWith = (past: Told, owners: ReadonlyMap<unknown, Told>): Told[] =>
  past.type === 'RoundtableItemAdded'
    ? []
    : links.flatMap((link) => {
        const owner = owners.get(past.data[link]);
        return owner && owner !== past ? [owner] : [];
      });
