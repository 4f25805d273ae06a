import type { Past } from '@klimaspur/domain';
import { streamName } from '@klimaspur/event-store';
import type {
  ActorDetail,
  MeasureDetail,
  OrganItem,
  PlanItem,
  RoundtableDetail,
} from '@klimaspur/read-models';
import { Refusal } from '../../errors/refusal.js';
import { measureIn } from '../../reading/measure-in.js';
import type { AboutTown } from './asked.js';

/** Things of the town that an address names; refused where they are none of it. */
export const planOf = ({ town }: AboutTown, id: string): PlanItem => {
  const plan = town.plans.find((other) => other.id === id);
  if (!plan) throw new Refusal('plan/unknown');
  return plan;
};

export const organOf = ({ town }: AboutTown, id: string): OrganItem => {
  const organ = town.organs.find((other) => other.id === id);
  if (!organ) throw new Refusal('organ/unknown');
  return organ;
};

export const measureOf = ({ reading, town }: AboutTown, id: string): MeasureDetail => {
  const measure = measureIn(reading, id);
  if (measure.municipality.id !== town.id) throw new Refusal('measure/unknown');
  return measure;
};

export const actorOf = (
  { reading: { models, view }, town }: AboutTown,
  id: string,
): ActorDetail => {
  const actor = models.actor(id, view);
  // What was merged into another one is written about there.
  if (actor?.municipality !== town.id || actor.id !== id) throw new Refusal('actor/unknown');
  return actor;
};

export const roundtableOf = (
  { reading: { models, view }, town }: AboutTown,
  id: string,
): RoundtableDetail => {
  const table = models.roundtable(id, view);
  if (table?.municipality !== town.id) throw new Refusal('roundtable/unknown');
  return table;
};

/** All that was recorded about it. */
export const measureHistory = async (
  { reading }: AboutTown,
  id: string,
): Promise<readonly Past[]> =>
  (await reading.world.store.readStream(streamName('measure', id))) as unknown as Past[];
