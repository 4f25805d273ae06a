import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import { PretendedInternet } from '@klimaspur/links/testing';
import { LinkHealth } from '../../apps/api/src/links/link-health.js';
import { LinkWatch } from '../../apps/api/src/links/link-watch.js';
import { TestApp } from './app.js';

const DAY = 86_400_000;
const today = Date.now();

let folder: string;
let internet: PretendedInternet;
let app: TestApp;
let town: string;
let missing: Set<string>;
let answer: (response: ServerResponse, address: string) => void;

const start = async (more: Readonly<Record<string, string>> = {}) => {
  app = await TestApp.start(
    { KLIMASPUR_DATA: folder, KLIMASPUR_LINK_CHECK: 'on', ...more },
    { internet, pauseMs: 0 },
  );
};
/** What was asked in a look that many days from now. */
const asked = async (days: number): Promise<string[]> => {
  const before = internet.asked.length;
  await app.settle();
  await app.app.get(LinkWatch).look(() => today + days * DAY);
  return internet.asked.slice(before).sort();
};
const since = (url: string) => app.app.get(LinkHealth).since(url);

const evidence = (...urls: readonly string[]) => ({
  text: { evidence: urls.map((url) => ({ kind: 'paper', title: 'Vorlage', url })) },
});
const measureWith = async (...urls: readonly string[]): Promise<string> => {
  const id = await app.given('measures', { municipality: town, text: { title: 'Radweg' } });
  await app.post(`measures/${id}/start-implementation`, {
    occurredOn: '2024-03-01',
    ...evidence(...urls),
  });
  return id;
};
const publish = (measure: string) => app.post(`measures/${measure}/publish-measure`, {});
/** The entry that says that the work began. */
const entryOf = async (measure: string) => (await app.eventsOf(`measure-${measure}`))[1]!.id;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
  missing = new Set();
  answer = (response, address) => void response.writeHead(missing.has(address) ? 404 : 200).end();
  const everywhere = ['93.184.216.34'];
  internet = await PretendedInternet.start(
    { 'stadt.example': everywhere, 'presse.example': everywhere },
    (request, response) => answer(response, `${request.headers.host}${request.url}`),
  );
  await start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
});
afterEach(async () => {
  await app.stop();
  await internet.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a link is asked', () => {
  it('once it is public, and never before', async () => {
    const measure = await measureWith('http://stadt.example/a#page=2', 'http://stadt.example/a');
    expect(await asked(0)).toEqual([]);
    await app.publish(town);
    expect(await asked(1)).toEqual([]);
    await publish(measure);
    expect(await asked(2)).toEqual(['HEAD stadt.example/a']);
    await app.post(`measures/${measure}/unpublish-measure`, { text: { reason: 'Irrtum' } });
    expect(await asked(40)).toEqual([]);
  });

  it('wherever it stands: with votes, plans, papers and the town itself', async () => {
    await app.publish(town);
    const organ = await app.given('organs', {
      ...{ municipality: town, kind: 'COUNCIL', decidesFinally: true },
      text: { name: 'Gemeinderat' },
    });
    const measure = await app.given('measures', { municipality: town, text: { title: 'Radweg' } });
    await publish(measure);
    await app.given('decisions', {
      ...{ municipality: town, organ, outcome: 'ADOPTED', final: true },
      effects: [{ measure, effect: 'ADOPTS', scope: 'FULL' }],
      text: { title: 'Sammelbeschluss', ...evidence('http://stadt.example/vote').text },
    });
    const described = {
      title: 'Radweg',
      papers: [{ number: '1', url: 'http://presse.example/paper' }],
    };
    const etag = { 'if-match': '"2"' };
    await app.post(`measures/${measure}/describe-measure`, { text: described }, etag);
    await app.post(`municipalities/${town}/set-target`, {
      targetYear: 2040,
      ...evidence('http://stadt.example/target'),
    });
    expect(await asked(0)).toEqual([
      'HEAD presse.example/paper',
      'HEAD stadt.example/target',
      'HEAD stadt.example/vote',
    ]);
  });

  it('no longer when its entry was taken back or corrected', async () => {
    await app.publish(town);
    const measure = await measureWith('http://stadt.example/a');
    await publish(measure);
    const entry = await entryOf(measure);
    expect(await asked(0)).toEqual(['HEAD stadt.example/a']);
    await app.post(`measures/${measure}/correct-entry`, {
      ...{ entry, occurredOn: '2024-03-01', replacement: {} },
      text: { reason: 'Link falsch', replacement: evidence('http://stadt.example/b').text },
    });
    expect(await asked(40)).toEqual(['HEAD stadt.example/b']);
    await app.post(`measures/${measure}/void-entry`, { entry, text: { reason: 'Irrtum' } });
    expect(await asked(80)).toEqual([]);
  });

  it('when a correction brought it, or the withdrawal of a correction brought it back', async () => {
    await app.publish(town);
    const measure = await app.given('measures', { municipality: town, text: { title: 'Radweg' } });
    await publish(measure);
    const started = { occurredOn: '2024-03-01', text: { note: 'Spatenstich' } };
    await app.post(`measures/${measure}/start-implementation`, started);
    const entry = (await app.eventsOf(`measure-${measure}`)).at(-1)!.id;
    expect(await asked(0)).toEqual([]);
    const correct = async (text: object) => {
      const correction = { entry, occurredOn: '2024-03-01', replacement: {} };
      await app.post(`measures/${measure}/correct-entry`, {
        ...{ ...correction, text: { reason: 'genauer', replacement: text } },
      });
      return (await app.eventsOf(`measure-${measure}`)).at(-1)!.id;
    };
    await correct(evidence('http://stadt.example/a').text);
    expect(await asked(1)).toEqual(['HEAD stadt.example/a']);
    const second = await correct({ note: 'ohne Beleg' });
    expect(await asked(40)).toEqual([]);
    await app.post(`measures/${measure}/void-entry`, { entry: second, text: { reason: 'doch' } });
    expect(await asked(41)).toEqual(['HEAD stadt.example/a']);
  });

  it('every thirty days, also when the server was stopped and its views were made anew', async () => {
    await app.publish(town);
    await publish(await measureWith('http://stadt.example/a'));
    expect(await asked(0)).toHaveLength(1);
    await app.post('read-models/rebuild', {});
    await app.app.close();
    await start();
    expect(await asked(29)).toEqual([]);
    expect(await asked(31)).toHaveLength(1);
  });

  it('but thirty at most in one look, and no two of one host at a time', async () => {
    await app.publish(town);
    const urls = (from: number) =>
      Array.from({ length: 20 }, (_, n) => `http://stadt.example/${from + n}`);
    for (const from of [0, 20]) await publish(await measureWith(...urls(from)));
    expect(await asked(0)).toHaveLength(30);
    expect(internet.busiest).toBe(1);
    expect(await asked(0)).toHaveLength(10);
  });
});

describe('a link is called unreachable', () => {
  it('after three failures on different days, and no longer once it answers', async () => {
    const url = 'http://stadt.example/a';
    missing.add('stadt.example/a');
    await app.publish(town);
    await publish(await measureWith(url));
    await asked(0);
    await asked(0.5);
    await asked(1);
    expect(since(url)).toBeUndefined();
    await asked(4);
    const day = new Date(today).toLocaleDateString('sv', { timeZone: 'Europe/Berlin' });
    expect([since(url), since(`${url}#seite=2`)]).toEqual([day, day]);
    missing.clear();
    await asked(11);
    expect(since(url)).toBeUndefined();
  });

  it('by nobody where links are not checked; the page on privacy says which it is', async () => {
    const privacy = async () => (await app.ask({ path: '/de/datenschutz', token: null })).text;
    expect(await privacy()).toContain('Ob veröffentlichte Links noch erreichbar sind');
    const url = 'http://stadt.example/a';
    missing.add('stadt.example/a');
    await app.publish(town);
    await publish(await measureWith(url));
    for (const days of [0, 1, 4]) await asked(days);
    expect(since(url)).toBeDefined();
    await app.app.close();
    await start({ KLIMASPUR_LINK_CHECK: 'off' });
    expect(since(url)).toBeUndefined();
    expect(await privacy()).not.toContain('Ob veröffentlichte Links noch erreichbar sind');
  });
});

it('A stop waits for no host that does not answer', async () => {
  await app.publish(town);
  await publish(await measureWith('http://stadt.example/a'));
  await app.settle();
  const reached = Promise.withResolvers<void>();
  answer = () => reached.resolve();
  const look = app.app.get(LinkWatch).look();
  await reached.promise;
  await app.app.close();
  await look;
  await start();
  answer = (response) => void response.writeHead(200).end();
  expect(await asked(1)).toEqual(['HEAD stadt.example/a']);
});

it('Links of the example are nobody’s business', async () => {
  await app.app.close();
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
  await start({ KLIMASPUR_EXAMPLE: 'yes' });
  await app.settle();
  const { json } = await app.ask({ path: '/api/v1/municipalities' });
  [{ id: town }] = json['items'] as [{ id: string }];
  await publish(await measureWith('http://stadt.example/a'));
  expect(await asked(0)).toEqual([]);
  expect(internet.connected).toEqual([]);
});
