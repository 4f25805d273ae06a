import { onlySeen, streamsNamed } from '@klimaspur/domain';
import { categoryOf, idOf, type JsonObject, type RecordedEvent } from '@klimaspur/event-store';
import type { View, ViewQueries } from '@klimaspur/read-models';
import { seesDrafts } from '../reading/reader.js';
import { SaidSoFar, stillSays } from './still-says.js';

/** What is told of an event. */
export type ShownEvent = Omit<RecordedEvent, 'revision'> & Partial<Pick<RecordedEvent, 'revision'>>;

/** What such streams say of drafts would show in the gaps between their revisions. */
const speaksOfOthers: ReadonlySet<string> = new Set(['plan', 'decision']);

/**
 * Takes out of the log, batch after batch, what a viewer may not see: streams of drafts and of persons; of an entry
 * about several things those that are drafts; the whole entry where nothing else is left of it (its place in a plan, a
 * field of drafts alone), and what was said about such an entry later. Who does not see all of a plan is not told either
 * how many entries it has, or how many measures an import held.
 */
export class ShownEvents {
  private readonly hidden = new Set<string>();
  private readonly hiddenFields = new Map<string, ReadonlySet<string>>();
  /** Plans and decisions of towns whose drafts the viewer sees. */
  private readonly whole = new Set<string>();
  private readonly said = new SaidSoFar();

  constructor(
    private readonly models: Pick<ViewQueries, 'shownStreams' | 'hiddenFields'>,
    private readonly view: View,
  ) {}

  of(events: readonly RecordedEvent[]): ShownEvent[] {
    const streams = events.flatMap(({ stream, data }) => [stream, ...streamsNamed(data)]);
    const shown = this.models.shownStreams([...new Set(streams)], this.view);
    return events.flatMap((event) => {
      if (!shown.has(event.stream)) return [];
      const told = { ...event, data: onlySeen(event.data, shown) as JsonObject };
      const isWhole = this.isWhole(event);
      if (this.tells(event, told, isWhole)) return [isWhole ? event : withoutCount(told)];
      this.hidden.add(event.id);
      return [];
    });
  }

  private tells(event: RecordedEvent, told: RecordedEvent, isWhole: boolean): boolean {
    const { entry } = event.data;
    return (
      stillSays(event.data, told.data) &&
      !(typeof entry === 'string' && this.hidden.has(entry)) &&
      !this.namesHiddenField(event) &&
      (isWhole || (event.type !== 'PlanImportCompleted' && this.said.hears(told)))
    );
  }

  /** The first event of a plan, or of a decision, says whose it is. */
  private isWhole({ stream, revision, data }: RecordedEvent): boolean {
    if (!speaksOfOthers.has(categoryOf(stream))) return false;
    const { municipality } = data;
    const isWhole = revision === 0 && seesDrafts(this.view.viewer, String(municipality));
    if (isWhole) this.whole.add(stream);
    return this.whole.has(stream);
  }

  private namesHiddenField({ stream, data }: RecordedEvent): boolean {
    if (categoryOf(stream) !== 'plan') return false;
    const known = this.hiddenFields.get(stream);
    const hidden = known ?? this.models.hiddenFields(idOf(stream), this.view);
    if (!known) this.hiddenFields.set(stream, hidden);
    const { replacement } = data as { replacement?: Record<string, unknown> };
    const named = [data, replacement ?? {}].flatMap(({ field, parent }) => [field, parent]);
    return named.some((id) => typeof id === 'string' && hidden.has(id));
  }
}

const withoutCount = (event: RecordedEvent): ShownEvent => {
  if (!speaksOfOthers.has(categoryOf(event.stream))) return event;
  const { revision: _revision, ...told } = event;
  return told;
};
