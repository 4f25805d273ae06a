import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { importPath } from '../../apps/api/src/web/imports/import-paths.js';
import { notesPath } from '../../apps/api/src/web/measure-notes/note-paths.js';
import { decisionsPath } from '../../apps/api/src/web/paths.js';
import { type RunningServer, startBuiltServer } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';
import { keepTheRulesOfPages } from './page-rules.js';
import { sessionOf } from './session.js';
import { uploaded } from './uploads.js';
import { deskPages } from './walked-pages.js';
import { knownThings } from './walked-things.js';

let server: RunningServer;
let browser: Browser;
let session: string;
const { known, of } = knownThings();
const town = 'musterstadt-am-main';

/** Writes an internal note, and answers its id. */
const noted = async (path: string): Promise<string> => {
  const headers = { cookie: `klimaspur=${session}`, origin: server.url };
  const key = randomUUID();
  const body = new URLSearchParams({ key, text: 'Im Mai beim Tiefbauamt nachfragen.' });
  await fetch(server.url + path, { method: 'POST', body, headers, redirect: 'manual' });
  return key;
};

/** A picture that nothing names yet. */
const broughtTo = async (municipality: string): Promise<string> => {
  const background = { r: 90, g: 120, b: 60 };
  const picture = sharp({ create: { width: 800, height: 600, channels: 3, background } });
  const body = new FormData();
  body.append('file', new File([new Uint8Array(await picture.jpeg().toBuffer())], 'baum.jpg'));
  const headers = { cookie: `klimaspur=${session}`, origin: server.url };
  const path = `${server.url}/api/v1/municipalities/${municipality}/files`;
  const answer = await fetch(path, { method: 'POST', body, headers });
  return ((await answer.json()) as { sha256: string }).sha256;
};

beforeAll(async () => {
  server = await startBuiltServer({ KLIMASPUR_EXAMPLE: 'yes' });
  browser = await launchChromium();
  session = await sessionOf(server);
  known.town = town;
  known.upload = await uploaded(server.url, importPath('de'), session);
  const votes = await (await fetch(server.url + decisionsPath('de', town))).text();
  known.decision = /beschluesse\/([0-9a-f-]{36})/.exec(votes)![1]!;
  const ask = async (path: string) =>
    (await (await fetch(`${server.url}/api/v1/${path}`)).json()) as { items: { id: string }[] };
  const [measure] = (await ask('measures?q=solarstrom')).items;
  known.measure = measure!.id;
  known.entry = (await ask(`measures/${known.measure}/history`)).items[0]!.id;
  known.photo = await broughtTo((await ask('municipalities')).items[0]!.id);
  known.note = await noted(notesPath('de', town, known.measure));
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

keepTheRulesOfPages(() => ({ url: server.url, browser, session }), {}, deskPages(of));
