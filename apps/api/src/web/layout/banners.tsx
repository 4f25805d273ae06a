import { formatDay, type Translate } from '@klimaspur/messages';
import type { AskedMoment } from '../../reading/moment.js';
import { Notice } from '../components/notice.js';
import { knownWords } from '../words/moment-words.js';

interface ExampleProps {
  readonly t: Translate;
  readonly beginHref?: string;
  readonly text?: string;
}

/** Stands on every page of the example, so that nobody takes it for a real town. */
export const ExampleBanner = ({ t, beginHref, text }: ExampleProps) => (
  <aside class="example-banner" aria-label={t('example.heading')}>
    <p class="column">
      <strong>{t('example.heading')}</strong>
      <span>{text ?? t('example.text')}</span>
      {beginHref ? <a href={beginHref}>{t('example.begin')}</a> : null}
    </p>
  </aside>
);

interface PastProps {
  readonly t: Translate;
  readonly moment: AskedMoment;
  readonly todayHref: string;
}

/** Says that the page shows a day of the past, or what was known at an earlier time. */
export const PastBanner = ({ t, moment: { asOf, knownAt }, todayHref }: PastProps) => (
  <aside class="notice is-past" aria-label={t('past.heading')}>
    <p>
      <strong>{t('past.asOf', { day: formatDay(asOf, t.lang) })}</strong>{' '}
      {knownAt === undefined ? null : (
        <span>{t('past.knownAt', { instant: knownWords(knownAt, t.lang) })}</span>
      )}{' '}
      <a href={todayHref} data-filtered>
        {t('past.today')}
      </a>{' '}
      <a href="#other-day">{t('otherDay.choose')}</a>
    </p>
  </aside>
);

/** Whoever just wrote something and does not find it here should not write it again. */
export const BehindBanner = ({ t }: { t: Translate }) => (
  <Notice title={t('behind.title')} announced>
    <p>{t('behind.text')}</p>
  </Notice>
);

/** Something in the log is from a newer program; what is known is shown all the same. */
export const NewerBanner = ({ t }: { t: Translate }) => (
  <Notice title={t('newer.title')}>
    <p>{t('newer.text')}</p>
  </Notice>
);

/** Empty until the script hears of a change; then it says so, and the visitor decides. */
export const LiveNotice = ({ t, source }: { t: Translate; source: string }) => (
  <live-notice
    role="status"
    data-source={source}
    data-text={t('live.changed')}
    data-reload={t('live.reload')}
  />
);
