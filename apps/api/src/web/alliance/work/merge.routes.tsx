import { derivedId } from '@klimaspur/event-store';
import { Refusal } from '../../../errors/refusal.js';
import { SelectField } from '../../components/choices.js';
import { TextArea } from '../../components/text-fields.js';
import { actorOf } from '../../forms/about.js';
import type { AboutTown, AboutWork } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { actorChoice } from '../../roundtables/minutes/meeting.js';
import { workPath } from '../../paths.js';
import { aboutActor } from './about-actor.js';
import { ReasonField } from '../../forms/reason-field.js';

/** „Zusammenlegen“: registered twice, and from now on one. */
const mergeForm = (about: AboutWork, id = ''): PageForm => {
  const { t, lang, town, reading } = about;
  const { models, view } = reading;
  const actor = actorOf(about, id);
  const page = aboutActor(about, actor, 'merge');
  const title = t('alliance.merge');
  const others = models.actors({ municipality: town.id }, view).filter((it) => it.id !== id);
  return {
    ...page,
    title,
    right: ['actor', 'merge-actor'],
    work: async (write, reader) => {
      const heir = others.find((other) => other.id === reader.text('actor'));
      if (!heir) reader.fail('actor', 'form.problem.choice');
      if (heir && actor.published && !heir.published) {
        reader.fail('actor', 'alliance.merge.problem.unnamed');
      }
      await write.check();
      for (const { table, seat } of seatsOfBoth(about, id, heir?.id ?? '')) {
        await write({ category: 'roundtable', command: 'end-seat', id: table, body: { seat } });
      }
      const body = { actor: heir?.id, text: { note: reader.text('note') } };
      await write({ category: 'actor', command: 'merge-actor', id, body });
      await moveContacts(about, id, heir?.id ?? '');
      return { path: workPath(lang, town.slug, 'organisations', heir?.id ?? '') };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={actor.name}
        back={page.back}
        lead={t('alliance.merge.lead')}
        submit={title}
      >
        {(fields) => (
          <>
            <SelectField
              {...fields.text('actor')}
              label={t('alliance.merge.into')}
              hint={t('alliance.merge.into.hint')}
              choices={[{ value: '', label: t('form.choose') }, ...others.map(actorChoice)]}
              required
            />
            <TextArea
              {...fields.text('note')}
              label={t('alliance.merge.note')}
              maxLength={1000}
              optional
            />
          </>
        )}
      </FormPage>
    ),
  };
};

/** Of a table at which both sit one seat is left. */
const seatsOfBoth = ({ reading: { models, view }, town }: AboutTown, id: string, heir: string) =>
  models.roundtables({ municipality: town.id }, view).flatMap((table) => {
    const taken = table.seats.filter(({ ended }) => !ended);
    return taken.some((seat) => seat.actor === heir)
      ? taken.flatMap(({ actor, seat }) => (actor === id ? [{ table: table.id, seat }] : []))
      : [];
  });

const moveContacts = async ({ vault, town }: AboutWork, id: string, heir: string) => {
  for (const contact of await vault.contacts.ofTown(town.id)) {
    if (contact.actor !== id) continue;
    await vault.contacts.keep({ ...contact, id: derivedId(heir, contact.id), actor: heir });
    await vault.contacts.delete(contact.id);
  }
};

const partForm = (about: AboutTown, id = '', mergedId = ''): PageForm => {
  const { t, reading } = about;
  const actor = actorOf(about, id);
  const merged = reading.models.mergedInto(id, reading.view).find((it) => it.id === mergedId);
  if (!merged) throw new Refusal('actor/unknown');
  const page = aboutActor(about, actor, 'merge', mergedId, 'void');
  const title = t('alliance.unmerge');
  return {
    ...page,
    title,
    right: ['actor', 'merge-actor'],
    work: async (write, reader) => {
      const body = { entry: merged.entry, text: { reason: reader.text('reason') } };
      await write({ category: 'actor', command: 'void-entry', id: mergedId, body });
      return { path: page.back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={`${merged.name}, ${actor.name}`}
        back={page.back}
        lead={t('alliance.unmerge.lead')}
        submit={title}
      >
        {(fields) => <ReasonField fields={fields} />}
      </FormPage>
    ),
  };
};

export const mergeRoutes: readonly WorkRoute[] = [
  { parts: ['organisations', ':id', 'merge'], form: mergeForm },
  { parts: ['organisations', ':id', 'merge', ':merged', 'void'], form: partForm },
];
