import type { Browser } from 'playwright-core';
import { type RunningServer, startBuiltServer } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';
import { keepTheRulesOfPages, type Pages } from './page-rules.js';
import { sessionOf } from './session.js';

let server: RunningServer;
let browser: Browser;
let session: string;

beforeAll(async () => {
  server = await startBuiltServer({ KLIMASPUR_EXAMPLE: 'yes' });
  browser = await launchChromium();
  session = await sessionOf(server);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const either = (de: string, en: string) => (lang: 'de' | 'en') =>
  lang === 'de' ? `/de/${de}` : `/en/${en}`;
const town = 'musterstadt-am-main';

const publicPages: Pages = {
  'what is local monitoring': either('was-ist-local-monitoring', 'what-is-local-monitoring'),
  method: either('methodik', 'method'),
  'open data': either('daten', 'data'),
  'who observes': either(`kommunen/${town}/wer-beobachtet`, `municipalities/${town}/who-observes`),
  imprint: either('impressum', 'imprint'),
  privacy: either('datenschutz', 'privacy'),
  accessibility: either('barrierefreiheit', 'accessibility'),
  'easy language': either('leichte-sprache', 'easy-language'),
};

const signedInPages: Pages = {
  'form of who observes': either(
    `kommunen/${town}/bearbeiten/wer-beobachtet`,
    `municipalities/${town}/edit/who-observes`,
  ),
  'texts of the operator': either('admin/seiten', 'admin/pages'),
  'form of the imprint': either('admin/seiten/impressum', 'admin/pages/imprint'),
  'form of the privacy text': either('admin/seiten/datenschutz', 'admin/pages/privacy'),
};

keepTheRulesOfPages(() => ({ url: server.url, browser, session }), publicPages, signedInPages);
