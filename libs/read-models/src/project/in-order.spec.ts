import { inOrder } from './in-order.js';

describe('work on several things at once', () => {
  const items = Array.from({ length: 10 }, (_, n) => n);

  it('is given in the order of the things, whatever ends first', async () => {
    const open: (() => void)[] = [];
    let most = 0;
    const given: number[] = [];
    const work = async (n: number): Promise<number> => {
      await new Promise<void>((resolve) => {
        most = Math.max(most, open.push(resolve));
        // The one that was begun last ends first.
        if (open.length === 3 || n === 9) for (const end of open.splice(0).toReversed()) end();
      });
      return n * n;
    };
    for await (const [n, square] of inOrder(items, 3, work)) {
      expect(square).toBe(n * n);
      given.push(n);
    }
    expect(given).toEqual(items);
    expect(most).toBe(3);
  });

  it('fails in the turn of what failed', async () => {
    const given: number[] = [];
    const all = async (): Promise<void> => {
      const work = async (n: number) => {
        if (n === 4) throw new Error('no fourth');
      };
      for await (const [n] of inOrder(items, 4, work)) given.push(n);
    };
    await expect(all()).rejects.toThrow('no fourth');
    expect(given).toEqual([0, 1, 2, 3]);
  });
});
