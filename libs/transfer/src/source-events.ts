import { schemaVersionOf, STREAMS_NAMED } from '@klimaspur/domain';
import {
  commandIdFrom,
  derivedId,
  eventId,
  type JsonObject,
  type NewEvent,
  streamName,
} from '@klimaspur/event-store';
import { randomBytes } from 'node:crypto';
import type { OpenTownFile } from './open-town-file.js';

/** Who takes a town over, and when. */
export interface Taking {
  readonly person: string;
  readonly now: string;
}

/** The command by which a file is taken over: the same at every try. */
const commandOf = ({ manifest }: OpenTownFile): string => {
  const { logId, municipality, checkpoint } = manifest;
  return commandIdFrom(`transfer ${logId} ${municipality} ${checkpoint}`);
};

/** The stream that tells of it. */
export const sourceStream = (file: OpenTownFile): string =>
  streamName('source', derivedId(commandOf(file), 'source'));

/** Writes the entries around those of the town. Their ids follow from the file, so that a second try finds them. */
export class SourceEvents {
  private written = 0;
  private readonly command: string;
  readonly stream: string;

  constructor(
    private readonly file: OpenTownFile,
    private readonly taking: Taking,
  ) {
    this.command = commandOf(file);
    this.stream = sourceStream(file);
  }

  begun(streams: readonly string[], skipped: number): NewEvent[] {
    const { manifest, size, root, keyKnown } = this.file;
    const parts = Array.from({ length: Math.ceil(streams.length / STREAMS_NAMED) }, (_, n) =>
      streams.slice(n * STREAMS_NAMED, (n + 1) * STREAMS_NAMED),
    );
    return parts.map((part) =>
      this.next('SourceTransferBegun', {
        log: manifest.logId,
        ...{ size, root: Buffer.from(root).toString('hex'), keyKnown, skipped, streams: part },
        text: { address: manifest.address },
      }),
    );
  }

  clock(knownSince: number): NewEvent {
    return this.next('SourceClockNoted', { knownSince: new Date(knownSince).toISOString() });
  }

  completed(): NewEvent {
    return this.next('SourceTransferCompleted', {});
  }

  private next(type: string, data: JsonObject): NewEvent {
    const { person, now } = this.taking;
    return {
      id: eventId(this.command, this.stream, this.written++),
      type,
      data: { municipality: this.file.manifest.municipality, ...data },
      metadata: {
        actor: { person, role: 'OPERATOR' },
        commandId: this.command,
        occurredOn: null,
        recordedAt: now,
        ...(data['text'] === undefined ? {} : { salt: randomBytes(16).toString('hex') }),
        schemaVersion: schemaVersionOf(type),
      },
    };
  }
}
