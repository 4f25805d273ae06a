import { onlySeen, type Past, streamsNamed, streamsNeeded } from '@klimaspur/domain';
import {
  categoryOf,
  isTakenOut,
  type JsonObject,
  type RecordedEvent,
} from '@klimaspur/event-store';
import type { View, ViewQueries } from '@klimaspur/read-models';
import { HiddenFields } from '../reading/hidden-fields.js';
import { seesDrafts } from '../reading/reader.js';
import { SaidSoFar, stillSays } from './still-says.js';

/** What is told of an event. */
export type ShownEvent = Omit<RecordedEvent, 'revision'> & Partial<Pick<RecordedEvent, 'revision'>>;

/** What such streams say of drafts would show in the gaps between their revisions. */
const speaksOfOthers: ReadonlySet<string> = new Set(['plan', 'decision', 'roundtable']);

/** Fields by which an entry goes on with another one. */
const links = ['entry', 'pledge', 'assignment'] as const;

/**
 * Takes out of the log, batch after batch, what a viewer may not see: streams of drafts and of persons; of an entry
 * about several things those that are drafts; the whole entry where nothing else is left of it (its place in a plan, a
 * field of drafts alone), and what was said about such an entry later. Who does not see all of a plan is not told either
 * how many entries it has, or how many measures an import held. Of a round table they are told what was approved and
 * published; where an entry of a measure can be told without the organisation or the table that it names, it is.
 */
export class ShownEvents {
  private readonly hidden = new Set<string>();
  private readonly fields: HiddenFields;
  /** Plans, decisions and round tables of towns whose drafts the viewer sees. */
  private readonly whole = new Set<string>();
  private readonly said = new SaidSoFar();
  /** What may be read of organisations and round tables, by stream and entry. */
  private readonly stories = new Map<string, ReadonlyMap<string, Past>>();

  constructor(
    private readonly models: Pick<ViewQueries, 'shownStreams' | 'hiddenFields' | 'pastsTold'>,
    private readonly view: View,
  ) {
    this.fields = new HiddenFields(models, view);
  }

  of(events: readonly RecordedEvent[]): ShownEvent[] {
    const streams = new Set(events.flatMap(({ stream, data }) => [stream, ...streamsNamed(data)]));
    const shown = this.models.shownStreams([...streams], this.view);
    this.readStories([...shown]);
    return events.flatMap((event) => {
      if (!shown.has(event.stream)) return [];
      const isWhole = this.isWhole(event);
      const story = this.stories.get(event.stream);
      const told = story ? ofStory(event, story) : this.withoutHidden(event, shown, isWhole);
      if (!told) this.hidden.add(event.id);
      return told ? [isWhole ? told : withoutCount(told)] : [];
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

  private withoutHidden(
    event: RecordedEvent,
    shown: ReadonlySet<string>,
    isWhole: boolean,
  ): RecordedEvent | undefined {
    const told = { ...event, data: onlySeen(event.data, shown) as JsonObject };
    const hides =
      links.some((link) => this.hidden.has(event.data[link] as string)) ||
      this.fields.areNamedIn(event) ||
      !(stillSays(event.data, told.data) || canDoWithout(event, shown));
    if (hides) return undefined;
    if (isWhole) return event;
    return event.type !== 'PlanImportCompleted' && this.said.hears(told) ? told : undefined;
  }

  /** The first event of such a stream says whose it is. */
  private isWhole({ stream, revision, data }: RecordedEvent): boolean {
    if (!speaksOfOthers.has(categoryOf(stream))) return false;
    const { municipality } = data;
    const isWhole = revision === 0 && seesDrafts(this.view.viewer, String(municipality));
    if (isWhole) this.whole.add(stream);
    return this.whole.has(stream);
  }
}

const isStory = (stream: string): boolean => /^(actor|roundtable)-/.test(stream);

const ofStory = (
  event: RecordedEvent,
  story: ReadonlyMap<string, Past>,
): RecordedEvent | undefined => {
  const past = story.get(event.id);
  if (!past) return undefined;
  const { text } = event.data;
  // Of a text that was taken out a file of events gives what is stored: the commitment.
  const data = isTakenOut(event.data) ? { ...past.data, text } : past.data;
  return { ...event, data: data as JsonObject, metadata: past.metadata as JsonObject };
};

/** A correction may put a name into a text that stood there without. */
const canDoWithout = (event: RecordedEvent, shown: ReadonlySet<string>): boolean => {
  if (event.type === 'EntryCorrected') return false;
  const needed = streamsNeeded([event as unknown as Past]).get(event.id);
  return streamsNamed(event.data)
    .filter((stream) => !shown.has(stream))
    .every((stream) => isStory(stream) && !needed?.has(stream));
};

const withoutCount = (event: RecordedEvent): ShownEvent => {
  if (!speaksOfOthers.has(categoryOf(event.stream))) return event;
  const { revision: _revision, ...told } = event;
  return told;
};
