import { csv } from '@klimaspur/exports';
import { timelineEntries, type Shown } from './history.view.js';
import type { MeasureStory } from './measure-story.js';

const columns = ['what', 'on', 'recorded', 'by', 'from', 'to', 'note', 'standing'] as const;

/** One row per entry: what happened, when, who recorded it when, and what it changed. */
export const historyCsv = (story: MeasureStory, shown: Shown): string => {
  const { t } = shown;
  return csv(
    ['id', ...columns.map((name) => t(`historyColumn.${name}`))],
    timelineEntries(story, shown).map((entry) => [
      entry.id.slice('e-'.length),
      entry.title,
      entry.occurredOn ?? '',
      entry.recordedAt,
      entry.actor,
      entry.from ? t(`status.${entry.from}`) : '',
      entry.to ? t(`status.${entry.to}`) : '',
      entry.note ?? '',
      t(`standing.${entry.standing ?? 'valid'}`),
    ]),
  );
};
