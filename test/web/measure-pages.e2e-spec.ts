import { statuses } from '@klimaspur/domain';
import type { MeasureItem } from '@klimaspur/read-models';
import { TestApp } from '../api/app.js';
import { examplePages, plain, slug } from './example-pages.js';

const { app, models, view, get, page } = examplePages();
let measures: readonly MeasureItem[];
/** Without projects of allies, as in the bar. */
const ofTown = { municipality: slug, ownProjects: false };
const german = `/de/kommunen/${slug}/massnahmen`;
const english = `/en/municipalities/${slug}/measures`;

beforeAll(() => {
  measures = models().measures({ municipality: slug, limit: 200 }, view()).items;
});

const list = async (path: string) => JSON.parse((await get(path)).text) as { title: string }[];

/** The titles of the list, in order. */
const titles = (html: string): string[] =>
  [...html.matchAll(/measure-list__what"><a [^>]*>([^<]*)</g)].map(([, title = '']) =>
    title.replaceAll('&amp;', '&'),
  );
const named = (title: string): MeasureItem => {
  const found = measures.find((measure) => measure.title.includes(title));
  if (!found) throw new Error(`The example has no measure „${title}“.`);
  return found;
};

interface Told {
  readonly id: string;
  readonly standing: string;
  readonly html: string;
  readonly text: string;
}
/** The entries of a timeline, in order. */
const entries = (html: string): Told[] =>
  html
    .split(/(?=<li id="e-)/)
    .slice(1)
    .map((part) => {
      const [, id = '', standing = ''] =
        /^<li id="(e-[^"]+)" class="entry is-(\w+)/.exec(part) ?? [];
      return { id, standing, html: part, text: plain(part) };
    });
const told = (all: readonly Told[], words: string): Told => {
  const found = all.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`No entry says „${words}“.`);
  return found;
};

describe('the list of measures', () => {
  it('shows all of them, page by page in the order of the plan, with counts by status', async () => {
    const html = await page(german);
    const pages = [html, await page(`${german}?seite=2`)];
    const { items, facets } = models().measures({ ...ofTown, limit: 200 }, view());
    expect(pages.flatMap(titles)).toEqual(items.map(({ title }) => title));
    expect(plain(html)).toContain(`${items.length} Maßnahmen`);
    expect(plain(html)).toContain(`Dazu passen ${measures.length - items.length} Vorhaben`);
    for (const status of statuses) {
      expect(html).toMatch(
        new RegExp(`value="${status}".*?choice__count"[^>]*> ${facets[status]}</span>`),
      );
    }
  });

  it('keeps to several statuses, one field, a word, and what needs attention', async () => {
    const field = measures.find(({ place }) => place?.field)?.place?.field ?? '';
    const cases: [string, Parameters<ReturnType<typeof models>['measures']>[0]][] = [
      ['status=delayed&status=completed', { status: ['delayed', 'completed'] }],
      [`feld=${field}`, { field }],
      ['nur=late', { late: true }],
      ['nur=stale', { stale: true }],
      ['nur=toBeClarified', { toBeClarified: true }],
      ['q=solar&status=delayed', { q: 'solar', status: ['delayed'] }],
    ];
    for (const [query, filter] of cases) {
      const { items } = models().measures({ ...ofTown, ...filter }, view());
      expect(titles(await page(`${german}?${query}`))).toEqual(items.map(({ title }) => title));
    }
  });

  it('finds „Wärmeplanung“ by „planung“', async () => {
    expect(titles(await page(`${german}?q=planung`))).toContain('Kommunale Wärmeplanung');
  });

  it('sorts, and says in which order', async () => {
    const html = await page(`${german}?sortierung=title`);
    // ü stands as ue, as in a telephone book.
    const { compare } = new Intl.Collator('de-u-co-phonebk');
    const { items } = models().measures({ ...ofTown, limit: 200 }, view());
    const sorted = items.map(({ title }) => title).toSorted(compare);
    expect(titles(html)).toEqual(sorted.slice(0, 50));
    expect(html).toMatch(/<option value="title" selected/);
    const news = titles(await page(`${german}?sortierung=lastNews`)).map((t) => named(t).lastNews);
    const days = news.flatMap((last) => (last ? [last.on] : []));
    expect(days).toEqual(days.toSorted().reverse());
  });

  it('takes each filter off by a link of its own, and keeps the others', async () => {
    const html = await page(`${german}?status=delayed&q=a&nur=late`);
    expect(html).toMatch(/href="[^"]*massnahmen\?q=a&amp;nur=late" aria-label="Filter verzögert/);
    expect(html).toMatch(
      /href="[^"]*massnahmen\?status=delayed&amp;nur=late" aria-label="Filter „a“/,
    );
    expect(html).toMatch(
      /href="[^"]*massnahmen\?status=delayed&amp;q=a" aria-label="Filter Termin/,
    );
  });

  it('hands out exactly what it shows, as CSV and JSON', async () => {
    const query = '?status=delayed&status=completed&sortierung=title';
    const html = await page(german + query);
    const links = [...html.matchAll(/href="([^"]*)" download/g)].map(([, href]) =>
      (href ?? '').replaceAll('&amp;', '&'),
    );
    const linkTo = (kind: string) => links.find((link) => link.includes(`.${kind}?`)) ?? '';
    const [csv, json] = [linkTo('csv'), linkTo('json')];
    expect(csv).toContain('massnahmen.csv?status=completed&status=delayed&sortierung=title');
    expect((await list(json)).map(({ title }) => title)).toEqual(titles(html));
    const file = await get(csv);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toContain('.csv"');
    for (const title of titles(html)) expect(file.text).toContain(title);
  });

  it('says which filters mean nothing, and makes no file of another question', async () => {
    const query = '?status=nope&nur=spaet&status=delayed';
    const html = plain(await page(german + query));
    expect(html).toContain('status=nope, nur=spaet');
    const file = await get(`${german}.csv${query}`);
    expect(file.status).toBe(400);
    expect(file.text).toContain('spaet');
  });

  it('speaks of no day that has not come, and leads to today', async () => {
    const refused = await app().ask({
      path: `${german}?status=delayed&stand=2099-01-01`,
      headers: { accept: 'text/html' },
    });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('„stand“ nennt eine Zeit, die noch nicht gekommen ist');
    expect(refused.text).toContain(`href="${german}?status=delayed"`);
    expect(refused.text).not.toContain('Das liegt in der Zukunft');
  });

  it('says what to do where nothing fits', async () => {
    const html = await page(`${german}?q=xyzxyz`);
    expect(plain(html)).toContain('Kein Treffer.');
    expect(html).toMatch(new RegExp(`empty-state.*href="${german}"`));
  });

  it('never calls a start that passed a missed deadline', async () => {
    const late = measures.find((measure) => measure.late?.which === 'start' && measure.plannedEnd);
    expect(late).toBeDefined();
    const html = await page(`${german}?nur=late`);
    const row = plain(html.slice(html.indexOf(late?.id ?? '-')).split('</li>')[0] ?? '');
    expect(row).toMatch(/geplanter Beginn .* · seit [\d.]+ Tagen ohne bekannten Beginn/);
    expect(row).not.toContain('überfällig');
    const measure = plain(await page(`${german}/${late?.id}`));
    expect(measure).toMatch(/Ohne bekannten Beginn seit .* \(errechnet\)\./);
  });

  it('speaks English around German texts', async () => {
    const html = await page(`${english}?status=delayed&only=late&sort=title`);
    expect(html).toContain('Measure texts are in German');
    expect(html).toMatch(/<a href="[^"]*\/measures\/[^"]*" lang="de">/);
    expect(html).toContain(`hreflang="de" href="${app().url}${german}?status=delayed`);
    expect(html).not.toMatch(/name="(feld|nur|sortierung)"/);
  });
});

describe('a moment in the past', () => {
  const day = '2025-06-30';

  it('has its own list, which keeps the day on every way from it, forms too', async () => {
    const { items } = models().measures({ municipality: slug, status: ['delayed'] }, view(day));
    const html = await page(`${german}?status=delayed&stand=${day}`);
    expect(titles(html)).toEqual(items.map(({ title }) => title));
    expect(html).toContain('is-past');
    expect(html).toContain(`<input type="hidden" name="stand" value="${day}"`);
    expect(html).toContain(`${german}.csv?status=delayed&amp;stand=${day}`);
    expect(html).toContain(`${german}/${items[0]?.id}?stand=${day}`);
    expect(html).toContain(`massnahmen?stand=${day}" aria-label="Filter verzögert`);
  });

  it('leaves out of a history what had not happened', async () => {
    const { id } = named('Solarstrom');
    const then = entries(await page(`${german}/${id}/verlauf?stand=${day}`));
    const now = entries(await page(`${german}/${id}/verlauf`));
    expect(now.some(({ text }) => text.includes('Das achte Dach'))).toBe(true);
    expect(then.some(({ text }) => text.includes('Das achte Dach'))).toBe(false);
    const form = await page(`${english}/${id}/history?as-of=${day}`);
    expect(form).toContain(`<input type="hidden" name="as-of" value="${day}"`);
  });

  it('reads a decision as it was known then', async () => {
    const { id } = named('Solarstrom');
    const all = JSON.parse((await get(`${german}/${id}/verlauf.json`)).text) as {
      items: {
        type: string;
        about: string;
        source: object | null;
        recordedAt: string;
        id: string;
      }[];
    };
    const vote = all.items.find(
      (item) => item.source && all.items.some((c) => c.about === item.id),
    );
    const correction = all.items.find(({ about }) => about === vote?.id);
    const before = new Date(Date.parse(correction?.recordedAt ?? '') - 1000).toISOString();
    const html = await page(`${german}/${id}/verlauf?kenntnisstand=${before}`);
    const entry = entries(html).find((one) => one.id === `e-${vote?.id}`);
    expect(entry?.standing).toBe('valid');
    expect(entry?.text).toContain('30 dafür, 6 dagegen');
    expect(entry?.text).not.toContain('28 Ja');
  });

  it('is refused where it is none', async () => {
    expect((await get(`${german}?stand=gestern`)).status).toBe(400);
  });
});

describe('a measure', () => {
  it('says how it stands and why, with the entry behind it', async () => {
    for (const { id, status, because } of measures) {
      const html = await page(`${german}/${id}`);
      expect(html).toContain(`badge is-${status}`);
      const why = html.slice(html.indexOf('id="why-heading"'), html.indexOf('id="facts-heading"'));
      expect(why).toContain('Warum dieser Stand?');
      expect(plain(why)).not.toMatch(/why\.|[A-Z]{3,}_/);
      if (because) expect(why).toContain(`/${id}/verlauf#e-${because}`);
    }
  });

  it('names decision, implementation, dates with their moves, bodies and money', async () => {
    const { id } = named('Solarstrom');
    const html = await page(`${german}/${id}`);
    const text = plain(html);
    expect(text).toMatch(/Beschluss beschlossen \(seit /);
    expect(text).toMatch(/Umsetzung in Umsetzung \(seit /);
    expect(text).toMatch(/Geplantes Ende \S+ \d{4} zum Eintrag vorher: \S+ \d{4} ?, \S+ \d{4}/);
    const moves = models()
      .measure(id, view())
      ?.facts.moves.filter(({ from }) => from !== null);
    expect(moves).toHaveLength(2);
    for (const { entry } of moves ?? []) expect(html).toContain(`/${id}/verlauf#e-${entry}`);
  });

  it('keeps the assessment apart: signed, dated, and without a say in the status', async () => {
    const { id } = named('Solarstrom');
    const text = plain(await page(`${german}/${id}`));
    expect(text).toContain('Bewertung durch Klimagruppe Musterstadt');
    expect(text).toContain('Quelle: Klimagruppe Musterstadt · Stand');
    expect(text).toMatch(/in Arbeit \(gelb\), Stand \d+\. \S+ \d{4}/);
    expect(text).toContain('Drei Dächer, darunter beide Turnhallen');
    expect(text).toContain('Eine Meinung der Beobachtenden');
  });

  it('shows how the assessment came to be so, where there is one', async () => {
    const { id } = named('Stadtbäume');
    const html = await page(`${german}/${id}`);
    const { items } = (await app().ask({ path: `/api/v1/measures/${id}/history` })).json as {
      readonly items: readonly { readonly type: string; readonly id: string }[];
    };
    const assessed = items.filter(({ type }) => type === 'MeasureAssessed');
    expect(assessed.length).toBeGreaterThan(1);
    const [chart = ''] = html.match(/<figure class="chart">.*?<\/figure>/) ?? [];
    expect(plain(chart)).toMatch(
      new RegExp(
        `Bewertung durch Klimagruppe Musterstadt, Stand [^:]+: ${assessed.length} Bewertungen, zuerst`,
      ),
    );
    for (const entry of assessed) expect(chart).toContain(`verlauf#e-${entry.id}`);
    expect(chart).toContain(`${german}/${id}/verlauf.csv?art=assessment`);
    const bare = measures.find(({ assessment }) => assessment === null);
    expect(await page(`${german}/${bare!.id}`)).not.toContain('<figure class="chart">');
    const before = await page(`${german}/${id}?stand=2023-12-31`);
    expect(before).not.toContain('<figure class="chart">');
  });

  it('lists evidence, and the latest five entries with the way to all', async () => {
    const { id } = named('Solarstrom');
    const html = await page(`${german}/${id}`);
    expect(entries(html)).toHaveLength(5);
    expect(plain(html)).toContain('Belege');
    expect(html).toContain('https://example.org');
    const all = entries(await page(`${german}/${id}/verlauf`));
    expect(html).toContain(`Ganzer Verlauf (${all.length} Einträge)`);
  });

  it('leads nowhere that is not on the page', async () => {
    for (const { id } of measures) {
      for (const path of [`${german}/${id}`, `${german}/${id}/verlauf?art=work`]) {
        const html = await page(path);
        const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, name]) => name));
        for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(anchor);
      }
    }
  });

  it('offers to record only to those who may', async () => {
    const { id } = named('Solarstrom');
    expect(await page(`${german}/${id}`)).not.toContain('/eintragen"');
    const known = await app().ask({ path: `${german}/${id}`, headers: { accept: 'text/html' } });
    expect(known.text).toContain(`href="${german}/${id}/eintragen"`);
    expect(known.headers.get('cache-control')).toBe('private, no-store');
  });

  it('has a twin for programs', async () => {
    const { id, title } = named('Solarstrom');
    const { json, headers } = await get(`${german}/${id}.json`);
    expect(json).toMatchObject({ id, title, facts: { decision: { value: 'ADOPTED' } } });
    expect(headers.get('vary')).toContain('Cookie');
    expect(headers.get('cache-control')).toBe('no-cache');
    const known = await app().ask({ path: `${german}/${id}.json` });
    expect(known.headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('a history', () => {
  it('links a correction both ways, and says what stood there first', async () => {
    const all = entries(await page(`${german}/${named('Trinkbrunnen').id}/verlauf`));
    const correction = told(all, 'Der Brunnen am Spielplatz ging erst drei Tage später ans Netz');
    const corrected = told(all, 'Dieser Eintrag wurde berichtigt. Zur Berichtigung');
    expect(corrected.standing).toBe('corrected');
    expect(corrected.html).toContain(`href="#${correction.id}"`);
    expect(correction.html).toContain(`href="#${corrected.id}"`);
    expect(corrected.text).toMatch(/Ursprünglich eingetragen \d+\. \S+ \d{4}/);
  });

  it('says at which round table it was proposed, what all shared there, and who brings in what', async () => {
    const roofs = entries(await page(`${german}/${named('Solarstrom').id}/verlauf`));
    expect(told(roofs, 'Runder Tisch Dächer und Strom').text).toContain(
      'Gemeinsame Schnittmenge Wo tagsüber Strom gebraucht wird',
    );
    expect(told(roofs, '60.000 Euro Bürgerkapital').text).toMatch(
      /Unterstützung zugesagt .*Organisation Energiegenossenschaft Niederau Beitrag Geld/,
    );
  });

  it('says nothing of a dissent that its group did not release', async () => {
    const wind = await page(`${german}/${named('Windräder').id}/verlauf`);
    expect(wind).toContain('Drei Horste sind bekannt');
    expect(wind).not.toContain('Flugbetrieb');
  });

  it('strikes what was taken back, and links it both ways', async () => {
    const all = entries(await page(`${german}/${named('Halbstundentakt').id}/verlauf`));
    const voided = told(all, 'Linie 4 fährt laut Zeitung');
    const voiding = told(all, 'Der Artikel meinte die Linie 4 der Nachbarstadt');
    expect(voided.standing).toBe('voided');
    expect(voided.html).toContain(`href="#${voiding.id}"`);
    expect(voiding.html).toContain(`href="#${voided.id}"`);
  });

  it('counts an entry as it was where its correction was taken back', async () => {
    const all = entries(await page(`${german}/${named('Solarstrom').id}/verlauf`));
    const entry = told(all, 'Fünf von elf Dächern liefern Strom');
    const correction = told(all, 'von sieben Dächern die Rede');
    expect(entry.standing).toBe('valid');
    expect(entry.text).not.toContain('wurde berichtigt');
    expect(correction.standing).toBe('voided');
    expect(correction.html).toContain(`href="#${entry.id}"`);
  });

  it('reads title, paper, result, evidence and reason of a decision at its source', async () => {
    const all = entries(await page(`${german}/${named('Solarstrom').id}/verlauf`));
    const vote = told(all, 'Grundsatzbeschluss „auf Verweis“');
    expect(vote.text).toContain('Drucksache AT-107');
    expect(vote.text).toContain('28 Ja, 6 Nein, 1 Enthaltung – „auf Verweis“ beschlossen');
    expect(vote.text).toContain('Niederschrift der 23. Sitzung');
    expect(told(all, 'gehört auch der Lohbach dazu').text).toContain('Eintrag berichtigt');
  });

  it('narrows to a kind, and keeps corrections with what they correct', async () => {
    const path = `${german}/${named('Trinkbrunnen').id}/verlauf`;
    const html = await page(`${path}?art=work`);
    const all = entries(await page(path));
    const work = entries(html);
    expect(work.length).toBeLessThan(all.length);
    expect(told(work, 'erst drei Tage später').text).toContain('Berichtigt den Eintrag');
    expect(work.some(({ text }) => text.includes('Mittel bewilligt'))).toBe(false);
    const { items } = JSON.parse((await get(`${path}.json?art=work`)).text) as {
      items: { id: string }[];
    };
    expect(items.map(({ id }) => `e-${id}`)).toEqual(work.map(({ id }) => id));
    expect(html).toContain(`${path}.csv?art=work`);
    expect(html).toMatch(/hreflang="en" href="[^"]*\/history\?kind=work"/);
  });

  it('marks German texts as German on an English page', async () => {
    const { id, title } = named('Solarstrom');
    for (const path of [`${english}/${id}`, `${english}/${id}/history`]) {
      const html = await page(path);
      expect(html).toContain(`<h1 lang="de">${title}</h1>`);
      expect(html).toContain('entry__note" lang="de"');
      expect(html).toContain('Measure texts are in German');
    }
  });

  it('has a CSV with one row per entry', async () => {
    const path = `${german}/${named('Halbstundentakt').id}/verlauf`;
    const { text, headers } = await get(`${path}.csv`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    for (const { id } of entries(await page(path))) expect(text).toContain(id.slice(2));
    expect(text).toContain('zurückgenommen');
  });

  it('asks for evidence only where there could be some', async () => {
    for (const { id } of measures) {
      const all = entries(await page(`${german}/${id}/verlauf`));
      const bare = all.filter(({ text }) => text.includes('ohne Beleg'));
      expect(bare.some(({ text }) => /Veröffentlicht|erfasst/.test(text))).toBe(false);
    }
  });
});

describe('addresses', () => {
  const wrong = '/de/kommunen/nirgendwo/massnahmen';

  it('lead from a wrong town to the right one, with question and moment', async () => {
    const { id } = named('Solarstrom');
    const cases: [string, string][] = [
      [`${id}?stand=2025-01-31`, `${id}?stand=2025-01-31`],
      [`${id}.json`, `${id}.json`],
      [`${id}/verlauf?art=work`, `${id}/verlauf?art=work`],
      [`${id}/verlauf.csv?art=work`, `${id}/verlauf.csv?art=work`],
    ];
    for (const [from, to] of cases) {
      const { status, headers } = await get(`${wrong}/${from}`);
      expect([status, headers.get('location')]).toEqual([301, `${german}/${to}`]);
    }
  });

  it('are unknown for what nobody has', async () => {
    const nobody = '0190e0c6-2f4a-7a3b-8c1d-2e3f4a5b6c7d';
    for (const path of [
      ...[wrong, `${wrong}.csv`, `${german}/nix`, `${german}/${nobody}`],
      ...[`${german}/${nobody}/verlauf`, `${german}/${nobody}/verlauf.json`],
    ]) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('answer 304 to whoever has the page', async () => {
    const { id } = named('Solarstrom');
    for (const path of [
      german,
      `${german}.csv`,
      `${german}/${id}.json`,
      `${german}/${id}/verlauf`,
    ]) {
      const etag = (await get(path)).headers.get('etag') ?? '';
      expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    }
  });
});

describe('a town of one’s own', () => {
  let own: TestApp;
  let drafts: string[];
  const many = 53;
  const base = '/de/kommunen/neustadt/massnahmen';
  const ask = (path: string) => own.ask({ path, token: null, headers: { accept: 'text/html' } });
  const done = async (path: string, body: unknown = {}, headers = {}) => {
    const { status, text } = await own.post(path, body, headers);
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  };

  beforeAll(async () => {
    own = await TestApp.start();
    const town = await own.given('municipalities', { text: { name: 'Altstadt' } });
    await own.publish(town);
    const describe = `municipalities/${town}/describe-municipality`;
    await done(describe, { text: { name: 'Neustadt' } }, { 'if-match': '"2"' });
    for (let n = 1; n <= many; n += 1) {
      const title = `Maßnahme ${String(n).padStart(2, '0')}`;
      const id = await own.given('measures', { municipality: town, text: { title } });
      await done(`measures/${id}/publish-measure`);
    }
    const secret = { municipality: town, text: { title: 'GEHEIM' } };
    drafts = [await own.given('measures', secret)];
    await own.settle();
  });
  afterAll(() => own.stop());

  it('has pages of fifty, and shows the last one where there is none so far behind', async () => {
    const first = await ask(`${base}?sortierung=title`);
    expect(titles(first.text)).toHaveLength(50);
    expect(first.text).toContain('href="' + base + '?sortierung=title&amp;seite=2"');
    const second = titles((await ask(`${base}?sortierung=title&seite=2`)).text);
    expect(second).toEqual(['Maßnahme 51', 'Maßnahme 52', 'Maßnahme 53']);
    expect(titles((await ask(`${base}?sortierung=title&seite=99`)).text)).toEqual(second);
    expect((await ask(`${base}?seite=viele`)).status).toBe(200);
    expect(JSON.parse((await ask(`${base}.json?seite=2`)).text)).toHaveLength(many);
  });

  it('is found by its former name', async () => {
    for (const [from, to] of [
      ['?q=1&seite=2', '?q=1&seite=2'],
      ['.csv?q=1', '.csv?q=1'],
    ]) {
      const { status, headers } = await ask(`/de/kommunen/altstadt/massnahmen${from}`);
      expect([status, headers.get('location')]).toEqual([301, base + to]);
    }
  });

  it('shows drafts to those who write them, marked, and to nobody else', async () => {
    const [id] = drafts;
    for (const path of [
      base,
      `${base}?q=geheim`,
      `${base}?seite=2`,
      `${base}.csv`,
      `${base}.json`,
    ]) {
      expect((await ask(path)).text).not.toContain('GEHEIM');
    }
    for (const path of ['', '.json', '/verlauf', '/verlauf.json', '/verlauf.csv']) {
      const answer = await ask(`${base}/${id}${path}`);
      expect([answer.status, answer.text.includes('GEHEIM')]).toEqual([404, false]);
    }
    const seen = await own.ask({ path: `${base}/${id}`, headers: { accept: 'text/html' } });
    expect(plain(seen.text)).toContain('Entwurf: nur für Angemeldete sichtbar');
    expect(seen.text).toContain('noindex');
    const rows = await own.ask({ path: `${base}?q=geheim`, headers: { accept: 'text/html' } });
    expect(plain(rows.text)).toContain('Entwurf');
  });

  it('never takes what somebody typed for HTML', async () => {
    const [id] = drafts;
    const text = {
      title: '<b>GEHEIM</b>',
      description: 'Erst <script>alert(1)</script>\n\n- [hier](javascript:alert(1))\n- **fett**',
    };
    await done(`measures/${id}/describe-measure`, { text }, { 'if-match': '"0"' });
    await own.settle();
    const { text: html } = await own.ask({
      path: `${base}/${id}`,
      headers: { accept: 'text/html' },
    });
    expect(html).toContain('&lt;b>GEHEIM&lt;/b>');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toMatch(/href="javascript:/);
    expect(html).toMatch(/<li>fett<\/li>/);
  });
});
