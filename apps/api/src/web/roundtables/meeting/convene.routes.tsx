import { daysOfRhythm, isDay, type Rhythm } from '@klimaspur/domain';
import { isUuid, newCommandId } from '@klimaspur/event-store';
import type { RoundtableDetail } from '@klimaspur/read-models';
import { TextArea } from '../../components/text-fields.js';
import { roundtableOf } from '../../forms/about.js';
import type { AboutTown } from '../../forms/asked.js';
import { dateInWords } from '../../forms/dates.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm } from '../../forms/form-pages.js';
import { typedText } from '../../forms/typed.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { workPath } from '../../paths.js';
import { aboutTable } from '../work/crumbs.js';
import { aboutMeeting, hoursOf, meetingOf, whenOf } from './about-meeting.js';
import { HoursFields, readHours, TopicField } from './hours-fields.js';

/** The day of the rhythm that the address names, where nothing was convened for it yet. */
const occurrenceIn = (
  { query }: AboutTown,
  table: RoundtableDetail,
): { readonly day: string; readonly rhythm: Rhythm } | undefined => {
  const day = typedText(query, 'day');
  if (!isDay(day) || table.meetings.some(({ occurrence }) => occurrence === day)) return undefined;
  const rhythm = table.rhythms.findLast(
    (other) => daysOfRhythm(other, { from: day, to: day }).length > 0,
  );
  return rhythm && { day, rhythm };
};

const conveneForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town } = about;
  const table = roundtableOf(about, id);
  const page = aboutTable(about, table, 'meetings', 'new');
  const title = t('roundtable.convene');
  const due = occurrenceIn(about, table);
  const hours = hoursOf(undefined, due?.rhythm ?? table.rhythms.at(-1), table);
  return {
    ...page,
    title,
    right: ['roundtable', 'convene-meeting'],
    now: {
      meeting: newCommandId(),
      occurrence: due?.day ?? '',
      on: dateInWords(due?.day, lang),
      time: hours.time ?? '',
      minutes: hours.minutes === null ? '' : String(hours.minutes),
      place: hours.place ?? '',
    },
    work: async (write, reader) => {
      const sent = reader.text('meeting') ?? '';
      // The same form sent twice names the same meeting.
      const meeting = isUuid(sent) ? sent : newCommandId();
      const { place, ...terms } = readHours(reader);
      const occurrence = reader.text('occurrence');
      const text = { topic: reader.text('topic'), place };
      const body = { meeting, occurrence, ...terms, text };
      const wish = { category: 'roundtable' as const, command: 'convene-meeting', id, body };
      await write.check(wish);
      await write(wish);
      return { path: workPath(lang, town.slug, 'tables', id, 'meetings', meeting) };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={table.name}
        back={page.back}
        lead={t(due ? 'roundtable.meeting.convene.due' : 'roundtable.meeting.convene.lead')}
      >
        {(fields) => (
          <>
            <input type="hidden" name="meeting" value={fields.text('meeting').value} />
            <input type="hidden" name="occurrence" value={fields.text('occurrence').value} />
            <HoursFields fields={fields} />
            <TopicField fields={fields} />
          </>
        )}
      </FormPage>
    ),
  };
};

const moveForm = (about: AboutTown, tableId = '', meetingId = ''): PageForm => {
  const { t, lang } = about;
  const at = meetingOf(about, tableId, meetingId);
  const { meeting, time, minutes, place } = at;
  const page = aboutMeeting(about, at, 'move');
  const title = t('roundtable.meeting.move');
  return {
    ...page,
    title,
    right: ['roundtable', 'move-meeting'],
    edits: true,
    now: {
      on: dateInWords(meeting.on, lang),
      time: time ?? '',
      minutes: minutes === null ? '' : String(minutes),
      online: meeting.online ? 'yes' : '',
      place: place ?? '',
      note: '',
    },
    work: async (write, reader) => {
      const { place: newPlace, online = false, ...terms } = readHours(reader);
      const text = { place: newPlace, note: reader.text('note') };
      const wish = {
        ...{ category: 'roundtable' as const, command: 'move-meeting', id: tableId },
        body: { meeting: meetingId, ...terms, online, text },
      };
      await write.check(wish);
      await write(wish);
      return { path: page.back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={at.table.name}
        back={page.back}
        lead={t('roundtable.meeting.move.lead')}
      >
        {(fields) => (
          <>
            <HoursFields fields={fields} />
            <TextArea
              {...fields.text('note')}
              label={t('roundtable.meeting.move.note')}
              hint={t('roundtable.meeting.note.public')}
              maxLength={1000}
              optional
            />
          </>
        )}
      </FormPage>
    ),
  };
};

const cancelForm = (about: AboutTown, tableId = '', meetingId = ''): PageForm => {
  const { t } = about;
  const at = meetingOf(about, tableId, meetingId);
  const page = aboutMeeting(about, at, 'cancel');
  const title = t('roundtable.meeting.cancel');
  return {
    ...page,
    title,
    right: ['roundtable', 'cancel-meeting'],
    work: async (write, reader) => {
      const body = { meeting: meetingId, text: { note: reader.text('note') } };
      await write({ category: 'roundtable', command: 'cancel-meeting', id: tableId, body });
      return { path: page.back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={`${at.table.name}, ${whenOf(at, t)}`}
        back={page.back}
        lead={t('roundtable.meeting.cancel.lead')}
        submit={title}
      >
        {(fields) => (
          <TextArea
            {...fields.text('note')}
            label={t('roundtable.meeting.cancel.note')}
            hint={t('roundtable.meeting.note.public')}
            maxLength={1000}
            optional
          />
        )}
      </FormPage>
    ),
  };
};

/** A meeting is set, put off, called off. */
export const conveneRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'meetings', 'new'], form: conveneForm },
  { parts: ['tables', ':table', 'meetings', ':meeting', 'move'], form: moveForm },
  { parts: ['tables', ':table', 'meetings', ':meeting', 'cancel'], form: cancelForm },
];
