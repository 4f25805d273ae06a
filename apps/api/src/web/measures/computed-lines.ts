import { addDays, staleAfterDays } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { ComputedLine } from '@klimaspur/read-models';
import type { ComputedItem } from '../components/event-timeline.js';
import type { HistoryKind } from './measure-story.js';

/** With which kind of entries each is shown. */
const kinds = { late: 'work', stale: 'assessment' } as const;

export const computedOfKind = (
  lines: readonly ComputedLine[],
  wanted: HistoryKind,
): readonly ComputedLine[] =>
  wanted === 'all' ? lines : lines.filter(({ kind }) => kinds[kind] === wanted);

/** „Seit 1. April 2025 verspätet: geplantes Ende war März 2025“ */
export const computedItem = (line: ComputedLine, t: Translate): ComputedItem => {
  const from = formatDay(line.from, t.lang);
  const when =
    line.until === null
      ? t('computed.since', { from })
      : t('computed.span', { from, until: formatDay(addDays(line.until, -1), t.lang) });
  const text =
    line.kind === 'stale'
      ? t('computed.stale', { when, days: String(staleAfterDays) })
      : t(`computed.late.${line.which}`, { when, planned: formatDay(line.planned, t.lang) });
  return { effectiveOn: line.from, text };
};
