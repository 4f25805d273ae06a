import type { Browser } from 'playwright-core';
import { importPath, uploadPath } from '../../apps/api/src/web/imports/import-paths.js';
import { type RunningServer, startBuiltServer } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';
import { keepTheRulesOfPages } from './page-rules.js';
import { sessionOf } from './session.js';
import { uploaded } from './uploads.js';

let server: RunningServer;
let browser: Browser;
let session: string;
let upload: string;

const done = 'Wie es weitergeht';

/** Takes the list over, and waits until its page says what was done. */
const takeOver = async (path: string): Promise<void> => {
  const headers = { cookie: `klimaspur=${session}`, origin: server.url };
  const body = new URLSearchParams({ act: 'apply', acceptGoodRows: 'yes', standOn: '30.4.2024' });
  const sent = await fetch(server.url + path, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
  });
  expect(sent.status).toBe(303);
  for (;;) {
    const page = await (await fetch(server.url + path, { headers })).text();
    if (page.includes(done)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

beforeAll(async () => {
  server = await startBuiltServer({ KLIMASPUR_EXAMPLE: 'no' });
  browser = await launchChromium();
  session = await sessionOf(server);
  upload = await uploaded(server.url, importPath('de'), session);
  await takeOver(uploadPath('de', undefined, upload));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

keepTheRulesOfPages(
  () => ({ url: server.url, browser, session }),
  {},
  { 'what a list brought': (lang) => uploadPath(lang, undefined, upload) },
);
