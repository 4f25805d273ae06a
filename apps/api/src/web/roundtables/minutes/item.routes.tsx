import type { AboutTown } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { correctionOf, Reason } from './correction.js';
import { countedEntry } from './counted-entry.js';
import { itemBody, ItemFields } from './item-fields.js';
import { aboutMeeting, itemOf, meetingOf, meetingPath } from './meeting.js';

const itemForm = (about: AboutTown, id = '', meetingId = '', itemId = ''): PageForm => {
  const { t, lang } = about;
  const at = meetingOf(about, id, meetingId);
  const item = itemOf(at, itemId);
  const back = meetingPath(lang, at, 'agenda');
  const title = t('roundtable.item.change');
  return {
    ...aboutMeeting(at, 'agenda', itemId),
    ...{ title, back },
    right: ['roundtable', 'add-item'],
    edits: true,
    now: {
      item: itemId,
      kind: item.kind,
      topic: item.topic,
      text: item.text ?? '',
      commonGround: item.commonGround ?? '',
      measure: item.measure ?? '',
      broughtBy: item.broughtBy ?? '',
      followUp: item.followUp ?? '',
      reason: '',
    },
    work: async (write, reader) => {
      const { text, ...said } = itemBody(reader);
      const { occurredOn, data } = await countedEntry(about, id, item.entry);
      const { meeting, rank } = data;
      const evidence = item.evidence.length > 0 ? item.evidence : undefined;
      const body = {
        occurredOn,
        item: itemId,
        meeting,
        rank,
        ...said,
        text: { ...text, evidence },
      };
      await write(correctionOf(id, item.entry, body, reader.text('reason')));
      return { path: `${back}#i-${itemId}` };
    },
    children: (state, action) => (
      <FormPage {...{ t, action, state, title, back }} about={item.topic}>
        {(fields) => (
          <>
            <ItemFields {...{ at, fields }} />
            <Reason fields={fields} />
          </>
        )}
      </FormPage>
    ),
  };
};

/** What an item of an agenda says is changed, with a reason. */
export const itemRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'meetings', ':meeting', 'agenda', ':item'], form: itemForm },
];
