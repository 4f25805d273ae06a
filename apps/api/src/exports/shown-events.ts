import { streamsNamed } from '@klimaspur/domain';
import { categoryOf, idOf, type RecordedEvent } from '@klimaspur/event-store';
import type { View, ViewQueries } from '@klimaspur/read-models';

/**
 * Takes out of the log, batch after batch, what a viewer may not see: streams of drafts and of persons, entries that
 * name a draft (its place in a plan, a vote about it, a field of drafts alone), and what was said about such an entry
 * later.
 */
export class ShownEvents {
  private readonly hidden = new Set<string>();
  private readonly hiddenFields = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly models: Pick<ViewQueries, 'shownStreams' | 'hiddenFields'>,
    private readonly view: View,
  ) {}

  of(events: readonly RecordedEvent[]): RecordedEvent[] {
    const named = new Map(events.map((event) => [event, streamsNamed(event.data)]));
    const streams = new Set(events.flatMap((event) => [event.stream, ...named.get(event)!]));
    const shown = this.models.shownStreams([...streams], this.view);
    return events.filter((event) => {
      if (!shown.has(event.stream)) return false;
      const { entry } = event.data;
      const tells =
        named.get(event)!.every((stream) => shown.has(stream)) &&
        !(typeof entry === 'string' && this.hidden.has(entry)) &&
        !this.namesHiddenField(event);
      if (!tells) this.hidden.add(event.id);
      return tells;
    });
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
