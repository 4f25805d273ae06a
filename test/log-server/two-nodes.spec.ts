import { newCommandId } from '@klimaspur/event-store';
import { type RunningServer, startBuiltServer, token } from '../tools/running-server.js';
import { describeWithNodes } from './at-server.js';

const authorization = `Bearer ${token}`;
const WRITES = 200;

interface Written {
  readonly id: string;
  readonly after: string;
}

const found = async (at: RunningServer, name: string, key = newCommandId()): Promise<Written> => {
  const answer = await fetch(`${at.url}/api/v1/municipalities`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ text: { name } }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  const { id } = (await answer.json()) as { id: string };
  return { id, after: answer.headers.get('klimaspur-position')! };
};

const read = (at: RunningServer, { id, after }: Written): Promise<Response> =>
  fetch(`${at.url}/api/v1/municipalities/${id}`, {
    headers: { authorization, 'klimaspur-after': after },
  });

describeWithNodes('two processes at one server', (server) => {
  let one: RunningServer;
  let other: RunningServer;
  beforeAll(async () => {
    await server.start();
    const start = () => startBuiltServer({ KLIMASPUR_LOG: server.url });
    [one, other] = await Promise.all([start(), start()]);
  });
  afterAll(async () => {
    await Promise.all([one.stop(), other.stop()]);
    await server.stop();
  });

  it('show on each what was written on the other', async () => {
    for (const [writer, reader] of [
      [one, other],
      [other, one],
    ] as const) {
      const written = await found(writer, 'Musterstadt');
      const answer = await read(reader, written);
      expect(answer.headers.get('klimaspur-behind')).toBeNull();
      expect(answer.status).toBe(200);
    }
  });

  it('lose nothing that was acknowledged when one of them is killed, and write nothing twice', async () => {
    const acknowledged: Written[] = [];
    let killed: Promise<void> | undefined;
    for (let n = 0; n < WRITES; n++) {
      const key = newCommandId();
      if (n === WRITES / 2) killed = one.kill();
      // Whoever gets no answer asks the other process, with the same key.
      const written = await found(n % 2 ? one : other, `Ort ${n}`, key).catch(() =>
        found(other, `Ort ${n}`, key),
      );
      acknowledged.push(written);
    }
    await killed;
    expect(new Set(acknowledged.map(({ id }) => id)).size).toBe(WRITES);
    for (const written of acknowledged) expect((await read(other, written)).status).toBe(200);
  });

  it('go on with the server when it was killed', async () => {
    const leader = await server.ready();
    await leader.stop('SIGKILL');
    const writing = found(other, 'Neustadt');
    leader.start();
    expect((await read(other, await writing)).status).toBe(200);
  });
});
