import { FirstTelling } from './first-telling.js';

const log = { lastPosition: () => Promise.resolve('00000000000000000007') };
const empty = { lastPosition: () => Promise.resolve(null) };
const atOnce = { first: () => Promise.resolve() };
const never = { first: () => new Promise<void>(() => {}) };

describe('the first telling of a log', () => {
  it('is waited for', async () => {
    const telling = await FirstTelling.of(log, atOnce);
    await telling.wait();
    expect(telling.isDone).toBe(true);
  });

  it('is not waited for longer than a moment, and known once it is done', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const telling = await FirstTelling.of(log, { first: () => promise });
    await telling.wait(1);
    expect(telling.isDone).toBe(false);
    resolve();
    await telling.wait();
    expect(telling.isDone).toBe(true);
  });

  it('is none where the log is empty: empty pages are right', async () => {
    const telling = await FirstTelling.of(empty, never);
    await telling.wait();
    expect(telling.isDone).toBe(true);
  });
});
