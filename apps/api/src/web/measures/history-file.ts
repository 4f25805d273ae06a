import { csv } from '@klimaspur/exports';
import { entryCells, entryColumns } from '../words/entry-row.js';
import { timelineEntries, type Shown } from './history.view.js';
import type { MeasureStory } from './measure-story.js';

/** All of a history are about one thing. */
const columns = entryColumns.filter((name) => name !== 'about');

/** One row per entry: what happened, when, who recorded it when, and what it changed. */
export const historyCsv = (story: MeasureStory, shown: Shown): string => {
  const { t } = shown;
  return csv(
    ['id', ...columns.map((name) => t(`historyColumn.${name}`))],
    timelineEntries(story, shown).map((entry) => entryCells(entry, columns, t)),
  );
};
