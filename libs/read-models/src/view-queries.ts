import { atTheBeginning, knownUntil, type Past } from '@klimaspur/domain';
import * as allies from './queries/alliance.js';
import { assessmentsOverTime } from './queries/assessments.js';
import { readCheckpoint } from './project/checkpoint.js';
import { daysTold } from './queries/days-told.js';
import { latestRuns } from './queries/change-runs.js';
import * as changes from './queries/changes.js';
import { comparison } from './queries/comparison.js';
import { entries } from './queries/entries.js';
import { exportQuestions } from './queries/export-order.js';
import { hiddenFields } from './queries/fields.js';
import { latestTurns } from './queries/latest-turns.js';
import * as lookups from './queries/lookups.js';
import * as one from './queries/measure.js';
import * as many from './queries/measures.js';
import { movedDates } from './queries/moved-dates.js';
import * as moves from './queries/moves.js';
import * as towns from './queries/municipalities.js';
import * as bodies from './queries/organs.js';
import * as plans from './queries/plans.js';
import * as numbers from './queries/progress.js';
import * as tables from './queries/roundtables.js';
import { sharedWork } from './queries/shared-work.js';
import { stagesOverTime } from './queries/stages.js';
import * as time from './queries/status-over-time.js';
import { pastsTold } from './queries/stories.js';
import type { IntervalIndex } from './store/interval-index.js';
import type { Statements } from './store/statements.js';
import { isDamage, ViewsDamaged } from './views-damaged.js';
import type {
  ActorDetail,
  AssessmentPoint,
  ChangeFilter,
  ChangePage,
  DaysTold,
  ChangeRun,
  ComparedMoments,
  Comparison,
  EntryFilter,
  EntryPage,
  FoundMunicipality,
  Imported,
  ImportKey,
  LatestTurns,
  LedMeasure,
  MeasureDetail,
  MeasureExportRow,
  MeasureFilter,
  MeasureNames,
  MeasurePage,
  MeasureSupport,
  MergedActor,
  MeetingDay,
  MovedDates,
  MovedDatesScope,
  MovedTown,
  MunicipalityFilter,
  MunicipalityItem,
  OrganItem,
  OwnProject,
  Page,
  PersonRole,
  PlanDetail,
  Progress,
  ProgressScope,
  Proposals,
  RoundtableDetail,
  SharedWork,
  StagePoint,
  StatusOverTime,
  StatusPoint,
  SupportedMeasure,
  TableOfMeasure,
  TownSign,
  TrendScope,
  View,
} from './types.js';

/** The questions of pages, API and exports. Each is a fixed number of statements over one state of the file. */
export abstract class ViewQueries {
  protected abstract readonly statements: Statements;

  /** Somebody could not be answered. */
  protected abstract foundDamaged(error: ViewsDamaged): void;
  /** The rows of all measures in memory, for questions over all towns. */
  protected abstract readonly index: IntervalIndex;

  /** Towns by name. */
  municipalities(filter: MunicipalityFilter, view: View): Page<MunicipalityItem> {
    return this.read((db) => towns.municipalities(db, this.fresh(db), filter, view));
  }

  /** By id, slug or former slug; undefined: none that the viewer may see. */
  municipality(idOrSlug: string, view: View): FoundMunicipality | undefined {
    return this.read((db) => towns.municipality(db, idOrSlug, view));
  }

  /** Who stands behind a town's pages, without its numbers. */
  townSign(idOrSlug: string, view: View): TownSign | undefined {
    return this.read((db) => towns.townSign(db, idOrSlug, view));
  }

  /** `municipality`: id or slug. */
  progress(municipality: string, scope: ProgressScope, view: View): Progress {
    return this.read((db) => numbers.progress(db, municipality, scope, view));
  }

  /** What is another at the second of two moments than at the first. */
  comparison(municipality: string, scope: ProgressScope, moments: ComparedMoments): Comparison {
    return this.read((db) => comparison(db, municipality, scope, moments));
  }

  /** Where charts of a town begin, without its numbers. */
  beginnings(municipality: string, view: View): Pick<Progress, 'firstDay' | 'recordedSince'> {
    return this.read((db) => numbers.beginnings(db, municipality, view));
  }

  statusOverTime(municipality: string, period: StatusOverTime, view: View): StatusPoint[] {
    return this.read((db) => time.statusOverTime(db, municipality, period, view));
  }

  /** „beschlossen → begonnen → abgeschlossen“: the last point is the day of the view. */
  stagesOverTime(municipality: string, scope: TrendScope, view: View): StagePoint[] {
    return this.read((db) => stagesOverTime(db, municipality, scope, view));
  }

  /** What the observers think of the measures: the last point is the day of the view. */
  assessmentsOverTime(municipality: string, scope: TrendScope, view: View): AssessmentPoint[] {
    return this.read((db) => assessmentsOverTime(db, municipality, scope, view));
  }

  /** What was adopted, finished or became late last, those whose day is known first; `limit` of each. */
  latestTurns(municipality: string, limit: number, view: View): LatestTurns {
    return this.read((db) => latestTurns(db, municipality, limit, view));
  }

  /** Latest changes for a short list, of one town or of all; runs of the same kind are one. */
  latestRuns(scope: { readonly municipality?: string }, limit: number, view: View): ChangeRun[] {
    return this.read((db) => latestRuns(db, scope, limit, view));
  }

  /** How often and how far planned ends were moved. */
  movedDates(municipality: string, scope: MovedDatesScope, view: View): MovedDates {
    return this.read((db) => movedDates(db, municipality, scope, view));
  }

  /** For those who put a plan in order: what stands in a field itself, with the ranks. */
  measuresInOrder(plan: string, field: string | null, view: View) {
    return this.read((db) => plans.measuresInOrder(db, plan, field, view));
  }

  measures(filter: MeasureFilter, view: View): MeasurePage {
    return this.read((db) => many.measures(db, this.fresh(db), filter, view));
  }

  measure(id: string, view: View): MeasureDetail | undefined {
    return this.read((db) => one.measure(db, id, view));
  }

  /** The town of a measure that was recorded by mistake, as far as the viewer could have seen it. */
  townOfVoidedMeasure(id: string, view: View): string | undefined {
    return this.read((db) => lookups.townOfVoidedMeasure(db, id, view));
  }

  /** Titles of those of these measures that the viewer may see, by id. */
  measureTitles(ids: readonly string[], view: View): ReadonlyMap<string, string> {
    return this.read((db) => one.measureTitles(db, ids, view));
  }

  plan(id: string, view: View): PlanDetail | undefined {
    return this.read((db) => plans.plan(db, id, view));
  }

  organ(id: string, view: View): OrganItem | undefined {
    return this.read((db) => bodies.organ(db, id, view));
  }

  /** The days on which the bodies of a town (id or slug) met, the newest first. */
  meetingDays(municipality: string, view: View): MeetingDay[] {
    return this.read((db) => bodies.meetingDays(db, municipality, view));
  }

  /** The round tables of a town (id or slug), oldest first, each with all that the viewer may know of it. */
  roundtables({ municipality }: { readonly municipality: string }, view: View): RoundtableDetail[] {
    return this.read((db) => tables.roundtables(db, municipality, view));
  }

  roundtable(id: string, view: View): RoundtableDetail | undefined {
    return this.read((db) => tables.roundtable(db, id, view));
  }

  /** The organisations of a town (id or slug), by name. */
  actors({ municipality }: { readonly municipality: string }, view: View): ActorDetail[] {
    return this.read((db) => tables.actors(db, municipality, view));
  }

  actor(id: string, view: View): ActorDetail | undefined {
    return this.read((db) => tables.actor(db, id, view));
  }

  /** The organisations that were registered twice, and are this one. */
  mergedInto(id: string, view: View): MergedActor[] {
    return this.read((db) => tables.mergedInto(db, id, view));
  }

  /** What the viewer may read of the streams of organisations and round tables among these, by the name of the stream. */
  pastsTold(streams: readonly string[], view: View): ReadonlyMap<string, readonly Past[]> {
    return this.read((db) => pastsTold(db, streams, view));
  }

  /** Who promised to bring in what for a measure, and what became of it. */
  supportOf(measure: string, view: View): MeasureSupport[] {
    return this.read((db) => allies.supportOf(db, measure, view));
  }

  /** What an organisation promised to bring in, by the titles of the measures. */
  supportBy(actor: string, view: View): SupportedMeasure[] {
    return this.read((db) => allies.supportBy(db, actor, view));
  }

  /** The measures that an organisation, or the body that it is, has to see to or helps with, by title. */
  ledBy(actor: string, view: View): LedMeasure[] {
    return this.read((db) => allies.ledBy(db, actor, view));
  }

  /** On which measures the organisations of a town work, and with whom, by title. */
  sharedWork({ municipality }: { readonly municipality: string }, view: View): SharedWork[] {
    return this.read((db) => sharedWork(db, municipality, view));
  }

  /** Projects of allies that need no vote, by title: counted apart from what the town does. */
  ownProjects({ municipality }: { readonly municipality: string }, view: View): OwnProject[] {
    return this.read((db) => allies.ownProjects(db, municipality, view));
  }

  /** Where a measure came from, and at which round tables it was talked about. */
  tablesOf(measure: string, view: View): TableOfMeasure[] {
    return this.read((db) => allies.tablesOf(db, measure, view));
  }

  /** „Was daraus wurde“: what the round tables of a town, or one of them, proposed, and how its measures stand. */
  proposalsOf(
    of: { readonly municipality: string; readonly roundtable?: string },
    view: View,
  ): Proposals {
    return this.read((db) => allies.proposalsOf(db, of, view));
  }

  /** What a decision says is read in the log; here only whether there is one that the viewer may see. */
  decisionHead(id: string, view: View): ReturnType<typeof lookups.decisionHead> {
    return this.read((db) => lookups.decisionHead(db, id, view));
  }

  /** Ids of the decisions of a town, the newest first. */
  decisionsOf(municipality: string, view: View): readonly string[] {
    return this.read((db) => lookups.decisionsOf(db, municipality, view));
  }

  /** Days on which something happened or became known, the newest first. */
  daysTold(municipality: string, view: View): DaysTold {
    return this.read((db) => daysTold(db, municipality, view));
  }

  /** A page of the trail of a town, a thing or a person; each page costs the same. */
  entries(filter: EntryFilter, view: View): EntryPage {
    return this.read((db) => entries(db, filter, view));
  }

  changes(filter: ChangeFilter, view: View): ChangePage {
    return this.read((db) => changes.changes(db, filter, view));
  }

  /** The measures of a plan that are (not) published, also those that go on elsewhere. */
  measuresOfPlan(plan: string, published: boolean, view: View): readonly string[] {
    return this.read((db) => lookups.measuresOfPlan(db, { plan, published }, view));
  }

  /** All measures that fit, for files; read part by part while they are taken. */
  *exportRows(filter: MeasureFilter, view: View): Generator<MeasureExportRow> {
    const { limit: _limit, page: _page, ...kept } = filter;
    for (const question of this.read((db) => exportQuestions(db, kept, view))) {
      let { cursor } = question;
      do {
        const asked = { ...question, cursor };
        const { rows, next } = this.read((db) => many.exportPart(db, this.fresh(db), asked, view));
        yield* rows;
        cursor = next ?? undefined;
      } while (cursor !== undefined);
    }
  }

  /** For importers: drafts too, and without regard to who asks. */
  findImported(key: ImportKey): readonly Imported[] {
    return this.read((db) => lookups.findImported(db, key));
  }

  /** For importers: what the measures of a plan are and were called. */
  measureNames(plan: string): readonly MeasureNames[] {
    return this.read((db) => lookups.measureNames(db, plan));
  }

  /** Which of these streams the viewer may see. A decision is seen with its town; what it names may be a draft. */
  shownStreams(streams: readonly string[], view: View): ReadonlySet<string> {
    return this.read((db) => lookups.shownStreams(db, streams, view));
  }

  /** Which of these files are named by something that the viewer may see. */
  shownFiles(hashes: readonly string[], view: View): ReadonlySet<string> {
    return this.read((db) => lookups.shownFiles(db, hashes, view));
  }

  /** For doors: which of these files are named at all, and by the entries of which towns; drafts too. */
  townsNaming(hashes: readonly string[]): ReadonlyMap<string, readonly string[]> {
    return this.read((db) => lookups.townsNaming(db, hashes));
  }

  /** Fields of a plan, in whatever time, of which the viewer may know nothing: they hold drafts alone. */
  hiddenFields(plan: string, view: View): ReadonlySet<string> {
    return this.read((db) => hiddenFields(db, plan, view));
  }

  /** Since when each event of a stream is known: `recordedAt`, unless a clock had stepped back. */
  knownSince(stream: string): (past: Past) => number {
    return this.read((db) => lookups.knownSince(db, stream));
  }

  /** The first event of a stream that could not be told: what comes before it is what people see. */
  parkedAt(stream: string): number | undefined {
    return this.read((db) => lookups.parkedAt(db, stream));
  }

  /** Whether a newer program wrote something into one of the streams with these ids that is not shown. */
  hasNewer(ids: readonly string[]): boolean {
    return this.read((db) => lookups.hasNewer(db, ids));
  }

  /** The instant (milliseconds) up to which everything that is known is shown. */
  knownUntil(): number {
    return this.read(({ db }) => knownUntil(readCheckpoint(db)?.clocks ?? atTheBeginning));
  }

  /** Towns that are kept on another server now. */
  movedTowns(): readonly MovedTown[] {
    return this.read(moves.movedTowns);
  }

  /** The town that is kept on another server now, by its id or slug, or by something of it that everybody could see. */
  movedWith(asked: string, as: moves.Belonging): MovedTown | undefined {
    return this.read((db) => moves.movedWith(db, asked, as));
  }

  /** For doors: the streams that tell of a transfer by which events of the town are on their way here. */
  arrivingBy(municipality: string): readonly string[] {
    return this.read((db) => moves.arrivingBy(db, municipality));
  }

  /** How many events the rows were made from. */
  eventCount(): number {
    return this.read((db) => lookups.eventCount(db));
  }

  /** For doors: the roles held now, of a person or in a town (null: of the whole instance). */
  roles(of: { person?: string; municipality?: string | null }): readonly PersonRole[] {
    return this.read((db) => lookups.roles(db, of));
  }

  private fresh(db: Statements): IntervalIndex {
    this.index.refresh(db);
    return this.index;
  }

  /** Several statements see one state, whatever the projector commits meanwhile. */
  protected read<T>(question: (db: Statements) => T): T {
    const { statements } = this;
    try {
      statements.db.exec('BEGIN');
      try {
        return question(statements);
      } finally {
        // Ends in memory, where nothing can fail: one that stayed open would answer with this moment for ever.
        statements.db.exec('ROLLBACK');
      }
    } catch (error) {
      if (!isDamage(error)) throw error;
      const damaged = new ViewsDamaged(error);
      this.foundDamaged(damaged);
      throw damaged;
    }
  }
}
