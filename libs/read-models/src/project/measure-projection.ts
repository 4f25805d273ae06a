import type { DatabaseSync } from 'node:sqlite';
import { isPublished } from '@klimaspur/domain';
import { isPresent } from '../store/interval-index.js';
import { pack, packTexts, type PackedRow, textRow } from '../store/measure-pack.js';
import { OPEN } from '../store/schema.js';
import type { RowSink, RowsTo } from '../store/row-sink.js';
import type { Touched } from './batch.js';
import { rowOf, sheetColumns } from './measure-row.js';
import { MeasureStory } from './measure-segments.js';
import { intervalColumns, packColumns, statementsFor, textColumns } from './measure-statements.js';
import type { LogEvent } from './past-reader.js';
import { noteChanges, type StatusChange } from './status-change.js';
import { knowledgeSteps } from './story.js';

interface Target {
  readonly measure: number;
  readonly municipality: number;
  /** What was known before is only closed. */
  readonly since: number;
  /** An earlier batch wrote events of the instant `since`: what it closed may be open again. */
  readonly again: boolean;
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
  private readonly intervals: RowSink;
  private readonly packs: RowSink;
  private readonly states: RowSink;
  private readonly texts: RowSink;
  private readonly statements: ReturnType<typeof statementsFor>;

  /** `searchable`: false while a rebuild writes, which sees to the search index itself. */
  constructor(
    db: DatabaseSync,
    private readonly searchable: boolean,
    rowsTo: RowsTo,
  ) {
    this.intervals = rowsTo('measure_interval', intervalColumns);
    this.packs = rowsTo('measure_pack', packColumns);
    this.states = rowsTo('measure_state', ['measure', 'state', 'facts']);
    this.texts = rowsTo('measure_text', textColumns);
    this.statements = statementsFor(db);
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
    const again = history.at(-news.length - 1)?.knownSince === since;
    const target = { measure, municipality, since, again, fresh };
    this.writeStandings(story, { ...target, published, position });
    this.writeSheets(story, target);
    return changes;
  }

  flush(): void {
    this.intervals.flush();
    this.packs.flush();
    this.states.flush();
    this.texts.flush();
  }

  discard(): void {
    for (const rows of [this.intervals, this.packs, this.states, this.texts]) rows.discard();
  }

  private writeStandings(
    story: MeasureStory,
    { measure, municipality, since, again, fresh, published, position }: Target & Pack,
  ): void {
    const states = new Map<string, number>();
    let firstNew = 0;
    if (!fresh) this.statements.deleteIntervals.run(municipality, measure, since);
    const rows: PackedRow[] = [];
    for (const rectangle of story.standings.all) {
      const { knownFrom, knownTo, from: validFrom, to: validTo, value } = rectangle;
      const { facts } = value;
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
          row.own,
          row.decision,
          row.implementation,
          row.here,
          row.lastNews,
          row.plannedEnd,
          state,
        ]);
      } else if (knownTo >= since && (again || knownTo !== OPEN)) {
        this.statements.closeInterval.run(knownTo, municipality, measure, knownFrom, validFrom);
      }
    }
    this.writeStates(measure, states, firstNew, fresh);
    const present = rows.filter(isPresent);
    const packed = pack([...present, ...rows.filter((row) => !isPresent(row))]);
    const texts = packTexts(
      story.sheets.all.map(({ from, to, ...known }) => ({
        ...known,
        validFrom: from,
        validTo: to,
      })),
    );
    const values = [measure, municipality, published, position, present.length, packed, texts];
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
    const { measure, since, again, fresh } = at;
    const { textsSince, unindexText, deleteText, closeText } = this.statements;
    if (!fresh) {
      for (const text of textsSince.all(measure, since)) {
        const { row, folded: words } = text as { row: number; folded: string };
        if (this.searchable) unindexText.run(row, words);
        deleteText.run(row);
      }
    }
    for (const [nth, rectangle] of story.sheets.all.entries()) {
      if (fresh || rectangle.knownFrom >= since) this.addSheet(at, nth, rectangle);
      else if (rectangle.knownTo >= since && (again || rectangle.knownTo !== OPEN)) {
        closeText.run(rectangle.knownTo, measure, rectangle.knownFrom, rectangle.from);
      }
    }
  }

  private addSheet(
    { measure, municipality }: Target,
    nth: number,
    { value, knownFrom, from, knownTo, to }: MeasureStory['sheets']['all'][number],
  ): void {
    const { title, titleKey, words, sheet } = sheetColumns(value.state);
    const row = textRow(measure, nth);
    this.texts.add([
      row,
      municipality,
      measure,
      knownFrom,
      from,
      knownTo,
      to,
      title,
      titleKey,
      sheet,
      words,
    ]);
    if (this.searchable) this.statements.indexText.run(row, words);
  }
}
