import {
  type EventStore,
  type JsonObject,
  newCommandId,
  type NewEvent,
  openEventStore,
} from '@klimaspur/event-store';

/** A town of 100 measures in 8 fields, each with ten events over a year and a half. */
export const EVENTS_OF_A_MEASURE = 10;
const MEASURES_OF_A_TOWN = 100;
const FIELDS = 8;
const DAY = 86_400_000;
const BEGIN = Date.UTC(2022, 0, 1);
const day = (n: number) => new Date(BEGIN + n * DAY).toISOString().slice(0, 10);

/** The same numbers in every run. */
const chance = (() => {
  let seed = 7;
  return (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
})();

const syllables =
  'wär me pla nung stra ße netz so lar dach schu le rad ver kehr ge bäu de strom'.split(' ');
const words = Array.from({ length: 3000 }, () =>
  Array.from({ length: 2 + chance(3) }, () => syllables[chance(syllables.length)]).join(''),
);
const text = (count: number) =>
  Array.from({ length: count }, () => words[chance(words.length)]).join(' ');

let recorded = 0;
const event = (
  town: string,
  type: string,
  data: JsonObject,
  on: number | null,
  at: number,
): NewEvent => ({
  id: newCommandId(),
  type,
  data,
  metadata: {
    actor: { municipality: town, person: '0197c0de-0000-7000-8000-000000000003', role: 'MONITOR' },
    commandId: newCommandId(),
    occurredOn: on === null ? null : day(on),
    recordedAt: new Date(BEGIN + at * DAY + recorded++).toISOString(),
    ...('text' in data ? { salt: '00112233445566778899aabbccddeeff' } : {}),
    schemaVersion: 1,
  },
});

interface Sampled {
  readonly town: string;
  readonly measure: string;
}

/** What happens to a measure after it was recorded, described and published. */
const later = ({ town }: Sampled, n: number, step: number): NewEvent => {
  const on = 30 + step * 70 + (n % 60);
  // Written down by one clock, later than it happened.
  const at = 93 + step * 70;
  const entry = (type: string, data: JsonObject, more: JsonObject = {}) =>
    event(town, type, { ...data, text: { note: text(8), ...more } }, on, at);
  const steps = [
    () => entry('MeasureSubmitted', { paperKind: 'MOTION' }),
    () => entry('MeasureDeliberated', { outcome: n % 3 ? 'DEFERRED' : 'RECOMMENDED' }),
    () =>
      entry('MeasureDecided', { effect: n % 9 ? 'ADOPTS' : 'REJECTS', scope: 'FULL', final: true }),
    () => entry('MeasureResponsibleBodyAssigned', { responsibility: 'LEAD' }, { name: 'Amt' }),
    () => entry('MeasureImplementationPlanned', { plannedEnd: String(2023 + (n % 5)) }),
    () => entry('MeasureImplementationStarted', {}),
    () => entry(n % 4 ? 'MeasureProgressReported' : 'MeasureImplementationCompleted', {}),
  ];
  return (steps[step] as () => NewEvent)();
};
const STEPS = EVENTS_OF_A_MEASURE - 3;

const foundTown = async (
  store: EventStore,
  n: number,
  measures: readonly Sampled[],
): Promise<void> => {
  const { town } = measures[0] as Sampled;
  const at = (type: string, data: JsonObject) => event(town, type, data, null, 1);
  const fields = Array.from({ length: FIELDS }, () => newCommandId());
  await store.append(
    `municipality-${town}`,
    [at('MunicipalityFounded', { text: { name: `Town ${n}` } }), at('MunicipalityPublished', {})],
    'no_stream',
  );
  await appendInParts(store, `plan-${newCommandId()}`, [
    at('PlanDrafted', {
      municipality: town,
      kind: 'CLIMATE_PROTECTION',
      text: { title: 'Plan' },
    }),
    ...fields.map((field, rank) => at('PlanFieldAdded', { field, rank, text: { name: text(2) } })),
    ...measures.map(({ measure }, rank) =>
      at('PlanMeasurePlaced', {
        ...{ measure, rank, field: fields[rank % FIELDS] as string },
        text: { number: `A${rank % FIELDS}.${rank}` },
      }),
    ),
    at('PlanPublished', {}),
  ]);
  await Promise.all(
    measures.map(({ measure }) =>
      store.append(
        `measure-${measure}`,
        [
          at('MeasureRecorded', { municipality: town, text: { title: text(4) } }),
          at('MeasureDescribed', {
            text: { title: text(4), teaser: text(12), description: text(60) },
          }),
          at('MeasurePublished', {}),
        ],
        'no_stream',
      ),
    ),
  );
};

/** No single append holds more than so many. */
const PART = 500;

const appendInParts = async (store: EventStore, stream: string, events: readonly NewEvent[]) => {
  for (let from = 0; from < events.length; from += PART) {
    const expected = from === 0 ? 'no_stream' : from - 1;
    await store.append(stream, events.slice(from, from + PART), expected);
  }
};

/** Writes a log in which the stories of all measures run side by side, as they do in life. */
export const writePlans = async (
  folder: string,
  count: number,
  ofATown = MEASURES_OF_A_TOWN,
): Promise<readonly Sampled[]> => {
  const store = await openEventStore(`sqlite:${folder}`, { durability: 'off' });
  const all: Sampled[] = [];
  for (let n = 0; n * ofATown < count; n++) {
    const town = newCommandId();
    const measures = Array.from({ length: ofATown }, () => ({
      town,
      measure: newCommandId(),
    }));
    await foundTown(store, n, measures);
    all.push(...measures);
  }
  for (let step = 0; step < STEPS; step++) {
    for (let from = 0; from < all.length; from += 2000) {
      await Promise.all(
        all
          .slice(from, from + 2000)
          .map((one, n) =>
            store.append(`measure-${one.measure}`, [later(one, from + n, step)], step + 2),
          ),
      );
    }
  }
  await store.close();
  return all;
};

/** One more entry for a measure whose stream stands at `revision`. */
export const oneMore = ({ town }: Sampled): NewEvent =>
  event(town, 'MeasureProgressReported', { percent: 50, text: { note: text(8) } }, 800, 801);
