import type { RecordedEvent } from '@klimaspur/event-store';
import type { View, ViewQueries } from '@klimaspur/read-models';
import { streamsNamed } from '../reading/named-streams.js';

/**
 * Takes out of the log, batch after batch, what a viewer may not see: streams of drafts and of persons, entries that
 * name a draft (its place in a plan, a vote about it), and what was said about such an entry later.
 */
export class ShownEvents {
  private readonly hidden = new Set<string>();

  constructor(
    private readonly models: Pick<ViewQueries, 'shownStreams'>,
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
        !(typeof entry === 'string' && this.hidden.has(entry));
      if (!tells) this.hidden.add(event.id);
      return tells;
    });
  }
}
