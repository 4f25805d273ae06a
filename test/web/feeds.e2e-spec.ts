import { parseAtomFeed } from 'feedsmith';
import { TestApp } from '../api/app.js';
import { brokenRules, readXml } from './atom-rules.js';
import { Visitor } from './visitor.js';

/** What would break a file that is written carelessly. */
const NASTY = 'Dächer & <Wände> "dicht" \'jetzt\' ]]> 🌳';

let app: TestApp;
let town: string;
let plan: string;
let roofs: string;
let paths: string;
let draft: string;
let begun: string;

const town_ = '/de/kommunen/teststadt';
const said = async (path: string, body: object): Promise<string> => {
  const { status, json, text } = await app.post(path, { text: {}, ...body });
  if (status !== 200) throw new Error(`${path}: ${text}`);
  await app.settle();
  return (json['events'] as string[])[0]!;
};
const ask = (path: string, headers: Record<string, string> = {}) =>
  app.ask({ path, token: null, headers });
const feed = async (path: string) => {
  const { status, text } = await ask(path);
  expect([path, status, brokenRules(text)]).toEqual([path, 200, []]);
  return parseAtomFeed(text) as unknown as {
    readonly id: string;
    readonly title: string;
    readonly updated: string;
    readonly links: { href: string; rel: string }[];
    readonly entries: {
      readonly id: string;
      readonly title: { value: string };
      readonly updated: string;
      readonly summary: { value: string };
      readonly content?: { value: string };
      readonly authors: { name: string }[];
      readonly links: { href: string }[];
    }[];
  };
};
type Feed = Awaited<ReturnType<typeof feed>>;
const words = ({ value }: { value: string }): string => value;
const titles = ({ entries = [] }: Feed) => entries.map(({ title }) => words(title));
const linkOf = ({ links }: Feed, rel: string) => links.find((link) => link.rel === rel)?.href;
const pathOf = (address: string) => address.slice(app.url.length);

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  plan = await app.given('plans', {
    ...{ municipality: town, kind: 'CLIMATE_PROTECTION', text: { title: 'Klimaplan' } },
  });
  const measure = (title: string) => app.given('measures', { municipality: town, text: { title } });
  [roofs, paths, draft] = [await measure(NASTY), await measure('Radwege'), await measure('GEHEIM')];
  await said(`plans/${plan}/place-measure`, { measure: roofs, rank: 1 });
  await said(`plans/${plan}/place-measure`, { measure: draft, rank: 2 });
  await said(`plans/${plan}/publish-plan`, {});
  for (const id of [roofs, paths]) await said(`measures/${id}/publish-measure`, {});
  begun = await said(`measures/${roofs}/start-implementation`, {
    ...{ occurredOn: '2024-03', text: { note: NASTY } },
  });
  await app.publish(town);
  await app.settle();
});
afterAll(() => app.stop());

describe('the feeds of a town', () => {
  it('are found from its pages, in their language', async () => {
    const pages = [
      [town_, `${town_}/verlauf.atom`],
      [`${town_}/verlauf`, `${town_}/verlauf.atom`],
      [`${town_}/plaene/${plan}/verlauf`, `${town_}/plaene/${plan}/verlauf.atom`],
      [`${town_}/plaene/${plan}`, `${town_}/plaene/${plan}/verlauf.atom`],
      [`${town_}/massnahmen/${roofs}`, `${town_}/massnahmen/${roofs}/verlauf.atom`],
      [`${town_}/massnahmen/${roofs}/verlauf`, `${town_}/massnahmen/${roofs}/verlauf.atom`],
      [`${town_}/massnahmen?status=unknown`, `${town_}/massnahmen.atom?status=unknown`],
      [
        `/en/municipalities/teststadt/measures/${roofs}/history`,
        `/en/municipalities/teststadt/measures/${roofs}/history.atom`,
      ],
    ] as const;
    for (const [page, address] of pages) {
      const { text } = await ask(page);
      expect(text).toContain(`<link rel="alternate" type="application/atom+xml" href="${address}"`);
      const language = page.startsWith('/de') ? 'de' : 'en';
      const answer = await ask(address);
      expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      expect(readXml(answer.text).attributes['xml:lang']).toBe(language);
      const read = await feed(address);
      expect(pathOf(linkOf(read, 'self')!)).toBe(address);
    }
    expect((await ask(town_)).text).toContain('>Als Feed abonnieren</a>');
  });

  it('tell what was entered, when, as whom, in words, and lead to the entry', async () => {
    const { entries, updated } = await feed(`${town_}/massnahmen/${roofs}/verlauf.atom`);
    const [event] = (await app.eventsOf(`measure-${roofs}`)).filter(({ id }) => id === begun);
    const entry = entries.find(({ id }) => id === `urn:uuid:${begun}`)!;
    expect(words(entry.title)).toBe(`${NASTY}: Umsetzung begonnen`);
    expect(words(entry.summary)).toBe('Umsetzung begonnen. März 2024. Stand: in Umsetzung');
    expect(entry.content?.value).toBe(NASTY);
    expect(entry.authors).toEqual([{ name: 'Betrieb' }]);
    expect(entry.updated).toBe(event!.metadata.recordedAt);
    expect(updated).toBe(entries[0]!.updated);
    expect(entry.links[0]!.href).toBe(`${app.url}${town_}/massnahmen/${roofs}/verlauf#e-${begun}`);
    const ofTown = await feed(`${town_}/verlauf.atom`);
    const [ofPlan] = ofTown.entries.filter(({ title }) => words(title).includes('Klimaplan'));
    for (const { id, links } of [entry, ofPlan!]) {
      const page = await ask(pathOf(links[0]!.href));
      expect(page.text).toContain(`id="e-${id.slice('urn:uuid:'.length)}"`);
    }
  });

  it('hold the same entries under the same names in both languages', async () => {
    const german = await feed(`${town_}/verlauf.atom`);
    const english = await feed('/en/municipalities/teststadt/history.atom');
    expect(english.entries.map(({ id }) => id)).toEqual(german.entries.map(({ id }) => id));
    expect(english.id).not.toBe(german.id);
    expect(titles(english)).toContain(`${NASTY}: Implementation started`);
  });

  it('tell of a plan what happens in it, and of a list what happens with what it holds', async () => {
    const ofPlan = titles(await feed(`${town_}/plaene/${plan}/verlauf.atom`));
    expect(ofPlan.some((title) => title.startsWith(NASTY))).toBe(true);
    expect(ofPlan.some((title) => title.startsWith('Radwege'))).toBe(false);
    const ofList = titles(await feed(`${town_}/massnahmen.atom?status=in-progress`));
    expect(new Set(ofList.map((title) => title.startsWith(NASTY)))).toEqual(new Set([true]));
    const none = await feed(`${town_}/massnahmen.atom?status=completed`);
    expect(none.entries ?? []).toEqual([]);
    expect((await ask(`${town_}/massnahmen.atom?status=irgendwas`)).status).toBe(400);
  });

  it('tell nobody of drafts, not even those who see them elsewhere', async () => {
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
    for (const path of [`${town_}/verlauf.atom`, `${town_}/massnahmen.atom`]) {
      const { text } = await lead.get(path);
      expect(text).toContain('<entry>');
      expect(text).not.toContain('GEHEIM');
    }
    const ofDraft = await lead.get(`${town_}/massnahmen/${draft}/verlauf.atom`);
    expect(ofDraft.status).toBe(404);
    const page = await lead.get(`${town_}/massnahmen/${draft}`);
    expect([page.status, page.text.includes('.atom')]).toEqual([200, false]);
  });

  it('tell of a correction and of what is taken back as entries of their own', async () => {
    const path = `${town_}/massnahmen/${paths}/verlauf.atom`;
    const entry = await said(`measures/${paths}/start-implementation`, {
      occurredOn: '2024-05-01',
    });
    const corrected = await said(`measures/${paths}/correct-entry`, {
      ...{ entry, replacement: {}, occurredOn: '2024-05-02', text: { reason: 'Tippfehler' } },
    });
    const voided = await said(`measures/${paths}/void-entry`, {
      ...{ entry, text: { reason: 'Falsche Maßnahme' } },
    });
    const { entries } = await feed(path);
    expect(entries.slice(0, 3).map(({ id }) => id)).toEqual(
      [voided, corrected, entry].map((id) => `urn:uuid:${id}`),
    );
    expect(words(entries[2]!.title)).toBe('Radwege: Umsetzung begonnen (zurückgenommen)');
    expect(entries[0]!.content?.value).toBe('Falsche Maßnahme');
    const times = entries.slice(0, 3).map(({ updated }) => updated);
    expect(times).toEqual(times.toSorted().toReversed());
    const ofTown = await feed(`${town_}/verlauf.atom`);
    expect(ofTown.entries.map(({ id }) => id)).toContain(`urn:uuid:${voided}`);
  });

  it('say of a text that was taken out that it was', async () => {
    const note = await said(`measures/${paths}/report-delay`, {
      ...{ occurredOn: '2024-06-01', reason: 'STAFF', text: { note: 'Frau Beispiel ist krank' } },
    });
    const path = `${town_}/massnahmen/${paths}/verlauf.atom`;
    expect((await ask(path)).text).toContain('Frau Beispiel');
    await said(`measures/${paths}/redact-text`, { entry: note, text: { reason: 'Ein Name' } });
    const { text } = await ask(path);
    expect(text).not.toContain('Frau Beispiel');
    expect(text).toMatch(/\[entfernt am \d\d\.\d\d\.\d{4}\]/);
    const english = await ask(`/en/municipalities/teststadt/measures/${paths}/history.atom`);
    expect(english.text).toMatch(/\[removed/);
  });

  it('are read page by page, each entry once, and again only when something is new', async () => {
    for (let percent = 1; percent <= 60; percent++) {
      await app.post(`measures/${paths}/report-progress`, {
        ...{ occurredOn: '2024-07-01', percent, text: {} },
      });
    }
    await app.settle();
    const start = `${town_}/massnahmen/${paths}/verlauf.atom`;
    const ids: string[] = [];
    const sizes: number[] = [];
    for (let path: string | undefined = start; path !== undefined;) {
      const page: Feed = await feed(path);
      sizes.push(page.entries.length);
      ids.push(...page.entries.map(({ id }) => id));
      expect(linkOf(page, 'first')).toBe(app.url + start);
      const next = linkOf(page, 'next');
      path = next && pathOf(next);
    }
    const events = await app.eventsOf(`measure-${paths}`);
    expect(sizes).toEqual([50, events.length - 50]);
    expect(ids).toEqual(events.map(({ id }) => `urn:uuid:${id}`).toReversed());
    const { headers } = await ask(start);
    const again = () => ask(start, { 'if-none-match': headers.get('etag') ?? '' });
    expect((await again()).status).toBe(304);
    await said(`measures/${paths}/report-progress`, { occurredOn: '2024-07-02', percent: 70 });
    expect((await again()).status).toBe(200);
    expect((await ask(`${start}?vor=gestern`)).status).toBe(400);
  });

  it('lead from another address of the town to that under its name, with the question', async () => {
    const { status, headers } = await ask(`/de/kommunen/${town}/massnahmen.atom?status=unknown`);
    expect([status, headers.get('location')]).toEqual([
      301,
      `${town_}/massnahmen.atom?status=unknown`,
    ]);
  });
});
