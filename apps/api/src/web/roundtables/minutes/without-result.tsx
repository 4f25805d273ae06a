import { listOf } from '@klimaspur/messages';
import { Notice } from '../../components/notice.js';
import { type AtMeeting, conclusionAt, itemsOf } from './meeting.js';

/** Items of which no result is written down: said before the minutes go further, which they may. */
export const WithoutResult = ({ at }: { readonly at: AtMeeting }) => {
  const { t, lang } = at.about;
  const open = itemsOf(at).filter((item) => !conclusionAt(item, at.meeting.meeting));
  if (open.length === 0) return null;
  return (
    <Notice kind="warning" title={t('roundtable.withoutResult', { count: open.length })}>
      <p lang="de">
        {listOf(
          open.map(({ topic }) => topic),
          lang,
        )}
      </p>
      <p>{t('roundtable.withoutResult.lead')}</p>
    </Notice>
  );
};
