import { formatDay } from '@klimaspur/messages';
import { CopyText } from '../../components/copy-text.js';
import { PageTitle } from '../../components/page-title.js';
import type { AboutWork } from '../../forms/asked.js';
import type { PageView } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { Addresses } from '../meeting/addresses.js';
import { aboutMeeting, type AtMeeting, meetingOf, meetingPath } from './meeting.js';
import { minutesMarkdown } from './minutes-text.js';

const ROWS = 14;

const textView = async (about: AboutWork, id = '', meetingId = ''): Promise<PageView> => {
  const { t, lang, vault, town } = about;
  const at = meetingOf(about, id, meetingId);
  const title = t('roundtable.minutes.text');
  return {
    ...aboutMeeting(at, 'text'),
    title,
    right: ['roundtable', 'conclude-item'],
    children: (
      <>
        <PageTitle title={title} about={at.table.name} lead={t('roundtable.text.lead')} />
        {at.meeting.protocol.approvalUntil === null ? null : (
          <section aria-labelledby="mail-heading">
            <h2 id="mail-heading">{t('roundtable.text.mail')}</h2>
            <Addresses
              t={t}
              name="mail-to"
              of={t('roundtable.text.mail')}
              hint={t('roundtable.letters.to.thanks')}
              to={at.meeting.held?.groups ?? []}
              contacts={await vault.contacts.ofTown(town.id)}
            />
            <CopyText
              {...{ t, rows: ROWS }}
              name="mail"
              label={t('roundtable.text.mail.label')}
              value={mailOf(at)}
            />
          </section>
        )}
        <section aria-labelledby="markdown-heading">
          <h2 id="markdown-heading">{t('roundtable.text.markdown')}</h2>
          <CopyText
            {...{ t, rows: ROWS }}
            name="markdown"
            label={t('roundtable.text.markdown.label')}
            value={minutesMarkdown(at)}
          />
          <ul class="links">
            <li>
              <a href={meetingPath(lang, at, 'protocolFile')} download>
                {t('roundtable.text.download')}
              </a>
            </li>
            <li>
              <a href={meetingPath(lang, at, 'protocol')}>{t('roundtable.text.toMinutes')}</a>
            </li>
          </ul>
        </section>
      </>
    ),
  };
};

/** What goes with the draft to those who were there. */
const mailOf = (at: AtMeeting): string => {
  const { about, table, meeting } = at;
  const { t, lang } = about;
  const said = {
    table: table.name,
    day: formatDay(meeting.held?.on ?? meeting.on, lang),
    until: formatDay(meeting.protocol.approvalUntil, lang),
  };
  return [
    t('roundtable.mail.subject', said),
    t('roundtable.mail.circulate', said),
    minutesMarkdown(at),
  ].join('\n\n');
};

/** The minutes to be copied. */
export const textRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'meetings', ':meeting', 'text'], view: textView },
];
