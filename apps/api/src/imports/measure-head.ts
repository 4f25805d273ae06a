import type { ImportedMeasure, MovedOn, Source } from '@klimaspur/importers';

/** What is kept of each measure of a file at hand: by it the measure is found here, and put in its place. */
export interface MeasureHead {
  readonly where: string;
  readonly source: Source;
  /** Our own id, where the file is an export of Klimaspur. */
  readonly ownId: string | undefined;
  readonly title: string;
  readonly number: string | undefined;
  /** Key of the field it stands in. */
  readonly field: string | undefined;
  readonly order: number;
  readonly published: boolean | undefined;
  /** Where it goes on, as an export says. */
  readonly movedOn: MovedOn | undefined;
  /** In no plan, as an export says. */
  readonly unplaced: boolean;
}

export const headOf = (measure: ImportedMeasure): MeasureHead => ({
  where: measure.where,
  source: measure.source,
  ownId: measure.id,
  title: measure.recorded.text?.title ?? '',
  number: measure.number,
  field: measure.field,
  order: measure.order,
  published: measure.published,
  movedOn: measure.movedOn,
  unplaced: measure.unplaced === true,
});
