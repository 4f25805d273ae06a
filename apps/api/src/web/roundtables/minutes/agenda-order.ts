import { type Item, ranksToPlace } from '@klimaspur/domain';
import type { RoundtableDetail } from '@klimaspur/read-models';

export const directions = ['up', 'down'] as const;
export type Direction = (typeof directions)[number];

/** What stands on the agenda of a meeting. */
export const agendaOf = ({ items }: Pick<RoundtableDetail, 'items'>, meeting: string): Item[] =>
  items.filter((item) => item.meeting === meeting);

/** Where an item stands on an agenda, as `place-item` wants it; others where there is no room left. */
export interface Placement {
  readonly item: string;
  readonly meeting: string;
  readonly rank: number;
}

/** Puts an item at this place of the agenda of a meeting, where it may stand already. */
export const placeAt = (
  table: Pick<RoundtableDetail, 'items'>,
  meeting: string,
  item: string,
  index: number,
): readonly Placement[] => {
  const others = agendaOf(table, meeting)
    .filter((other) => other.item !== item)
    .map((other) => ({ id: other.item, rank: other.rank }));
  return ranksToPlace(others, item, index).map(({ id, rank }) => ({ item: id, meeting, rank }));
};

/** One step; undefined: there is none in this direction. */
export const stepTo = (
  table: Pick<RoundtableDetail, 'items'>,
  { meeting, item }: Item,
  direction: Direction,
): readonly Placement[] | undefined => {
  const agenda = agendaOf(table, meeting);
  const to = agenda.findIndex((other) => other.item === item) + (direction === 'up' ? -1 : 1);
  return to < 0 || to >= agenda.length ? undefined : placeAt(table, meeting, item, to);
};

/** The meetings that come after this one, the next first; those called off are none. */
export const laterMeetings = (
  { meetings }: Pick<RoundtableDetail, 'meetings'>,
  than: { readonly meeting: string; readonly on: string },
) =>
  meetings.filter(
    ({ meeting, on, off, held }) => meeting !== than.meeting && on >= than.on && !off && !held,
  );
