import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { filesWith } from '../api/marked.js';
import { type RunningServer, startBuiltServer, token } from '../tools/running-server.js';
import { describeWithNodes } from './at-server.js';
import { found, read, startTwo, type Written } from './two-processes.js';

const MARK = 'Geheimname';
const LOOK_EVERY_MS = 20;
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

describeWithNodes('a text that is taken out at one of two nodes', (server) => {
  let one: RunningServer;
  let other: RunningServer;
  /** Of the other, also when it was started again. */
  let folder: string;
  beforeAll(async () => {
    await server.start();
    [one, other] = await startTwo(server.url);
    ({ folder } = other);
  });
  afterAll(async () => {
    await Promise.all([one, other].map((each) => each.stop()));
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const takeOut = async ({ id, event: entry }: Written): Promise<void> => {
    const path = `${one.url}/api/v1/municipalities/${id}/redact-text`;
    const body = JSON.stringify({ entry, text: { reason: 'Jemand wird genannt' } });
    const answer = await fetch(path, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(await answer.text());
  };

  const says = async (written: Written): Promise<boolean> =>
    (await (await read(other, written)).text()).includes(MARK);

  /** Listed, and nothing of it is left but what is said here. */
  const isDone = (entry: string): boolean => {
    const list = join(folder, 'redactions.jsonl');
    const lines = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [];
    const told = lines.find((line) => line.includes(`"entry":"${entry}"`));
    const { redaction } = JSON.parse(told ?? '{}') as { redaction?: string };
    return redaction !== undefined && lines.includes(JSON.stringify({ done: redaction }));
  };

  /** Nothing of it is left at the other node, which knows that it must not come back. */
  const isGone = async (written: Written): Promise<void> => {
    while (!isDone(written.event)) await delay(LOOK_EVERY_MS);
    expect(await says(written)).toBe(false);
    expect(filesWith(MARK, folder)).toEqual([]);
  };

  it('is gone from the other, and stays so', async () => {
    const written = await found(one, `Bad ${MARK}`);
    expect(await says(written)).toBe(true);
    await takeOut(written);
    expect(await (await read(one, written)).text()).not.toContain(MARK);
    await isGone(written);
  });

  it('is gone from one that was away meanwhile', async () => {
    const written = await found(one, `Markt ${MARK}`);
    expect(await says(written)).toBe(true);
    await other.kill();
    await takeOut(written);
    other = await startBuiltServer({ KLIMASPUR_LOG: server.url, KLIMASPUR_DATA: folder });
    await isGone(written);
  });
});
