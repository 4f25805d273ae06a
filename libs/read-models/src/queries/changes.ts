import { berlinDay, dayNumber, type Day, type EventType } from '@klimaspur/domain';
import { categoryOf, idOf, streamName } from '@klimaspur/event-store';
import { authorKey } from '../store/author-key.js';
import type { Statements } from '../store/statements.js';
import type { ChangeFilter, ChangeItem, ChangePage, View } from '../types.js';
import { statusOf } from './counts.js';
import { correctedIn, voidedIn } from './marks.js';
import { townRefs } from './municipalities.js';
import { entrySeen, paramsOf, townKey, type Params } from './scope.js';

const DEFAULT_LIMIT = 20;
export const LARGEST_PAGE = 500;
const DIGITS = 16;

export interface ChangeRow {
  readonly position: number;
  readonly category: string;
  readonly streamId: string;
  readonly revision: number;
  readonly entry: string;
  readonly type: EventType;
  readonly municipality: number;
  readonly measure: number | null;
  /** Pseudonym in hex; null: nobody's. */
  readonly author: string | null;
  readonly recorded_at: number;
  readonly recorded_on: number;
  readonly occurred_on: string | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly voided: number;
  readonly corrected: number;
  readonly title: string | null;
}

/** A slip and its undoing cancel each other out, once both were known. */
const notUndone = '(c.undone_since IS NULL OR c.undone_since > $known OR c.undone_on > $day)';

const ofStreams = `c.stream IN (SELECT n.key FROM json_each($streams) named
  CROSS JOIN stream n ON n.category = named.value ->> 0 AND n.id = named.value ->> 1)`;

const LAST_UNTIL = '(SELECT max(last) FROM change_day WHERE day <= $until)';

/**
 * That a row may be told, and was known at the moment asked about; with `toldParams`. `below`: a parameter with the cursor of
 * the page before; of two bounds SQLite would seek the first and read its way to the other.
 */
export const toldThen = (view: View, below?: string): readonly string[] => [
  entrySeen(view.viewer),
  // So that the newest entries of a day long past are not looked for from the end of the log.
  below === undefined
    ? `c.position <= ${LAST_UNTIL}`
    : `c.position <= min(${LAST_UNTIL}, ${below} - 1)`,
  'c.recorded_on <= $day',
  ...(view.knownAt === undefined ? [] : ['c.known_since <= $known']),
];
export const toldParams = (view: View): Params => ({
  ...paramsOf(view),
  until: dayNumber(lastDayOf(view)),
});

/** The columns of `ChangeRow`. */
export const rowOf = (view: View): string =>
  `c.position, s.category, s.id AS streamId, c.revision, c.entry, c.type, c.municipality,
  c.measure, hex(c.author) AS author, c.recorded_at, c.recorded_on, c.occurred_on, c.before, c.after,
  ${voidedIn('c', view)} AS voided, ${correctedIn('c', view)} AS corrected,
  (SELECT t.title FROM measure_text t WHERE t.measure = c.measure AND t.known_from <= $known
    ORDER BY t.known_from DESC, t.valid_from DESC LIMIT 1) AS title`;

/** Latest changes, newest first. Up to the day asked about, as far as it was known then. */
export const changes = (db: Statements, filter: ChangeFilter, view: View): ChangePage => {
  const { rows, ...page } = changeRows(db, filter, view);
  return { items: changeItems(db, rows, view), ...page };
};

/** The same before names of towns and measures are told. */
export const changeRows = (
  db: Statements,
  filter: ChangeFilter,
  view: View,
): Omit<ChangePage, 'items'> & { readonly rows: readonly ChangeRow[] } => {
  const limit = Math.min(Math.max(1, filter.limit ?? DEFAULT_LIMIT), LARGEST_PAGE);
  const conditions = [
    ...(filter.municipality === undefined ? [] : [`c.municipality = ${townKey('$town')}`]),
    ...(filter.measure === undefined
      ? []
      : [`c.stream = (SELECT key FROM stream WHERE id = $measure AND category = 'measure')`]),
    ...(filter.streams === undefined ? [] : [ofStreams]),
    ...(filter.author === undefined ? [] : ['c.author = $author']),
    ...(filter.from === undefined ? [] : ['c.recorded_on >= $from']),
    ...(filter.to === undefined ? [] : ['c.recorded_on <= $to']),
    ...(filter.brief ? ['c.brief = 1', notUndone] : []),
    ...(filter.news ? ['c.brief = 1'] : []),
    ...(filter.statusChangedOnly ? ['c.after IS NOT c.before'] : []),
  ];
  const params = {
    ...toldParams(view),
    town: filter.municipality ?? null,
    measure: filter.measure ?? null,
    streams: JSON.stringify(filter.streams?.map((name) => [categoryOf(name), idOf(name)]) ?? []),
    author: authorKey(filter.author),
    from: filter.from === undefined ? null : dayNumber(filter.from),
    to: filter.to === undefined ? null : dayNumber(filter.to),
  };
  const all = (below?: string) =>
    `FROM change c CROSS JOIN stream s ON s.key = c.stream
    WHERE ${[...toldThen(view, below), ...conditions].join(' AND ')}`;
  const rows = db.all<ChangeRow>(
    `SELECT ${rowOf(view)} ${all(filter.before === undefined ? undefined : '$before')}
    ORDER BY c.position DESC LIMIT $limit`,
    {
      ...params,
      before: filter.before === undefined ? null : Number(filter.before),
      limit: limit + 1,
    },
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    next: last && rows.length > limit ? positionOf(last.position) : null,
    ...(filter.counted ? { total: countOf(db, `SELECT count(*) AS n ${all()}`, params) } : {}),
  };
};

/** On no later day was anything recorded that was known by then. */
const lastDayOf = ({ asOf, knownAt }: View): Day => {
  const knownOn = knownAt === undefined ? asOf : berlinDay(new Date(knownAt).toISOString());
  return knownOn < asOf ? knownOn : asOf;
};

const countOf = (db: Statements, sql: string, params: Params): number =>
  db.get<{ n: number }>(sql, params)?.n ?? 0;

export const changeItems = (
  db: Statements,
  rows: readonly ChangeRow[],
  view: View,
): ChangeItem[] => {
  const towns = townRefs(
    db,
    rows.map(({ municipality }) => municipality),
    view,
  );
  return rows.flatMap((row) => {
    const municipality = towns.get(row.municipality);
    if (!municipality) return [];
    return {
      position: positionOf(row.position),
      stream: streamName(row.category, row.streamId),
      ...{ revision: row.revision, entry: row.entry, type: row.type, municipality },
      measure: row.measure === null ? null : { id: row.streamId, title: row.title ?? '' },
      recordedAt: new Date(row.recorded_at).toISOString(),
      occurredOn: row.occurred_on,
      before: row.before === null ? null : statusOf(row.before),
      after: row.after === null ? null : statusOf(row.after),
      voided: row.voided === 1,
      corrected: row.corrected === 1,
    };
  });
};

export const positionOf = (place: number): string => String(place).padStart(DIGITS, '0');
