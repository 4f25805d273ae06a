import type { Past } from '@klimaspur/domain';
import { idOf, type EventStore, type RecordedEvent } from '@klimaspur/event-store';
import type { ImportedKind } from '@klimaspur/read-models';
import type { Known } from '../import-target.js';
import { placementsOf } from '../plan-placements.js';

const kinds: Readonly<Record<string, ImportedKind>> = {
  MunicipalityFounded: 'municipality',
  PlanDrafted: 'plan',
  PlanFieldAdded: 'field',
  MeasureRecorded: 'measure',
};

/** What is there, read from the whole log at each question: slow, and with no read model in between. */
export const knownFromLog = (store: EventStore): Known => {
  const all = () => store.readAll(null, 1_000_000);
  const textOf = (event: RecordedEvent) =>
    event.data['text'] as {
      name?: string;
      title?: string;
      source?: { system: string; town?: string; key: string };
    };
  const isFrom = ({ town }: { town?: string }, event: RecordedEvent) =>
    textOf(event).source?.town === town;
  const nameIn = (town: readonly RecordedEvent[]) =>
    town.flatMap((event) => textOf(event)?.name ?? []).at(-1) ?? '';
  return {
    towns: async () => {
      const events = await all();
      return events
        .filter(({ type }) => type === 'MunicipalityFounded')
        .map((event) => ({
          id: idOf(event.stream),
          name: nameIn(events.filter(({ stream }) => stream === event.stream)),
          slug: '',
          ags: (event.data['ags'] as string | undefined) ?? null,
        }));
    },
    find: async (source, kind) => {
      const events = await all();
      return events
        .filter(({ type, data }) => {
          const other = (data['text'] as { source?: typeof source } | undefined)?.source;
          return (
            kinds[type] === kind &&
            other?.system === source.system &&
            other.key === source.key &&
            (!source.town || !other.town || other.town === source.town)
          );
        })
        .sort((a, b) => Number(isFrom(source, b)) - Number(isFrom(source, a)))
        .map((found) => {
          const first = events.find(({ stream }) => stream === found.stream);
          const own = idOf(found.stream);
          return {
            id: kind === 'field' ? (found.data['field'] as string) : own,
            municipality: kind === 'municipality' ? own : (first?.data['municipality'] as string),
            plan: kind === 'field' ? own : null,
          };
        });
    },
    stream: (name, range) => store.readStream(name, range),
    plans: async (town) =>
      (await all())
        .filter(({ type, data }) => type === 'PlanDrafted' && data['municipality'] === town)
        .map((event) => ({ id: idOf(event.stream), title: textOf(event).title ?? '' })),
    measureNames: async (plan) => {
      const events = await all();
      const placed = placementsOf(
        events.filter(({ stream }) => stream === `plan-${plan}`) as unknown as Past[],
      );
      return [...placed].map(([id, { number }]) => ({
        id,
        number,
        titles: events
          .filter(({ stream }) => stream === `measure-${id}`)
          .flatMap((event) => textOf(event)?.title ?? [])
          .reverse(),
      }));
    },
    planOf: async (measure) => {
      const placed = (await all()).findLast(({ data }) => data['measure'] === measure);
      return placed ? idOf(placed.stream) : null;
    },
  };
};
