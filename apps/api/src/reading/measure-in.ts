import { berlinDay, isUuid } from '@klimaspur/domain';
import type { MeasureDetail } from '@klimaspur/read-models';
import { Refusal } from '../errors/refusal.js';
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

/** There is none, or there was none yet at the moment asked about: then there is one today. */
export const unknownMeasure = (reading: Reading, id: string): Refusal => {
  const { now, moment, view } = reading;
  const today = { asOf: berlinDay(now), viewer: view.viewer };
  if (!moment.past || !findMeasure({ ...reading, view: today }, id)) {
    return new Refusal('measure/unknown');
  }
  const { asOf, knownAt } = moment;
  const day = knownAt === undefined ? asOf : berlinDay(new Date(knownAt).toISOString());
  return new Refusal('measure/not-known-yet', { params: { day } });
};

/** The town of a measure that was recorded by mistake, as far as the asker could have seen it. */
export const townOfVoided = ({ models, view }: Reading, id: string): string | undefined =>
  isUuid(id) ? models.townOfVoidedMeasure(id, view) : undefined;
