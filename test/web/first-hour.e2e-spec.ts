import type { Browser, Page } from 'playwright-core';
import { describeWith } from '../importers/real-files.js';
import { type RunningServer, startBuiltServer } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';
import { overflowOf } from './page-checks.js';

const town = '/de/kommunen/karlsruhe';

const list = 'measures/karlsruhe_ksk2030_monitoring2022.csv';

describeWith(list, 'the first hour of a new group', (bytes) => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await startBuiltServer({});
    browser = await launchChromium();
    const telephone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
    page = await (await browser.newContext(telephone)).newPage();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const go = (path: string) => page.goto(server.url + path);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  const words = () => page.locator('main').innerText();

  it('leads from an empty instance to a public dashboard, on a telephone, without JavaScript', async () => {
    await page.goto(server.link);
    await page.getByLabel('Unter welcher Bezeichnung').fill('Klimagruppe');
    await press('Anmelden');
    await page.getByRole('link', { name: 'Eigene Kommune beginnen' }).click();
    await page.getByLabel('Name der Kommune').fill('Karlsruhe');
    await page.locator('main form button').last().click();

    await page.getByRole('link', { name: 'Tabelle importieren' }).click();
    await page.getByLabel('Für welchen Tag').fill('2022');
    await page
      .getByLabel('Datei', { exact: true })
      .setInputFiles({ name: 'karlsruhe.csv', mimeType: 'text/csv', buffer: Buffer.from(bytes) });
    await press('Datei ansehen');
    expect(await words()).toContain('Was übernommen würde');
    expect(await overflowOf(page)).toEqual([]);
    await press('Übernehmen');
    while (await page.locator('progress').count()) {
      await page.locator('look-again a').click();
    }
    expect(await words()).toContain('Alles aus der Datei ist eingetragen');

    await page.getByRole('link', { name: 'Veröffentlichen (Karlsruhe)' }).click();
    await press('Jetzt veröffentlichen');
    expect(await words()).toContain('Vor dem Veröffentlichen fehlt das Impressum');

    await go('/de/admin/seiten/impressum');
    await page.locator('[name=de]').fill('Klimagruppe, Kaiserstraße 1, 76133 Karlsruhe');
    await page.locator('main form button').last().click();
    for (const builtIn of ['datenschutz', 'barrierefreiheit']) {
      await go(`/de/admin/seiten/${builtIn}`);
      await page.getByLabel('Wir haben ihn geprüft').check();
      await page.locator('main form button').last().click();
    }
    await go(`${town}/bearbeiten/wer-beobachtet`);
    await page.locator('[name=name]').fill('Klimagruppe');
    await page.locator('[name=relation]').first().check();
    for (const name of ['contact', 'sources', 'method', 'responsibleName', 'responsibleAddress']) {
      await page.locator(`[name=${name}]`).fill('Klimagruppe, Kaiserstraße 1, 76133 Karlsruhe');
    }
    await page.locator('main form button').last().click();

    await go(`${town}/bearbeiten/veroeffentlichen`);
    await page.locator('[name=also]').check();
    await press('Jetzt veröffentlichen');

    const citizen = await (
      await browser.newContext({ viewport: { width: 360, height: 740 } })
    ).newPage();
    await citizen.goto(server.url + town);
    const dashboard = await citizen.locator('main').innerText();
    expect(dashboard).toContain('Klimaschutz in Karlsruhe');
    expect(dashboard).toContain('75 Maßnahmen');
    expect(dashboard).toContain('Wärme und Strom');
    expect(await overflowOf(citizen)).toEqual([]);
    await citizen.goto(`${server.url}${town}/massnahmen`);
    expect(await citizen.locator('main').innerText()).toContain('Energieleitplan');
  }, 240_000);
});
