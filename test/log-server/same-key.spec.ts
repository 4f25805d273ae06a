import { setTimeout } from 'node:timers/promises';
import { type EventStore, newCommandId, openEventStore } from '@klimaspur/event-store';
import { freshDatabase } from '../tools/postgres.js';
import { type RunningServer, token } from '../tools/running-server.js';
import { describeAtServer } from './at-server.js';
import { startTwo } from './two-processes.js';

const ROUNDS = Number(process.env['KLIMASPUR_TEST_ESDB_ROUNDS'] ?? 5);
/** A process that has not read the log to its end yet. */
const NOT_YET = 503;

interface Answer {
  readonly status: number;
  readonly position: string | null;
  readonly said: Readonly<Record<string, unknown>>;
}

async function post(at: RunningServer, path: string, body: object, key: string): Promise<Answer> {
  const answer = await fetch(`${at.url}/api/v1/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
  });
  // That it was carried out before, the slower one of two may or may not know.
  const { repeated: _, ...said } = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, position: answer.headers.get('klimaspur-position'), said };
}

await describeAtServer('one key at two processes with one vault', (url) => {
  let processes: [RunningServer, RunningServer];
  let log: EventStore;
  let measure: string;
  beforeAll(async () => {
    processes = await startTwo(url, { KLIMASPUR_VAULT: await freshDatabase() });
    log = await openEventStore(url);
    const municipality = await given('municipalities', { text: { name: 'Teststadt' } });
    measure = await given('measures', { municipality, text: { title: 'Radweg' } });
  });
  afterAll(async () => {
    await log.close();
    await Promise.all(processes.map((each) => each.stop()));
  });

  /** At both, so that both have read the log. */
  async function given(path: string, body: object): Promise<string> {
    const key = newCommandId();
    let id: unknown;
    for (const each of processes) {
      for (;;) {
        const { status, said } = await post(each, path, body, key);
        id = said['id'];
        if (status !== NOT_YET) break;
        await setTimeout(50);
      }
    }
    return String(id);
  }

  const atBoth = (path: string, bodies: readonly [object, object]): Promise<Answer[]> => {
    const key = newCommandId();
    return Promise.all(processes.map((each, n) => post(each, path, bodies[n]!, key)));
  };

  interface Case {
    readonly path: () => string;
    readonly body: (note: string) => object;
    /** All that the log says about it now. */
    readonly stream: (answer: Answer) => string;
  }
  const cases: [string, Case][] = [
    [
      'a new town',
      {
        path: () => 'municipalities',
        body: (name) => ({ text: { name } }),
        stream: ({ said }) => `municipality-${String(said['id'])}`,
      },
    ],
    [
      'an entry',
      {
        path: () => `measures/${measure}/report-delay`,
        body: (note) => ({ reason: 'STAFF', text: { note } }),
        stream: () => `measure-${measure}`,
      },
    ],
  ];
  const textsIn = async (stream: string, texts: readonly string[]): Promise<unknown[]> =>
    (await log.readStream(stream))
      .flatMap(({ data }) => Object.values((data['text'] ?? {}) as object) as unknown[])
      .filter((text) => texts.includes(String(text)));

  describe.each(cases)('%s', (_name, { path, body, stream }) => {
    it('is recorded once for one request, and answered alike', async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const text = `Text ${newCommandId()}`;
        const [one, other] = await atBoth(path(), [body(text), body(text)]);
        expect(other).toEqual(one);
        expect(one!.status).toBeLessThan(300);
        expect(await textsIn(stream(one!), [text])).toEqual([text]);
      }
    });

    it('is recorded for one of two requests, and the other is refused', async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const texts = [`Text ${newCommandId()}`, `Text ${newCommandId()}`] as const;
        const answers = await atBoth(path(), [body(texts[0]), body(texts[1])]);
        const taken = answers.findIndex(({ status }) => status < 300);
        const refused = answers[1 - taken];
        expect(refused).toMatchObject({ status: 422, said: { code: 'idempotency/key-reused' } });
        expect(await textsIn(stream(answers[taken]!), texts)).toEqual([texts[taken]]);
      }
    });
  });
});
