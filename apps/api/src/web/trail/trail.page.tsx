import type { Translate } from '@klimaspur/messages';
import { type EntryPage, entryKinds } from '@klimaspur/read-models';
import type { AskedMoment } from '../../reading/moment.js';
import { type ChoiceGroup, SelectField } from '../components/choices.js';
import { type Download, DownloadLinks } from '../components/download-links.js';
import { EventTimeline } from '../components/event-timeline.js';
import { FilterForm } from '../components/filter-form.js';
import { PageTitle } from '../components/page-title.js';
import type { TimelineEntry } from '../components/timeline-item.js';
import { FeedLine } from '../feeds/feed-link.js';
import { MomentFields } from '../measures/moment-fields.js';
import { happenedWord, trailHref, trailNames } from './trail-paths.js';
import type { TrailQuestion } from './trail-question.js';

export interface TrailPageProps {
  readonly t: Translate;
  readonly title: string;
  /** Language of the title, where it is the town's own text. */
  readonly titleLang?: string;
  readonly lead: string;
  /** Address of the trail, without any question. */
  readonly path: string;
  readonly question: TrailQuestion;
  /** Things of which alone entries can be asked for; absent on the trail of one. */
  readonly things?: readonly ChoiceGroup[];
  readonly entries: readonly TimelineEntry[];
  readonly beside: Pick<EntryPage, 'older' | 'newer'>;
  readonly downloads: readonly Download[];
  readonly moment: AskedMoment;
  readonly back: { readonly href: string; readonly label: string };
  readonly feedHref?: string;
  readonly at: (path: string) => string;
}

/** Every entry about a town, a plan, a vote or of a person, page by page. */
export const TrailPage = (props: TrailPageProps) => {
  const { t, question, path, at } = props;
  const { page: _page, ...newest } = question;
  return (
    <>
      <PageTitle
        title={props.title}
        {...(props.titleLang ? { lang: props.titleLang } : {})}
        kicker={t('history.crumb')}
        lead={props.lead}
      />
      {t.lang === 'en' ? <p class="hint">{t('texts.german')}</p> : null}
      <TrailFilter {...props} />
      <div id="trail" data-filtered>
        <EventTimeline t={t} entries={props.entries} textLang="de" />
        <TrailPages
          t={t}
          beside={props.beside}
          isNewest={question.page === undefined}
          href={(page) => at(trailHref(path, t.lang, { ...newest, ...(page ? { page } : {}) }))}
        />
        <DownloadLinks t={t} downloads={props.downloads} />
      </div>
      {props.feedHref === undefined ? null : <FeedLine t={t} href={props.feedHref} />}
      <p class="screen-only">
        <a href={props.back.href}>{props.back.label}</a>
      </p>
    </>
  );
};

const TrailFilter = ({ t, path, question, moment, things }: TrailPageProps) => {
  const names = trailNames[t.lang];
  return (
    <FilterForm t={t} action={path}>
      <MomentFields lang={t.lang} moment={moment} />
      <SelectField
        t={t}
        name={names.kind}
        label={t('history.kind')}
        value={question.kind ?? ''}
        choices={[
          { value: '', label: t('historyKind.all') },
          ...entryKinds.map((value) => ({ value, label: t(`historyKind.${value}`) })),
        ]}
      />
      {things ? (
        <SelectField
          t={t}
          name={names.about}
          label={t('trail.about')}
          value={question.stream ?? ''}
          choices={[{ value: '', label: t('trail.about.all') }]}
          groups={things}
        />
      ) : null}
      <SelectField
        t={t}
        name={names.order}
        label={t('trail.order')}
        value={question.order === 'happened' ? happenedWord[t.lang] : ''}
        choices={[
          { value: '', label: t('trail.order.recorded') },
          { value: happenedWord[t.lang], label: t('trail.order.happened') },
        ]}
      />
    </FilterForm>
  );
};

interface TrailPagesProps {
  readonly t: Translate;
  readonly beside: Pick<EntryPage, 'older' | 'newer'>;
  readonly isNewest: boolean;
  readonly href: (page?: NonNullable<TrailQuestion['page']>) => string;
}

/** To the pages beside this one, and to both ends; how many there are is not counted. */
const TrailPages = ({ t, beside: { older, newer }, isNewest, href }: TrailPagesProps) =>
  older === null && newer === null && isNewest ? null : (
    <nav class="pagination" aria-label={t('pagination.label')}>
      <ul>
        {isNewest ? null : <PageLink href={href()} label={t('trail.newest')} />}
        {newer === null ? null : (
          <PageLink href={href({ after: newer })} label={t('trail.newer')} rel="prev" />
        )}
        {older === null ? null : (
          <>
            <PageLink href={href({ before: older })} label={t('trail.older')} rel="next" />
            <PageLink href={href('oldest')} label={t('trail.oldest')} />
          </>
        )}
      </ul>
    </nav>
  );

const PageLink = ({ href, label, rel }: { href: string; label: string; rel?: string }) => (
  <li>
    <a href={href} rel={rel}>
      {label}
    </a>
  </li>
);
