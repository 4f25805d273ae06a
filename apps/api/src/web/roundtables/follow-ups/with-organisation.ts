import { nextDates } from '@klimaspur/domain';
import type { ActorDetail, RoundtableDetail } from '@klimaspur/read-models';
import { actorOf } from '../../forms/about.js';
import type { AboutTown } from '../../forms/asked.js';
import { type OpenPoints, openPointsAt } from './open-points.js';

/** All that is agreed with one organisation, and is not done yet. */
export interface WithOrganisation extends OpenPoints {
  readonly actor: ActorDetail;
  readonly dates: readonly {
    readonly on: string;
    readonly time: string | null;
    readonly table: string;
  }[];
  readonly support: readonly {
    readonly measure: string;
    readonly title: string;
    readonly what: string;
  }[];
}

/** So far one looks ahead for dates. */
const DAYS = 120;

export const withOrganisation = (about: AboutTown, id: string): WithOrganisation => {
  const { models, view } = about.reading;
  const actor = actorOf(about, id);
  const tables = models.roundtables({ municipality: about.town.id }, view);
  const { promises, questions } = openPointsAt(tables, view.asOf);
  const dates = tables
    .flatMap((table) =>
      nextDates(table, { from: view.asOf, days: DAYS })
        .filter(({ meeting }) => sitsAt(table, id) || meeting?.invited.includes(id))
        .slice(0, 1)
        .map(({ on, time }) => ({ on, time, table: table.name })),
    )
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  return {
    actor,
    dates,
    promises: promises.filter(({ followUp }) => followUp.actor === id),
    questions: questions.filter(({ recipient }) => recipient === id),
    support: models
      .supportBy(id, view)
      .filter(({ delivered, withdrawn }) => !delivered && !withdrawn)
      .map(({ measure, what }) => ({ measure: measure.id, title: measure.title, what })),
  };
};

const sitsAt = ({ seats }: RoundtableDetail, id: string): boolean =>
  seats.some(({ actor, ended }) => actor === id && !ended);
