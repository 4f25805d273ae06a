import { statuses } from '@klimaspur/domain';
import { messageFor, messages, type Lang } from '@klimaspur/messages';
import type {
  AssessmentPoint,
  MovedMeasure,
  StagePoint,
  StatusPoint,
} from '@klimaspur/read-models';
import { type Counts, totalOf } from '../charts/counts.js';
import type { TrendFile } from './trend-paths.js';

/** A column of a chart's file; heading and meaning are messages of its key, or those of its status. */
export interface TrendColumn<Row> {
  readonly key: string;
  readonly kind: 'text' | 'date' | 'code' | 'amount';
  readonly cell: (row: Row) => string;
}

/** How many got one rating on one day. */
export interface RatingRow {
  readonly day: string;
  readonly scale: string;
  readonly rating: string;
  readonly count: number;
  readonly assessed: number;
  readonly notAssessed: number;
  readonly total: number;
}

export const ratingRows = (points: readonly AssessmentPoint[]): RatingRow[] =>
  points.flatMap(({ day, assessed, notAssessed, total, scales }) => {
    const ofDay = { assessed, notAssessed, total };
    // A day on which nobody had assessed anything is a row as well.
    if (scales.length === 0) return [{ day, scale: '', rating: '', count: 0, ...ofDay }];
    return scales.flatMap(({ scale, ratings }) =>
      ratings.map((rated) => ({ day, scale, ...rated, ...ofDay })),
    );
  });

const columns = <Row>(
  kinds: Readonly<Partial<Record<keyof Row & string, TrendColumn<Row>['kind']>>>,
): readonly TrendColumn<Row>[] =>
  Object.entries(kinds).map(([key, kind]) => ({
    key,
    kind: kind as TrendColumn<Row>['kind'],
    cell: (row) => String(row[key as keyof Row]),
  }));

const count = ({ key, of }: { key: string; of: (point: StatusPoint) => number }) => ({
  key,
  kind: 'amount' as const,
  cell: (point: StatusPoint) => String(of(point)),
});

export const statusColumns: readonly TrendColumn<StatusPoint>[] = [
  { key: 'day', kind: 'date', cell: ({ day }) => day },
  ...statuses.map((status) => count({ key: status, of: ({ byStatus }) => byStatus[status] })),
  count({ key: 'total', of: ({ total }) => total }),
];

export const stageColumns = columns<StagePoint>({
  day: 'date',
  decided: 'amount',
  begun: 'amount',
  finished: 'amount',
  givenUp: 'amount',
  begunUndecided: 'amount',
  decisionUnknown: 'amount',
  total: 'amount',
});

export const ratingColumns = columns<RatingRow>({
  day: 'date',
  scale: 'code',
  rating: 'code',
  count: 'amount',
  assessed: 'amount',
  notAssessed: 'amount',
  total: 'amount',
});

/** A part of a whole, as the table of its chart shows it. */
export interface ShareRow {
  readonly label: string;
  readonly code: string;
  readonly measures: number;
  readonly share: string;
}

/** `part`: what the parts are, such as `stage`. */
export const shareColumns = (
  part: 'statusWord' | 'stage' | 'ratingWord' | 'shift',
): readonly TrendColumn<ShareRow>[] => [
  { key: part, kind: 'text', cell: ({ label }) => label },
  ...columns<ShareRow>({ code: 'code', measures: 'amount', share: 'text' }),
];

export const targetColumns = columns<{ readonly what: string; readonly share: string }>({
  what: 'text',
  share: 'text',
});

export const fieldColumns: readonly TrendColumn<FieldRow>[] = [
  { key: 'field', kind: 'text', cell: ({ name }) => name },
  ...statuses.map((status) => ({
    key: status,
    kind: 'amount' as const,
    cell: ({ counts }: FieldRow) => String(counts[status]),
  })),
  { key: 'total', kind: 'amount', cell: ({ counts }) => String(totalOf(counts)) },
];

export interface FieldRow {
  readonly name: string;
  readonly counts: Counts;
}

export const movedColumns = columns<MovedMeasure>({
  id: 'text',
  title: 'text',
  first: 'date',
  now: 'date',
  times: 'amount',
  days: 'amount',
});

/** The dictionary of the data page: every column of every file. */
export const trendColumns: Readonly<
  Record<TrendFile, readonly Pick<TrendColumn<never>, 'key' | 'kind'>[]>
> = {
  status: statusColumns,
  stages: stageColumns,
  movedDates: movedColumns,
  assessments: ratingColumns,
  target: targetColumns,
  counts: shareColumns('statusWord'),
  ownProjects: shareColumns('statusWord'),
  fields: fieldColumns,
  stagesNow: shareColumns('stage'),
  opinionsNow: shareColumns('ratingWord'),
  shifts: shareColumns('shift'),
  farthest: movedColumns,
};

export const headingOf = (key: string, lang: Lang): string =>
  messageFor(lang, `trendColumn.${key}`) ?? messageFor(lang, `status.${key}`) ?? key;

export const meaningOf = (key: string, lang: Lang): string =>
  messageFor(lang, `trendMeaning.${key}`) ?? messages(lang)('trendMeaning.status');
