import type { Browser, Page } from 'playwright-core';
import { TestApp } from '../api/app.js';
import { launchChromium } from './chromium.js';
import { open, type Opened, settle } from './page-checks.js';

const note = 'Der Beirat fand die Zahlen „zu schön“.';
let app: TestApp;
let browser: Browser;
let proof: string;
let other: string;

beforeAll(async () => {
  app = await TestApp.start();
  const town = await app.given('municipalities', { text: { name: 'Prüfstadt' } });
  const measure = await app.given('measures', { municipality: town, text: { title: 'Radweg' } });
  await app.post(`measures/${measure}/report-delay`, { reason: 'STAFF', text: { note } });
  const events = await app.eventsOf(`measure-${measure}`);
  const proofOf = async (id: string) =>
    (await app.ask({ path: `/api/v1/entries/${id}/proof` })).text;
  proof = await proofOf(events.at(-1)!.id);
  other = await proofOf(events[0]!.id);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await app.stop();
});

const changed = (change: (file: Record<string, unknown>) => Record<string, unknown>): string =>
  JSON.stringify(change(JSON.parse(proof) as Record<string, unknown>));

describe('the page that checks a proof, in a browser', () => {
  let opened: Opened;
  let page: Page;
  beforeAll(async () => {
    opened = await open(browser, `${app.url}/de/pruefen`, {});
    page = opened.page;
    await settle(page);
    expect(opened.asked.some((request) => request.url().includes('proof-judge'))).toBe(false);
    await page.evaluate(() => customElements.whenDefined('proof-check'));
    await page.mouse.move(20, 20);
    await page.getByText('braucht diese Seite kein Netz mehr').waitFor();
    await page.context().setOffline(true);
  });

  const check = async (source: string) => {
    const before = opened.asked.length;
    await page.getByLabel('Text des Nachweises').fill(source);
    await page.getByRole('button', { name: 'Prüfen' }).click();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H2');
    const words = await page.locator('[data-part=result]').innerText();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    expect(opened.asked.length).toBe(before);
    return words;
  };

  it('shows what is proven without a network, in words', async () => {
    const words = await check(proof);
    expect(words).toContain('Der Nachweis stimmt\n');
    expect(words).toContain(note);
    expect(words).toMatch(/Was\s+Verzögerung/);
    expect(words).toContain('Es heißt nicht, dass stimmt');
    expect(words).toContain('Geprüft hat Ihr Browser');
  });

  it('takes a file', async () => {
    await page.setInputFiles('input[type=file]', {
      name: 'nachweis.json',
      mimeType: 'application/json',
      buffer: Buffer.from(other),
    });
    await page.waitForFunction(() => document.activeElement?.tagName === 'H2');
    expect(await page.locator('[data-part=result]').innerText()).toContain('Radweg');
  });

  it.each<[string, () => string, string]>([
    ['a changed text', () => proof.replace('zu schön', 'richtig'), 'nicht der unterschriebene'],
    [
      'another entry',
      () => changed((file) => ({ ...file, event: (JSON.parse(other) as { event: object }).event })),
      'nicht der unterschriebene',
    ],
    ['a text without its salt', () => proof.replace(/,"salt":"\w+"/, ''), 'Text und Salz'],
    [
      'a wrong path',
      () =>
        changed((file) => ({ ...file, proof: String(file['proof']).replace('index ', 'index 9') })),
      'Der Rechenweg ist falsch',
    ],
    [
      'a forged signature',
      () => changed((file) => ({ ...file, proof: forged(String(file['proof'])) })),
      'Die Unterschrift ist falsch',
    ],
    [
      'another key',
      () =>
        changed((file) => ({
          ...file,
          key: String(file['key']).replace('klimaspur/', 'klimaspur/x'),
        })),
      'einem anderen Schlüssel',
    ],
    ['half a file', () => proof.slice(0, 100), 'abgeschnitten'],
    ['what is no proof', () => '{}', 'kein Nachweis'],
  ])('refuses %s, and says what is wrong', async (_what, source, words) => {
    const said = await check(source());
    expect(said).toContain('Der Nachweis stimmt nicht');
    expect(said).toContain(words);
    expect(said).not.toContain(note);
  });

  it('complains of nothing', () => expect(opened.complaints).toEqual([]));
});

/** One letter of the signature is another. */
const forged = (text: string): string => {
  const at = text.lastIndexOf(' ') + 30;
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
};

describe('the page that checks a proof, without a script', () => {
  const send = (body: Readonly<Record<string, string>>, path = '/de/pruefen') =>
    app.ask({
      path,
      method: 'POST',
      token: null,
      headers: { origin: app.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(body).toString(),
    });

  it('lets the server check, which says so', async () => {
    const { status, text } = await send({ proof });
    expect(status).toBe(200);
    expect(text).toContain('Der Nachweis stimmt</h2>');
    expect(text).toContain('der Server, dem Sie vielleicht gerade nicht trauen');
    expect(text).toContain('zu schön');
  });

  it('refuses a false one, in English as well', async () => {
    const { text } = await send({ proof: proof.replace('zu schön', 'richtig') }, '/en/verify');
    expect(text).toContain('The proof does not hold');
    expect(text).toContain('not the one that was signed');
    expect((await send({})).text).toContain('kein JSON');
  });
});
