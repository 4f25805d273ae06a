import { jest } from '@jest/globals';
import { PublicVersion } from './public-version.js';

const MINUTE = 60_000;

describe('the version of what pages show', () => {
  let now: number;
  let answers: (() => Promise<number>)[];
  let version: PublicVersion;
  beforeEach(() => {
    now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    answers = [];
    version = new PublicVersion(() => answers.shift()!());
  });
  afterEach(() => jest.restoreAllMocks());

  const silent = () => Promise.reject(new Error('nobody answers'));

  it('stays what it was while the database is silent for a while, and then is another one', async () => {
    answers.push(async () => 7, silent);
    await version.look();
    await expect(version.look()).rejects.toThrow('nobody answers');
    now = 10 * MINUTE;
    expect(version.current).toBe('7');
    now += 1;
    expect(version.current).not.toBe('7');
    answers.push(async () => 7);
    await version.look();
    expect(version.current).toBe('7');
  });

  it('is another one after a change of our own that it could not be asked about', async () => {
    answers.push(async () => 7, silent);
    await version.look();
    await version.lookOrDoubt();
    expect(version.current).not.toBe('7');
  });

  it('never goes back to what was asked before', async () => {
    let late: (version: number) => void = () => undefined;
    answers.push(
      () => new Promise((resolve) => (late = resolve)),
      async () => 8,
    );
    const first = version.look();
    await version.look();
    late(7);
    await first;
    expect(version.current).toBe('8');
  });
});
