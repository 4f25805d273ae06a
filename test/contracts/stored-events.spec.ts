import { catalogue, checkData, type EventType, isEventType, upcasters } from '@klimaspur/domain';
import {
  allStored,
  bytesOf,
  checksum,
  exampleOf,
  filesThere,
  folder,
  frozen,
  nameOf,
  type StoredEvent,
} from './stored-events.js';

const stored = (name: string) => JSON.parse(bytesOf(name)) as StoredEvent;

describe('events as they were stored', () => {
  it('are kept for every version of every type: a new one brings its file', () => {
    const missing = allStored().filter((one) => !filesThere().includes(nameOf(one)));
    const wanted = missing.map(
      (one) => `${folder}${nameOf(one)}: ${JSON.stringify(exampleOf(one.type))}`,
    );
    expect(wanted).toEqual([]);
  });

  it('are of no other type or version', () => {
    expect([...filesThere()].sort()).toEqual(allStored().map(nameOf).sort());
  });

  it.each([...filesThere()])('are accepted by the schema of today: %s', (name) => {
    const { type, schemaVersion, data } = stored(name);
    expect(name).toBe(nameOf({ type, schemaVersion }));
    const event = upcasters.event({ id: '', type, data, metadata: { schemaVersion } });
    expect(isEventType(event.type)).toBe(true);
    expect(checkData(catalogue[event.type as EventType], event.data)).toEqual([]);
  });

  it('never change', () => {
    const known = JSON.parse(bytesOf(frozen)) as Record<string, string>;
    expect(Object.fromEntries(filesThere().map((name) => [name, checksum(name)]))).toEqual(known);
  });
});
