import { measureState, timeline, type EventData, type Past } from '@klimaspur/domain';
import type { Edition } from './edition.js';
import type { EntryWish } from './edition-state.js';

type Assigned = EventData<'MeasureResponsibleBodyAssigned'>;

/** Who takes part by this edition and did not by those before, and who does no longer. */
export const partnerWishes = (
  partners: readonly Assigned[],
  history: readonly Past[],
  { day, standOn, nextDay }: Edition,
): EntryWish[] => {
  const story = timeline(history, { asOf: day });
  const standing = measureState(story).responsible.filter(
    ({ responsibility }) => responsibility === 'PARTNER',
  );
  const names = new Set(partners.map(({ text }) => text?.name));
  const fromFiles = new Set(
    story.flatMap(({ id, data }) => (data['imported'] === true ? [id] : [])),
  );
  const known = new Set(
    (nextDay === null ? measureState(timeline(history)).responsible : standing).map(
      ({ name }) => name,
    ),
  );
  const added = partners
    .filter(({ text }) => !known.has(text?.name ?? ''))
    .map((data) => ({
      type: 'MeasureResponsibleBodyAssigned',
      data: { ...data, imported: true },
      occurredOn: standOn,
    }));
  const gone =
    partners.length === 0 || nextDay !== null
      ? []
      : standing.filter(({ name, entry }) => !names.has(name) && fromFiles.has(entry));
  return [
    ...added,
    ...gone.map(({ entry }) => ({
      type: 'MeasureResponsibleBodyReleased',
      data: { assignment: entry },
      occurredOn: standOn,
    })),
  ];
};
