import { messages } from '@klimaspur/messages';
import type { Card } from './drawing/card.js';
import { PER_MINUTE, Pictures, WAITING } from './pictures.js';

const card = (title: string): Card => ({
  shape: 'landscape',
  product: messages('de')('product.name'),
  kicker: ['Musterstadt'],
  title,
  notes: ['Quelle: Klimagruppe'],
  address: 'klima.example.org',
});

let pictures: Pictures;
beforeEach(() => {
  pictures = new Pictures();
});
afterEach(() => pictures.onApplicationShutdown());

const refusedAmong = async (wishes: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(wishes)).filter(({ status }) => status === 'rejected');

describe('pictures', () => {
  it('are made once, also for those who ask at the same time', async () => {
    const [first, second] = await Promise.all(
      ['A', 'A'].map((t) => pictures.of(card(t), '10.0.0.1')),
    );
    expect(second).toBe(first);
    expect(await pictures.of(card('A'), '10.0.0.2')).toBe(first);
    expect(await pictures.of(card('B'), '10.0.0.1')).not.toBe(first);
  });

  it('are the same bytes whenever they are made', async () => {
    const again = new Pictures();
    expect(await again.of(card('A'), '10.0.0.1')).toEqual(await pictures.of(card('A'), '10.0.0.1'));
    await again.onApplicationShutdown();
  });

  it('are refused while too many wait for theirs', async () => {
    const wishes = Array.from({ length: WAITING + 6 }, (_, n) =>
      pictures.of(card(String(n)), `10.0.1.${n}`),
    );
    const refused = await refusedAmong(wishes);
    expect(refused).toHaveLength(5);
    expect(refused[0]).toMatchObject({ reason: { code: 'picture/busy' } });
    await expect(pictures.of(card('later'), '10.0.0.1')).resolves.toBeDefined();
  });

  it('are refused to whoever wants too many new ones in a minute; what is there stays to be had', async () => {
    let refused = 0;
    // A new minute may begin meanwhile.
    for (let n = 0; n <= 2 * PER_MINUTE && refused === 0; n += 1) {
      refused = (await refusedAmong([pictures.of(card(String(n)), '10.0.0.1')])).length;
    }
    expect(refused).toBe(1);
    await expect(pictures.of(card('0'), '10.0.0.1')).resolves.toBeDefined();
    await expect(pictures.of(card('another'), '10.0.0.2')).resolves.toBeDefined();
  });
});
