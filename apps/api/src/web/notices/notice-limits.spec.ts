import fc from 'fast-check';
import { networkOf, NoticeLimits, PER_ADDRESS, PER_INSTANCE } from './notice-limits.js';

const today = '2026-03-02T10:00:00.000Z';
const tomorrow = '2026-03-03T10:00:00.000Z';

describe('the limits of notices', () => {
  let limits: NoticeLimits;
  beforeEach(() => {
    limits = new NoticeLimits();
  });
  const send = (address: string, times: number, now = today) => {
    for (let time = 0; time < times; time += 1) limits.count(address, now);
  };

  it('let an address send some a day, and others go on', () => {
    send('192.0.2.1', PER_ADDRESS - 1);
    expect(limits.exceeded('192.0.2.1', today)).toBeUndefined();
    send('192.0.2.1', 1);
    expect(limits.exceeded('192.0.2.1', today)).toBe('address');
    expect(limits.exceeded('192.0.2.2', today)).toBeUndefined();
    expect(limits.exceeded('192.0.2.1', tomorrow)).toBeUndefined();
  });

  it('let an instance receive some a day, from wherever they come', () => {
    for (let number = 0; number < PER_INSTANCE; number += 1)
      send(`10.0.${number >> 8}.${number & 255}`, 1);
    expect(limits.exceeded('192.0.2.9', today)).toBe('instance');
    expect(limits.exceeded('192.0.2.9', tomorrow)).toBeUndefined();
  });

  it('hold nothing from which an address could be read', () => {
    send('192.0.2.77', 3);
    send('2001:db8:1:2:3:4:5:6', 3);
    const kept = JSON.stringify(
      Object.values(limits).map((part) => (part instanceof Map ? [...part] : part)),
    );
    // Whole addresses: parts of them may stand in random bytes.
    expect(kept).not.toMatch(/192\.0\.2\.77|192,0,2,77|2001:db8/);
    const other = new NoticeLimits();
    other.count('192.0.2.77', today);
    const numbers = (one: NoticeLimits) => [
      ...(one as unknown as { counts: Map<string, number> }).counts.keys(),
    ];
    expect(numbers(limits)).not.toContain(numbers(other)[0]);
  });

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:0002::', '2001:db8:1:2'],
    ['2001:db8::5', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('know the household of %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('do not let a household of IPv6 count as many', () => {
    const part = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));
    fc.assert(
      fc.property(fc.array(part, { minLength: 4, maxLength: 4 }), (host) => {
        expect(networkOf(`2001:db8:7:8:${host.join(':')}`)).toBe('2001:db8:7:8');
      }),
    );
  });
});
