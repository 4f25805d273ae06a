import type { Meeting } from '@klimaspur/domain';
import type { ActorDetail, RoundtableDetail } from '@klimaspur/read-models';
import type { Reading } from '../../../reading/reader.js';
import type { ShownOrganisation } from './organisation.page.js';

type Found = Pick<
  ShownOrganisation,
  'actor' | 'led' | 'supported' | 'projects' | 'seats' | 'promises' | 'brought'
>;

/** All that is known in public of an organisation: what is internal at a table is left out for the team as well. */
export const organisationView = ({ models, view }: Reading, actor: ActorDetail): Found => {
  const { id, municipality } = actor;
  const tables = models.roundtables({ municipality }, view);
  return {
    actor,
    led: models.ledBy(id, view),
    supported: models.supportBy(id, view),
    projects: models.ownProjects({ municipality }, view).filter((one) => one.actor === id),
    seats: tables.flatMap((table) =>
      table.seats
        .filter((seat) => seat.actor === id)
        .map(({ kind, on, ended, endedOn }) => ({
          table: nameOf(table),
          kind,
          on,
          ended,
          endedOn,
        })),
    ),
    promises: tables.flatMap((table) =>
      table.followUps
        .filter((followUp) => followUp.actor === id)
        .flatMap((what) => atPublished(table, what.meeting, what)),
    ),
    brought: tables.flatMap((table) =>
      table.items
        .filter((item) => item.broughtBy === id)
        .flatMap((what) => atPublished(table, what.conclusions.at(-1)?.meeting ?? null, what)),
    ),
  };
};

const nameOf = ({ id, name }: RoundtableDetail) => ({ id, name });

const isPublished = ({ protocol }: Meeting): boolean => protocol.step === 'PUBLISHED';

const atPublished = <What>(table: RoundtableDetail, meeting: string | null, what: What) => {
  const found = table.meetings.find((other) => other.meeting === meeting);
  return found && isPublished(found) ? [{ table: nameOf(table), meeting: found, what }] : [];
};
