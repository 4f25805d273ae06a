import { formatDay } from '@klimaspur/messages';
import { PageTitle } from '../../components/page-title.js';
import type { AboutWork } from '../../forms/asked.js';
import type { PageView } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { filesAtTable } from '../shown/item-evidence.js';
import { measuresAbout } from '../shown/measures-about.js';
import { MeetingMinutes, type ShownMeeting } from '../shown/meeting.page.js';
import { aboutMeeting, actorsOf, type AtMeeting, meetingOf } from './meeting.js';
import { ProtocolSteps } from './protocol-steps.js';
import { ResultList } from './result-list.js';
import { hiddenItems, WhatIsTold } from './what-is-told.js';

/** What a page that shows the minutes is made of, for those who work on them. */
export const shownMeeting = (
  { about, table, meeting }: AtMeeting,
  files: ShownMeeting['files'],
): ShownMeeting => {
  const { t, town, reading } = about;
  return {
    ...{ t, town, table, meeting, files },
    actors: actorsOf(about).all,
    today: reading.view.asOf,
    at: (path) => path,
    measures: measuresAbout(table, reading),
  };
};

const protocolView = async (about: AboutWork, id = '', meetingId = ''): Promise<PageView> => {
  const { t, lang } = about;
  const at = meetingOf(about, id, meetingId);
  const { table, meeting } = at;
  const files = await filesAtTable(about.vault, table);
  const hidden = await hiddenItems(at);
  const title = t('roundtable.minutes.title', {
    day: formatDay(meeting.held?.on ?? meeting.on, lang),
  });
  return {
    ...aboutMeeting(at, 'protocol'),
    title,
    right: ['roundtable', 'conclude-item'],
    children: (
      <>
        <PageTitle
          title={title}
          about={table.name}
          lead={meeting.topic ? <span lang="de">{meeting.topic}</span> : undefined}
        />
        <div class="screen-only">
          <ProtocolSteps at={at} />
          {meeting.held ? (
            <>
              <ResultList at={at} />
              <WhatIsTold {...{ at, hidden }} />
              <h2>{t('roundtable.minutes.asPrinted')}</h2>
            </>
          ) : null}
        </div>
        <MeetingMinutes {...shownMeeting(at, files)} />
      </>
    ),
  };
};

/** The minutes of a meeting while the team works on them: one printed page. */
export const protocolRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'meetings', ':meeting', 'protocol'], view: protocolView },
];
