import { statuses } from '@klimaspur/domain';
import type { Municipality } from '@klimaspur/read-models';
import { TestApp } from '../api/app.js';
import { examplePages, plain, slug } from './example-pages.js';

const { app, today, models, view, get, page } = examplePages();
let town: Municipality;
const german = `/de/kommunen/${slug}`;
const english = `/en/municipalities/${slug}`;

beforeAll(() => {
  town = models().municipality(slug, view())?.municipality as Municipality;
});

/** The numbers on the tiles, by status; `total` is the whole. */
const tiles = (html: string): Record<string, number> =>
  Object.fromEntries(
    [...html.matchAll(/class="tile is-([a-z-]+).*?tile__number">([\d.,]+)</g)].map(
      ([, status, number]) => [status, Number(number?.replaceAll(/[.,]/g, ''))],
    ),
  );

describe('the dashboard of a town', () => {
  it.each([german, english])('shows the numbers that are counted: %s', async (path) => {
    const { byStatus, total } = models().progress(town.id, {}, view()).counts;
    expect(total).toBeGreaterThan(20);
    expect(tiles(await page(path))).toEqual({ total, ...byStatus });
  });

  it('leads from each number to the measures behind it', async () => {
    const { fields } = models().progress(town.id, {}, view());
    const html = await page(german);
    for (const status of statuses) {
      expect(html).toContain(`href="${german}/massnahmen?status=${status}"`);
    }
    for (const { id } of fields.filter(({ depth, all }) => depth === 0 && all.total > 0)) {
      expect(html).toContain(`href="${german}/massnahmen?feld=${id}"`);
    }
  });

  it('names number, whole and unknown beside a share', async () => {
    const { byStatus, total } = models().progress(town.id, {}, view()).counts;
    const share = Math.round((100 * byStatus.completed) / total);
    expect(plain(await page(german))).toContain(
      `${share} % sind abgeschlossen: ${byStatus.completed} von ${total} Maßnahmen; ` +
        `bei ${byStatus.unknown} ist der Stand unbekannt.`,
    );
  });

  it('says what is late, stale and unclear, as counted', async () => {
    const { counts } = models().progress(town.id, {}, view());
    const html = await page(german);
    for (const attention of ['late', 'stale', 'toBeClarified'] as const) {
      const link = `href="${german}/massnahmen?nur=${attention}"`;
      expect(html.includes(link)).toBe(counts[attention] > 0);
    }
    const { late } = counts;
    expect(late).toBeGreaterThan(0);
    expect(plain(html)).toContain(`${late} Maßnahmen haben einen geplanten Termin überschritten`);
  });

  it('tells what the plan is, who watches, and that the town does not', async () => {
    const text = plain(await page(german));
    expect(text).toContain('Klimaschutz in Musterstadt am Main');
    expect(text).toContain('Kein amtliches Angebot der Stadt');
    expect(text).toContain('Klimaneutral bis 2035');
    expect(text).toContain('grundsätzlich beschlossen („auf Verweis“)');
    expect(text).toContain('Bewertung durch Klimagruppe Musterstadt');
    expect(text).toContain('Wer beobachtet hier?');
    expect(text).toContain('Beginn der Aufzeichnung');
  });

  it('speaks English around German texts', async () => {
    const html = await page(english);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('Measure texts are in German');
    expect(html).toMatch(/<h3 lang="de">Klima-Aktionsplan Musterstadt/);
    expect(html).toContain('/measures?status=completed');
    expect(html).not.toContain('/massnahmen');
  });

  it('gives what was decided and what was finished as much room as what is late', async () => {
    const html = await page(german);
    const parts = html.split(/(?=<div class="turns__kind is-)/).slice(1, 4);
    const titles = ['Neu beschlossen', 'Abgeschlossen', 'Verzögert'];
    expect(parts.map((part) => plain(part).trim())).toEqual(
      titles.map((title) => expect.stringMatching(new RegExp(`^${title} .*\\d{4}`))),
    );
    for (const part of parts) {
      const links = [...part.matchAll(/massnahmen\/([0-9a-f-]{36})"/g)].map(([, id]) => id!);
      expect(links).toHaveLength(4);
    }
    const [, done = ''] = parts;
    for (const [, id = ''] of done.matchAll(/massnahmen\/([0-9a-f-]{36})"/g)) {
      expect(models().measure(id, view())?.status).toBe('completed');
    }
    const early = await page(`${german}?stand=2023-07-01`);
    expect(plain(early)).toContain('Abgeschlossen Noch keine.');
  });

  it('tells the latest entries in words, each with its place in the history', async () => {
    const { items } = models().changes({ municipality: town.id, limit: 8 }, view());
    const html = await page(german);
    expect(items.length).toBe(8);
    for (const { measure, entry } of items) {
      if (measure) expect(html).toContain(`/massnahmen/${measure.id}/verlauf#e-${entry}`);
    }
    expect(html).not.toMatch(/>Measure[A-Z]\w+</);
  });
});

describe('a day in the past', () => {
  const day = () => `${Number(today().slice(0, 4)) - 1}-12-31`;

  it('has its own numbers, in both languages, and says so', async () => {
    const { byStatus, total } = models().progress(town.id, {}, view(day())).counts;
    const now = models().progress(town.id, {}, view()).counts.byStatus;
    expect(byStatus).not.toEqual(now);
    for (const path of [`${german}?stand=${day()}`, `${english}?as-of=${day()}`]) {
      const html = await page(path);
      expect(tiles(html)).toEqual({ total, ...byStatus });
      expect(html).toContain('is-past');
    }
  });

  it('stays the same on every way from the page, before the place in it', async () => {
    const html = await page(`${german}?stand=${day()}`);
    expect(html).toContain(`/massnahmen?status=completed&amp;stand=${day()}`);
    expect(html).toMatch(new RegExp(`/verlauf\\?stand=${day()}#e-`));
    expect(html).toContain(`${german}.csv?stand=${day()}`);
  });

  it('goes with every way that leads on, from page to page and through every form', async () => {
    const asked = `stand=${day()}`;
    // Pictures to share have the day in their name; comparisons and reports have two days of their own.
    const isWork = /\/(hinweis|methodik|daten|bild|aenderungen|sachstandsbericht)\b/;
    const lost: string[] = [];
    const seen = new Set<string>();
    const ways = ['/de', '/de/kommunen', '/de/kommunen?q=nirgends', german].map(
      (path) => `${path}${path.includes('?') ? '&' : '?'}${asked}`,
    );
    for (let path = ways.pop(); path !== undefined; path = ways.pop()) {
      const kind = path
        .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
        .replace(/&seite=\d+|(?<=[?&])(vor|seit)=\d+&/, '');
      if (seen.has(kind)) continue;
      seen.add(kind);
      const html = await page(path);
      // The permanent address of an entry has no day: it is for those who pass it on. Other days are other pages.
      const main = (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(
        /<copy-link[\s\S]*?<\/copy-link>|<section class="other-day[\s\S]*?<\/section>/g,
        '',
      );
      for (const [, found = ''] of main.matchAll(/<a[^>]* href="(\/[^"#]*)/g)) {
        const href = found.replaceAll('&amp;', '&');
        // A picture's address is the moment itself.
        // A calendar goes on with the days to come.
        if (href.endsWith('.ics')) continue;
        // A file is under its hash, and a proof names the checkpoint it holds for.
        if (/\/dateien\/|\/proof$/.test(href)) continue;
        if (isWork.test(href) || href.includes(`/bild/${day()}-`)) continue;
        if (!href.includes(asked)) lost.push(`${kind} → ${href}`);
        else if (!/\.(csv|jsonl?|xlsx|pdf)\b/.test(href)) ways.push(href);
      }
      for (const [form] of main.matchAll(/<form[\s\S]*?<\/form>/g)) {
        if (!form.includes('name="stand"')) lost.push(`${kind}: ${form.slice(0, 80)}`);
      }
    }
    expect(seen.size).toBeGreaterThan(20);
    expect(lost).toEqual([]);
  });

  it('may be one of knowledge', async () => {
    const text = plain(await page(`${german}?kenntnisstand=${day()}`));
    expect(text).toContain('Kenntnisstand vom');
  });

  it('is refused where it is none', async () => {
    expect((await get(`${german}?stand=gestern`)).status).toBe(400);
  });
});

describe('the twins for programs', () => {
  it('hold the same numbers as JSON', async () => {
    const { json, headers } = await get(`${german}.json`);
    expect(headers.get('content-type')).toContain('application/json');
    expect(json['asOf']).toBe(today());
    expect(json['progress']).toEqual(
      JSON.parse(JSON.stringify(models().progress(town.id, {}, view()))),
    );
  });

  it('hold one row per field as CSV, then the rest and the whole', async () => {
    const { fields, withoutField, counts, ownProjects } = models().progress(town.id, {}, view());
    const { text, headers } = await get(`${english}.csv`);
    const rows = text.trim().split('\r\n');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(rows).toHaveLength(fields.length + 4);
    expect(rows[0]).toContain('Field of action');
    const sums = rows.slice(-3).map((row) => Number(row.split(';')[2 + statuses.length]));
    expect(sums).toEqual([withoutField.total, counts.total, ownProjects.total]);
    expect(ownProjects.total).toBeGreaterThan(1);
  });
});

describe('addresses', () => {
  it('lead from the bare host to the German start', async () => {
    const { status, headers } = await get('/');
    expect([status, headers.get('location')]).toEqual([302, '/de']);
  });

  it('lead from the id of a town to its name, and keep the moment', async () => {
    const { status, headers } = await get(`/de/kommunen/${town.id}?stand=2025-01-31`);
    expect([status, headers.get('location')]).toEqual([301, `${german}?stand=2025-01-31`]);
  });

  it('are unknown for a town that nobody has', async () => {
    for (const path of ['/de/kommunen/nirgendwo', '/en/municipalities/nirgendwo.json']) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('answer 304 to whoever has the page, and anew to whoever is signed in', async () => {
    for (const path of ['/de', '/en/municipalities', german, `${german}.json`]) {
      const etag = (await get(path)).headers.get('etag') ?? '';
      expect(etag).toMatch(/^W\/"/);
      expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
      const known = await app().ask({ path, headers: { 'if-none-match': etag } });
      expect(known.status).toBe(200);
      expect(known.headers.get('cache-control')).toBe('private, no-store');
    }
  });
});

describe('the first pages', () => {
  it('say what this is, and lead to towns and entries', async () => {
    const html = await page('/de');
    expect(html).toContain('Jede Maßnahme hinterlässt eine Spur');
    expect(html).toContain(`href="${german}"`);
    expect(html).toContain('name="q"');
    expect(html).toContain('/verlauf#e-');
    expect(await page('/en')).toContain('Every measure leaves a trail');
  });

  it('find towns by part of the name, and name the next step where there is none', async () => {
    expect(await page('/de/kommunen?q=muster')).toContain(`href="${german}"`);
    const none = await page('/de/kommunen?q=%3Cb%3EXY');
    expect(none).not.toContain(`href="${german}"`);
    expect(none).toContain('&lt;b>XY');
    expect(none).toContain('Alle Kommunen zeigen');
  });
});

describe('drafts', () => {
  let own: TestApp;
  beforeAll(async () => {
    own = await TestApp.start();
    const shown = await own.given('municipalities', { text: { name: 'Offenstadt' } });
    const open = await own.given('measures', { municipality: shown, text: { title: 'Offenes' } });
    await own.given('measures', { municipality: shown, text: { title: 'Geheimes' } });
    await own.given('municipalities', { text: { name: 'Entwurfsdorf' } });
    await own.publish(shown);
    await own.post(`measures/${open}/publish-measure`, {});
    await own.settle();
  });
  afterAll(() => own.stop());

  const paths = [
    ...['/de', '/de/kommunen', '/de/kommunen/offenstadt', '/de/kommunen/offenstadt.json'],
    '/de/kommunen/offenstadt/verlauf-und-termine',
  ];

  it('are on no page that everybody sees', async () => {
    for (const path of paths) {
      const { text, status } = await own.ask({ path, token: null });
      expect(status).toBe(200);
      expect(text).toContain('Offenstadt');
      expect(text).not.toMatch(/Geheimes|Entwurfsdorf/);
    }
    expect((await own.ask({ path: '/de/kommunen/entwurfsdorf', token: null })).status).toBe(404);
    expect(
      tiles((await own.ask({ path: '/de/kommunen/offenstadt', token: null })).text),
    ).toMatchObject({
      total: 1,
    });
  });

  it('are counted for those who may see them, and said to be counted', async () => {
    const words = 'davon 1 Entwurf, nur für Angemeldete sichtbar';
    for (const page of ['', '/massnahmen', '/verlauf-und-termine']) {
      const path = `/de/kommunen/offenstadt${page}`;
      expect(plain((await own.ask({ path })).text)).toContain(words);
      expect(plain((await own.ask({ path, token: null })).text)).not.toContain('Entwurf');
    }
    expect(plain((await own.ask({ path: '/de/arbeit' })).text)).toContain(words);
  });

  it('are named in the name of every file that holds them', async () => {
    const files = [
      ['/de/kommunen/offenstadt/massnahmen.csv', 'massnahmen-mit-entwuerfen.csv'],
      ['/en/municipalities/offenstadt/measures.json', 'measures-with-drafts.json'],
      ['/api/v1/exports/measures?municipality=offenstadt&format=json', '-mit-entwuerfen.json'],
      ['/de/kommunen/offenstadt/massnahmen.csv?q=Offenes', 'massnahmen.csv'],
    ];
    for (const [path = '', name = ''] of files) {
      const named = async (token?: null) =>
        (await own.ask({ path, ...(token === null ? { token } : {}) })).headers.get(
          'content-disposition',
        );
      expect(await named()).toContain(`${name}"`);
      expect(await named(null)).not.toMatch(/entwuerfe|drafts/);
    }
  });

  it('are marked for those who may see them', async () => {
    const { text, status } = await own.ask({ path: '/de/kommunen/entwurfsdorf' });
    expect(status).toBe(200);
    expect(text).toContain('Entwurf');
    expect(text).toContain('noindex');
  });
});
