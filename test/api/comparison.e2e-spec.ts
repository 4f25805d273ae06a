import { addDays, berlinDay } from '@klimaspur/domain';
import { TestApp } from './app.js';

const TOWN = 'musterstadt-am-main';
const page = `/de/kommunen/${TOWN}/aenderungen`;

interface Stand {
  readonly status: string | null;
  readonly decision: string;
  readonly implementation: string;
  readonly plannedStart: string | null;
  readonly plannedEnd: string | null;
}

interface Item extends Stand {
  readonly id: string;
  readonly title: string;
  readonly assessment: { readonly rating: string } | null;
}

interface Compared {
  readonly id: string;
  readonly title: string;
  readonly before: Stand | null;
  readonly after: Stand | null;
  readonly changes: readonly { readonly kind: string; readonly entry: string | null }[];
  readonly corrections: object | null;
  readonly recordedOn: string | null;
}

let app: TestApp;
let today: string;
beforeAll(async () => {
  app = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
  await app.settle();
  today = berlinDay(new Date().toISOString());
});
afterAll(() => app.stop());

const ask = async (path: string) => {
  const { status, json, text } = await app.ask({ path, token: null });
  expect([path, status]).toEqual([path, 200]);
  return { json, text };
};

const compared = async (query: string): Promise<readonly Compared[]> =>
  (await ask(`${page}.json?${query}`)).json['items'] as Compared[];

/** The list of all measures as its own pages give it, part by part. */
const listAt = async (moment: string): Promise<ReadonlyMap<string, Item>> => {
  const found: Item[] = [];
  for (let next: unknown = ''; next !== null;) {
    const cursor = next === '' ? '' : `&cursor=${String(next)}`;
    const path = `/api/v1/measures?municipality=${TOWN}&ownProjects=false&limit=200&${moment}${cursor}`;
    const { json } = await ask(path);
    found.push(...(json['items'] as Item[]));
    ({ next } = json);
  }
  return new Map(found.map((item) => [item.id, item]));
};

const standOf = (item: Stand | undefined | null): object | null =>
  item
    ? {
        status: item.status,
        decision: item.decision,
        implementation: item.implementation,
        plannedStart: item.plannedStart,
        plannedEnd: item.plannedEnd,
      }
    : null;

const ago = (days: number) => addDays(today, -days);

describe('what changed between two days', () => {
  it.each([
    ['the last month', () => [ago(30), today]],
    ['half a year', () => [ago(183), today]],
    ['two years, long ago', () => [ago(1200), ago(470)]],
    ['all that is recorded', () => [ago(3000), today]],
  ])('is the difference of the lists of the two days: %s', async (_name, days) => {
    const [from, to] = days() as [string, string];
    const [was, is] = [await listAt(`asOf=${from}`), await listAt(`asOf=${to}`)];
    const items = await compared(`von=${from}&bis=${to}`);
    const told = new Map(items.map((item) => [item.id, item]));
    expect(told.size).toBe(items.length);
    for (const id of new Set([...was.keys(), ...is.keys()])) {
      const [before, after] = [standOf(was.get(id)), standOf(is.get(id))];
      const item = told.get(id);
      if (!item) expect([id, before]).toEqual([id, after]);
      // What goes on elsewhere stands in no list.
      const listed = (stand: Stand | null) => (stand?.status === null ? null : standOf(stand));
      if (item) expect([listed(item.before), listed(item.after)]).toEqual([before, after]);
    }
  });

  it('as known then on both days is the difference of what the lists said then', async () => {
    const [from, to] = [ago(400), ago(60)];
    const known = `kenntnisstand-von=${from}&kenntnisstand-bis=${to}`;
    const items = await compared(`von=${from}&bis=${to}&${known}`);
    const was = await listAt(`asOf=${from}&knownAt=${from}`);
    const is = await listAt(`asOf=${to}&knownAt=${to}`);
    const changed = [...new Set([...was.keys(), ...is.keys()])].filter(
      (id) => was.get(id)?.status !== is.get(id)?.status,
    );
    const turned = items.filter(({ before, after }) => before?.status !== after?.status);
    expect(changed.length).toBeGreaterThan(3);
    expect(turned.map(({ id }) => id).sort()).toEqual(changed.sort());
  });

  it('is told on the page, in the file and by the API alike, each change once', async () => {
    const days = `von=${ago(700)}&bis=${today}`;
    const items = await compared(days);
    const changes = items.flatMap((item) => item.changes);
    const notes = items.filter(({ recordedOn }) => recordedOn !== null).length;
    const corrected = items.filter(({ corrections }) => corrections !== null).length;
    expect(new Set(changes.map(({ kind }) => kind)).size).toBeGreaterThan(8);
    const { text: csv } = await ask(`${page}.csv?${days}`);
    expect(csv.trim().split('\r\n')).toHaveLength(1 + changes.length + notes + corrected);
    const { text: html } = await ask(`${page}?${days}`);
    const lists = [...html.matchAll(/<ul class="compared__list[^>]*>.*?<\/ul>/gs)].join('');
    expect(lists.match(/<li>/g)).toHaveLength(changes.length + notes + corrected);
    const entries = changes.flatMap(({ entry }) => entry ?? []);
    const untold = entries.filter((entry) => !html.includes(entry));
    const gone = items.filter(({ after }) => after === null);
    expect([untold, gone]).toEqual([[], []]);
    const from = `from=${ago(700)}&to=${today}`;
    const { json } = await ask(`/api/v1/municipalities/${TOWN}/comparison?${from}`);
    expect(json['items']).toEqual(items);
  });

  it('can be asked of one field, whose numbers add up', async () => {
    const days = `von=${ago(700)}&bis=${today}`;
    const { text: html } = await ask(`${page}?${days}`);
    const fields = [...html.matchAll(/feld=([0-9a-f-]{36})/g)].map(([, id]) => id!);
    const all = await compared(days);
    const parts = new Set<string>();
    for (const field of new Set(fields)) {
      for (const { id } of await compared(`${days}&feld=${field}`)) parts.add(id);
    }
    const placed = all.filter((item) => (item as { place?: { field: unknown } }).place?.field);
    expect(placed.filter(({ id }) => !parts.has(id))).toEqual([]);
  });

  it('does not call it decided that nobody has to decide', async () => {
    const items = await compared('von=2023-12-28');
    const exempt = items.filter(({ after }) => after?.decision === 'NO_DECISION_NEEDED');
    const kinds = exempt.flatMap(({ changes }) => changes.map(({ kind }) => kind));
    expect(kinds).toContain('proceeding');
    expect(kinds).not.toContain('decided');
  });

  it('says how many of how many, and of a reported delay by how much', async () => {
    for (const from of ['2023-12-28', addDays(today, -183), addDays(today, -700)]) {
      const { text } = await ask(`${page}?von=${from}`);
      const [, count, total] = /(\d+) Maßnahmen stehen anders da, von (\d+),/.exec(text)!;
      expect([from, Number(count) <= Number(total)]).toEqual([from, true]);
    }
    const { text } = await ask(page);
    expect(text).toMatch(/Verzögerung gemeldet \([^)]+\), Ende \d+ Tage später/);
    const english = await ask(
      page.replace('/de/kommunen', '/en/municipalities').replace(/[^/]+$/, 'changes'),
    );
    expect(english.text).toMatch(/Delay reported \([^)]+\), end \d+ days later/);
  });

  it('names what it does not know', async () => {
    const unknown = '00000000-0000-7000-8000-000000000001';
    for (const [query, status] of [
      [`plan=${unknown}`, 404],
      [`feld=${unknown}`, 400],
      ['von=2024', 400],
      ['von=2024-02-02&bis=2024-02-01', 400],
      ['bis=2999-01-01', 400],
      ['kenntnisstand-von=gestern', 400],
    ] as const) {
      const answer = await app.ask({ path: `${page}?${query}`, token: null });
      expect([query, answer.status]).toEqual([query, status]);
    }
  });

  it('since the last meeting of each body, by its own name, is one click', async () => {
    const { text } = await ask(page);
    const links = [
      ...text.matchAll(/von=(\d{4}-\d\d-\d\d)[^"]*"[^>]*>Seit der letzten Sitzung: ([^<]*)</g),
    ];
    const [, day, label] = links[0]!;
    expect(label).toMatch(/^Stadtverordnetenversammlung \(/);
    expect(day! < today).toBe(true);
    expect(links.length).toBeGreaterThan(1);
    expect(new Set(links.map(([, , name]) => name)).size).toBe(links.length);
  });

  it('leads to the same question in the other language', async () => {
    const { text } = await ask(`${page}?von=${ago(90)}&bis=${ago(10)}`);
    const path = `/en/municipalities/${TOWN}/changes?from=${ago(90)}&amp;to=${ago(10)}`;
    expect(text).toContain(path);
    const { text: english } = await ask(path.replaceAll('&amp;', '&'));
    expect(english).toContain('What changed');
  });
});
