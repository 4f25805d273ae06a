import { contributions } from '@klimaspur/domain';
import { Refusal } from '../../../errors/refusal.js';
import { SelectField } from '../../components/choices.js';
import { DateField } from '../../components/date-field.js';
import { dateAsTyped } from '../../components/date-field-value.js';
import { TextArea } from '../../components/text-fields.js';
import { actorOf } from '../../forms/about.js';
import type { AboutTown } from '../../forms/asked.js';
import { dayAndNoteForm } from '../../forms/day-and-note-form.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm, PageView } from '../../forms/form-pages.js';
import { mayIn } from '../../forms/rights.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { workPath } from '../../paths.js';
import { visibleForm } from '../../publishing/visible-form.js';
import { codeWord } from '../../words/entry-words.js';
import { aboutActor } from './about-actor.js';
import { ActorFields, actorAsTyped, readActor } from './actor-form.js';
import { ActorPage } from './actor.page.js';
import { mergeRoutes } from './merge.routes.js';
import { actorCrumbs } from './register.routes.js';
import { takeBackRoutes } from './take-back.routes.js';

const hub = (about: AboutTown, id = ''): PageView => {
  const { t, town, reading } = about;
  const actor = actorOf(about, id);
  return {
    title: actor.name,
    titleLang: 'de',
    path: (lang) => workPath(lang, town.slug, 'organisations', id),
    crumbs: actorCrumbs(about),
    right: ['actor', 'register-actor'],
    children: (
      <ActorPage
        {...{ t, town, actor }}
        mayPublish={mayIn(about, 'actor', 'publish-actor', town)}
        merged={reading.models.mergedInto(id, reading.view)}
      />
    ),
  };
};

const detailsForm = (about: AboutTown, id = ''): PageForm => {
  const { t, town } = about;
  const actor = actorOf(about, id);
  const page = aboutActor(about, actor, 'details');
  const title = t('alliance.edit');
  const organs = town.organs.filter(({ closedOn }) => closedOn === null);
  return {
    ...page,
    title,
    right: ['actor', 'describe-actor'],
    edits: true,
    now: actorAsTyped(actor),
    revision: actor.revision,
    work: async (write, reader, revision) => {
      const body = readActor(reader);
      await write({ category: 'actor', command: 'describe-actor', id, revision, body });
      return { path: page.back };
    },
    children: (state, action) => (
      <FormPage {...{ t, action, state, title }} about={actor.name} back={page.back}>
        {(fields) => <ActorFields fields={fields} organs={organs} />}
      </FormPage>
    ),
  };
};

const allianceForm = (about: AboutTown, id = ''): PageForm => {
  const { t } = about;
  const actor = actorOf(about, id);
  return dayAndNoteForm(about, {
    ...aboutActor(about, actor, 'alliance'),
    ...{ category: 'actor', id, name: actor.name, noteLength: 4000 },
    command: actor.inAlliance ? 'leave-alliance' : 'join-alliance',
    title: t(actor.inAlliance ? 'alliance.leave' : 'alliance.join'),
  });
};

const offerForm = (about: AboutTown, id = ''): PageForm => {
  const { t, reading } = about;
  const actor = actorOf(about, id);
  const page = aboutActor(about, actor, 'offers');
  const title = t('alliance.offer.add');
  const today = reading.view.asOf;
  return {
    ...page,
    title,
    right: ['actor', 'make-offer'],
    now: { contribution: 'WORK', ...dateAsTyped('occurredOn', today) },
    work: async (write, reader) => {
      const body = {
        occurredOn: reader.day('occurredOn'),
        contribution: reader.text('contribution'),
        text: { what: reader.text('what') },
      };
      await write({ category: 'actor', command: 'make-offer', id, body });
      return { path: page.back };
    },
    children: (state, action) => (
      <FormPage {...{ t, action, state, title }} about={actor.name} back={page.back}>
        {(fields) => (
          <>
            <TextArea
              {...fields.text('what')}
              label={t('alliance.offer.what')}
              hint={t('alliance.offer.what.hint')}
              maxLength={1000}
              required
            />
            <SelectField
              {...fields.text('contribution')}
              label={t('alliance.offer.kind')}
              choices={contributions.map((value) => ({
                value,
                label: codeWord(t, 'contribution', value),
              }))}
            />
            <DateField {...fields.day('occurredOn')} label={t('log.when')} max={today} />
          </>
        )}
      </FormPage>
    ),
  };
};

const withdrawForm = (about: AboutTown, id = '', entry = ''): PageForm => {
  const { t } = about;
  const actor = actorOf(about, id);
  const offer = actor.offers.find((other) => other.entry === entry);
  if (!offer) throw new Refusal('actor/unknown');
  return dayAndNoteForm(about, {
    ...aboutActor(about, actor, 'offers', entry, 'withdraw'),
    ...{ category: 'actor', command: 'withdraw-offer', id, name: offer.what, noteLength: 4000 },
    title: t('alliance.offer.withdraw'),
    terms: { offer: entry },
  });
};

const visibility =
  (direction: 'publish' | 'unpublish') =>
  (about: AboutTown, id = ''): PageForm => {
    const { t } = about;
    const actor = actorOf(about, id);
    return visibleForm(about, direction, {
      ...aboutActor(about, actor, direction),
      ...{ category: 'actor', id, name: actor.name },
      words: {
        publish: { title: t('alliance.publish'), lead: t('alliance.publish.lead') },
        unpublish: { title: t('publish.takeBack'), lead: t('alliance.unpublish.lead') },
      },
    });
  };

/** One organisation: what it is, what it brings in, whether it is named in public. */
export const actorRoutes: readonly WorkRoute[] = [
  { parts: ['organisations', ':id'], view: hub },
  { parts: ['organisations', ':id', 'details'], form: detailsForm },
  { parts: ['organisations', ':id', 'alliance'], form: allianceForm },
  { parts: ['organisations', ':id', 'offers'], form: offerForm },
  { parts: ['organisations', ':id', 'offers', ':entry', 'withdraw'], form: withdrawForm },
  { parts: ['organisations', ':id', 'publish'], form: visibility('publish') },
  { parts: ['organisations', ':id', 'unpublish'], form: visibility('unpublish') },
  ...mergeRoutes,
  ...takeBackRoutes,
];
