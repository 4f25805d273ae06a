import type { EventData } from '@klimaspur/domain';
import type { ExampleStep } from '../example-step.js';
import { story } from '../example-step.js';

export const musterstadtId = '@municipality:musterstadt';
/** The day for which the list of the plan speaks. */
export const listDay = '2023-08-31';

/** A measure sheet as it came into the books: recorded, described, placed and, unless null, published. */
export interface Sheet {
  readonly measure: string;
  readonly at: string;
  readonly published: string | null;
  readonly recorded?: Omit<EventData<'MeasureRecorded'>, 'municipality' | 'text'>;
  /** True where the row came with the list of the plan. */
  readonly fromList?: boolean;
  /** Absent: the climate plan. */
  readonly plan?: 'waermeplan';
  readonly field: string;
  readonly edition?: 'first' | 'second' | 'heat';
  /** As the edition writes it; absent where the plan does not hold the measure. */
  readonly number?: string;
  readonly rank: number;
  readonly described: EventData<'MeasureDescribed'> & {
    readonly text: NonNullable<EventData<'MeasureDescribed'>['text']>;
  };
}

const plusSeconds = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** The first steps of a measure, a second apart, in the order in which ids come to exist. */
export const sheet = (it: Sheet): readonly ExampleStep[] => {
  const day = it.at.slice(0, 10);
  const listed = it.fromList ? ({ imported: true } as const) : {};
  const source =
    it.fromList && it.number ? { source: { system: 'Maßnahmenliste', key: it.number } } : {};
  return [
    ...story(`measure:${it.measure}`, [
      {
        at: it.at,
        on: day,
        by: 'lead',
        command: 'record-measure',
        name: `${it.measure}-recorded`,
        data: {
          municipality: musterstadtId,
          ...it.recorded,
          text: { title: it.described.text.title, ...source },
        },
      },
      {
        at: plusSeconds(it.at, 1),
        on: it.fromList ? listDay : day,
        by: 'lead',
        command: 'describe-measure',
        data: { ...it.described, ...listed },
      },
    ]),
    ...story(`plan:${it.plan ?? 'klimaplan'}`, [
      {
        at: plusSeconds(it.at, 2),
        on: it.fromList ? listDay : day,
        by: 'lead',
        command: 'place-measure',
        data: {
          ...listed,
          measure: `@measure:${it.measure}`,
          field: `@field:${it.field}`,
          rank: it.rank,
          ...(it.edition ? { edition: `@edition:${it.edition}` } : {}),
          ...(it.number ? { text: { number: it.number } } : {}),
        },
      },
    ]),
    ...(it.published === null
      ? []
      : story(`measure:${it.measure}`, [
          {
            at: it.published,
            on: it.published.slice(0, 10),
            by: 'lead',
            command: 'publish-measure',
            data: {},
          },
        ])),
  ];
};

/** A measure of the list that the plan began with; `minute` tells it from the others, such as "18:24". */
export const listed = (
  minute: string,
  it: Omit<Sheet, 'at' | 'published' | 'fromList' | 'edition'>,
): readonly ExampleStep[] =>
  sheet({
    ...it,
    at: `2023-11-14T${minute}:00.000Z`,
    published: `2023-11-20T${minute}:00.000Z`,
    fromList: true,
    edition: 'first',
  });
