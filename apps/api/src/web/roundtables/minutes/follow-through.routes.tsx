import { unreleasedGroups } from '@klimaspur/domain';
import { CheckboxGroup, RadioGroup, SelectField } from '../../components/choices.js';
import { TextField } from '../../components/text-fields.js';
import type { AboutTown } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import type { Next, PageForm } from '../../forms/form-pages.js';
import type { FormReader } from '../../forms/form-reader.js';
import type { Write } from '../../forms/form-writer.js';
import { mayIn } from '../../forms/rights.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import {
  aboutMeeting,
  actorsOf,
  conclusionAt,
  dayOf,
  itemOf,
  measuresToChoose,
  meetingOf,
  meetingPath,
  tableHistory,
} from './meeting.js';
import { ReasonField } from '../../forms/reason-field.js';

const releaseForm = async (
  about: AboutTown,
  id = '',
  meetingId = '',
  itemId = '',
): Promise<PageForm> => {
  const { t, lang, reading } = about;
  const at = meetingOf(about, id, meetingId);
  const item = itemOf(at, itemId);
  const conclusion = conclusionAt(item, meetingId)?.entry ?? '';
  // As they were named: somebody may have been corrected away, or merged into another organisation since.
  const groups = unreleasedGroups(await tableHistory(about, id), conclusion);
  const nameOf = (actor: string) => reading.models.actor(actor, reading.view)?.name ?? '';
  const title = t('roundtable.dissent.release');
  return {
    ...aboutMeeting(at, 'results', itemId, 'dissent'),
    title,
    right: ['roundtable', 'release-dissent'],
    work: async (write, reader) => {
      const chosen = groups.filter((actor) => reader.choices('actors')?.includes(actor));
      if (chosen.length === 0) reader.fail('actors', 'form.problem.choice');
      await write.check();
      for (const actor of chosen) {
        const body = { item: itemId, actor, conclusion };
        await write({ category: 'roundtable', command: 'release-dissent', id, body });
      }
      return { path: meetingPath(lang, at, 'protocol') };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={item.topic}
        back={meetingPath(lang, at, 'protocol')}
        lead={t('roundtable.dissent.release.lead')}
        submit={title}
      >
        {(fields) => (
          <CheckboxGroup
            {...fields.list('actors')}
            label={t('roundtable.dissent.agreed')}
            choices={groups.map((actor) => ({ value: actor, label: nameOf(actor), lang: 'de' }))}
          />
        )}
      </FormPage>
    ),
  };
};

const withdrawReleaseForm = (about: AboutTown, id = '', meetingId = '', itemId = ''): PageForm => {
  const { t, lang } = about;
  const at = meetingOf(about, id, meetingId);
  const item = itemOf(at, itemId);
  const releases = conclusionAt(item, meetingId)?.releases ?? [];
  const groups = [...new Set(releases.map(({ actor }) => actor))];
  const { nameOf } = actorsOf(about);
  const title = t('roundtable.dissent.withdraw');
  const back = meetingPath(lang, at, 'protocol');
  return {
    ...aboutMeeting(at, 'results', itemId, 'dissent', 'withdraw'),
    title,
    right: ['roundtable', 'void-entry'],
    now: { actors: groups.length === 1 ? groups : [] },
    work: async (write, reader) => {
      const chosen = releases.filter(({ actor }) => reader.choices('actors')?.includes(actor));
      if (chosen.length === 0) reader.fail('actors', 'form.problem.choice');
      const wishes = chosen.map(({ entry }) => ({
        ...{ category: 'roundtable' as const, command: 'void-entry', id },
        body: { entry, text: { reason: reader.text('reason') } },
      }));
      await write.check(...wishes);
      for (const wish of wishes) await write(wish);
      return { path: back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title, back }}
        about={item.topic}
        lead={t('roundtable.dissent.withdraw.lead')}
        submit={title}
      >
        {(fields) => (
          <>
            <CheckboxGroup
              {...fields.list('actors')}
              label={t('roundtable.dissent.withdraw.whose')}
              choices={groups.map((actor) => ({ value: actor, label: nameOf(actor), lang: 'de' }))}
            />
            <ReasonField fields={fields} />
          </>
        )}
      </FormPage>
    ),
  };
};

const takeUpForm = (about: AboutTown, id = '', meetingId = '', itemId = ''): PageForm => {
  const { t, lang, town } = about;
  const at = meetingOf(about, id, meetingId);
  const item = itemOf(at, itemId);
  const mayRecord = mayIn(about, 'measure', 'record-measure', town);
  const title = t('roundtable.takeUp');
  const path = `${meetingPath(lang, at, 'protocol')}#item-${itemId}`;
  return {
    ...aboutMeeting(at, 'results', itemId, 'measure'),
    title,
    right: ['roundtable', 'take-up-proposal'],
    now: { how: mayRecord ? 'new' : 'known', title: item.topic, measure: '' },
    work: async (write, reader): Promise<Next> => {
      const isNew = mayRecord && reader.text('how') !== 'known';
      const measure = isNew
        ? await recordIdea(write, reader, town.id)
        : (reader.text('measure') ?? '');
      const body = { occurredOn: dayOf(at), item: itemId, measure };
      await write({ category: 'roundtable', command: 'take-up-proposal', id, body });
      return { path, ...(isNew ? { notice: 'ideaTakenUp' } : {}) };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={item.topic}
        back={meetingPath(lang, at, 'protocol')}
        lead={t('roundtable.takeUp.lead')}
        submit={title}
      >
        {(fields) => (
          <>
            {mayRecord ? (
              <>
                <RadioGroup
                  {...fields.list('how')}
                  label={t('roundtable.takeUp.how')}
                  choices={[
                    { value: 'new', label: t('roundtable.takeUp.new') },
                    { value: 'known', label: t('roundtable.takeUp.known') },
                  ]}
                />
                <TextField
                  {...fields.text('title')}
                  label={t('roundtable.takeUp.title')}
                  lang="de"
                  maxLength={300}
                />
              </>
            ) : null}
            <SelectField
              {...fields.text('measure')}
              label={t('roundtable.takeUp.measure')}
              choices={measuresToChoose(about)}
            />
          </>
        )}
      </FormPage>
    ),
  };
};

/** A new measure, a draft, which says of itself that it is an idea of a round table. */
const recordIdea = async (
  write: Write,
  reader: FormReader,
  municipality: string,
): Promise<string> => {
  const text = { title: reader.text('title') };
  const body = { municipality, origin: 'ROUND_TABLE', idea: true, text };
  return (await write({ category: 'measure', command: 'record-measure', body })).id;
};

/** What follows from a result. */
export const followThroughRoutes: readonly WorkRoute[] = [
  {
    parts: ['tables', ':table', 'meetings', ':meeting', 'results', ':item', 'dissent'],
    form: releaseForm,
  },
  {
    parts: ['tables', ':table', 'meetings', ':meeting', 'results', ':item', 'dissent', 'withdraw'],
    form: withdrawReleaseForm,
  },
  {
    parts: ['tables', ':table', 'meetings', ':meeting', 'results', ':item', 'measure'],
    form: takeUpForm,
  },
];
