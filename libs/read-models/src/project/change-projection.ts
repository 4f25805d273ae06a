import { kindCodeOf } from '../history/entry-kinds.js';
import { effectiveOn, recordedDayOf } from './days.js';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { RowSink, RowsTo } from '../store/row-sink.js';
import { isImported, type LogEvent } from './past-reader.js';
import { authorKey } from '../store/author-key.js';
import { statusCode } from './codes.js';
import type { StatusChange } from './status-change.js';
import type { ToldPart } from './story-projection.js';

/** Where the events of a stream stand in the feed. */
export interface FeedPlace {
  readonly stream: number;
  readonly municipality: number;
  readonly measure: number | null;
}

/** Writes the feed of latest changes: one row for each entry. */
export class ChangeProjection {
  private readonly rows: RowSink;
  private readonly setStatus: StatementSync;
  private readonly setMarks: StatementSync;
  private readonly setTold: StatementSync;
  private readonly names: RowSink;
  private readonly setName: StatementSync;
  private readonly setLast: StatementSync;
  /** The last entry recorded on each day of the news. */
  private readonly lastOn = new Map<number, number>();

  constructor(db: DatabaseSync, rowsTo: RowsTo) {
    this.rows = rowsTo('change', [
      'position',
      'stream',
      'revision',
      'entry',
      'about',
      'type',
      'municipality',
      'measure',
      'author',
      'known_since',
      'recorded_at',
      'recorded_on',
      'occurred_on',
      'effective_on',
      'kind',
      'before',
      'after',
      'voided',
      'corrected',
      'brief',
      'told',
      'undone_since',
      'undone_on',
      'organ',
    ]);
    this.names = rowsTo('entry_name', ['stream', 'revision', 'named', 'needed']);
    this.setName = db.prepare('INSERT OR REPLACE INTO entry_name VALUES (?, ?, ?, 1)');
    this.setStatus = db.prepare('UPDATE change SET before = ?, after = ? WHERE position = ?');
    this.setMarks = db.prepare(
      `UPDATE change SET voided = ?, corrected = ?, undone_since = ?, undone_on = ?
      WHERE position = ?`,
    );
    this.setTold = db.prepare('UPDATE change SET told = ? WHERE position = ?');
    this.setLast = db.prepare(
      `INSERT INTO change_day (day, last) VALUES (?, ?)
      ON CONFLICT DO UPDATE SET last = max(last, excluded.last)`,
    );
  }

  /**
   * `told` are all events that may be voided or corrected by the news; `status` what single entries
   * changed, older ones among them that became known at the same instant as the news.
   */
  project(
    place: FeedPlace,
    news: readonly LogEvent[],
    told: readonly LogEvent[],
    status: ReadonlyMap<LogEvent, StatusChange> = new Map(),
    part?: ToldPart,
  ): void {
    const marked = marksOf(told);
    const fresh = new Set(news);
    const isTold = (event: LogEvent) => (!part || part.told.has(event.id) ? 1 : 0);
    for (const event of news) {
      const mark = marked.get(event.id) ?? unmarked;
      this.insert(place, event, status.get(event), mark, isTold(event));
    }
    for (const event of part?.turned ?? []) this.setTold.run(isTold(event), Number(event.position));
    for (const [event, change] of status) {
      if (fresh.has(event)) continue;
      this.setStatus.run(code(change.before), code(change.after), Number(event.position));
    }
    if (marked.size === 0) return;
    for (const event of told) {
      const mark = marked.get(event.id);
      if (!mark || fresh.has(event)) continue;
      const { voided, corrected, undone } = mark;
      this.setMarks.run(voided, corrected, ...undoneColumns(undone), Number(event.position));
    }
  }

  /**
   * What an entry names beside its own stream: who may see none of it is not told of the entry, nor who may not see all
   * that it cannot be told without.
   */
  name(
    stream: number,
    { revision }: LogEvent,
    named: ReadonlySet<number>,
    needed: ReadonlySet<number> = nothing,
  ): void {
    for (const key of new Set([...named, ...needed])) {
      this.names.add([stream, revision, key, needed.has(key) ? 1 : 0]);
    }
  }

  /** The same of an entry of an earlier batch that was corrected since. */
  rename(stream: number, { revision }: LogEvent, needed: ReadonlySet<number>): void {
    for (const key of needed) this.setName.run(stream, revision, key);
  }

  flush(): void {
    this.rows.flush();
    this.names.flush();
    for (const [day, last] of this.lastOn) this.setLast.run(day, last);
    this.lastOn.clear();
  }

  discard(): void {
    this.rows.discard();
    this.names.discard();
    this.lastOn.clear();
  }

  private insert(
    { stream, municipality, measure }: FeedPlace,
    event: LogEvent,
    status: StatusChange | undefined,
    mark: Mark,
    told: 0 | 1,
  ): void {
    const { occurredOn } = event.metadata;
    const [position, recordedOn] = [Number(event.position), recordedDayOf(event.recordedAt)];
    this.lastOn.set(recordedOn, Math.max(position, this.lastOn.get(recordedOn) ?? 0));
    this.rows.add([
      position,
      stream,
      event.revision,
      event.id,
      marks(event) ? (event.data['entry'] as string) : null,
      event.type,
      municipality,
      measure,
      authorKey(personOf(event)),
      event.knownSince,
      event.recordedAt,
      recordedOn,
      occurredOn,
      effectiveOn(occurredOn, recordedOn),
      kindCodeOf(event.type),
      code(status?.before),
      code(status?.after),
      mark.voided,
      mark.corrected,
      isBrief(event) ? 1 : 0,
      told,
      ...undoneColumns(mark.undone),
      sittingOf(event),
    ]);
  }
}

const personOf = ({ metadata }: LogEvent): string | undefined =>
  (metadata as { readonly actor?: { readonly person?: string } }).actor?.person;

/** What a body did in a meeting; of a correction, as corrected. */
const sittings: ReadonlySet<string> = new Set([
  'DecisionRecorded',
  'MeasureDeliberated',
  'MeasureDecided',
]);

interface Sat {
  readonly organ?: string;
  readonly dayIsLatest?: boolean;
  /** One of the two says that something was dealt with; who hands in a paper may be a body as well. */
  readonly outcome?: string;
  readonly effect?: string;
}

/** The body that met on the day of the entry; null: none did, or it is not known that it was that day. */
const sittingOf = ({ type, data }: LogEvent): string | null => {
  const said = (sittings.has(type) ? data : (data['replacement'] ?? {})) as Sat;
  const { organ, dayIsLatest, outcome, effect } = said;
  const isDealtWith = outcome !== undefined || effect !== undefined;
  return organ !== undefined && isDealtWith && dayIsLatest !== true ? organ : null;
};

/** Our own filing: it says nothing of the town. */
const filing: ReadonlySet<string> = new Set([
  'PlanMeasurePlaced',
  'PlanFieldMoved',
  'RoundtableItemAdded',
  'RoundtableItemPlaced',
]);

/** Whether an entry belongs in a short list; an import is told there by its last entry alone. */
const isBrief = ({ type, metadata }: LogEvent): boolean =>
  type === 'PlanImportCompleted' || !(filing.has(type) || isImported(metadata));

const code = (status: StatusChange['before'] | undefined): number | null =>
  status ? (statusCode.get(status) ?? null) : null;

interface Mark {
  readonly voided: 0 | 1;
  readonly corrected: 0 | 1;
  /** The voiding by which a slip of the hand was undone at once: a short list tells of neither. */
  readonly undone?: LogEvent;
}
const unmarked: Mark = { voided: 0, corrected: 0 };

const undoneColumns = (by: LogEvent | undefined): readonly [number | null, number | null] =>
  by ? [by.knownSince, recordedDayOf(by.recordedAt)] : [null, null];

/** So long after an entry whoever made it may still notice a slip. */
const AT_ONCE = 60 * 60_000;

const isSlip = (entry: LogEvent, voiding: LogEvent): boolean => {
  const waited = voiding.recordedAt - entry.recordedAt;
  return personOf(entry) === personOf(voiding) && waited >= 0 && waited <= AT_ONCE;
};
const nothing: ReadonlySet<number> = new Set();
const noMarks: ReadonlyMap<string, Mark> = new Map();

const marks = ({ type }: LogEvent): boolean => type === 'EntryVoided' || type === 'EntryCorrected';

/** Which entries were taken back, and which stand corrected by a correction that still holds. */
const marksOf = (told: readonly LogEvent[]): ReadonlyMap<string, Mark> => {
  if (!told.some(marks)) return noMarks;
  const found = new Map<string, Mark>();
  const voided = new Set<unknown>();
  const byId = new Map(told.map((event) => [event.id, event]));
  for (const { type, data } of told) if (type === 'EntryVoided') voided.add(data['entry']);
  for (const event of told) {
    const { id, type, data } = event;
    const target = data['entry'] as string;
    if (type === 'EntryVoided') {
      const entry = byId.get(target);
      const slip = entry && isSlip(entry, event) ? { undone: event } : {};
      found.set(target, { ...(found.get(target) ?? unmarked), voided: 1, ...slip });
      if (slip.undone) found.set(id, { ...unmarked, ...slip });
    }
    if (type !== 'EntryCorrected') continue;
    const mark = found.get(target) ?? unmarked;
    found.set(target, voided.has(id) ? mark : { ...mark, corrected: 1 });
  }
  return found;
};
