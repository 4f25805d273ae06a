import { idOf, type EventStore, type RecordedEvent } from '@klimaspur/event-store';
import type { Imported, ImportedKind } from '@klimaspur/read-models';
import type { Known } from '../import-target.js';

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
      source?: { system: string; town?: string; key: string };
    };
  return {
    towns: async () =>
      (await all())
        .filter(({ type }) => type === 'MunicipalityFounded')
        .map((event) => ({
          id: idOf(event.stream),
          name: textOf(event).name ?? '',
          slug: '',
          ags: (event.data['ags'] as string | undefined) ?? null,
        })),
    find: async (source, kind) => {
      const events = await all();
      const found = events.find(({ type, data }) => {
        const other = (data['text'] as { source?: typeof source } | undefined)?.source;
        return (
          kinds[type] === kind &&
          other?.system === source.system &&
          other.key === source.key &&
          other.town === source.town
        );
      });
      if (!found) return null;
      const plan = kind === 'field' ? idOf(found.stream) : null;
      const drafted = events.find(({ stream }) => stream === found.stream);
      const municipality =
        kind === 'municipality' ? idOf(found.stream) : (drafted?.data['municipality'] as string);
      const id = kind === 'field' ? (found.data['field'] as string) : idOf(found.stream);
      return { kind, id, municipality, plan, voided: false, baseline: [] } satisfies Imported;
    },
    stream: (name) => store.readStream(name),
    planOf: async (measure) => {
      const placed = (await all()).findLast(({ data }) => data['measure'] === measure);
      return placed ? idOf(placed.stream) : null;
    },
  };
};
