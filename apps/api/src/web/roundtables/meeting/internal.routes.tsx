import { RevisionConflict } from '@klimaspur/event-store';
import { TextArea, TextField } from '../../components/text-fields.js';
import type { AboutWork } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm } from '../../forms/form-pages.js';
import { filled } from '../../forms/form-reader.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { aboutMeeting, meetingOf, whenOf } from './about-meeting.js';

const LONGEST = 4000;

/** „Nur fürs Team“: the link for joining, and a note; in the vault, never in the log. */
const internalForm = async (about: AboutWork, tableId = '', meetingId = ''): Promise<PageForm> => {
  const { t, town, vault } = about;
  const at = meetingOf(about, tableId, meetingId);
  const page = aboutMeeting(about, at, 'internal');
  const title = t('roundtable.internal');
  const kept = await vault.meetingNotes.one(town.id, meetingId);
  // What lies in the vault has no stream: the moment it was kept stands for its revision.
  const now = kept?.changedAt ?? 0;
  return {
    ...page,
    title,
    right: ['roundtable', 'invite'],
    edits: true,
    now: { joinUrl: kept?.joinUrl ?? '', text: kept?.text ?? '' },
    revision: now,
    work: async (write, reader, revision = now) => {
      const said = { joinUrl: reader.text('joinUrl'), text: reader.text('text') };
      if (said.joinUrl !== undefined && !isWebAddress(said.joinUrl)) {
        reader.fail('joinUrl', 'roundtable.problem.joinUrl');
      }
      if ((said.text ?? '').length > LONGEST) {
        reader.fail('text', 'alliance.problem.tooLong', { max: LONGEST });
      }
      await write.check();
      if (revision !== now) throw new RevisionConflict(meetingId, revision, now, []);
      const own = { meeting: meetingId, municipality: town.id, changedAt: Date.now() };
      await vault.meetingNotes.keep({ ...own, ...filled(said) });
      return { path: page.back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={`${at.table.name}, ${whenOf(at, t)}`}
        back={page.back}
        lead={t('roundtable.internal.lead', { town: town.name })}
      >
        {(fields) => (
          <>
            <TextField
              {...fields.text('joinUrl')}
              label={t('roundtable.internal.joinUrl')}
              hint={t('roundtable.internal.joinUrl.hint')}
              type="url"
              maxLength={2000}
              autocomplete="off"
              optional
            />
            <TextArea
              {...fields.text('text')}
              label={t('roundtable.internal.note')}
              hint={t('roundtable.internal.note.hint')}
              rows={5}
              maxLength={LONGEST}
              optional
            />
          </>
        )}
      </FormPage>
    ),
  };
};

const isWebAddress = (said: string): boolean =>
  said.length <= 2000 && /^https?:$/.test(URL.parse(said)?.protocol ?? '');

export const internalRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'meetings', ':meeting', 'internal'], form: internalForm },
];
