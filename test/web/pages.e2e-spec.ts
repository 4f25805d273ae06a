import type { Browser } from 'playwright-core';
import { logPath } from '../../apps/api/src/web/log-form/log-paths.js';
import { decisionsPath, measurePath, townPath } from '../../apps/api/src/web/paths.js';
import { actorPath, alliancePath } from '../../apps/api/src/web/roundtables/table-paths.js';
import { type RunningServer, startBuiltServer, token } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';
import { open } from './page-checks.js';
import { keepTheRulesOfPages } from './page-rules.js';
import { sessionOf } from './session.js';
import { readersPages, tablePages } from './walked-pages.js';
import { knownThings } from './walked-things.js';

let server: RunningServer;
let browser: Browser;
let session: string;
const { known, of } = knownThings();

const api = async (path: string) =>
  (await (await fetch(`${server.url}/api/v1/${path}`)).json()) as {
    items: { id: string; slug: string; title: string; municipality: { slug: string } }[];
  };

/** A published meeting of a round table, and an organisation that promised something. */
const tableThings = async (town: string) => {
  const textOf = async (path: string) => (await fetch(server.url + path)).text();
  const { work } = JSON.parse(await textOf(`${alliancePath('de', town)}.json`)) as {
    work: { parts: { actor: string; part: string }[] }[];
  };
  const promised = work.flatMap(({ parts }) => parts).find(({ part }) => part === 'SUPPORT');
  const organisation = await textOf(actorPath('de', town, promised!.actor));
  const [, table, day] = /runder-tisch\/([0-9a-f-]{36})\/(\d{4}-\d{2}-\d{2})"/.exec(organisation)!;
  return { actor: promised!.actor, table: table!, 'meeting day': day! };
};

beforeAll(async () => {
  server = await startBuiltServer({ KLIMASPUR_EXAMPLE: 'yes' });
  browser = await launchChromium();
  session = await sessionOf(server);
  const { items } = await api('measures?q=solarstrom');
  known.measure = items[0]!.id;
  known.town = items[0]!.municipality.slug;
  const votes = await (await fetch(server.url + decisionsPath('de', known.town))).text();
  Object.assign(known, await tableThings(known.town));
  known.decision = /beschluesse\/([0-9a-f-]{36})/.exec(votes)![1]!;
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

keepTheRulesOfPages(() => ({ url: server.url, browser, session }), {
  ...readersPages(of),
  ...tablePages(of),
});

describe('a monitor in the council chamber', () => {
  it('logs „Ausschuss: vertagt“ without JavaScript, and sees it in the history and in the numbers', async () => {
    const { items } = await api('measures?status=unknown');
    const unknown = items[0]!;
    const counts = async () =>
      (
        (await (
          await fetch(`${server.url}/api/v1/municipalities/${of('town')}/progress`)
        ).json()) as {
          counts: { byStatus: Record<string, number> };
        }
      ).counts.byStatus;
    const before = await counts();
    const { page, context } = await open(
      browser,
      server.url + measurePath('de', of('town'), unknown.id),
      {
        viewport: { width: 360, height: 740 },
        javaScriptEnabled: false,
        session,
      },
    );
    await page.getByRole('link', { name: 'Eintragen, was geschehen ist' }).click();
    await page.getByLabel('Was ist geschehen?').selectOption({ label: 'Ausschuss: vertagt' });
    await page.getByLabel('Notiz oder Quelle').fill('TOP 7, auf Antrag vertagt');
    await page.getByRole('button', { name: 'Eintragen' }).click();
    expect(await page.locator('main').innerText()).toContain('Eingetragen. Sichtbar für: alle.');
    await page.getByRole('link', { name: 'Zur Maßnahme' }).click();
    expect(await page.locator('main').innerText()).toContain('TOP 7, auf Antrag vertagt');
    expect(await page.locator('main').innerText()).toContain('in Beratung');
    const after = await counts();
    expect(after['in-consultation']).toBe((before['in-consultation'] ?? 0) + 1);
    expect(after['unknown']).toBe((before['unknown'] ?? 0) - 1);
    await context.close();
  });
});

describe('a page on paper', () => {
  it('has nothing that only a screen has a use for, and does not weigh much', async () => {
    const [town, measure] = [
      townPath('de', of('town')),
      measurePath('de', of('town'), of('measure')),
    ];
    const { page, context } = await open(browser, server.url + town, {});
    for (const path of [town, measure]) {
      await page.goto(server.url + path);
      await page.emulateMedia({ media: 'print' });
      const lines = (await page.locator('main').innerText()).split('\n').map((line) => line.trim());
      expect(lines.length).toBeGreaterThan(40);
      expect(
        lines.filter((line) => line === 'Teilen' || /\(öffnet |zum Eintrag/.test(line)),
      ).toEqual([]);
      const { byteLength } = await page.pdf({ format: 'A4', printBackground: true });
      expect(byteLength).toBeLessThan(4_000_000);
    }
    await context.close();
  });
});

describe('the key of the first operator', () => {
  it('is no way into pages for others', async () => {
    const { status } = await fetch(server.url + logPath('de', of('town'), of('measure'), 'form'));
    expect(status).toBe(401);
    const known = await fetch(`${server.url}/api/v1/me`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(known.status).toBe(200);
  });
});
