import type { GrowingList, ImportedField, PlanKind } from '../importer.js';
import { FieldPaths } from './field-paths.js';
import type { SheetMeasure } from './sheet-measure.js';

/** Name under which a list of measures is remembered as a source. */
export const listSystem = 'CSV';

/** Measures of one plan, in the order of the file. */
export interface PlanRows<List extends GrowingList> {
  /** Absent where the file does not name it. */
  readonly title?: string;
  /** As the first row says it. */
  readonly kind?: PlanKind;
  readonly measures: List;
  readonly fields: readonly ImportedField[];
}

/** Puts each row to its plan; one that stands in no plan comes in with the first. */
export class RowsByPlan<List extends GrowingList> {
  private readonly plans = new Map<
    string | undefined,
    { readonly measures: List; readonly paths: FieldPaths; readonly kind: PlanKind | undefined }
  >();

  constructor(private readonly newList: () => List) {}

  add({ path, planTitle, planKind, ...content }: SheetMeasure): void {
    const title = content.unplaced ? this.plans.keys().next().value : planTitle;
    const { measures, paths } = this.planOf(title, planKind);
    const field = paths.keyOf(path);
    measures.push({ ...content, ...(field ? { field } : {}), order: paths.nextOrder(field) });
  }

  get all(): PlanRows<List>[] {
    if (this.plans.size === 0) return [{ measures: this.newList(), fields: [] }];
    return Array.from(
      this.plans,
      ([
        title,
        {
          measures,
          kind,
          paths: { fields },
        },
      ]) => ({
        ...(title === undefined ? {} : { title }),
        ...(kind === undefined ? {} : { kind }),
        ...{ measures, fields },
      }),
    );
  }

  /** Fields of a second plan may have the same names, and are others. */
  private planOf(title: string | undefined, kind: PlanKind | undefined) {
    const known = this.plans.get(title);
    if (known) return known;
    const within = this.plans.size === 0 ? undefined : title;
    const added = {
      kind,
      measures: this.newList(),
      paths: new FieldPaths({ system: listSystem }, within),
    };
    this.plans.set(title, added);
    return added;
  }
}
