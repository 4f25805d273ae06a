import { csv } from '@klimaspur/exports';
import type { Translate } from '@klimaspur/messages';
import type { TimelineEntry } from '../../components/timeline-item.js';

const columns = ['what', 'on', 'recorded', 'by', 'note', 'standing'] as const;

/** One row per entry, as the page shows it: what happened, when, who recorded it when, and whether it still counts. */
export const tableHistoryCsv = (entries: readonly TimelineEntry[], t: Translate): string =>
  csv(
    ['id', ...columns.map((name) => t(`historyColumn.${name}`)), t('historyColumn.about')],
    entries.map((entry) => [
      entry.id.slice('e-'.length),
      entry.title,
      entry.occurredOn ?? '',
      entry.recordedAt,
      entry.actor,
      entry.note ?? '',
      t(`standing.${entry.standing ?? 'valid'}`),
      entry.about ?? '',
    ]),
  );
