import { canonicalJson } from '@klimaspur/event-store';
import { anEvent } from '@klimaspur/event-store/testing';
import type { EsdbDouble } from '../esdb-double/esdb-double.js';

/** What another node of ours wrote into a stream: it is on the server, and the adapter under test has heard nothing. */
export function writtenElsewhere({ log }: EsdbDouble, stream: string, count: number): string[] {
  const bytes = (value: object): Uint8Array => Buffer.from(canonicalJson(value));
  const events = Array.from({ length: count }, () => anEvent());
  log.store(
    stream,
    events.map(({ id, type, data, metadata }) => ({
      id,
      type,
      contentType: 'application/json',
      data: bytes(data),
      metadata: bytes(metadata),
    })),
  );
  return events.map(({ id }) => id);
}
