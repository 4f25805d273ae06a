import { newCommandId } from '@klimaspur/event-store';
import { type RunningServer, startBuiltServer, token } from '../tools/running-server.js';

const authorization = `Bearer ${token}`;

/** What was written, and where that stands in the log. */
export interface Written {
  readonly id: string;
  readonly event: string;
  readonly after: string;
}

export const found = async (
  at: RunningServer,
  name: string,
  key = newCommandId(),
): Promise<Written> => {
  const answer = await fetch(`${at.url}/api/v1/municipalities`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ text: { name } }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  const { id, events } = (await answer.json()) as { id: string; events: [string] };
  return { id, event: events[0], after: answer.headers.get('klimaspur-position')! };
};

export const read = (at: RunningServer, { id, after }: Written): Promise<Response> =>
  fetch(`${at.url}/api/v1/municipalities/${id}`, {
    headers: { authorization, 'klimaspur-after': after },
  });

/** Two processes of Klimaspur, each with a folder of its own, at one log. */
export async function startTwo(
  url: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<[RunningServer, RunningServer]> {
  const start = () => startBuiltServer({ ...environment, KLIMASPUR_LOG: url });
  return Promise.all([start(), start()]);
}

/** What holds of two such processes; the first of them is killed. */
export function sharesALog(processes: () => [RunningServer, RunningServer], writes: number): void {
  it('show on each what was written on the other', async () => {
    const [one, other] = processes();
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
    const [one, other] = processes();
    const acknowledged: Written[] = [];
    let killed: Promise<void> | undefined;
    for (let n = 0; n < writes; n++) {
      const key = newCommandId();
      if (n === writes / 2) killed = one.kill();
      // Whoever gets no answer asks the other process, with the same key.
      const written = await found(n % 2 ? one : other, `Ort ${n}`, key).catch(() =>
        found(other, `Ort ${n}`, key),
      );
      acknowledged.push(written);
    }
    await killed;
    expect(new Set(acknowledged.map(({ id }) => id)).size).toBe(writes);
    for (const written of acknowledged) expect((await read(other, written)).status).toBe(200);
  });
}
