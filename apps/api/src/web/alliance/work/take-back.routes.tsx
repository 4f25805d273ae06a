import { streamName } from '@klimaspur/event-store';
import type { RoundtableDetail } from '@klimaspur/read-models';
import { Notice } from '../../components/notice.js';
import { actorOf } from '../../forms/about.js';
import type { AboutTown, AboutWork } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { FormWish } from '../../forms/form-writer.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { workPath } from '../../paths.js';
import { aboutActor } from './about-actor.js';
import { ReasonField } from '../../forms/reason-field.js';

/** „Aus Versehen erfasst“: an organisation that nothing was said of yet goes, with its seats and invitations. */
const takeBackForm = (about: AboutWork, id = ''): PageForm => {
  const { t, lang, town, vault } = about;
  const actor = actorOf(about, id);
  const page = aboutActor(about, actor, 'void');
  const title = t('alliance.takeBack');
  const isKept = actor.published || isSaidOf(about, id);
  return {
    ...page,
    title,
    right: ['actor', 'void-entry'],
    work: async (write, reader) => {
      const reason = reader.text('reason');
      if (isKept) reader.fail('reason', 'alliance.takeBack.problem.kept');
      const stream = await about.reading.world.store.readStream(streamName('actor', id));
      const registered = { entry: stream[0]?.id, text: { reason } };
      const last = { category: 'actor' as const, command: 'void-entry', id, body: registered };
      await write.check(last);
      for (const wish of [...leaving(about, id, reason ?? ''), last]) await write(wish);
      for (const contact of await vault.contacts.ofTown(town.id)) {
        if (contact.actor === id) await vault.contacts.delete(contact.id);
      }
      return { path: workPath(lang, town.slug, 'organisations') };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={actor.name}
        back={page.back}
        lead={t('alliance.takeBack.lead')}
        before={
          isKept ? (
            <Notice kind="warning">
              <p>{t('alliance.takeBack.kept')}</p>
              <p>
                <a href={workPath(lang, town.slug, 'organisations', id, 'merge')}>
                  {t('alliance.merge')}
                </a>
              </p>
            </Notice>
          ) : null
        }
        submit={title}
      >
        {(fields) => (isKept ? null : <ReasonField fields={fields} />)}
      </FormPage>
    ),
  };
};

/** Its seats never were, and its invitations no longer hold. */
const leaving = (
  { reading: { models, view }, town }: AboutTown,
  id: string,
  reason: string,
): FormWish[] =>
  models.roundtables({ municipality: town.id }, view).flatMap(({ id: table, seats, meetings }) => {
    const wish = (command: string, body: object) => ({
      ...{ category: 'roundtable' as const, command, id: table, body },
    });
    return [
      ...seats.flatMap(({ actor, entry }) =>
        actor === id ? [wish('void-entry', { entry, text: { reason } })] : [],
      ),
      ...meetings.flatMap(({ meeting, invited, replies }) =>
        invited.includes(id) || replies.some(({ actor }) => actor === id)
          ? [wish('withdraw-invitation', { meeting, actors: [id] })]
          : [],
      ),
    ];
  });

/** It promised or led something, or is named in what was said at a table. */
const isSaidOf = ({ reading: { models, view }, town }: AboutTown, id: string): boolean =>
  models.supportBy(id, view).length > 0 ||
  models.ledBy(id, view).length > 0 ||
  models.mergedInto(id, view).length > 0 ||
  models.roundtables({ municipality: town.id }, view).some((table) => speaksOf(table, id));

const speaksOf = ({ described, meetings, items, followUps }: RoundtableDetail, id: string) =>
  JSON.stringify([
    ...[described, items, followUps],
    meetings.map(({ held, protocol }) => [held, protocol.objections]),
  ]).includes(id);

export const takeBackRoutes: readonly WorkRoute[] = [
  { parts: ['organisations', ':id', 'void'], form: takeBackForm },
];
