import { setTimeout as delay } from 'node:timers/promises';
import { OneByOne } from './one-by-one.js';

describe('work that is done one piece after the other', () => {
  it('keeps its order, whatever takes how long and whatever fails', async () => {
    const work = new OneByOne();
    const told: string[] = [];
    const say = (word: string, ms: number) =>
      work.do(async () => {
        told.push(`${word} begins`);
        await delay(ms);
        told.push(`${word} ends`);
        return word;
      });
    const slow = say('slow', 20);
    const failed = work.do(() => Promise.reject(new Error('broken')));
    const quick = say('quick', 0);
    await expect(failed).rejects.toThrow('broken');
    expect(await Promise.all([slow, quick])).toEqual(['slow', 'quick']);
    expect(told).toEqual(['slow begins', 'slow ends', 'quick begins', 'quick ends']);
  });
});
