import { csv } from '@klimaspur/exports';
import type { Translate } from '@klimaspur/messages';
import type { TimelineEntry } from '../../components/timeline-item.js';
import { entryCells, entryColumns } from '../../words/entry-row.js';

/** What happens at a table is no status of a measure, and changes no sheet. */
const columns = entryColumns.filter((name) => !['latest', 'from', 'to', 'changed'].includes(name));

/** One row per entry, as the page shows it: what happened, when, who recorded it when, and whether it still counts. */
export const tableHistoryCsv = (entries: readonly TimelineEntry[], t: Translate): string =>
  csv(
    ['id', ...columns.map((name) => t(`historyColumn.${name}`))],
    entries.map((entry) => entryCells(entry, columns, t)),
  );
