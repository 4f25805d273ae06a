import type { GrowingList } from '../importer.js';
import type { Report } from '../report.js';
import { type PlanRows, RowsByPlan } from './rows-by-plan.js';
import type { SheetMeasure } from './sheet-measure.js';

/** Plans of one town. */
export interface TownRows<List extends GrowingList> {
  /** Absent where the file does not name it. */
  readonly name?: string;
  readonly plans: readonly PlanRows<List>[];
}

/** Puts each row to its town. One that names none belongs to the only one so far; among several it has to say. */
export class RowsByTown<List extends GrowingList> {
  private readonly towns = new Map<string | undefined, RowsByPlan<List>>();

  constructor(
    private readonly newList: () => List,
    private readonly report: Report,
    private readonly column: string,
  ) {}

  add({ town, ...measure }: SheetMeasure): void {
    if (town === undefined && this.towns.size > 1) {
      this.report.refuse(measure.where, this.column, '', 'field/missing');
      return;
    }
    const [only] = this.towns.values();
    this.plansOf(town, only).add(measure);
  }

  get all(): TownRows<List>[] {
    if (this.towns.size === 0) return [{ plans: new RowsByPlan(this.newList).all }];
    return Array.from(this.towns, ([name, { all: plans }]) => ({
      ...(name === undefined ? {} : { name }),
      plans,
    }));
  }

  private plansOf(town: string | undefined, only: RowsByPlan<List> | undefined) {
    if (town === undefined && only) return only;
    // Rows above the first that names its town are of that town.
    const unnamed = this.towns.get(undefined);
    const plans = this.towns.get(town) ?? unnamed ?? new RowsByPlan(this.newList);
    this.towns.delete(undefined);
    this.towns.set(town, plans);
    return plans;
  }
}
