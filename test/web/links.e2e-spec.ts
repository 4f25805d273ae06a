import type { Browser } from 'playwright-core';
import { PretendedInternet } from '@klimaspur/links/testing';
import { formatDay } from '@klimaspur/messages';
import { LinkWatch } from '../../apps/api/src/links/link-watch.js';
import { TestApp } from '../api/app.js';
import { launchChromium } from './chromium.js';
import { formIn, post, problemsIn } from './forms.js';
import { keepTheRulesOfPages } from './page-rules.js';
import { sessionOf } from './session.js';
import { brokenLinkForms, brokenLinkPages } from './walked-pages.js';
import { knownThings } from './walked-things.js';

const DAY = 86_400_000;
const today = Date.now();
const gone = 'http://stadt.example/vorlage.pdf';
const there = 'http://presse.example/bericht';
const site = '/de/kommunen/teststadt';
const list = `${site}/bearbeiten/links`;

let internet: PretendedInternet;
let app: TestApp;
let town: string;
let measure: string;
let decision: string;
let since: string;
let lost = true;
let browser: Browser;
let session: string;

const page = async (path: string, token?: null) =>
  app.ask({ path, headers: { accept: 'text/html' }, ...(token === null ? { token } : {}) });
/** What a page says, without its tags. */
const words = async (path: string, token?: null): Promise<string> =>
  (await page(path, token)).text.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
const look = async (...days: readonly number[]) => {
  await app.settle();
  for (const day of days) await app.app.get(LinkWatch).look(() => today + day * DAY);
};
const evidence = (...urls: readonly string[]) =>
  urls.map((url, index) => ({ kind: 'paper', title: `Vorlage ${index + 1}`, url }));

beforeAll(async () => {
  const everywhere = ['93.184.216.34'];
  internet = await PretendedInternet.start(
    { 'stadt.example': everywhere, 'presse.example': everywhere },
    ({ headers }, response) =>
      void response.writeHead(lost && headers.host === 'stadt.example' ? 404 : 200).end(),
  );
  app = await TestApp.start({ KLIMASPUR_LINK_CHECK: 'on' }, { internet, pauseMs: 0 });
  since = formatDay(new Date(today).toLocaleDateString('sv', { timeZone: 'Europe/Berlin' }), 'de');
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  const organ = await app.given('organs', {
    ...{ municipality: town, kind: 'COUNCIL', decidesFinally: true },
    text: { name: 'Gemeinderat' },
  });
  measure = await app.given('measures', { municipality: town, text: { title: 'Bäume pflanzen' } });
  await app.post(`measures/${measure}/publish-measure`, {});
  await app.post(`measures/${measure}/start-implementation`, {
    ...{ occurredOn: '2024-03-01', text: { evidence: evidence(gone, there) } },
  });
  decision = await app.given('decisions', {
    ...{ municipality: town, organ, outcome: 'ADOPTED', final: true, occurredOn: '2024-02-01' },
    effects: [{ measure, effect: 'ADOPTS', scope: 'FULL' }],
    text: { title: 'Sammelbeschluss', evidence: evidence(gone) },
  });
  await app.post(`municipalities/${town}/set-target`, {
    ...{ targetYear: 2040, text: { evidence: evidence(gone) } },
  });
  await app.publish(town);
  const { json } = await app.post('login-links', { role: 'LEAD', municipality: town });
  session = await sessionOf({ url: app.url, link: String(json['url']) });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await internet.stop();
});

describe('a link that was not found once', () => {
  it('is not spoken of', async () => {
    await look(0);
    expect(internet.asked).toContain('GET stadt.example/vorlage.pdf');
    expect(await words(`${site}/massnahmen/${measure}`, null)).not.toContain(
      'nicht mehr erreichbar',
    );
    expect(await words('/de/arbeit')).not.toContain('nicht mehr erreichbar');
    expect(await words(list)).toContain('Zurzeit ist kein Link als nicht erreichbar bekannt.');
  });
});

describe('a link that was not found on three days', () => {
  let before: string | null;
  beforeAll(async () => {
    before = (await page(`${site}/massnahmen/${measure}`, null)).headers.get('etag');
    await look(0, 1, 4);
  });

  it.each([
    ['the measure', () => `${site}/massnahmen/${measure}`],
    ['its history', () => `${site}/massnahmen/${measure}/verlauf`],
    ['the decision', () => `${site}/beschluesse/${decision}`],
    ['the dashboard, where the target rests on it', () => site],
  ])('is called unreachable on the page of %s', async (_name, path) => {
    const said = await words(path(), null);
    expect(said).toContain(
      `Vorlage 1 (öffnet stadt.example) Link nicht mehr erreichbar seit ${since}`,
    );
    expect(said).not.toContain('presse.example) Link nicht mehr');
  });

  it('is called so in English', async () => {
    const said = await words(`/en/municipalities/teststadt/measures/${measure}`, null);
    expect(said).toContain('Link no longer reachable since');
  });

  it('makes another page of the same entries for those who have it already', async () => {
    const path = `${site}/massnahmen/${measure}`;
    const headers = { 'if-none-match': before ?? '' };
    const { status, headers: answered } = await app.ask({ path, token: null, headers });
    expect(status).toBe(200);
    const again = { 'if-none-match': answered.get('etag') ?? '' };
    expect((await app.ask({ path, token: null, headers: again })).status).toBe(304);
  });

  it('is on the first page after signing in, and on the list of what can be done', async () => {
    expect(await words('/de/arbeit')).toContain('3 Links nicht mehr erreichbar');
    expect((await page('/de/arbeit')).text).toContain(`href="${list}"`);
    expect(await words(`${site}/bearbeiten`)).toContain('3 Links');
  });

  it('is listed wherever it stands, each with a way to mend it', async () => {
    const { text } = await page(list);
    for (const href of [
      `${list}/measure-${measure}/`,
      `${list}/decision-${decision}/`,
      `${site}/bearbeiten/zieljahr`,
    ]) {
      expect(text).toContain(`href="${href}`);
    }
    expect(await words(list)).toContain(
      `Zieljahr festgelegt: Vorlage 1 Link nicht mehr erreichbar seit ${since}. Der Server kennt`,
    );
  });

  it('is listed for those who work there alone', async () => {
    const { status, headers } = await page(list, null);
    expect([status, headers.get('location')]).toEqual([303, expect.stringContaining('anmelden')]);
  });
});

/** Where a broken link of this stream can be mended. */
const formOf = async (stream: string): Promise<string> => {
  const { text } = await page(list);
  return new RegExp(`href="(${list}/${stream}/[^"]+)"`).exec(text)![1]!;
};

describe('with links that are gone', () => {
  const { known, of } = knownThings();
  beforeAll(async () => {
    Object.assign(known, { town: 'teststadt', measure, decision });
    const [stream, entry] = (await formOf(`measure-${measure}`)).split('/').slice(-2);
    Object.assign(known, { 'broken stream': stream, 'broken entry': entry });
  });
  keepTheRulesOfPages(
    () => ({ url: app.url, browser, session }),
    brokenLinkPages(of),
    brokenLinkForms(of),
  );
});

describe('„Beleg ergänzen“', () => {
  it('names the old address, and what is wrong with the new one', async () => {
    const path = await formOf(`measure-${measure}`);
    const { text } = await page(path);
    expect(text).toContain('Neue Adresse: Vorlage 1');
    expect(text).toContain(gone);
    expect(text).not.toContain('Vorlage 2');
    const sent = await post(app, path, { ...formIn(text), 'address.0': 'keine Adresse' });
    expect(sent.status).toBe(400);
    expect(problemsIn(sent.text)).toHaveLength(1);
    expect(sent.text).toContain('value="keine Adresse"');
  });

  it('says nothing where nothing was filled in', async () => {
    const path = await formOf(`measure-${measure}`);
    const events = await app.eventsOf(`measure-${measure}`);
    const sent = await post(app, path, formIn((await page(path)).text));
    expect([sent.status, sent.headers.get('location')]).toEqual([303, list]);
    expect(await app.eventsOf(`measure-${measure}`)).toEqual(events);
  });

  it.each([
    ['measure', () => measure, () => `${site}/massnahmen/${measure}`],
    ['decision', () => decision, () => `${site}/beschluesse/${decision}`],
  ])(
    'puts the same evidence of a %s beside the old one, and takes it off the list',
    async (category, id, shown) => {
      const stream = `${category}-${id()}`;
      const path = await formOf(stream);
      const filled = { ...formIn((await page(path)).text), 'address.0': `${there}/neu` };
      expect((await post(app, path, filled)).status).toBe(303);
      const last = (await app.eventsOf(stream)).findLast(({ type }) => type === 'EvidenceAdded');
      expect(last?.data).toMatchObject({
        text: { evidence: [{ kind: 'paper', title: 'Vorlage 1', url: `${there}/neu` }] },
      });
      await app.settle();
      const said = await words(shown(), null);
      expect(said).toContain('Vorlage 1 (öffnet presse.example)');
      expect(said).toContain('Link nicht mehr erreichbar seit');
      expect((await page(list)).text).not.toContain(`${list}/${stream}/`);
      // Sent twice, or opened again by the way back.
      const again = await post(app, path, filled);
      expect([again.status, again.headers.get('location')]).toEqual([303, list]);
    },
  );
});

describe('a link that can be reached again', () => {
  it('is no longer spoken of', async () => {
    expect(await words(site, null)).toContain('nicht mehr erreichbar');
    lost = false;
    await look(11);
    for (const path of [site, `${site}/massnahmen/${measure}`, '/de/arbeit', list]) {
      expect(await words(path)).not.toContain(`nicht mehr erreichbar seit ${since}`);
    }
    expect(await words('/de/arbeit')).not.toContain('nicht mehr erreichbar');
  });
});
