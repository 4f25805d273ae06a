import { berlinDay } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import type { VoidedMeasure } from '../../reading/voided-measure.js';
import { EventTimeline } from '../components/event-timeline.js';
import { Notice } from '../components/notice.js';
import { PageTitle } from '../components/page-title.js';
import type { TimelineEntry } from '../components/timeline-item.js';
import { NotesSection } from '../measure-notes/notes.section.js';
import type { ShownNote } from '../measure-notes/shown-notes.js';
import { measuresPath } from '../paths.js';

interface VoidedPageProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly measure: VoidedMeasure;
  /** Who took it back. */
  readonly actor: string;
  readonly entries: readonly TimelineEntry[];
  readonly notes?: readonly ShownNote[];
  readonly at: (path: string) => string;
}

/** What stands at the address of a measure that never should have been recorded: old links lead here. */
export const VoidedPage = ({ t, town, measure, actor, entries, notes, at }: VoidedPageProps) => (
  <>
    <PageTitle title={measure.title} lang="de" kicker={t('voided.kicker')} />
    <Notice kind="warning" title={t('voided.title')}>
      <p>
        {t('voided.text', {
          day: formatDay(berlinDay(measure.voiding.recordedAt), t.lang),
          actor,
        })}
      </p>
      <p>
        {t('voided.reason')} <span lang="de">{reasonOf(measure)}</span>
      </p>
      <p>
        <a href={at(measuresPath(t.lang, town.slug))}>{t('voided.toMeasures')}</a>
      </p>
    </Notice>
    <section aria-labelledby="history-heading">
      <h2 id="history-heading">{t('measure.history')}</h2>
      <EventTimeline t={t} entries={entries} level={3} textLang="de" />
    </section>
    {notes ? <NotesSection t={t} town={town} measure={measure.id} notes={notes} /> : null}
  </>
);

const reasonOf = ({ voiding }: VoidedMeasure): string =>
  (voiding.data['text'] as { readonly reason?: string } | undefined)?.reason ?? '';
