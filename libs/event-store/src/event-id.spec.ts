import * as fc from 'fast-check';
import {
  commandIdFrom,
  derivedId,
  eventId,
  isUuid,
  nameBasedId,
  newCommandId,
  policyEventId,
} from './event-id.js';
import { NotStorable } from './log-error.js';

const command = '01985b00-1234-7abc-8def-0123456789ab';
const stream = 'measure-01985b00-0000-7000-8000-000000000001';
const version = (id: string): string => id[14]!;
const time = (id: string): string => id.slice(0, 13);

describe('a command id', () => {
  it('is a UUIDv7 that carries the time it was made', () => {
    const id = newCommandId(Date.UTC(2026, 2, 1));
    expect(isUuid(id)).toBe(true);
    expect(version(id)).toBe('7');
    expect(parseInt(time(id).replace('-', ''), 16)).toBe(Date.UTC(2026, 2, 1));
    expect(newCommandId(Date.UTC(2026, 2, 2)) > id).toBe(true);
  });

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 5_000 }, () => newCommandId(1))).size).toBe(5_000);
  });

  it('is the idempotency key itself where that is a UUIDv7, in one spelling', () => {
    expect(commandIdFrom(command.toUpperCase())).toBe(command);
    expect(commandIdFrom(command, 'anyone')).toBe(command);
  });

  it('is made from any other key: a UUIDv7, always the same, another for another key or owner', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (key, other) => {
        const id = commandIdFrom(key, 'p-1');
        expect(isUuid(id) && version(id) === '7').toBe(true);
        expect(commandIdFrom(key, 'p-1')).toBe(id);
        expect(commandIdFrom(key, 'p-2')).not.toBe(id);
        expect(commandIdFrom(other, 'p-1') === id).toBe(other === key);
      }),
    );
  });
});

describe('an id made from a command', () => {
  const kinds = {
    'of an event': (source: string) => eventId(source, stream, 0),
    'of a policy’s event': (source: string) => policyEventId(source, stream, 0),
    'of a new thing': (source: string) => derivedId(source, 'measure'),
  };

  it.each(Object.entries(kinds))('%s is a UUIDv8 in the time of its source', (_name, make) => {
    const id = make(command);
    expect(isUuid(id)).toBe(true);
    expect(version(id)).toBe('8');
    expect('89ab').toContain(id[19]);
    expect(time(id)).toBe(time(command));
    expect(make(command)).toBe(id);
  });

  it('is another for every kind, stream and number', () => {
    const ids = [
      ...Object.values(kinds).map((make) => make(command)),
      eventId(command, stream, 1),
      eventId(command, stream.replace('measure', 'plan'), 0),
      eventId(newCommandId(), stream, 0),
      derivedId(command, 'plan'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is only made from a well-spelt id', () => {
    expect(() => eventId(command.toUpperCase(), stream, 0)).toThrow(NotStorable);
    expect(() => derivedId('1', 'measure')).toThrow(NotStorable);
  });

  it('never changes: retries of another release must find their events', () => {
    expect(eventId(command, stream, 0)).toBe('01985b00-1234-8e18-be1b-01b821a1fe54');
    expect(policyEventId(command, stream, 0)).toBe('01985b00-1234-87c9-baa4-10944e3de689');
    expect(derivedId(command, 'measure')).toBe('01985b00-1234-8fec-8456-268da8ed8027');
    expect(nameBasedId('ags', '06433012')).toBe('26f8a753-95db-89db-aed9-611e19c97ed9');
    expect(commandIdFrom('import-1', 'p-1')).toBe('00000000-0000-74ae-b02d-5cd850868258');
  });
});

describe('an id made from a name', () => {
  it('is the same for the same name', () => {
    expect(nameBasedId('ags', '06433012')).toBe(nameBasedId('ags', '06433012'));
    expect(nameBasedId('ags', '06433012')).not.toBe(nameBasedId('ars', '06433012'));
    expect(isUuid(nameBasedId('ags', '06433012'))).toBe(true);
  });
});
