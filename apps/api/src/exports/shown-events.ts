import { onlySeen, type Past, streamsNamed, streamsNeeded } from '@klimaspur/domain';
import { categoryOf, idOf, type JsonObject, type RecordedEvent } from '@klimaspur/event-store';
import type { View, ViewQueries } from '@klimaspur/read-models';
import { seesDrafts } from '../reading/reader.js';

/** What is told of an event. */
export type ShownEvent = Omit<RecordedEvent, 'revision'> & Partial<Pick<RecordedEvent, 'revision'>>;

/** Fields by which an entry goes on with another one. */
const links = ['entry', 'pledge', 'assignment'] as const;

/**
 * Takes out of the log, batch after batch, what a viewer may not see: streams of drafts and of persons, entries that
 * name a draft (its place in a plan, a vote about it, a field of drafts alone), and what was said about such an entry
 * later. Who does not see all of a plan is not told either how many entries it has, or how many measures an import held.
 * Of a round table they are told what was approved and published; where an entry of a measure can be told without the
 * organisation or the table that it names, it is told without.
 */
export class ShownEvents {
  private readonly hidden = new Set<string>();
  private readonly hiddenFields = new Map<string, ReadonlySet<string>>();
  /** Plans and round tables of towns whose drafts the viewer sees. */
  private readonly whole = new Set<string>();
  /** What may be read of organisations and round tables, by stream and entry. */
  private readonly stories = new Map<string, ReadonlyMap<string, Past>>();

  constructor(
    private readonly models: Pick<ViewQueries, 'shownStreams' | 'hiddenFields' | 'pastsTold'>,
    private readonly view: View,
  ) {}

  of(events: readonly RecordedEvent[]): ShownEvent[] {
    const streams = new Set(events.flatMap(({ stream, data }) => [stream, ...streamsNamed(data)]));
    const shown = this.models.shownStreams([...streams], this.view);
    this.readStories([...shown]);
    return events.flatMap((event) => {
      if (!shown.has(event.stream)) return [];
      const story = this.stories.get(event.stream);
      const told = story ? this.ofStory(event, story) : this.withoutHidden(event, shown);
      if (!told) this.hidden.add(event.id);
      return told ? [this.asTold(told)] : [];
    });
  }

  /** Each once, however many batches it goes through. */
  private readStories(streams: readonly string[]): void {
    const asked = streams.filter((stream) => isStory(stream) && !this.stories.has(stream));
    const found = this.models.pastsTold(asked, this.view);
    for (const stream of asked) {
      this.stories.set(stream, new Map((found.get(stream) ?? []).map((past) => [past.id, past])));
    }
  }

  private ofStory(
    event: RecordedEvent,
    story: ReadonlyMap<string, Past>,
  ): RecordedEvent | undefined {
    const past = story.get(event.id);
    return (
      past && { ...event, data: past.data as JsonObject, metadata: past.metadata as JsonObject }
    );
  }

  private withoutHidden(
    event: RecordedEvent,
    shown: ReadonlySet<string>,
  ): RecordedEvent | undefined {
    const hides =
      links.some((link) => this.hidden.has(event.data[link] as string)) ||
      this.namesHiddenField(event) ||
      (event.type === 'PlanImportCompleted' && !this.isWhole(event));
    if (hides) return undefined;
    const unseen = streamsNamed(event.data).filter((stream) => !shown.has(stream));
    if (unseen.length === 0) return event;
    const needed = streamsNeeded([event as unknown as Past]).get(event.id);
    const canDoWithout = (stream: string) => isStory(stream) && !needed?.has(stream);
    // A correction may put a name into a text that stood there without.
    return event.type !== 'EntryCorrected' && unseen.every(canDoWithout)
      ? { ...event, data: onlySeen(event.data, shown) as JsonObject }
      : undefined;
  }

  private asTold(event: RecordedEvent): ShownEvent {
    const category = categoryOf(event.stream);
    if ((category !== 'plan' && category !== 'roundtable') || this.isWhole(event)) return event;
    const { revision: _revision, ...told } = event;
    return told;
  }

  /** The first event of a plan or a round table says whose it is. */
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

const isStory = (stream: string): boolean => /^(actor|roundtable)-/.test(stream);
