import type { Translate } from '@klimaspur/messages';
import { EmptyState } from './empty-state.js';
import { type TimelineEntry, TimelineItem } from './timeline-item.js';

interface EventTimelineProps {
  readonly t: Translate;
  /** Newest first, as the timeline of the measure orders them. */
  readonly entries: readonly TimelineEntry[];
  /** Level of the headings of the years; entries have the next one. */
  readonly level?: 2 | 3;
  /** Language of what people typed, where it is not that of the page. */
  readonly textLang?: string;
}

/** The trail: every entry, newest first, year by year; what was corrected stays in its place. */
export const EventTimeline = ({ t, entries, level = 2, textLang }: EventTimelineProps) => {
  if (entries.length === 0) return <EmptyState text={t('timeline.empty')} />;
  const Heading: 'h2' | 'h3' = `h${level}`;
  return (
    <div class="timeline">
      {byYear(entries).map(({ year, items, left }) => (
        <section aria-labelledby={`year-${year}`}>
          <Heading class="timeline__year" id={`year-${year}`}>
            {year}
          </Heading>
          <ol reversed start={left}>
            {items.map((entry) => (
              <TimelineItem
                t={t}
                entry={entry}
                heading={level === 2 ? 'h3' : 'h4'}
                textLang={textLang}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
};

/** Entries by the year in which they count; `left` is the number of the first one, counted from below. */
const byYear = (entries: readonly TimelineEntry[]) => {
  const years = [...new Set(entries.map(({ effectiveOn }) => effectiveOn.slice(0, 4)))];
  let left = entries.length;
  return years.map((year) => {
    const items = entries.filter(({ effectiveOn }) => effectiveOn.startsWith(year));
    const group = { year, items, left };
    left -= items.length;
    return group;
  });
};
