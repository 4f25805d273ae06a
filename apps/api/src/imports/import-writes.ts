import { timeline, type EventType, type Past } from '@klimaspur/domain';
import { derivedId, streamName, type RecordedEvent } from '@klimaspur/event-store';
import type {
  ImportedEntry,
  ImportedField,
  ImportedMeasure,
  ImportedMunicipality,
} from '@klimaspur/importers';
import { lastWordOfTheFile, unmarked } from './file-baseline.js';
import type { Known, Town } from './import-target.js';
import type { StreamWrite, Wish } from './stream-writes.js';
import { datesAreKnown, OwnPlan, withoutEvidence } from './own-export.js';
import { same, threeWay } from './three-way.js';

type Data = Readonly<Record<string, unknown>>;

/** A field that a person changed and the file changed too: the person's word stands. */
export interface KeptWord {
  readonly where: string;
  readonly code: 'import/kept';
  readonly params: Readonly<Record<string, string>>;
}

/** What an import would write for one town, and how the things of the file compare with what is there. */
export interface ImportWrites {
  readonly town: Town;
  readonly plan: { readonly id: string; readonly isNew: boolean };
  readonly writes: readonly StreamWrite[];
  readonly measures: readonly string[];
  readonly counts: { readonly new: number; readonly changed: number; readonly unchanged: number };
  readonly kept: readonly KeptWord[];
}

/** Room between two places in a plan, so that something can be put between them. */
const RANK_STEP = 2 ** 20;

/** Compares a town of the file with what is there, and says what is to be recorded. Reads, writes nothing. */
export const importWrites = (
  imported: ImportedMunicipality,
  town: Town,
  known: Known,
  importId: string,
): Promise<ImportWrites> => new Comparison(imported, town, known, importId).run();

class Comparison {
  private readonly counts = { new: 0, changed: 0, unchanged: 0 };
  private readonly kept: KeptWord[] = [];
  private readonly fieldIds = new Map<string, string>();
  private planHistory: readonly RecordedEvent[] = [];
  /** Set where the file is an export of Klimaspur. */
  private own: OwnPlan | undefined;

  constructor(
    private readonly file: ImportedMunicipality,
    private readonly town: Town,
    private readonly known: Known,
    private readonly importId: string,
  ) {}

  async run(): Promise<ImportWrites> {
    const townWishes = await this.townWishes();
    const found = await this.known.find(this.file.plan.source, 'plan');
    const mine = found && !found.voided && found.municipality === this.town.id ? found.id : null;
    const home = await this.homeOfOwnExport();
    const known = home ?? mine;
    const plan = {
      id: known ?? derivedId(this.importId, `plan ${this.file.plan.source.key} ${this.town.id}`),
      isNew: known === null,
    };
    this.planHistory = known ? await this.known.stream(streamName('plan', plan.id)) : [];
    if (home !== null) this.own = new OwnPlan(this.planHistory);
    const planWishes = plan.isNew ? [this.draftedPlan()] : [];
    for (const field of this.file.plan.fields) planWishes.push(...(await this.fieldWishes(field)));
    const measureWrites: StreamWrite[] = [];
    const placements: Wish[] = [];
    const measures: string[] = [];
    for (const measure of this.file.plan.measures) {
      const { id, wishes, placed } = await this.measureWishes(measure);
      measures.push(id);
      measureWrites.push({ category: 'measure', id, wishes });
      placements.push(...placed);
    }
    const writes: StreamWrite[] = [
      { category: 'municipality', id: this.town.id, wishes: townWishes },
      { category: 'plan', id: plan.id, wishes: planWishes },
      ...measureWrites,
      { category: 'plan', id: plan.id, wishes: placements },
    ];
    const { town, counts, kept } = this;
    return {
      town,
      plan,
      writes: writes.filter(({ wishes }) => wishes.length > 0),
      measures,
      counts,
      kept,
    };
  }

  /** The plan in which the measures stand that the file names by our ids. */
  private async homeOfOwnExport(): Promise<string | null> {
    for (const { id } of this.file.plan.measures) {
      const plan = id === undefined ? null : await this.known.planOf(id);
      if (plan !== null) return plan;
    }
    return null;
  }

  private async townWishes(): Promise<Wish[]> {
    const { file, town } = this;
    const where = `${file.source.system} ${file.source.key}`;
    const history = town.isNew ? [] : await this.known.stream(streamName('municipality', town.id));
    const founded: Wish[] = town.isNew
      ? [
          wish(where, 'MunicipalityFounded', {
            ...(file.ags ? { ags: file.ags } : {}),
            text: { name: file.name, source: file.source },
          }),
        ]
      : [];
    const described = this.replaced(where, 'MunicipalityDescribed', file.described, history);
    const observers = this.replaced(
      where,
      'MunicipalityObserversDescribed',
      file.observers,
      history,
    );
    const target = file.target && this.replaced(where, file.target.type, file.target.data, history);
    const wishes = [
      ...founded,
      ...described,
      ...observers,
      ...(target ?? []).map((each) => ({ ...each, occurredOn: file.target?.occurredOn ?? null })),
    ];
    this.count(town.isNew, wishes);
    return wishes;
  }

  private draftedPlan(): Wish {
    const { title, source } = this.file.plan;
    return wish(`plan ${source.key}`, 'PlanDrafted', {
      municipality: this.town.id,
      kind: 'CLIMATE_PROTECTION',
      text: { title, source },
    });
  }

  private async fieldWishes(field: ImportedField): Promise<Wish[]> {
    const where = `field ${field.source.key}`;
    const found = this.planHistory.length > 0 ? await this.known.find(field.source, 'field') : null;
    const alike = this.own?.fieldLike(field, this.file.plan.fields);
    const imported =
      found && !found.voided && found.municipality === this.town.id ? found.id : undefined;
    const isNew = alike === undefined && imported === undefined;
    const id =
      alike ?? imported ?? derivedId(this.importId, `field ${field.source.key} ${this.town.id}`);
    this.fieldIds.set(field.source.key, id);
    const { name, description, number, source, assessment } = field;
    const added = wish(where, 'PlanFieldAdded', {
      field: id,
      ...(field.parent === undefined ? {} : { parent: this.fieldIds.get(field.parent) }),
      rank: (field.order + 1) * RANK_STEP,
      text: { name, ...present({ description, number }), source },
    });
    const assessed = assessment
      ? this.replaced(
          where,
          'PlanFieldAssessed',
          { field: id, scale: assessment.scale, rating: assessment.rating, text: assessment.text },
          this.planHistory.filter(({ data }) => data['field'] === id),
          assessment.occurredOn,
        )
      : [];
    const wishes = [...(isNew ? [added] : []), ...assessed];
    this.count(isNew, wishes);
    return wishes;
  }

  private async measureWishes(measure: ImportedMeasure) {
    const where = `measure ${measure.source.key}`;
    const there = measure.id ? await this.known.stream(streamName('measure', measure.id)) : [];
    const found = there.length > 0 ? null : await this.known.find(measure.source, 'measure');
    const known =
      found && !found.voided && found.municipality === this.town.id ? found.id : undefined;
    const id =
      (there.length > 0 ? measure.id : known) ??
      derivedId(this.importId, `measure ${measure.source.key} ${this.town.id}`);
    const history =
      there.length > 0 ? there : known ? await this.known.stream(streamName('measure', known)) : [];
    const isNew = history.length === 0;
    const recorded = isNew
      ? [
          wish(where, 'MeasureRecorded', {
            ...measure.recorded,
            municipality: this.town.id,
            text: { ...measure.recorded.text, source: measure.source },
          }),
        ]
      : [];
    const wishes: Wish[] = [
      ...recorded,
      ...this.replaced(where, 'MeasureDescribed', measure.described, history),
      ...this.replaced(where, 'MeasureResponsibleBodyAssigned', measure.responsible, history),
      ...newEntries(measure.entries, history, this.own !== undefined).map((entry) =>
        wish(where, entry.type, entry.data, entry.occurredOn),
      ),
    ];
    const placed = this.placed(where, id, measure);
    this.count(isNew, [...wishes, ...placed]);
    return { id, wishes, placed };
  }

  private placed(where: string, id: string, measure: ImportedMeasure): Wish[] {
    const field = measure.field === undefined ? undefined : this.fieldIds.get(measure.field);
    if (this.own?.holds(id, field, measure.number)) return [];
    return this.replaced(
      where,
      'PlanMeasurePlaced',
      {
        measure: id,
        ...(field ? { field } : {}),
        rank: (measure.order + 1) * RANK_STEP,
        ...(measure.number === undefined ? {} : { text: { number: measure.number } }),
      },
      this.planHistory.filter(({ data }) => data['measure'] === id),
    );
  }

  /** A thing that is said anew as a whole, such as a description: three ways, or for the first time. */
  private replaced(
    where: string,
    type: EventType,
    theirs: object | undefined,
    history: readonly RecordedEvent[],
    occurredOn: string | null = null,
  ): Wish[] {
    if (theirs === undefined) return [];
    const said = unmarked(theirs as Data);
    const own = history.filter((event) => event.type === type);
    const versions = own.map(({ data }) => ({ data }));
    const mine = timeline(history as unknown as Past[]).findLast((entry) => entry.type === type);
    if (!mine) return [wish(where, type, { ...said, imported: true }, occurredOn)];
    const now = unmarked(mine.data);
    if (this.own && same(withoutEvidence(now), withoutEvidence(said))) return [];
    const merged = threeWay(lastWordOfTheFile(versions), now, said);
    this.kept.push(
      ...merged.kept.map((field) => ({
        where,
        code: 'import/kept' as const,
        params: { field: `${type}.${field}` },
      })),
    );
    return same(merged.data, now)
      ? []
      : [wish(where, type, { ...merged.data, imported: true }, occurredOn)];
  }

  private count(isNew: boolean, wishes: readonly Wish[]): void {
    this.counts[isNew ? 'new' : wishes.length > 0 ? 'changed' : 'unchanged'] += 1;
  }
}

const wish = (where: string, type: string, data: Data, occurredOn: string | null = null): Wish => ({
  where,
  type,
  data,
  occurredOn,
});

const present = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

/**
 * The states of the file that are news: nothing, where its last words are the last that an import said
 * here. An entry without a day is not said again once it stands with one.
 */
const newEntries = (
  entries: readonly ImportedEntry[],
  history: readonly RecordedEvent[],
  own: boolean,
): readonly ImportedEntry[] => {
  const types = new Set<string>(statusTypes);
  const said = history.filter(({ type, data }) => types.has(type) && data['imported'] === true);
  const states = entries.filter(({ type }) => types.has(type));
  const tail = states.length === 0 ? [] : said.slice(-states.length);
  const unchanged =
    tail.length === states.length && states.every((state, index) => isSaid(state, tail[index]));
  return entries.filter((entry) => {
    if (types.has(entry.type)) return !unchanged;
    if (own && datesAreKnown(entry, history)) return false;
    return !history.some((event) => event.data['imported'] === true && isSaid(entry, event));
  });
};

const statusTypes = [
  'MeasureImplementationStarted',
  'MeasureImplementationCompleted',
  'MeasureImplementationAbandoned',
  'MeasureDelayReported',
] as const;

const isSaid = (entry: ImportedEntry, event: RecordedEvent | undefined): boolean =>
  event !== undefined &&
  event.type === entry.type &&
  same(event.data, entry.data) &&
  (entry.occurredOn === null || event.metadata['occurredOn'] === entry.occurredOn);
