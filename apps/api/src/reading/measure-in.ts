import { isUuid } from '@klimaspur/domain';
import type { MeasureDetail } from '@klimaspur/read-models';
import { Refusal } from '../errors/refusal.js';
import { notThere } from './not-there.js';
import type { Reading } from './reader.js';

/** Undefined: there is none, it was taken back, or it is a draft that the asker may not see. */
export const findMeasure = ({ models, view }: Reading, id: string): MeasureDetail | undefined =>
  isUuid(id) ? models.measure(id, view) : undefined;

/** Refuses what is not there, or is a draft that the asker may not see: the two look the same. */
export const measureIn = (reading: Reading, id: string): MeasureDetail => {
  const measure = findMeasure(reading, id);
  if (measure) return measure;
  throw townOfVoided(reading, id) ? new Refusal('measure/voided') : unknownMeasure(reading, id);
};

export const unknownMeasure = (reading: Reading, id: string): Refusal =>
  notThere(reading, 'measure', (today) => findMeasure(today, id));

/** The town of a measure that was recorded by mistake, as far as the asker could have seen it. */
export const townOfVoided = ({ models, view }: Reading, id: string): string | undefined =>
  isUuid(id) ? models.townOfVoidedMeasure(id, view) : undefined;
