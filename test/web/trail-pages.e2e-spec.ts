import { TestApp } from '../api/app.js';
import { slug } from '../api/asked-paths.js';
import { things } from '../api/past-town.js';
import {
  decisionHistoryPath,
  planHistoryPath,
  townHistoryPath,
} from '../../apps/api/src/web/trail/trail-paths.js';

let app: TestApp;
const read = async (path: string): Promise<string> => {
  const answer = await fetch(app.url + path, { headers: { accept: 'text/html' } });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
};

beforeAll(async () => {
  app = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
  await app.settle();
});
afterAll(() => app.stop());

const town = townHistoryPath('de', slug);
const plan = planHistoryPath('de', slug, things.plan);
const decision = decisionHistoryPath('de', slug, things.decision);

const entriesOn = (html: string): string[] =>
  [...html.matchAll(/<li id="e-([0-9a-f-]{36})"/g)].map(([, id]) => id!);
const linkCalled = (html: string, words: string): string | undefined =>
  html.match(new RegExp(`<a href="([^"]+)"[^>]*>${words}</a>`))?.[1]?.replaceAll('&amp;', '&');
const rowsOf = (csv: string): string[] =>
  [...csv.matchAll(/^([0-9a-f-]{36});/gm)].map(([, id]) => id!);
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** All that stand on the pages, from the one at `path` on to where no link leads on. */
const walked = async (path: string, words: string): Promise<string[]> => {
  const ids: string[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const html: string = await read(next);
    ids.push(...entriesOn(html));
    next = linkCalled(html, words);
  }
  return ids;
};

describe('the history of a town', () => {
  it('is on its pages what it is in its files and in the API: each entry once, the last recorded first', async () => {
    const pages = await walked(town, 'Ältere Einträge');
    expect(pages.length).toBeGreaterThan(500);
    expect(new Set(pages).size).toBe(pages.length);
    expect(rowsOf(await read(`${town}.csv`))).toEqual(pages);
    expect(linesOf(await read(`${town}.jsonl`)).map(({ id }) => id)).toEqual(pages);
    const changes = await read(`/api/v1/municipalities/${slug}/changes?limit=500`);
    const { items, total } = JSON.parse(changes) as { items: { entry: string }[]; total: number };
    expect(total).toBe(pages.length);
    expect(items.map(({ entry }) => entry)).toEqual(pages.slice(0, 500));
  });

  it('leads from the beginning back to the newest', async () => {
    const oldest = linkCalled(await read(town), 'Älteste Einträge')!;
    const html = await read(oldest);
    expect(linkCalled(html, 'Ältere Einträge')).toBeUndefined();
    const newer = await read(linkCalled(html, 'Neuere Einträge')!);
    const older = linkCalled(newer, 'Ältere Einträge')!;
    expect(entriesOn(await read(older))).toEqual(entriesOn(html));
    expect(linkCalled(html, 'Neueste Einträge')).toBe(town);
  });

  it('is narrowed to a kind and a thing, and put in the order of what happened', async () => {
    const corrections = linesOf(await read(`${town}.jsonl?art=corrections`));
    expect(new Set(corrections.map(({ type }) => type))).toEqual(
      new Set(['EntryCorrected', 'EntryVoided', 'TextRedacted']),
    );
    const ofPlan = linesOf(await read(`${town}.jsonl?zu=plan-${things.plan}`));
    expect(new Set(ofPlan.map(({ stream }) => stream))).toEqual(new Set([`plan-${things.plan}`]));
    expect(await walked(plan, 'Ältere Einträge')).toEqual(ofPlan.map(({ id }) => id));

    const happened = linesOf(await read(`${town}.jsonl?nach=geschehen&art=work`));
    const days = happened.map(({ effectiveOn }) => String(effectiveOn));
    expect(days).toEqual(days.toSorted().toReversed());
    expect(days.length).toBeGreaterThan(50);
  });

  it('leads from an entry to its correction, and from there back', async () => {
    const html = await read(`${town}?art=corrections`);
    expect(html).toMatch(/<del><span class="hidden">/);
    expect(html).toContain('<dt>Geschehen am</dt>');
    const back = html.match(/href="([^"]+)">Berichtigt den Eintrag vom/)![1]!;
    const [path = '', anchor = ''] = back.replaceAll('&amp;', '&').split('#');
    const there = await read(path);
    const corrected = there.slice(there.indexOf(`id="${anchor}"`)).split('</li><li')[0]!;
    expect(corrected).toContain('Dieser Eintrag wurde berichtigt.');
    const [, again = ''] = corrected.match(/href="[^"]*#e-([0-9a-f-]{36})">Zur Berichtigung/)!;
    expect(entriesOn(html)).toContain(again);
  });

  it('gives each entry an address that stays', async () => {
    for (const path of [`${town}?art=town`, plan, decision]) {
      const html = await read(path);
      const links = [...html.matchAll(/<copy-link[^>]*><a href="([^"]+)#e-([^"]+)"/g)];
      expect(links.length).toBeGreaterThan(0);
      const [, href = '', id = ''] = links.at(-1)!;
      expect(entriesOn(await read(href.replaceAll('&amp;', '&')))[0]).toBe(id);
    }
  });

  it('tells as much with the words of the other language', async () => {
    const english = await walked(townHistoryPath('en', slug) + '?kind=assessment', 'Older entries');
    expect(english).toEqual(await walked(`${town}?art=assessment`, 'Ältere Einträge'));
  });

  it('of a past day holds what was recorded by then', async () => {
    const past = linesOf(await read(`${town}.jsonl?stand=2025-06-30`));
    const all = linesOf(await read(`${town}.jsonl`));
    expect(past.length).toBeGreaterThan(0);
    expect(past.map(({ id }) => id)).toEqual(
      all.filter(({ recordedAt }) => String(recordedAt) < '2025-06-30T22').map(({ id }) => id),
    );
  });
});

describe('the history of a decision', () => {
  it('shows how it was recorded, in the words of the feed', async () => {
    const html = await read(decision);
    expect(entriesOn(html).length).toBeGreaterThan(0);
    expect(html).toContain('Beschluss erfasst');
  });
});
