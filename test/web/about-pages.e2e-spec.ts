import type { Browser } from 'playwright-core';
import { inboxPath, noticePath } from '../../apps/api/src/web/notices/notice-paths.js';
import { type RunningServer, startBuiltServer } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';
import { keepTheRulesOfPages } from './page-rules.js';
import { sessionOf } from './session.js';
import { aboutForms, aboutPages } from './walked-pages.js';
import { knownThings } from './walked-things.js';

let server: RunningServer;
let browser: Browser;
let session: string;
const { known, of } = knownThings();

beforeAll(async () => {
  server = await startBuiltServer({ KLIMASPUR_EXAMPLE: 'yes' });
  browser = await launchChromium();
  session = await sessionOf(server);
  const measures = await fetch(`${server.url}/api/v1/measures?limit=1`);
  const { items } = (await measures.json()) as { items: [{ id: string }] };
  known.town = 'musterstadt-am-main';
  known.measure = items[0].id;
  await fetch(server.url + noticePath('de', known.town, known.measure), {
    method: 'POST',
    headers: { origin: server.url },
    body: new URLSearchParams({ text: 'Es waren dreißig.', source: 'https://amtsblatt.example' }),
  });
  const inbox = await fetch(server.url + inboxPath('de', known.town), {
    headers: { cookie: `klimaspur=${session}` },
  });
  known.notice = /hinweise\/([0-9a-f-]{36})/.exec(await inbox.text())![1]!;
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

keepTheRulesOfPages(() => ({ url: server.url, browser, session }), aboutPages(of), aboutForms(of));
