import type { Day } from '@klimaspur/domain';
import type { Municipality, MovedDates, PlanItem } from '@klimaspur/read-models';
import { assessmentsOf, type Assessments } from '../../queries/get-assessments.query.js';
import { stagesOf, type Stages } from '../../queries/get-stages.query.js';
import { beginningOf } from '../../queries/trend.js';
import type { Reading } from '../../reading/reader.js';

/** How many measures the page names whose end was moved farthest. */
export const FARTHEST = 10;

/** What „Verlauf und Termine“ shows of a town, or of one of its plans. */
export interface TrendFigures {
  readonly town: Municipality;
  readonly plan?: PlanItem;
  readonly stages: Stages;
  readonly assessments: Assessments;
  readonly movedDates: MovedDates;
  /** How many of the measures counted only the signed-in see. */
  readonly drafts: number;
  readonly today: Day;
}

/** `moved`: how many measures are named; absent: all whose planned end was moved. */
export const trendFigures = (
  reading: Reading,
  town: Municipality,
  plan: PlanItem | undefined,
  moved?: number,
): TrendFigures => {
  const { models, view } = reading;
  const scope = plan ? { plan: plan.id } : {};
  const beginning = beginningOf(reading, town.id);
  const stages = stagesOf(reading, town.id, scope, beginning);
  const shown = (): number =>
    models.stagesOverTime(town.id, scope, { ...view, viewer: 'public' }).at(-1)!.total;
  return {
    town,
    ...(plan ? { plan } : {}),
    stages,
    drafts: view.viewer === 'public' ? 0 : stages.items.at(-1)!.total - shown(),
    assessments: assessmentsOf(reading, town.id, scope, beginning),
    movedDates: models.movedDates(town.id, { ...scope, ...(moved ? { limit: moved } : {}) }, view),
    today: view.asOf,
  };
};
