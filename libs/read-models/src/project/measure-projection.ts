import { numberOf, recordedDayOf } from './days.js';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { dayOf, isPublished, lastDay, publicBar, type Status } from '@klimaspur/domain';
import { folded } from '../store/folded-text.js';
import { isPresent } from '../store/interval-index.js';
import { pack, type PackedRow } from '../store/measure-pack.js';
import { RowWriter } from '../store/statements.js';
import type { Touched } from './batch.js';
import type { LogEvent } from './past-reader.js';
import { decisionCode, implementationCode, lateCode, statusCode } from './codes.js';
import { factsOf, MeasureStory, type Standing } from './measure-segments.js';
import { valueOn, type Rectangle, type Segment } from './rectangles.js';
import { knowledgeSteps, type KnowledgeStep } from './story.js';

/** What the bar said of the measure on the day an entry was recorded, before and after it was known. */
export interface StatusChange {
  readonly before: Status | null;
  readonly after: Status | null;
}

interface Target {
  readonly measure: number;
  readonly municipality: number;
  /** What was known before is only closed. */
  readonly since: number;
  /** Nothing of it was written before. */
  readonly fresh: boolean;
}

interface Pack {
  readonly published: number;
  /** Of the last event of its stream: tells readers which measures have changed. */
  readonly position: number;
}

/** Writes the rectangles of measures. */
export class MeasureProjection {
  private readonly intervals: RowWriter;
  private readonly packs: RowWriter;
  private readonly states: RowWriter;
  private readonly statements: Record<
    | 'insertText'
    | 'indexText'
    | 'unindexText'
    | 'textsSince'
    | 'deleteText'
    | 'deleteIntervals'
    | 'deleteStates'
    | 'closeInterval'
    | 'closeText'
    | 'publish'
    | 'repack',
    StatementSync
  >;

  /** `searchable`: false while a rebuild writes, which fills the search index at its end. */
  constructor(
    db: DatabaseSync,
    private readonly searchable: boolean,
  ) {
    this.intervals = new RowWriter(db, 'measure_interval', [
      'municipality',
      'measure',
      'known_from',
      'valid_from',
      'known_to',
      'valid_to',
      'published',
      'status',
      'late',
      'stale',
      'unclear',
      'decision',
      'implementation',
      'last_news',
      'planned_end',
      'state',
    ]);
    this.packs = new RowWriter(db, 'measure_pack', packColumns);
    this.states = new RowWriter(db, 'measure_state', ['measure', 'state', 'facts']);
    this.statements = {
      insertText: db.prepare(
        `INSERT INTO measure_text
          (municipality, measure, known_from, valid_from, known_to, valid_to, title, title_key, sheet,
            folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
      indexText: db.prepare('INSERT INTO measure_search (rowid, folded) VALUES (?, ?)'),
      unindexText: db.prepare(
        `INSERT INTO measure_search (measure_search, rowid, folded) VALUES ('delete', ?, ?)`,
      ),
      textsSince: db.prepare(
        'SELECT row, folded FROM measure_text WHERE measure = ? AND known_from >= ?',
      ),
      deleteText: db.prepare('DELETE FROM measure_text WHERE row = ?'),
      deleteIntervals: db.prepare(
        'DELETE FROM measure_interval WHERE municipality = ? AND measure = ? AND known_from >= ?',
      ),
      deleteStates: db.prepare('DELETE FROM measure_state WHERE measure = ? AND state >= ?'),
      closeInterval: db.prepare(
        `UPDATE measure_interval SET known_to = ?
          WHERE municipality = ? AND measure = ? AND known_from = ? AND valid_from = ?`,
      ),
      closeText: db.prepare(
        'UPDATE measure_text SET known_to = ? WHERE measure = ? AND known_from = ? AND valid_from = ?',
      ),
      repack: db.prepare(
        `INSERT OR REPLACE INTO measure_pack (${packColumns.join(', ')}) VALUES (?, ?, ?, ?, ?, ?)`,
      ),
      publish: db.prepare(
        'UPDATE measure_interval SET published = ? WHERE municipality = ? AND measure = ?',
      ),
    };
  }

  /** Tells one measure again and writes what is new since the batch; gives what each entry changed. */
  project(
    { history, news }: Touched,
    measure: number,
    municipality: number,
  ): ReadonlyMap<LogEvent, StatusChange> {
    const since = news[0]?.knownSince ?? 0;
    const story = new MeasureStory();
    const changes = new Map<LogEvent, StatusChange>();
    for (const step of knowledgeSteps(history)) {
      const before = story.standings.present;
      story.know(step);
      if (step.knownFrom < since) continue;
      noteChanges(changes, history, step, before, story.standings.present);
    }
    const fresh = news.length === history.length;
    const published = isPublished(history) ? 1 : 0;
    if (!fresh && published !== (isPublished(history.slice(0, -news.length)) ? 1 : 0)) {
      this.statements.publish.run(published, municipality, measure);
    }
    const position = Number(history.at(-1)?.position);
    this.writeStandings(story, { measure, municipality, since, fresh, published, position });
    this.writeSheets(story, { measure, municipality, since, fresh });
    return changes;
  }

  flush(): void {
    this.intervals.flush();
    this.packs.flush();
    this.states.flush();
  }

  private writeStandings(
    story: MeasureStory,
    { measure, municipality, since, fresh, published, position }: Target & Pack,
  ): void {
    const states = new Map<string, number>();
    let firstNew = 0;
    if (!fresh) this.statements.deleteIntervals.run(municipality, measure, since);
    const rows: PackedRow[] = [];
    for (const rectangle of story.standings.all) {
      const { knownFrom, knownTo, from: validFrom, to: validTo, value } = rectangle;
      const facts = factsOf(value.state);
      const isNew = fresh || knownFrom >= since;
      let state = states.get(facts);
      if (state === undefined) {
        state = states.size;
        states.set(facts, state);
        if (!isNew) firstNew = state + 1;
      }
      const row = rowOf(rectangle);
      rows.push(row);
      if (isNew) {
        this.intervals.add([
          municipality,
          measure,
          knownFrom,
          validFrom,
          knownTo,
          validTo,
          published,
          row.status,
          row.late,
          row.stale,
          row.unclear,
          row.decision,
          row.implementation,
          row.lastNews,
          row.plannedEnd,
          state,
        ]);
      } else if (knownTo >= since) {
        this.statements.closeInterval.run(knownTo, municipality, measure, knownFrom, validFrom);
      }
    }
    this.writeStates(measure, states, firstNew, fresh);
    const present = rows.filter(isPresent);
    const packed = pack([...present, ...rows.filter((row) => !isPresent(row))]);
    const values = [measure, municipality, published, position, present.length, packed];
    if (fresh) this.packs.add(values);
    else this.statements.repack.run(...values);
  }

  private writeStates(
    measure: number,
    states: ReadonlyMap<string, number>,
    firstNew: number,
    fresh: boolean,
  ): void {
    if (!fresh) this.statements.deleteStates.run(measure, firstNew);
    for (const [facts, number] of states) {
      if (number >= firstNew) this.states.add([measure, number, facts]);
    }
  }

  private writeSheets(story: MeasureStory, at: Target): void {
    const { measure, since, fresh } = at;
    const { textsSince, unindexText, deleteText, closeText } = this.statements;
    if (!fresh) {
      for (const text of textsSince.all(measure, since)) {
        const { row, folded: words } = text as { row: number; folded: string };
        if (this.searchable) unindexText.run(row, words);
        deleteText.run(row);
      }
    }
    for (const rectangle of story.sheets.all) {
      if (fresh || rectangle.knownFrom >= since) this.insertSheet(at, rectangle);
      else if (rectangle.knownTo >= since) {
        closeText.run(rectangle.knownTo, measure, rectangle.knownFrom, rectangle.from);
      }
    }
  }

  private insertSheet(
    { measure, municipality }: Target,
    rectangle: MeasureStory['sheets']['all'][number],
  ): void {
    const { recorded, described } = rectangle.value;
    const { title: describedTitle, ...texts } = described?.text ?? {};
    const title = describedTitle ?? recorded?.text?.title ?? '';
    const words = folded([title, ...Object.values(texts)].join('\n'));
    const sheet = JSON.stringify({
      texts,
      origin: recorded?.origin,
      ownProposal: recorded?.ownProposal,
      budget: described?.budget,
      savings: described?.savings,
    });
    const { lastInsertRowid } = this.statements.insertText.run(
      municipality,
      measure,
      rectangle.knownFrom,
      rectangle.from,
      rectangle.knownTo,
      rectangle.to,
      title,
      folded(title),
      sheet,
      words,
    );
    if (this.searchable) this.statements.indexText.run(lastInsertRowid, words);
  }
}

const packColumns = ['measure', 'municipality', 'published', 'position', 'present', 'rows'];

const rowOf = ({ knownFrom, knownTo, from, to, value }: Rectangle<Standing>): PackedRow => {
  const { state, status, late, stale } = value;
  const unclear =
    state.findings.length > 0 || (state.delay !== null && state.implementation.value === 'UNKNOWN');
  return {
    knownFrom,
    knownTo,
    validFrom: from,
    validTo: to,
    status: statusCode.get(status) ?? 0,
    late: lateCode.get(late ?? 'none') ?? 0,
    stale: stale ? 1 : 0,
    unclear: unclear ? 1 : 0,
    decision: decisionCode.get(state.decision.value) ?? 0,
    implementation: implementationCode.get(state.implementation.value) ?? 0,
    lastNews: state.last ? numberOf(state.last.on) : null,
    plannedEnd: state.plannedEnd ? numberOf(lastDay(state.plannedEnd.value)) : null,
  };
};

/** The pair is noted at the entry that gave the new word, else at the last entry of the step. */
const noteChanges = (
  changes: Map<LogEvent, StatusChange>,
  history: readonly LogEvent[],
  { begin, end }: KnowledgeStep,
  before: readonly Segment<Standing>[],
  after: readonly Segment<Standing>[],
): void => {
  const events = history.slice(begin, end);
  const last = events.at(-1);
  if (!last) return;
  const day = recordedDayOf(last.metadata.recordedAt);
  const was = valueOn(before, day)?.status ?? null;
  const standing = valueOn(after, day);
  const is = standing?.status ?? null;
  const because = standing && was !== is ? publicBar(standing.state, dayOf(day)).entry : null;
  const cause = events.find(({ id }) => id === because) ?? last;
  for (const event of events) {
    changes.set(event, { before: was, after: event === cause ? is : was });
  }
};
