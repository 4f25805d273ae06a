import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { TestApp } from '../api/app.js';
import { launchChromium } from './chromium.js';
import { dayFromNow, givenTable } from './given-table.js';
import { keepTheRulesOfPages } from './page-rules.js';
import { sessionOf } from './session.js';
import { minutesPages, workOn } from './walked-pages.js';
import { knownThings } from './walked-things.js';

let app: TestApp;
let browser: Browser;
let session: string;
const { known, of } = knownThings();

/** A meeting whose minutes are with the participants: a dissent, a question, a promise, and a wish for a change. */
beforeAll(async () => {
  app = await TestApp.start();
  browser = await launchChromium();
  const { town, table, meeting, club, office, say } = await givenTable(app);
  const { json } = await app.post('login-links', { role: 'LEAD', municipality: town });
  session = await sessionOf({ url: app.url, link: String(json['url']) });
  const on = dayFromNow(-7);
  const added = async (topic: string) => {
    const item = randomUUID();
    const text = { topic, commonGround: 'Alle wollen sichere Wege.' };
    await say('add-item', { item, meeting, kind: 'PROPOSAL', rank: 1, broughtBy: club, text });
    return item;
  };
  const concluded = (item: string, result: string, more: object) =>
    say('conclude-item', { occurredOn: on, item, meeting, result, ...more });
  const text = { text: 'Darüber wurde lange gesprochen.' };
  const item = await added('Radweg am Kanal');
  await concluded(item, 'DISSENT', { dissent: [club, office], text });
  await say('release-dissent', { item, actor: office });
  const asked = await added('Tempo 30 vor der Schule');
  const handedOver = { handedTo: 'ADMINISTRATION', recipient: office, answerBy: dayFromNow(-1) };
  await concluded(asked, 'HANDED_OVER', { ...handedOver, text });
  const open = await added('Seilbahn');
  for (const topic of ['Zebrastreifen', 'Ständer am Bahnhof', 'Bäume am Markt']) {
    await concluded(await added(topic), 'CONSENSUS', { text });
  }
  const [followUp, what] = [randomUUID(), 'Wege zählen'];
  const promise = { followUp, actor: club, meeting, item, due: dayFromNow(-2) };
  await say('agree-follow-up', { occurredOn: on, ...promise, text: { what } });
  const summary = 'Ein langer Abend.';
  await say('hold-meeting', {
    ...{ occurredOn: on, meeting, groups: [club, office], guests: 2, text: { summary } },
  });
  await say('circulate-protocol', { meeting, approvalUntil: dayFromNow(14), text: {} });
  const note = 'Vier Wege, nicht drei';
  await say('object-to-protocol', { meeting, actor: club, item, text: { note } });
  await app.settle();
  Object.assign(known, { town: 'musterstadt', table, meeting, item, open, followUp, actor: club });
});

afterAll(async () => {
  await browser?.close();
  await app.stop();
});

keepTheRulesOfPages(() => ({ url: app.url, browser, session }), {}, minutesPages(of));

describe('the minutes on paper', () => {
  it('of an evening with six items fit one sheet, footer and all', async () => {
    const context = await browser.newContext();
    await context.addCookies([{ name: 'klimaspur', value: session, url: app.url }]);
    const page = await context.newPage();
    await page.goto(
      app.url + workOn(of, 'de', 'tables', ':table', 'meetings', ':meeting', 'protocol'),
    );
    expect(await page.locator('main > .minutes').count()).toBe(8);
    const pdf = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await context.close();
  });
});
