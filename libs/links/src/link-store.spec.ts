import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LinkStore } from './link-store.js';
import { gone, reachable, unclear } from './verdict.js';

const DAY = 86_400_000;
const now = Date.parse('2024-06-03T10:00:00Z');
const missing = gone('not-found');
const [a, b, c] = ['https://stadt.example/a', 'https://stadt.example/b', 'https://other.example/c'];
const log = { logId: 'log', position: '1' };

let folder: string;
let store: LinkStore;
const file = () => join(folder, 'links.db');
const open = () => (store = new LinkStore(file()));
const learn = (stream: string, ...urls: string[]) =>
  store.learn([{ stream, town: 'town', urls }], log, now);
const failThreeTimes = (url: string) => {
  for (const day of [0, 1, 4]) store.record(url, missing, now + day * DAY);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
  open();
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

describe('what is known of links', () => {
  it('survives a restart', () => {
    learn('measure-1', a);
    failThreeTimes(a);
    const { mark } = store;
    store.close();
    open();
    expect([store.since(a), store.mark, store.placeIn('log')]).toEqual(['2024-06-03', mark, '1']);
  });

  it('is thrown away where it cannot be read, or belongs to another log', () => {
    learn('measure-1', a);
    expect(store.placeIn('another')).toBeUndefined();
    expect(store.nextDue(now, [])).toBeUndefined();
    store.close();
    writeFileSync(file(), 'no database, but something else that is long enough');
    open();
    learn('measure-1', a);
    expect(store.knows('measure-1')).toBe(true);
  });

  it('has another mark whenever pages would say something else, and only then', () => {
    learn('measure-1', a, b);
    const before = store.mark;
    store.record(a, missing, now);
    store.record(a, missing, now + DAY);
    store.record(b, reachable, now);
    expect(store.mark).toBe(before);
    store.record(a, missing, now + 4 * DAY);
    expect(store.mark).not.toBe(before);
    store.record(a, reachable, now + 11 * DAY);
    expect(store.mark).toBe(before);
  });

  it('is not kept of links that stand nowhere any more', () => {
    learn('measure-1', a);
    learn('measure-2', a);
    failThreeTimes(a);
    learn('measure-1');
    expect(store.since(a)).toBe('2024-06-03');
    learn('measure-2');
    expect([store.since(a), store.standingOf(a)]).toEqual([undefined, undefined]);
  });

  it('is told by town, with every place', () => {
    learn('measure-1', a, b);
    learn('decision-1', a);
    store.learn([{ stream: 'measure-9', town: 'elsewhere', urls: [a] }], log, now);
    failThreeTimes(a);
    expect(store.unreachableIn('town')).toEqual([
      {
        url: a,
        since: '2024-06-03',
        failedAt: now,
        reason: 'not-found',
        streams: ['decision-1', 'measure-1'],
      },
    ]);
  });
});

describe('a host that is not there', () => {
  it.each(['no-such-name', 'nobody-listens'] as const)(
    '(%s) counts once somebody else is',
    (reason) => {
      learn('measure-1', a, c);
      store.record(c, reachable, now - DAY);
      for (const day of [0, 1, 4, 11]) store.record(a, gone(reason), now + day * DAY);
      expect([store.since(a), store.unreachableIn('town')]).toEqual([undefined, []]);
      store.record(c, unclear, now + 12 * DAY);
      expect(store.since(a)).toBeUndefined();
      store.record(c, missing, now + 13 * DAY);
      expect(store.since(a)).toBe('2024-06-03');
      expect(store.unreachableIn('town')).toMatchObject([{ url: a, reason }]);
    },
  );
});

describe('the next link', () => {
  it('is the one that has waited longest, of a host that nobody is asking', () => {
    learn('measure-1', a, b, c);
    store.postpone(a, now + 3);
    store.postpone(b, now + 2);
    store.postpone(c, now + 1);
    expect(store.nextDue(now, [])).toBeUndefined();
    expect(store.nextDue(now + 9, [])).toEqual({ url: c, host: 'other.example' });
    expect(store.nextDue(now + 9, ['other.example'])?.url).toBe(b);
    expect(store.nextDue(now + 9, ['other.example', 'stadt.example'])).toBeUndefined();
  });

  it('is none of a host that asked for patience', () => {
    learn('measure-1', a, b, c);
    store.record(a, { kind: 'unclear', waitSeconds: 3_600 }, now);
    store.record(c, reachable, now);
    expect(store.nextDue(now + 3_599_000, [])).toBeUndefined();
    expect(store.nextDue(now + 3_600_000, [])?.url).toBe(b);
  });

  it('stays when its place is learnt again', () => {
    learn('measure-1', a);
    store.record(a, reachable, now);
    learn('measure-1', a);
    expect(store.nextDue(now + 29 * DAY, [])).toBeUndefined();
    expect(store.nextDue(now + 30 * DAY, [])?.url).toBe(a);
  });
});
