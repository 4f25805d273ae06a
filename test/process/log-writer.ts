// A process that appends as fast as it can, to be killed or traced from outside:
//   log-writer <data folder> <diary file> <durability> <callers> [<appends of each caller>]
// The diary gets one line before each append and one after its answer, each by one write(2) of its own: what is
// written there survives the process.
import { randomUUID } from 'node:crypto';
import { openSync, writeSync } from 'node:fs';
import { eventId, newCommandId, openEventStore } from '@klimaspur/event-store';

const [folder, diaryFile, durability, callers, appends] = process.argv.slice(2);
const diary = openSync(diaryFile!, 'a');
const note = (line: object): void => void writeSync(diary, `${JSON.stringify(line)}\n`);

const store = await openEventStore(`sqlite:${folder}`, {
  durability: durability === 'off' ? 'off' : 'full',
});

/** One caller writes one stream, batch behind batch, each event saying which batch of how many it belongs to. */
async function write(limit: number): Promise<void> {
  const stream = `measure-${randomUUID()}`;
  for (let batch = 0, next = 0; batch < limit; batch++) {
    const commandId = newCommandId();
    const of = 1 + (batch % 3);
    const events = Array.from({ length: of }, (_, n) => ({
      id: eventId(commandId, stream, n),
      type: 'MeasureChecked',
      data: { batch, of, text: { note: 'ü'.repeat((batch * 37) % 400) } },
      metadata: { commandId },
    }));
    note({ begun: commandId });
    const { revision, position } = await store.append(
      stream,
      events,
      next === 0 ? 'no_stream' : next - 1,
    );
    note({ acknowledged: commandId, stream, revision, position });
    next = revision + 1;
  }
}

await Promise.all(
  Array.from({ length: Number(callers) }, () => write(Number(appends ?? Infinity))),
);
await store.close();
