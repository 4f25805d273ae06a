import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../canonical.js';
import type { EventStore, NewEvent, RecordedEvent } from '../../event-store.js';
import { type Mask, MaskedStore } from '../../masked.js';
import { commitment } from '../../taken-out.js';
import { anEvent, aStream, someEvents } from '../samples.js';

const salt = '000102030405060708090a0b0c0d0e0f';
const text = { note: 'a private name' };

const typed = (): NewEvent => {
  const event = anEvent({ outcome: 'DEFERRED', text });
  return { ...event, metadata: { ...event.metadata, salt } };
};

const withWords: Mask = (history) =>
  history.map((event) =>
    isTyped(event) ? { ...event, data: { ...event.data, text: `of ${history.length}` } } : event,
  );
const isTyped = ({ data }: RecordedEvent) => 'text' in data;

export function takesTextsOut(store: () => EventStore): void {
  it('leaves a commitment, and nothing else is changed', async () => {
    const stream = aStream();
    const events = [anEvent(), typed(), typed()];
    await store().append(stream, events, 'no_stream');
    const before = await store().readStream(stream);
    expect(await store().takeTextsOut([events[1]!.id])).toBe(1);
    const { salt: _salt, ...metadata } = before[1]!.metadata;
    const data: JsonObject = { outcome: 'DEFERRED', text: commitment(text, salt) };
    const after = await store().readStream(stream);
    expect(after).toEqual([before[0], { ...before[1], data, metadata }, before[2]]);
    expect(await store().readAll(before[0]!.position, 1)).toEqual([after[1]]);
  });

  it('does it once, and passes over what has no text or is not here', async () => {
    const stream = aStream();
    const [bare, event] = [anEvent(), typed()];
    await store().append(stream, [bare, event], 'no_stream');
    const ids = [bare.id, event.id, randomUUID()];
    expect(await store().takeTextsOut(ids)).toBe(1);
    const once = await store().readStream(stream);
    expect(await store().takeTextsOut(ids)).toBe(0);
    expect(await store().readStream(stream)).toEqual(once);
  });

  it('does it wherever the event lies, told rightly, wrongly or not', async () => {
    const streams = [aStream(), aStream()];
    const events = [typed(), typed()];
    await store().append(streams[0]!, [events[0]!], 'no_stream');
    await store().append(streams[1]!, [events[1]!], 'no_stream');
    expect(await store().takeTextsOut([events[0]!.id], [streams[0]!, aStream()])).toBe(1);
    expect(await store().takeTextsOut([events[1]!.id], [streams[0]!])).toBe(1);
    for (const [n, stream] of streams.entries()) {
      const [read] = await store().readStream(stream);
      expect(read).toMatchObject({ id: events[n]!.id, data: { text: commitment(text, salt) } });
    }
  });

  it('takes further events, and knows the old ones again', async () => {
    const stream = aStream();
    const event = typed();
    const first = await store().append(stream, [event], 'no_stream');
    await store().takeTextsOut([event.id]);
    expect(await store().append(stream, [event], 'no_stream')).toEqual(first);
    const other = { ...event, data: { ...event.data, outcome: 'NOTED' } };
    await expect(store().append(stream, [other], 'no_stream')).rejects.toMatchObject({
      code: 'log/id-conflict',
    });
    await store().append(stream, someEvents(2), 0);
    expect(await store().readStream(stream)).toHaveLength(3);
  });

  it('says in which stream an event lies', async () => {
    const stream = aStream();
    const [event] = someEvents(1);
    await store().append(stream, [event!], 'no_stream');
    expect(await store().streamOf(event!.id)).toBe(stream);
    expect(await store().streamOf(randomUUID())).toBeUndefined();
  });

  it('gives a masked reader words, made of the whole stream, in every way of reading', async () => {
    const stream = aStream();
    const event = typed();
    const { position } = await store().append(stream, someEvents(2), 'no_stream');
    await store().append(stream, [event, anEvent()], 1);
    const masked = new MaskedStore(store(), withWords);
    const textOf = (read: readonly RecordedEvent[]) =>
      read.find(({ id }) => id === event.id)?.data['text'];
    expect(textOf(await masked.readStream(stream))).toEqual(text);
    await store().takeTextsOut([event.id]);
    expect(textOf(await masked.readStream(stream))).toBe('of 4');
    expect(textOf(await masked.readStream(stream, { from: 2, limit: 1 }))).toBe('of 4');
    expect(textOf(await masked.readAll(position, 1))).toBe('of 4');
    const ends = new AbortController();
    for await (const events of masked.subscribe(position, { signal: ends.signal })) {
      expect(textOf(events)).toBe('of 4');
      ends.abort();
    }
  });
}
