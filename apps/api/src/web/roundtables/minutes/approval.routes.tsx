import { addDays } from '@klimaspur/domain';
import { formatDay } from '@klimaspur/messages';
import { CheckboxGroup, SelectField } from '../../components/choices.js';
import { TextArea, TextField } from '../../components/text-fields.js';
import type { AboutTown } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { aboutMeeting, actorsOf, itemsOf, meetingOf, meetingPath } from './meeting.js';
import { hiddenItems, WhatIsTold } from './what-is-told.js';
import { WithoutResult } from './without-result.js';
import { ReasonField } from '../../forms/reason-field.js';

/** So long participants can ask for changes where the table says nothing else. */
const USUAL_DAYS = 14;

const circulateForm = (about: AboutTown, id = '', meetingId = ''): PageForm => {
  const { t, lang, reading } = about;
  const at = meetingOf(about, id, meetingId);
  const days = at.table.described?.approvalDays ?? USUAL_DAYS;
  const title = t('roundtable.minutes.circulate');
  const back = meetingPath(lang, at, 'protocol');
  return {
    ...aboutMeeting(at, 'circulate'),
    ...{ title, back },
    right: ['roundtable', 'circulate-protocol'],
    now: { approvalUntil: germanDay(addDays(reading.view.asOf, days)) },
    work: async (write, reader) => {
      const body = {
        occurredOn: reading.view.asOf,
        meeting: meetingId,
        approvalUntil: reader.date('approvalUntil'),
      };
      await write({ category: 'roundtable', command: 'circulate-protocol', id, body });
      return { path: meetingPath(lang, at, 'text') };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title, back }}
        about={at.table.name}
        lead={t('roundtable.circulate.lead')}
        before={<WithoutResult at={at} />}
        submit={t('roundtable.circulate.submit')}
      >
        {(fields) => (
          <TextField
            {...fields.text('approvalUntil')}
            label={t('roundtable.circulate.until')}
            hint={t('roundtable.circulate.until.hint', { days })}
            size="short"
            required
          />
        )}
      </FormPage>
    ),
  };
};

/** As it is typed in both languages. */
const germanDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${date}.${month}.${year}`;
};

const objectionForm = (about: AboutTown, id = '', meetingId = ''): PageForm => {
  const { t, lang, reading } = about;
  const at = meetingOf(about, id, meetingId);
  const title = t('roundtable.minutes.objection');
  const back = meetingPath(lang, at, 'protocol');
  return {
    ...aboutMeeting(at, 'objection'),
    ...{ title, back },
    right: ['roundtable', 'object-to-protocol'],
    work: async (write, reader) => {
      const body = {
        occurredOn: reading.view.asOf,
        meeting: meetingId,
        actor: reader.text('actor'),
        item: reader.text('item'),
        text: { note: reader.text('note') },
      };
      await write({ category: 'roundtable', command: 'object-to-protocol', id, body });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title, back }}
        about={at.table.name}
        lead={t('roundtable.objection.lead')}
      >
        {(fields) => (
          <>
            <SelectField
              {...fields.text('actor')}
              label={t('roundtable.objection.who')}
              choices={actorsOf(about).choices(t('form.choose'))}
            />
            <SelectField
              {...fields.text('item')}
              label={t('roundtable.objection.item')}
              choices={[
                { value: '', label: t('roundtable.objection.all') },
                ...itemsOf(at).map(({ item, topic }) => ({
                  value: item,
                  label: topic,
                  lang: 'de',
                })),
              ]}
            />
            <TextArea
              {...fields.text('note')}
              label={t('roundtable.objection.note')}
              maxLength={4000}
              required
            />
          </>
        )}
      </FormPage>
    ),
  };
};

const approveForm = (about: AboutTown, id = '', meetingId = ''): PageForm => {
  const { t, lang, reading } = about;
  const at = meetingOf(about, id, meetingId);
  const title = t('roundtable.minutes.approve');
  const back = meetingPath(lang, at, 'protocol');
  const until = at.meeting.protocol.approvalUntil;
  const isOpen = until !== null && until >= reading.view.asOf;
  return {
    ...aboutMeeting(at, 'approve'),
    ...{ title, back },
    right: ['roundtable', 'approve-protocol'],
    work: async (write, reader) => {
      const body = {
        occurredOn: reading.view.asOf,
        meeting: meetingId,
        unanimous: reader.yes('unanimous'),
      };
      await write({
        ...{ category: 'roundtable', command: 'approve-protocol', id, body },
        fieldOf: (path) => (path === 'meeting' ? 'unanimous' : path),
      });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title, back }}
        about={at.table.name}
        lead={t('roundtable.approve.lead')}
        before={<WithoutResult at={at} />}
        submit={title}
      >
        {(fields) =>
          isOpen ? (
            <CheckboxGroup
              {...fields.list('unanimous')}
              label={t('roundtable.approve.open', { day: formatDay(until, lang) })}
              choices={[{ value: 'yes', label: t('roundtable.approve.unanimous') }]}
            />
          ) : null
        }
      </FormPage>
    ),
  };
};

const visibleForm =
  (direction: 'publish' | 'unpublish') =>
  async (about: AboutTown, id = '', meetingId = ''): Promise<PageForm> => {
    const { t, lang } = about;
    const at = meetingOf(about, id, meetingId);
    const hidden = await hiddenItems(at);
    const isShown = direction === 'publish';
    const title = t(`roundtable.minutes.${direction}`);
    const back = meetingPath(lang, at, 'protocol');
    const command = `${direction}-protocol`;
    return {
      ...aboutMeeting(at, direction),
      ...{ title, back },
      right: ['roundtable', command],
      work: async (write, reader) => {
        const text = isShown ? undefined : { reason: reader.text('reason') };
        const body = { meeting: meetingId, text };
        await write({ category: 'roundtable', command, id, body });
        return { path: back, notice: isShown ? 'published' : 'unpublished' };
      },
      children: (state, action) => (
        <FormPage
          {...{ t, action, state, title, back }}
          about={at.table.name}
          lead={t(isShown ? 'roundtable.publishMinutes.lead' : 'roundtable.unpublishMinutes.lead')}
          before={
            isShown ? (
              <>
                <WithoutResult at={at} />
                <WhatIsTold {...{ at, hidden }} soon />
              </>
            ) : null
          }
          submit={title}
        >
          {(fields) => (isShown ? null : <ReasonField fields={fields} />)}
        </FormPage>
      ),
    };
  };

const below = (part: string) => ['tables', ':table', 'meetings', ':meeting', part];

/** The way of the minutes to their readers: to those who were there, then to everybody. */
export const approvalRoutes: readonly WorkRoute[] = [
  { parts: below('circulate'), form: circulateForm },
  { parts: below('objection'), form: objectionForm },
  { parts: below('approve'), form: approveForm },
  { parts: below('publish'), form: visibleForm('publish') },
  { parts: below('unpublish'), form: visibleForm('unpublish') },
];
