import { firstTelling } from './first-telling.js';

const log = { lastPosition: () => Promise.resolve('00000000000000000007') };
const empty = { lastPosition: () => Promise.resolve(null) };
const atOnce = { first: () => Promise.resolve() };
const never = { first: () => new Promise<void>(() => {}) };

describe('the first telling of a log', () => {
  it('is waited for', async () => {
    const isTold = await firstTelling(log, atOnce);
    expect(isTold()).toBe(true);
  });

  it('is not waited for longer than a moment, and known once it is done', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const isTold = await firstTelling(log, { first: () => promise }, 1);
    expect(isTold()).toBe(false);
    resolve();
    await promise;
    expect(isTold()).toBe(true);
  });

  it('is none where the log is empty: empty pages are right', async () => {
    const isTold = await firstTelling(empty, never);
    expect(isTold()).toBe(true);
  });
});
