import type { Browser } from 'playwright-core';
import { type RunningServer, startBuiltServer } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';
import { keepTheRulesOfPages, type Pages } from './page-rules.js';
import { sessionOf } from './session.js';

let server: RunningServer;
let browser: Browser;
let session: string;
let measure: string;
let notice: string;

beforeAll(async () => {
  server = await startBuiltServer({ KLIMASPUR_EXAMPLE: 'yes' });
  browser = await launchChromium();
  session = await sessionOf(server);
  const measures = await fetch(`${server.url}/api/v1/measures?limit=1`);
  const { items } = (await measures.json()) as { items: [{ id: string }] };
  measure = items[0].id;
  await fetch(server.url + noticeForm('de'), {
    method: 'POST',
    headers: { origin: server.url },
    body: new URLSearchParams({ text: 'Es waren dreißig.', source: 'https://amtsblatt.example' }),
  });
  const inbox = await fetch(`${server.url}/de/kommunen/${town}/bearbeiten/hinweise`, {
    headers: { cookie: `klimaspur=${session}` },
  });
  notice = /hinweise\/([0-9a-f-]{36})/.exec(await inbox.text())![1]!;
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const either = (de: string, en: string) => (lang: 'de' | 'en') =>
  lang === 'de' ? `/de/${de}` : `/en/${en}`;
const town = 'musterstadt-am-main';

const noticeForm = (lang: 'de' | 'en') =>
  either(
    `kommunen/${town}/massnahmen/${measure}/hinweis`,
    `municipalities/${town}/measures/${measure}/notice`,
  )(lang);
const inboxOf = (lang: 'de' | 'en') =>
  either(`kommunen/${town}/bearbeiten/hinweise`, `municipalities/${town}/edit/notices`)(lang);

const publicPages: Pages = {
  'form of a notice': noticeForm,
  'thanks for a notice': (lang) => `${noticeForm(lang)}/${lang === 'de' ? 'danke' : 'thanks'}`,
  'what is local monitoring': either('was-ist-local-monitoring', 'what-is-local-monitoring'),
  method: either('methodik', 'method'),
  'open data': either('daten', 'data'),
  'who observes': either(`kommunen/${town}/wer-beobachtet`, `municipalities/${town}/who-observes`),
  imprint: either('impressum', 'imprint'),
  privacy: either('datenschutz', 'privacy'),
  accessibility: either('barrierefreiheit', 'accessibility'),
  'form to report a barrier': either('barriere-melden', 'report-barrier'),
  'thanks for a report': either('barriere-melden/danke', 'report-barrier/thanks'),
  'easy language': either('leichte-sprache', 'easy-language'),
};

const signedInPages: Pages = {
  inbox: inboxOf,
  'one notice': (lang) => `${inboxOf(lang)}/${notice}`,
  'delete a notice': (lang) =>
    `${inboxOf(lang)}/${notice}/${lang === 'de' ? 'loeschen' : 'delete'}`,
  'form of who observes': either(
    `kommunen/${town}/bearbeiten/wer-beobachtet`,
    `municipalities/${town}/edit/who-observes`,
  ),
  'texts of the operator': either('admin/seiten', 'admin/pages'),
  'form of the imprint': either('admin/seiten/impressum', 'admin/pages/imprint'),
  'form of the privacy text': either('admin/seiten/datenschutz', 'admin/pages/privacy'),
};

keepTheRulesOfPages(() => ({ url: server.url, browser, session }), publicPages, signedInPages);
