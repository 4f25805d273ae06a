import { streamsNamed } from '@klimaspur/domain';
import { categoryOf, idOf, type RecordedEvent } from '@klimaspur/event-store';
import type { View, ViewQueries } from '@klimaspur/read-models';
import { seesDrafts } from '../reading/reader.js';

/** What is told of an event. */
export type ShownEvent = Omit<RecordedEvent, 'revision'> & Partial<Pick<RecordedEvent, 'revision'>>;

/**
 * Takes out of the log, batch after batch, what a viewer may not see: streams of drafts and of persons, entries that
 * name a draft (its place in a plan, a vote about it, a field of drafts alone), and what was said about such an entry
 * later. Who does not see all of a plan is not told either how many entries it has, or how many measures an import held.
 */
export class ShownEvents {
  private readonly hidden = new Set<string>();
  private readonly hiddenFields = new Map<string, ReadonlySet<string>>();
  /** Plans of towns whose drafts the viewer sees. */
  private readonly whole = new Set<string>();

  constructor(
    private readonly models: Pick<ViewQueries, 'shownStreams' | 'hiddenFields'>,
    private readonly view: View,
  ) {}

  of(events: readonly RecordedEvent[]): ShownEvent[] {
    const named = new Map(events.map((event) => [event, streamsNamed(event.data)]));
    const streams = new Set(events.flatMap((event) => [event.stream, ...named.get(event)!]));
    const shown = this.models.shownStreams([...streams], this.view);
    return events.flatMap((event) => {
      if (!shown.has(event.stream)) return [];
      const { entry } = event.data;
      const tells =
        named.get(event)!.every((stream) => shown.has(stream)) &&
        !(typeof entry === 'string' && this.hidden.has(entry)) &&
        !this.namesHiddenField(event) &&
        (event.type !== 'PlanImportCompleted' || this.isWhole(event));
      if (!tells) this.hidden.add(event.id);
      return tells ? [this.asTold(event)] : [];
    });
  }

  private asTold(event: RecordedEvent): ShownEvent {
    if (categoryOf(event.stream) !== 'plan' || this.isWhole(event)) return event;
    const { revision: _revision, ...told } = event;
    return told;
  }

  /** The first event of a plan says whose it is. */
  private isWhole({ stream, revision, data }: RecordedEvent): boolean {
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
