import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isPublished } from '@klimaspur/domain';
import { startOfLog, type EventReader, type Position } from '@klimaspur/event-store';
import { RowWriter } from '../store/statements.js';
import type { LevelReached } from '../types.js';
import { gather, withKnowledge, type Batch, type LogEvent, type Touched } from './batch.js';
import { ChangeProjection } from './change-projection.js';
import { readCheckpoint, writeCheckpoint, type Checkpoint } from './checkpoint.js';
import { MeasureProjection } from './measure-projection.js';
import { MunicipalityProjection } from './municipality-projection.js';
import { PLAN_ITSELF } from './plan-reading.js';
import { PlanProjection } from './plan-projection.js';
import { ImportProjection, OrganProjection, PersonProjection } from './small-projections.js';
import { StreamKeys } from './stream-keys.js';

export interface ProjectorOptions {
  /** Events in one transaction. */
  readonly batch?: number;
  /** False while a rebuild writes: it fills the search index at its end. */
  readonly searchable?: boolean;
}

const BATCH = 500;

/**
 * Carries the log into the rows, batch by batch: reads first, then moves rows and checkpoint in one
 * transaction. One projector per file.
 */
export class Projector {
  private readonly keys: StreamKeys;
  private readonly measures: MeasureProjection;
  private readonly municipalities: MunicipalityProjection;
  private readonly plans: PlanProjection;
  private readonly organs: OrganProjection;
  private readonly persons: PersonProjection;
  private readonly imports: ImportProjection;
  private readonly changes: ChangeProjection;
  private readonly known: RowWriter;
  private readonly setMunicipality: StatementSync;
  private readonly updateStream: StatementSync;
  private readonly idOfMunicipality: StatementSync;
  private readonly municipalityOf: StatementSync;
  private readonly batch: number;
  private checkpoint: Checkpoint;

  constructor(
    private readonly log: EventReader,
    private readonly db: DatabaseSync,
    { batch = BATCH, searchable = true }: ProjectorOptions = {},
  ) {
    this.batch = batch;
    this.keys = new StreamKeys(db);
    this.measures = new MeasureProjection(db, searchable);
    this.municipalities = new MunicipalityProjection(db);
    this.plans = new PlanProjection(db);
    this.organs = new OrganProjection(db);
    this.persons = new PersonProjection(db);
    this.imports = new ImportProjection(db);
    this.changes = new ChangeProjection(db);
    this.known = new RowWriter(db, 'event_known', ['stream', 'revision', 'known_since']);
    this.setMunicipality = db.prepare(
      'UPDATE stream SET municipality = ?, recorded_at = ? WHERE key = ?',
    );
    this.updateStream = db.prepare(
      `UPDATE stream SET revision = ?, voided = coalesce(?, voided), published = coalesce(?, published) WHERE key = ?`,
    );
    this.idOfMunicipality = db.prepare('SELECT id FROM stream WHERE key = ?');
    this.municipalityOf = db.prepare('SELECT municipality FROM stream WHERE key = ?');
    this.checkpoint = readCheckpoint(db) ?? {
      log: log.logId,
      position: null,
      event: null,
      knownSince: 0,
    };
  }

  /** The place up to which the rows tell the log. */
  get level(): Position {
    return this.checkpoint.position ?? startOfLog;
  }

  /** Carries over the next batch; null: there was nothing more. */
  async next(): Promise<LevelReached | null> {
    const events = withKnowledge(
      await this.log.readAll(this.checkpoint.position, this.batch),
      this.checkpoint.knownSince,
    );
    const last = events.at(-1);
    if (!last) return null;
    const batch = await gather(events, this.log, this.db, this.keys);
    const changed = this.transact(() => this.write(batch, last));
    return { level: last.position, changed };
  }

  private transact<T>(work: () => T): T {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      this.keys.forget();
      throw error;
    }
  }

  private write({ events, streams }: Batch, last: LogEvent): string[] {
    const touched = new Map(streams.map((one) => [one.stream, one]));
    for (const event of events) this.file(event, touched.get(event.stream) as Touched);
    const towns = new Set<number>();
    for (const one of streams) {
      const municipality = this.project(one);
      if (municipality !== null) towns.add(municipality);
    }
    for (const writer of [this.measures, this.changes, this.known]) writer.flush();
    const checkpoint: Checkpoint = {
      log: this.log.logId,
      position: last.position,
      event: last.id,
      knownSince: last.knownSince,
    };
    writeCheckpoint(this.db, checkpoint);
    this.checkpoint = checkpoint;
    return [...towns].map((key) => (this.idOfMunicipality.get(key) as { id: string }).id);
  }

  /** What has to be done in log order: keys, slugs, what imports brought. */
  private file(event: LogEvent, { category, id, history }: Touched): void {
    const key = this.keys.give(category, id);
    const recordedAt = Date.parse(event.metadata.recordedAt);
    if (event.revision === 0) {
      const { municipality } = event.data;
      const town =
        category === 'municipality'
          ? key
          : typeof municipality === 'string' && category !== 'person'
            ? this.keys.give('municipality', municipality)
            : null;
      this.setMunicipality.run(town, recordedAt, key);
    }
    if (event.type === 'PlanMeasurePlaced') {
      this.keys.give('measure', event.data['measure'] as string);
    }
    if (category === 'municipality') this.municipalities.nameGiven(event, history, key);
    if (event.knownSince !== recordedAt) this.known.add([key, event.revision, event.knownSince]);
    this.imports.project(event, category, id, key);
  }

  /** Gives the town that looks different now. */
  private project(one: Touched): number | null {
    const key = this.keys.give(one.category, one.id);
    const row = this.municipalityOf.get(key) as { municipality: number | null } | undefined;
    const municipality = row?.municipality ?? null;
    const told = one.plan ? toldOf(one) : one.history;
    const head = one.plan ? (one.plan.subjects.get(PLAN_ITSELF) ?? null) : one.history;
    const published = head && (isPublished(head) ? 1 : 0);
    const voided = head && (isVoided(head) ? 1 : 0);
    this.updateStream.run(one.news.at(-1)?.revision ?? -1, voided, published, key);
    if (one.category === 'person') this.persons.project(one);
    if (municipality === null) return null;
    const place = { stream: key, municipality, measure: one.category === 'measure' ? key : null };
    switch (one.category) {
      case 'measure':
        this.changes.project(place, one.news, told, this.measures.project(one, key, municipality));
        return municipality;
      case 'municipality':
        this.municipalities.project(one, key);
        break;
      case 'plan':
        if (one.plan) {
          this.plans.project(one.plan, key, (measure) => this.keys.give('measure', measure));
        }
        break;
      case 'organ':
        this.organs.project(one, key);
    }
    this.changes.project(place, one.news, told);
    return municipality;
  }
}

/** Its creation was taken back. */
const isVoided = ([first, ...others]: readonly LogEvent[]): boolean =>
  others.some(({ type, data }) => type === 'EntryVoided' && data['entry'] === first?.id);

/** All events that were read of a plan, each once. */
const toldOf = ({ plan, news }: Touched): readonly LogEvent[] => [
  ...new Set([...[...(plan?.subjects.values() ?? [])].flat(), ...news]),
];
