import { csv } from '@klimaspur/exports';
import type { Translate } from '@klimaspur/messages';
import type { TimelineEntry } from '../components/timeline-item.js';
import { timelineEntries, type Shown } from './history.view.js';
import type { MeasureStory } from './measure-story.js';

const columns = [
  'what',
  'on',
  'latest',
  'recorded',
  'by',
  'from',
  'to',
  'note',
  'standing',
  'changed',
] as const;

/** Empty where the status did not move. */
const wordOf = (status: TimelineEntry['from'], t: Translate): string =>
  status === undefined ? '' : t(`status.${status ?? 'elsewhere'}`);

/** One row per entry: what happened, when, who recorded it when, and what it changed. */
export const historyCsv = (story: MeasureStory, shown: Shown): string => {
  const { t } = shown;
  return csv(
    ['id', ...columns.map((name) => t(`historyColumn.${name}`))],
    timelineEntries(story, shown).map((entry) => [
      entry.id.slice('e-'.length),
      entry.title,
      entry.occurredOn ?? '',
      entry.dayIsLatest ? t('answer.yes') : '',
      entry.recordedAt,
      entry.actor,
      wordOf(entry.from, t),
      wordOf(entry.to, t),
      entry.note ?? '',
      t(`standing.${entry.standing ?? 'valid'}`),
      entry.changes?.changes.map(({ label }) => label).join(', ') ?? '',
    ]),
  );
};
