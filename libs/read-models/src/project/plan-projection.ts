import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { evolvePlan, unknownPlan, type PlanState } from '@klimaspur/domain';
import { naturalKey } from '../store/folded-text.js';
import type { PlanItem } from '../types.js';
import type { LogEvent } from './past-reader.js';
import { rectanglesOf } from './fold-to-rows.js';
import { PLAN_ITSELF, type PlanReading } from './plan-reading.js';

/** A plan as its rows hold it. */
export type PlanFacts = Pick<
  PlanItem,
  'title' | 'description' | 'url' | 'kind' | 'origin' | 'adopted' | 'editions' | 'importedOn'
> &
  Pick<PlanState, 'importedFrom'>;

/** Writes the rows of plans, their fields, and the places of measures in them. */
export class PlanProjection {
  private readonly statements: Record<
    | 'event'
    | 'link'
    | 'clearPlan'
    | 'plan'
    | 'clearField'
    | 'field'
    | 'clearPlacement'
    | 'placement',
    StatementSync
  >;

  constructor(db: DatabaseSync) {
    this.statements = {
      event: db.prepare('INSERT INTO plan_event VALUES (?, ?, ?, ?)'),
      link: db.prepare('INSERT INTO plan_link VALUES (?, ?, ?)'),
      clearPlan: db.prepare('DELETE FROM plan_interval WHERE plan = ?'),
      plan: db.prepare('INSERT INTO plan_interval VALUES (?, ?, ?, ?, ?, ?)'),
      clearField: db.prepare('DELETE FROM field_interval WHERE plan = ? AND field = ?'),
      field: db.prepare('INSERT INTO field_interval VALUES (?, ?, ?, ?, ?, ?, ?)'),
      clearPlacement: db.prepare('DELETE FROM placement WHERE plan = ? AND measure = ?'),
      placement: db.prepare('INSERT INTO placement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    };
  }

  /** `measureKey` gives the key of a measure by its id. */
  project(
    { subjects, newEvents, newLinks }: PlanReading,
    plan: number,
    measureKey: (id: string) => number,
  ): void {
    for (const { root, revision, entry } of newEvents) {
      this.statements.event.run(plan, root, revision, entry);
    }
    for (const { subject, root } of newLinks) this.statements.link.run(plan, subject, root);
    for (const [subject, history] of subjects) {
      const [kind, id = ''] = subject.split(' ');
      if (subject === PLAN_ITSELF) this.writePlan(plan, history);
      else if (kind === 'field') this.writeField(plan, id, history);
      else this.writePlacement(plan, id, measureKey(id), history);
    }
  }

  private writePlan(plan: number, history: readonly LogEvent[]): void {
    this.statements.clearPlan.run(plan);
    for (const row of rectanglesOf(history, unknownPlan, evolvePlan, planFacts)) {
      const { knownFrom, from, knownTo, to, value } = row;
      this.statements.plan.run(plan, knownFrom, from, knownTo, to, JSON.stringify(value));
    }
  }

  private writeField(plan: number, id: string, history: readonly LogEvent[]): void {
    this.statements.clearField.run(plan, id);
    const look = ({ fields }: PlanState) => fields.get(id) ?? null;
    for (const row of rectanglesOf(history, unknownPlan, evolvePlan, look)) {
      const { knownFrom, from, knownTo, to, value } = row;
      this.statements.field.run(plan, id, knownFrom, from, knownTo, to, JSON.stringify(value));
    }
  }

  private writePlacement(
    plan: number,
    id: string,
    measure: number,
    history: readonly LogEvent[],
  ): void {
    this.statements.clearPlacement.run(plan, measure);
    const look = ({ placements }: PlanState) => placements.get(id) ?? null;
    for (const row of rectanglesOf(history, unknownPlan, evolvePlan, look)) {
      const { knownFrom, from, knownTo, to, value } = row;
      const { field, rank, number, entry } = value;
      const key = naturalKey(number ?? '');
      this.statements.placement.run(
        ...[plan, measure, knownFrom, from, knownTo, to, field, rank, number, key, entry],
      );
    }
  }
}

const planFacts = (state: PlanState): PlanFacts | null => {
  const { drafted, described, adopted, editions, importedOn, importedFrom } = state;
  const said = described ?? drafted;
  if (!drafted || !said) return null;
  return {
    title: said.text?.title ?? '',
    description: said.text?.description ?? null,
    url: described?.text?.url ?? null,
    kind: said.kind,
    origin: said.origin ?? null,
    adopted,
    editions,
    importedOn,
    importedFrom,
  };
};
