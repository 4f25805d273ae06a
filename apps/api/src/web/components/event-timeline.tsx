import type { Translate } from '@klimaspur/messages';
import { EmptyState } from './empty-state.js';
import { type TimelineEntry, TimelineItem } from './timeline-item.js';

/** What follows from the entries by itself: nobody recorded it, and nobody can correct it. */
export interface ComputedItem {
  /** The day on which it began. */
  readonly effectiveOn: string;
  readonly text: string;
}

type Item = TimelineEntry | ComputedItem;

interface EventTimelineProps {
  readonly t: Translate;
  /** Newest first, as the timeline of the measure orders them. */
  readonly entries: readonly TimelineEntry[];
  /** Newest first, to be shown between the entries. */
  readonly computed?: readonly ComputedItem[];
  /** Level of the headings of the years; entries have the next one. */
  readonly level?: 2 | 3;
  /** Language of what people typed, where it is not that of the page. */
  readonly textLang?: string;
}

/** The trail: every entry, newest first, year by year; what was corrected stays in its place. */
export const EventTimeline = (props: EventTimelineProps) => {
  const { t, entries, computed = [], level = 2, textLang } = props;
  if (entries.length === 0) return <EmptyState text={t('timeline.empty')} />;
  const Heading: 'h2' | 'h3' = `h${level}`;
  return (
    <div class="timeline">
      {byYear([...entries, ...computed].sort(newestFirst)).map(({ year, items, left }) => (
        <section aria-labelledby={`year-${year}`}>
          <Heading class="timeline__year" id={`year-${year}`}>
            {year}
          </Heading>
          <ol reversed start={left}>
            {items.map((item) =>
              'text' in item ? (
                <ComputedLine t={t} text={item.text} />
              ) : (
                <TimelineItem
                  t={t}
                  entry={item}
                  heading={level === 2 ? 'h3' : 'h4'}
                  textLang={textLang}
                />
              ),
            )}
          </ol>
        </section>
      ))}
    </div>
  );
};

const ComputedLine = ({ t, text }: { readonly t: Translate; readonly text: string }) => (
  <li class="entry is-computed">
    <p>
      {text} <span class="entry__computed">{t('timeline.computed')}</span>
    </p>
  </li>
);

/** What begins with a day was there before its entries were. */
const newestFirst = (a: Item, b: Item): number => {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? 1 : -1;
  return Number('text' in a) - Number('text' in b);
};

/** Entries by the year in which they count; `left` is the number of the first one, counted from below. */
const byYear = (entries: readonly Item[]) => {
  const years = [...new Set(entries.map(({ effectiveOn }) => effectiveOn.slice(0, 4)))];
  let left = entries.length;
  return years.map((year) => {
    const items = entries.filter(({ effectiveOn }) => effectiveOn.startsWith(year));
    const group = { year, items, left };
    left -= items.length;
    return group;
  });
};
