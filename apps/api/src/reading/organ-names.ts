import { type Day, type Entry, type EventData, type Past, timeline } from '@klimaspur/domain';
import type { OrganItem } from '@klimaspur/read-models';
import { pastOf } from './past.js';
import type { Reading } from './reader.js';

/** What a body was called on a day; undefined for one that is none of these. */
export type OrganNames = (id: string, day: Day) => string | undefined;

/** Reads the streams of those that were described again since they were registered: few were. */
export const organNames = async (
  reading: Reading,
  organs: readonly OrganItem[],
): Promise<OrganNames> => {
  const { knownAt } = reading.view;
  const told = await Promise.all(
    organs.map(async ({ id, name, revision }): Promise<[string, readonly Named[]]> => {
      const past = revision === 0 ? [] : await pastOf(reading, 'organ', id);
      const names = namesIn(past, knownAt);
      return [id, names.length === 0 ? [{ from: '', name }] : names];
    }),
  );
  const all = new Map(told);
  return (id, day) => {
    const names = all.get(id);
    return (names?.findLast(({ from }) => from <= day) ?? names?.[0])?.name;
  };
};

interface Named {
  readonly from: Day;
  readonly name: string;
}

/** A name that was given from a day on holds from then; one without a day says what the body was called all along. */
const namesIn = (past: readonly Past[], knownAt: number | undefined): readonly Named[] =>
  timeline(past, knownAt === undefined ? {} : { knownAt }).reduce<readonly Named[]>(
    (names, entry) => {
      const name = nameIn(entry);
      if (name === undefined) return names;
      const last = names.at(-1);
      if (!last || entry.occurredOn !== null) return [...names, { from: entry.effectiveOn, name }];
      return [...names.slice(0, -1), { ...last, name }];
    },
    [],
  );

const nameIn = ({ type, data }: Entry): string | undefined =>
  type === 'OrganRegistered' || type === 'OrganDescribed'
    ? (data as EventData<'OrganRegistered'>).text?.name
    : undefined;
