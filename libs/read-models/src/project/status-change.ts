import { dayOf, publicBar, type Status } from '@klimaspur/domain';
import { recordedDayOf } from './days.js';
import type { LogEvent } from './past-reader.js';
import { valueOn, type Segment } from './rectangles.js';
import type { KnowledgeStep } from './story.js';
import type { Standing } from './told-measure.js';

/** What the bar said of the measure on the day an entry was recorded, before and after it was known. */
export interface StatusChange {
  readonly before: Status | null;
  readonly after: Status | null;
}

/** The pair is noted at the entry that gave the new word, else at the last entry of the step. */
export const noteChanges = (
  changes: Map<LogEvent, StatusChange>,
  history: readonly LogEvent[],
  { begin, end }: KnowledgeStep,
  before: readonly Segment<Standing>[],
  after: readonly Segment<Standing>[],
): void => {
  const events = history.slice(begin, end);
  const last = events.at(-1);
  if (!last) return;
  const day = recordedDayOf(last.recordedAt);
  const was = valueOn(before, day)?.status ?? null;
  const standing = valueOn(after, day);
  const is = standing?.status ?? null;
  const because = standing && was !== is ? publicBar(standing.state, dayOf(day)).entry : null;
  const cause = events.find(({ id }) => id === because) ?? last;
  for (const event of events) {
    changes.set(event, { before: was, after: event === cause ? is : was });
  }
};
