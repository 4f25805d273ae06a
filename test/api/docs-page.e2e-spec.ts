import type { Browser } from 'playwright-core';
import { launchChromium } from '../web/chromium.js';
import { TestApp } from './app.js';

let klimaspur: TestApp;
let browser: Browser;
beforeAll(async () => {
  klimaspur = await TestApp.start();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await klimaspur.stop();
});

describe('the page of the API', () => {
  it('works in a browser, asks nobody else and breaks no rule of ours', async () => {
    const page = await browser.newPage();
    const [asked, complaints]: [string[], string[]] = [[], []];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${klimaspur.url}/api/docs`);
    await page.locator('#operations-tag-measures').click();
    await page.getByText('/api/v1/measures/{id}/start-implementation').waitFor();
    await page.locator('#operations-tag-roundtables').click();
    await page.getByText('/api/v1/roundtables/{id}/conclude-item').waitFor();
    expect(complaints).toEqual([]);
    const elsewhere = asked.filter(
      (url) => !url.startsWith(klimaspur.url) && !url.startsWith('data:'),
    );
    expect(elsewhere).toEqual([]);
  });
});

describe('signing in', () => {
  it('works in a browser by the link alone, and lets its session write', async () => {
    const { json } = await klimaspur.post('login-links', { role: 'OPERATOR' });
    const page = await browser.newPage({ baseURL: klimaspur.url });
    await page.goto(json['url'] as string);
    await page.getByLabel('Unter welcher Bezeichnung').fill('AG Klima');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.waitForURL(/\/de\/arbeit$/);
    const status = await page.evaluate(async () => {
      const answer = await fetch('/api/v1/municipalities', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: { name: 'Musterstadt' } }),
      });
      return answer.status;
    });
    expect(status).toBe(201);
  });
});
