import type { Browser, Page } from 'playwright-core';
import { accountPath } from '../../apps/api/src/web/account/account-paths.js';
import { barrierInboxPath, barrierPath } from '../../apps/api/src/web/barriers/barrier-paths.js';
import { homePath } from '../../apps/api/src/web/home/home-path.js';
import { importPath } from '../../apps/api/src/web/imports/import-paths.js';
import { inboxPath, noticePath } from '../../apps/api/src/web/notices/notice-paths.js';
import { workPath } from '../../apps/api/src/web/paths.js';
import { publishTown } from '../tools/publish-town.js';
import { type RunningServer, startBuiltServer, token } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';
import { barriersOf, open, overflowOf } from './page-checks.js';
import { keepTheRulesOfPages } from './page-rules.js';
import { sessionOf } from './session.js';
import { uploaded } from './uploads.js';
import { teamPages } from './walked-pages.js';
import { knownThings } from './walked-things.js';

let server: RunningServer;
let browser: Browser;
let session: string;
const { known, of } = knownThings();
/** Where the log stood after the last write. */
let written = '';
const town = 'teststadt-am-oberen-fluss';
const email = 'hannelore@example.org';

const post = async (path: string, body: unknown) => {
  const answer = await fetch(`${server.url}/api/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  written = answer.headers.get('klimaspur-position') ?? written;
  return (await answer.json()) as { id: string; url: string };
};
const linkFor = (role: string, municipality: string) => post('login-links', { role, municipality });

/** A town with a team of two, an invitation that waits, and a notice. */
beforeAll(async () => {
  server = await startBuiltServer({});
  browser = await launchChromium();
  session = await sessionOf(server);
  const { id } = await post('municipalities', { text: { name: 'Teststadt am oberen Fluss' } });
  await publishTown(server, id, token);
  const { url: link } = await linkFor('MONITOR', id);
  await sessionOf({ ...server, link }, 'Arbeitsgemeinschaft Rad und Fußverkehr der Teststadt');
  await linkFor('LEAD', id);
  const measure = await post('measures', { municipality: id, text: { title: 'Bäume pflanzen' } });
  await post(`measures/${measure.id}/publish-measure`, {});
  // A page that waits until all of that is shown; forms do not wait.
  await fetch(`${server.url}/api/v1/measures`, { headers: { 'klimaspur-after': written } });
  for (const form of [noticePath('de', town, measure.id), barrierPath('de')]) {
    await fetch(server.url + form, {
      method: 'POST',
      headers: { origin: server.url },
      body: new URLSearchParams({ text: 'Es waren dreißig.', source: '/de/kommunen', email }),
    });
  }
  known.town = town;
  known.upload = await uploaded(server.url, importPath('de', town), session);
  const seen = async (path: string) =>
    (await fetch(server.url + path, { headers: { cookie: `klimaspur=${session}` } })).text();
  const people = await seen(workPath('de', town, 'people'));
  known.person = /personen\/([0-9a-f-]{36})\/[^"]*rolle=MONITOR/.exec(people)![1]!;
  known.barrier = /barrieren\/([0-9a-f-]{36})/.exec(await seen(barrierInboxPath('de')))![1]!;
  known.notice = /hinweise\/([0-9a-f-]{36})/.exec(await seen(inboxPath('de', town)))![1]!;
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

keepTheRulesOfPages(() => ({ url: server.url, browser, session }), {}, teamPages(of));

describe('the first page after signing in', () => {
  it('leads to open notices, people, the own account and the texts of the operator', async () => {
    const headers = { cookie: `klimaspur=${session}` };
    const html = await (await fetch(server.url + homePath('de'), { headers })).text();
    expect(html).toMatch(
      new RegExp(`href="${inboxPath('de', town)}"><span class="tile__number">1</span>`),
    );
    for (const path of [workPath('de', town, 'people'), accountPath('de'), '/de/admin/seiten']) {
      expect(html).toContain(`href="${path}"`);
    }
  });
});

describe.each([
  ['de', 'Anmelden', 'Dieser Anmeldelink wurde schon benutzt.', 'Sie sind schon angemeldet als'],
  ['en', 'Sign in', 'This sign-in link has been used already.', 'You are signed in already, as'],
] as const)(
  'a new user with a printed link, on a telephone without JavaScript, in %s',
  (lang, button, used, already) => {
    let page: Page;
    let link: string;
    const words = () => page.locator('main').innerText();
    const fits = async () => expect(await overflowOf(page)).toEqual([]);
    /** Axe itself is a script: it looks at the page in a browser that has some. */
    const barriers = async () => {
      const seen = await open(browser, link, { viewport: { width: 360, height: 740 } });
      const found = await barriersOf(seen.page);
      await seen.context.close();
      return found;
    };

    beforeAll(async () => {
      const telephone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
      page = await (await browser.newContext(telephone)).newPage();
      const { url } = await post('login-links', { role: 'OPERATOR' });
      link = lang === 'de' ? url : url.replace('/de/anmelden', '/en/sign-in');
    });

    it('is asked for a name first, and told in words where it is missing', async () => {
      await page.goto(link);
      await fits();
      expect(await barriers()).toEqual([]);
      await page.getByRole('button', { name: button }).last().click();
      expect(await page.locator('[aria-invalid=true]').count()).toBe(1);
      await fits();
    });

    it('is let in to what there is to do', async () => {
      await page.getByRole('textbox').fill('Hannelore');
      await page.getByRole('button', { name: button }).last().click();
      expect(new URL(page.url()).pathname).toBe(homePath(lang));
      expect(await words()).toContain('Hannelore');
      await fits();
    });

    it('is told that a link works once, and what to do', async () => {
      await page.goto(link);
      expect(await words()).toContain(used);
      expect(await words()).toContain(already);
      await fits();
      await page.context().clearCookies();
      await page.goto(link);
      expect(await words()).toContain('klimaspur login-link');
      await fits();
      expect(await barriers()).toEqual([]);
    });
  },
);
