import {
  EventReader,
  type Position,
  type RecordedEvent,
  type StreamRange,
} from '@klimaspur/event-store';

/** A log that is read otherwise than it lies there: broken by a disk, or by whoever wrote into it by hand. */
export class OtherReader extends EventReader {
  readonly logId: string;
  change: (event: RecordedEvent) => RecordedEvent = (event) => event;
  broken: Error | undefined;

  constructor(private readonly log: EventReader) {
    super();
    this.logId = log.logId;
  }

  async readStream(stream: string, range?: StreamRange): Promise<RecordedEvent[]> {
    return this.changed(await this.log.readStream(stream, range));
  }

  async readAll(after: Position | null, limit: number): Promise<RecordedEvent[]> {
    return this.changed(await this.log.readAll(after, limit));
  }

  lastPosition(): Promise<Position | null> {
    return this.log.lastPosition();
  }

  streamOf(eventId: string): Promise<string | undefined> {
    return this.log.streamOf(eventId);
  }

  close(): Promise<void> {
    return this.log.close();
  }

  private changed(events: RecordedEvent[]): RecordedEvent[] {
    if (this.broken) throw this.broken;
    return events.map((event) => this.change(event));
  }
}
