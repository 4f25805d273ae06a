import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  heirsIn,
  isPublished,
  movedTo,
  newerIn,
  streamsNamed,
  streamsNeeded,
  whyOutOfPlace,
  whyUntellable,
  withoutNewer,
} from '@klimaspur/domain';
import { streamName } from '@klimaspur/event-store';
import type { RowsTo } from '../store/row-sink.js';
import { RowWriter } from '../store/statements.js';
import type { Touched } from './batch.js';
import { ARRIVING, MOVED } from './codes.js';
import type { LogEvent } from './past-reader.js';
import { ArrivalProjection } from './arrival-projection.js';
import { ChangeProjection } from './change-projection.js';
import { FileProjection } from './file-projection.js';
import { MeasureProjection } from './measure-projection.js';
import { MunicipalityProjection } from './municipality-projection.js';
import { OrganProjection } from './organ-projection.js';
import { PLAN_ITSELF } from './plan-reading.js';
import { PlanProjection } from './plan-projection.js';
import { ImportProjection, PersonProjection } from './small-projections.js';
import { StoryProjection } from './story-projection.js';
import { StreamKeys } from './stream-keys.js';

/** A town of which something was told. */
export interface TouchedTown {
  readonly key: number;
  /** What strangers could see of it is a draft again. */
  readonly hid: boolean;
}

/** All that is written of the log: first what follows its order, then stream by stream. */
export class Rows {
  readonly keys: StreamKeys;
  private readonly measures: MeasureProjection;
  private readonly municipalities: MunicipalityProjection;
  private readonly plans: PlanProjection;
  private readonly organs: OrganProjection;
  private readonly persons: PersonProjection;
  private readonly stories: StoryProjection;
  private readonly imports: ImportProjection;
  private readonly files: FileProjection;
  private readonly arrivals: ArrivalProjection;
  private readonly changes: ChangeProjection;
  private readonly known: RowWriter;
  private readonly setMunicipality: StatementSync;
  private readonly updateStream: StatementSync;
  private readonly before: StatementSync;
  private readonly showWhole: StatementSync;
  private readonly upTo: StatementSync;
  private readonly markNewer: StatementSync;

  constructor(
    db: DatabaseSync,
    searchable: boolean,
    rowsTo: RowsTo = (table, columns) => new RowWriter(db, table, columns),
  ) {
    this.keys = new StreamKeys(db);
    this.measures = new MeasureProjection(db, searchable, rowsTo);
    this.municipalities = new MunicipalityProjection(db);
    this.plans = new PlanProjection(db);
    this.organs = new OrganProjection(db);
    this.persons = new PersonProjection(db);
    this.stories = new StoryProjection(db);
    this.imports = new ImportProjection(db);
    this.files = new FileProjection(db);
    this.arrivals = new ArrivalProjection(db);
    this.changes = new ChangeProjection(db, rowsTo);
    this.known = new RowWriter(db, 'event_known', ['stream', 'revision', 'known_since']);
    this.setMunicipality = db.prepare(
      'UPDATE stream SET municipality = ?, recorded_at = ? WHERE key = ?',
    );
    this.updateStream = db.prepare(
      `UPDATE stream SET revision = ?, voided = coalesce(?, voided),
        published = coalesce(?, published), moved = ? WHERE key = ?`,
    );
    this.markNewer = db.prepare('INSERT OR IGNORE INTO newer VALUES (?, ?)');
    this.upTo = db.prepare('SELECT revision FROM stream WHERE key = ?');
    this.before = db.prepare('SELECT municipality, published FROM stream WHERE key = ?');
    this.showWhole = db.prepare(
      `UPDATE stream SET published = iif(EXISTS (SELECT 1 FROM arrival a
          WHERE a.municipality = stream.key AND a.known_from IS NULL), ${ARRIVING}, 1)
        WHERE key = ? AND published IN (1, ${ARRIVING})`,
    );
  }

  /** What has to be done in log order, whatever an event says: its stream gets a key, and it the instant of knowledge. */
  number(event: LogEvent): number {
    const key = this.keys.give(event.stream);
    if (event.knownSince !== event.recordedAt) {
      this.known.add([key, event.revision, event.knownSince]);
    }
    return key;
  }

  /**
   * The rest of that: slugs, keys of what is named, what imports brought. `key`: of its stream; `history`: of that, for
   * towns.
   */
  file(
    event: LogEvent,
    { category, id }: Pick<Touched, 'category' | 'id'>,
    key: number,
    history: readonly LogEvent[],
  ): void {
    refuse(whyOutOfPlace(event, event.recordedAt));
    if (event.revision === 0) {
      this.setMunicipality.run(this.townOf(event, category, key), event.recordedAt, key);
    }
    if (isNewer(event, history)) return;
    for (const named of streamsNamed(event.data)) this.keys.give(named);
    if (category === 'municipality') this.municipalities.nameGiven(event, history, key);
    this.imports.project(event, category, id, key);
    this.files.project(event, key);
  }

  /** Tells one stream again; gives the town that looks different now. */
  project(one: Touched): TouchedTown | null {
    const key = this.keys.give(one.stream);
    const row = this.before.get(key) as
      { readonly municipality: number | null; readonly published: number } | undefined;
    const municipality = row?.municipality ?? null;
    const all = one.plan ? toldOf(one) : one.history;
    const newer = new Set(newerIn(all));
    for (const { revision } of newer) this.markNewer.run(key, revision);
    const told = newer.size === 0 ? all : withoutNewer(all);
    const news = newer.size === 0 ? one.news : one.news.filter((event) => !newer.has(event));
    for (const event of news) refuse(whyUntellable(event, told));
    const head = one.plan ? (one.plan.subjects.get(PLAN_ITSELF) ?? null) : one.history;
    const address = (one.category === 'municipality' && movedTo(one.history)) || null;
    const published = head && publishedCode(isPublished(head), address);
    const voided = head && (isVoided(head) ? 1 : 0);
    this.updateStream.run(one.news.at(-1)?.revision ?? -1, voided, published, address, key);
    if (one.category === 'person') this.persons.project(one);
    if (municipality === null) return null;
    if (one.category === 'source') {
      this.arrivals.project(one, key, municipality);
      this.showWhole.run(municipality);
      return { key: municipality, hid: false };
    }
    const byId = spokenOf(told, news);
    const place = { stream: key, municipality, measure: one.category === 'measure' ? key : null };
    const town = {
      key: municipality,
      hid: row?.published === 1 && published !== null && published !== 1,
    };
    switch (one.category) {
      case 'measure':
        this.changes.project(place, news, told, this.measures.project(one, key, municipality));
        this.name({ ...one, news }, key, told, (event) =>
          withAbout(event, byId).flatMap((entry) => heirsIn(entry)?.map(measureStream) ?? []),
        );
        return town;
      case 'roundtable': {
        const part = this.stories.projectRoundtable(one, key);
        this.changes.project(place, news, told, undefined, part);
        this.name({ ...one, news }, key, told, () => []);
        return { ...town, hid: town.hid || part.hid };
      }
      case 'actor':
        this.stories.projectActor(one, key);
        break;
      case 'municipality':
        this.municipalities.project(one, key);
        this.showWhole.run(key);
        break;
      case 'plan':
        if (one.plan) {
          this.plans.project(one.plan, key, (measure) => this.keys.give(measureStream(measure)));
        }
        break;
      case 'organ':
        this.organs.project(one, key);
    }
    this.changes.project(place, news, told);
    for (const event of news)
      this.changes.name(key, event, this.namedBy(event, byId, municipality));
    return town;
  }

  /** To be called before anything else reads what was written. */
  flush(): void {
    for (const writer of [this.measures, this.changes, this.known]) writer.flush();
  }

  /** Nothing of what was begun since the last flush is to be written. */
  discard(): void {
    for (const writer of [this.measures, this.changes, this.known]) writer.discard();
    this.keys.forget();
  }

  /** The last event of a stream that was told; -1: none. */
  toldUpTo(stream: string): number {
    const key = this.keys.find(stream);
    const row = key === undefined ? undefined : this.upTo.get(key);
    return (row as { revision: number } | undefined)?.revision ?? -1;
  }

  /**
   * What was said later about an entry names what that entry names, the end of an import the measures to which it
   * brought something, and where a measure goes on is told to those who see with which.
   */
  private namedBy(
    event: LogEvent,
    told: ReadonlyMap<string, LogEvent>,
    municipality: number,
  ): ReadonlySet<number> {
    const entries = withAbout(event, told);
    const named = entries.flatMap(
      (entry) => heirsIn(entry)?.map(measureStream) ?? streamsNamed(entry.data),
    );
    return new Set([
      ...this.keysOf(named),
      ...entries.filter(endsImport).flatMap((end) => this.imports.measuresOf(end, municipality)),
    ]);
  }

  /** What an entry needs is known of it anew with each correction. */
  private name(
    { news }: Touched,
    key: number,
    told: readonly LogEvent[],
    namedBy: (event: LogEvent) => readonly string[],
  ): void {
    const needed = streamsNeeded(told);
    const neededBy = ({ id }: LogEvent) => this.keysOf([...(needed.get(id) ?? [])]);
    for (const event of news) {
      const named = namedBy(event);
      if (named.length === 0 && !needed.has(event.id)) continue;
      this.changes.name(key, event, this.keysOf(named), neededBy(event));
    }
    if (!news.some(({ type }) => type === 'EntryCorrected')) return;
    const fresh = new Set(news);
    for (const event of told) {
      if (!fresh.has(event)) this.changes.rename(key, event, neededBy(event));
    }
  }

  private keysOf(streams: readonly string[]): ReadonlySet<number> {
    return new Set(streams.map((stream) => this.keys.give(stream)));
  }

  private townOf({ data }: LogEvent, category: string, key: number): number | null {
    if (category === 'municipality') return key;
    const { municipality } = data;
    return typeof municipality === 'string' && category !== 'person'
      ? this.keys.give(streamName('municipality', municipality))
      : null;
  }
}

const refuse = (reason: string | undefined): void => {
  if (reason !== undefined) throw new TypeError(reason);
};

/** What a newer program wrote is filed when this one knows it. A correction is known by what it corrects. */
const isNewer = (event: LogEvent, history: readonly LogEvent[]): boolean =>
  newerIn([event]).length > 0 && newerIn([...history, event]).includes(event);

const measureStream = (id: string): string => streamName('measure', id);

/** All that is told by its id, where the news say something about any of it. */
const spokenOf = (
  told: readonly LogEvent[],
  news: readonly LogEvent[],
): ReadonlyMap<string, LogEvent> =>
  new Map(
    news.some(({ data }) => data['entry'] !== undefined)
      ? told.map((event) => [event.id, event])
      : [],
  );

/** An entry, and the one it says something about. */
const withAbout = (event: LogEvent, told: ReadonlyMap<string, LogEvent>): readonly LogEvent[] => {
  const about = told.get(event.data['entry'] as string);
  return about ? [event, about] : [event];
};

const endsImport = ({ type }: LogEvent): boolean => type === 'PlanImportCompleted';

const publishedCode = (published: boolean, movedTo: string | null): number =>
  published ? (movedTo === null ? 1 : MOVED) : 0;

/** Its creation was taken back. */
const isVoided = (history: readonly LogEvent[]): boolean => {
  const created = history[0]?.id;
  return history.some(({ type, data }) => type === 'EntryVoided' && data['entry'] === created);
};

/** All events that were read of a plan, each once. */
const toldOf = ({ plan, news }: Touched): readonly LogEvent[] => [
  ...new Set([...[...(plan?.subjects.values() ?? [])].flat(), ...news]),
];
