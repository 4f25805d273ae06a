import type { Past } from '@klimaspur/domain';
import { derivedId, streamName, type RecordedEvent } from '@klimaspur/event-store';
import type {
  ImportedField,
  ImportedMeasure,
  ImportedMunicipality,
  Source,
} from '@klimaspur/importers';
import type { ImportedKind } from '@klimaspur/read-models';
import { editionEntries } from './edition-entries.js';
import { saidAnew } from './edition-texts.js';
import { editionOf, type Edition } from './edition.js';
import { planOf } from './find-plan.js';
import { goneRow, keptWord, type ImportFinding } from './import-findings.js';
import type { Known, Town } from './import-target.js';
import { datesAreKnown, OwnPlan, withoutEvidence } from './own-export.js';
import { partnerWishes } from './partners.js';
import { fieldsOf, placementsOf, type Placed } from './plan-placements.js';
import { ranksAmong, rankOf } from './row-order.js';
import type { StreamWrite, Wish } from './stream-writes.js';
import { same } from './three-way.js';

type Data = Readonly<Record<string, unknown>>;

/** What an import would write for one town, and how the things of the file compare with what is there. */
export interface ImportWrites {
  readonly town: Town;
  readonly plan: { readonly id: string; readonly isNew: boolean };
  readonly writes: readonly StreamWrite[];
  readonly measures: readonly string[];
  readonly counts: { readonly new: number; readonly changed: number; readonly unchanged: number };
  readonly findings: readonly ImportFinding[];
}

/** What is imported, by whom it is compared with what is there, and for which day it speaks. */
export interface ImportContext {
  readonly known: Known;
  readonly importId: string;
  readonly standOn: string | null;
  readonly now: string;
  /** Called after each measure. */
  readonly step: () => Promise<void>;
}

/** Compares a town of the file with what is there, and says what is to be recorded. Reads, writes nothing. */
export const importWrites = (
  imported: ImportedMunicipality,
  town: Town,
  context: ImportContext,
): Promise<ImportWrites> => new Comparison(imported, town, context).run();

/** A measure of the file, its id here, and what is known of it. */
interface Met {
  readonly measure: ImportedMeasure;
  readonly id: string;
  readonly isNew: boolean;
  readonly wishes: readonly Wish[];
}

class Comparison {
  private readonly counts = { new: 0, changed: 0, unchanged: 0 };
  private readonly findings: ImportFinding[] = [];
  private readonly fieldIds = new Map<string, string>();
  private planHistory: readonly RecordedEvent[] = [];
  private placements: ReadonlyMap<string, Placed> = new Map();
  private placed: ReadonlyMap<unknown, readonly RecordedEvent[]> = new Map();
  private edition: Edition;
  /** Set where the file is an export of Klimaspur. */
  private own: OwnPlan | undefined;

  constructor(
    private readonly file: ImportedMunicipality,
    private readonly town: Town,
    private readonly context: ImportContext,
  ) {
    this.edition = editionOf(context.standOn, [], context.now);
  }

  async run(): Promise<ImportWrites> {
    const { file, town, context, counts, findings } = this;
    const townWishes = await this.townWishes();
    const known = town.isNew ? null : await planOf(file, town.id, context.known);
    const plan = {
      id: known?.id ?? derivedId(context.importId, `plan ${file.plan.source.key} ${town.id}`),
      isNew: known === null,
    };
    if (known) await this.readPlan(known);
    const planWishes = plan.isNew ? [this.draftedPlan()] : [];
    for (const field of file.plan.fields) planWishes.push(...(await this.fieldWishes(field)));
    const met: Met[] = [];
    for (const measure of file.plan.measures) {
      met.push(await this.measureWishes(measure));
      await context.step();
    }
    const placed = this.placementsOf(met);
    await this.findGone(met);
    const writes: StreamWrite[] = [
      { category: 'municipality', id: town.id, wishes: townWishes },
      { category: 'plan', id: plan.id, wishes: planWishes },
      ...met.map(({ id, wishes }) => ({ category: 'measure' as const, id, wishes })),
      { category: 'plan', id: plan.id, wishes: placed },
    ];
    return {
      town,
      plan,
      writes: writes.filter(({ wishes }) => wishes.length > 0),
      measures: met.map(({ id }) => id),
      counts,
      findings,
    };
  }

  private async readPlan({ id, isHome }: { id: string; isHome: boolean }): Promise<void> {
    const { known, standOn, now } = this.context;
    this.planHistory = await known.stream(streamName('plan', id));
    this.placements = placementsOf(this.planHistory);
    this.placed = Map.groupBy(this.planHistory, ({ data }) => data['measure']);
    this.edition = editionOf(standOn, this.planHistory, now);
    if (isHome) this.own = new OwnPlan(fieldsOf(this.planHistory), this.placements);
  }

  private async townWishes(): Promise<Wish[]> {
    const { file, town } = this;
    const where = `${file.source.system} ${file.source.key}`;
    const history = town.isNew
      ? []
      : await this.context.known.stream(streamName('municipality', town.id));
    const founded: Wish[] = town.isNew
      ? [
          wish(where, 'MunicipalityFounded', {
            ...(file.ags ? { ags: file.ags } : {}),
            text: { name: file.name, source: file.source },
          }),
        ]
      : [];
    const undated = { ...this.edition, standOn: null };
    const described = this.anew(where, 'MunicipalityDescribed', file.described, history, undated);
    const observers = this.anew(
      where,
      'MunicipalityObserversDescribed',
      file.observers,
      history,
      undated,
    );
    const target = this.anew(where, 'MunicipalityTargetSet', file.target?.data, history, undated);
    const wishes = [
      ...founded,
      ...described,
      ...observers,
      ...target.map((each) => ({ ...each, occurredOn: file.target?.occurredOn ?? null })),
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

  /** What an earlier import brought under this key, in this town; a measure in this plan, or in none so far. */
  private async before(source: Source, kind: ImportedKind): Promise<string | undefined> {
    const { known } = this.context;
    for (const { id, municipality } of await known.find(source, kind)) {
      if (municipality !== this.town.id) continue;
      const fits =
        kind !== 'measure' || this.placements.has(id) || (await known.planOf(id)) === null;
      if (fits) return id;
    }
    return undefined;
  }

  private async fieldWishes(field: ImportedField): Promise<Wish[]> {
    const where = `field ${field.source.key}`;
    const imported =
      this.planHistory.length > 0 ? await this.before(field.source, 'field') : undefined;
    const there = this.own?.fieldLike(field, this.file.plan.fields) ?? imported;
    const isNew = there === undefined;
    const id =
      there ?? derivedId(this.context.importId, `field ${field.source.key} ${this.town.id}`);
    this.fieldIds.set(field.source.key, id);
    const { name, description, number, source, assessment } = field;
    const added = wish(where, 'PlanFieldAdded', {
      field: id,
      ...(field.parent === undefined ? {} : { parent: this.fieldIds.get(field.parent) }),
      rank: rankOf(field.order),
      text: { name, ...present({ description, number }), source },
    });
    const assessed = assessment
      ? this.anew(
          where,
          'PlanFieldAssessed',
          { field: id, scale: assessment.scale, rating: assessment.rating, text: assessment.text },
          this.planHistory.filter(({ data }) => data['field'] === id),
          { ...this.edition, standOn: assessment.occurredOn },
        )
      : [];
    const wishes = [...(isNew ? [added] : []), ...assessed];
    this.count(isNew, wishes);
    return wishes;
  }

  private async measureWishes(measure: ImportedMeasure): Promise<Met> {
    const { known, importId } = this.context;
    const where = `measure ${measure.source.key}`;
    const named = measure.id ? await known.stream(streamName('measure', measure.id)) : [];
    const isElsewhere = named.length > 0 && named[0]?.data['municipality'] !== this.town.id;
    const there = isElsewhere ? [] : named;
    const before = there.length > 0 ? undefined : await this.before(measure.source, 'measure');
    const fresh = derivedId(importId, `measure ${measure.source.key} ${this.town.id}`);
    const id = before ?? (isElsewhere ? fresh : (measure.id ?? fresh));
    const history = before ? await known.stream(streamName('measure', before)) : there;
    const isNew = history.length === 0;
    const past = history as unknown as Past[];
    const recorded = isNew
      ? [
          wish(where, 'MeasureRecorded', {
            ...measure.recorded,
            municipality: this.town.id,
            text: { ...measure.recorded.text, source: measure.source },
          }),
        ]
      : [];
    const news = this.own
      ? measure.entries.filter((entry) => !datesAreKnown(entry, history))
      : editionEntries(measure.entries, past, this.edition);
    const entries = isNew ? (measure.origin ?? measure.entries) : news;
    const leads = history.filter(({ data }) => data['responsibility'] !== 'PARTNER');
    const wishes: Wish[] = [
      ...recorded,
      ...this.anew(where, 'MeasureDescribed', measure.described, history, this.edition),
      ...this.anew(
        where,
        'MeasureResponsibleBodyAssigned',
        measure.responsible,
        leads,
        this.edition,
      ),
      ...partnerWishes(measure.partners ?? [], past, this.edition).map((each) => ({
        ...each,
        where,
      })),
      ...entries.map((entry) => wish(where, entry.type, entry.data, entry.occurredOn)),
    ];
    return { measure, id, isNew, wishes };
  }

  /** Field, number and order of each measure in the plan; nothing where they are as they were. */
  private placementsOf(met: readonly Met[]): Wish[] {
    const byField = Map.groupBy(met, ({ measure }) => measure.field);
    return [...byField.values()].flatMap((siblings) => {
      const ranks = ranksAmong(
        siblings.map(({ id, measure }) => ({
          id,
          order: measure.order,
          rank: this.rankIn(id, measure),
        })),
      );
      return siblings.flatMap((each) => {
        const wishes = this.placement(each, ranks.get(each.id)!);
        this.count(each.isNew, [...each.wishes, ...wishes]);
        return wishes;
      });
    });
  }

  private rankIn(id: string, { field }: ImportedMeasure): number | undefined {
    const placed = this.placements.get(id);
    return placed && placed.field === this.fieldIdOf(field) ? placed.rank : undefined;
  }

  private fieldIdOf(key: string | undefined): string | null {
    return key === undefined ? null : (this.fieldIds.get(key) ?? null);
  }

  private placement({ id, measure }: Met, rank: number): Wish[] {
    const placed = this.placements.get(id);
    const field = this.fieldIdOf(measure.field);
    if (placed && this.edition.nextDay !== null) return [];
    if (this.own?.holds(id, field ?? undefined, measure.number)) return [];
    return this.anew(
      `measure ${measure.source.key}`,
      'PlanMeasurePlaced',
      {
        measure: id,
        ...(field ? { field } : {}),
        rank,
        ...(measure.number === undefined ? {} : { text: { number: measure.number } }),
      },
      placed ? (this.placed.get(id) ?? []) : [],
      this.edition,
    );
  }

  /** Rows of the edition before that this one has no longer. Whether they were given up, only people know. */
  private async findGone(met: readonly Met[]): Promise<void> {
    if (this.own || this.edition.nextDay !== null) return;
    const here = new Set(met.map(({ id }) => id));
    for (const [id, { imported, number }] of this.placements) {
      if (!imported || here.has(id)) continue;
      const history = await this.context.known.stream(streamName('measure', id));
      this.findings.push(goneRow(history, number));
    }
  }

  private anew(
    where: string,
    type: string,
    theirs: object | undefined,
    history: readonly RecordedEvent[],
    edition: Edition,
  ): Wish[] {
    if (theirs === undefined) return [];
    const alike = (mine: Data, said: Data) =>
      same(withoutEvidence(mine), withoutEvidence(said)) || same(mine, said);
    const { wishes, kept } = saidAnew(type, theirs, history as unknown as Past[], edition, alike);
    this.findings.push(...kept.map((field) => keptWord(where, `${type}.${field}`)));
    return wishes.map((each) => ({ ...each, where }));
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
