import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { eraseFilePath } from '../../apps/api/src/files/file-paths.js';
import { clarifyPath } from '../../apps/api/src/web/clarify/clarify-paths.js';
import { changePath, newDecisionPath } from '../../apps/api/src/web/decisions/decision-paths.js';
import { notesPath } from '../../apps/api/src/web/measure-notes/note-paths.js';
import { importPath } from '../../apps/api/src/web/imports/import-paths.js';
import {
  entryParameter,
  type LogPage,
  logPath,
} from '../../apps/api/src/web/log-form/log-paths.js';
import { homePath } from '../../apps/api/src/web/home/home-path.js';
import { measurePath } from '../../apps/api/src/web/paths.js';
import { type RunningServer, startBuiltServer } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';
import { keepTheRulesOfPages, type Pages } from './page-rules.js';
import { sessionOf } from './session.js';

let server: RunningServer;
let browser: Browser;
let session: string;
let upload: { readonly de: string; readonly en: string };
let decision: string;
let note: string;
let photo: string;
let entry: { readonly measure: string; readonly id: string };

/** Where a list waits whose columns can be checked. */
const uploaded = async (path: string): Promise<string> => {
  const body = new FormData();
  body.append('standOn', '30.4.2024');
  const list = 'Nr.;Was wir vorhaben;Feld;Stand\nA1;Bäume pflanzen;Grün;läuft\nA2;;Rad;irgendwie\n';
  body.append('file', new File([list], 'liste.csv'));
  const headers = { cookie: `klimaspur=${session}`, origin: server.url };
  const options = { method: 'POST', body, headers, redirect: 'manual' } as const;
  const { headers: answered } = await fetch(server.url + path, options);
  return answered.get('location') ?? '';
};

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
  upload = { de: await uploaded('/de/importieren'), en: await uploaded('/en/import') };
  const votes = await (await fetch(`${server.url}/de/kommunen/${town}/beschluesse`)).text();
  decision = /beschluesse\/([0-9a-f-]{36})/.exec(votes)![1]!;
  const ask = async (path: string) =>
    (await (await fetch(`${server.url}/api/v1/${path}`)).json()) as { items: { id: string }[] };
  const [measure] = (await ask('measures?q=solarstrom')).items;
  const [first] = (await ask(`measures/${measure!.id}/history`)).items;
  const [home] = (await ask('municipalities')).items;
  photo = await broughtTo(home!.id);
  entry = { measure: measure!.id, id: first!.id };
  note = await noted(notesPath('de', town, entry.measure));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const town = 'musterstadt-am-main';

const entryPage = (lang: 'de' | 'en', page: LogPage) =>
  `${logPath(lang, town, entry.measure, page)}?${entryParameter(lang)}=${entry.id}`;

const signedInPages: Pages = {
  'start after signing in': homePath,
  'what is to be clarified': (lang) => clarifyPath(lang, town),
  'form of a decision': (lang) => newDecisionPath(lang, town),
  'correction of a decision': (lang) => changePath(lang, town, decision, 'correct'),
  'taking a decision back': (lang) => changePath(lang, town, decision, 'void'),
  'correction of an entry': (lang) => entryPage(lang, 'correct'),
  'what was logged': (lang) => entryPage(lang, 'saved'),
  'internal notes of a measure': (lang) => notesPath(lang, town, entry.measure),
  'changing an internal note': (lang) => notesPath(lang, town, entry.measure, note),
  'deleting an internal note': (lang) => notesPath(lang, town, entry.measure, note, 'delete'),
  'measure with internal notes': (lang) => measurePath(lang, town, entry.measure),
  'evidence for an entry': (lang) => entryPage(lang, 'evidence'),
  'taking a file away': (lang) => eraseFilePath(lang, photo),
  'taking an entry back': (lang) => entryPage(lang, 'void'),
  'sending a list': (lang) => importPath(lang),
  'checking the columns of a list': (lang) => upload[lang],
};

keepTheRulesOfPages(() => ({ url: server.url, browser, session }), {}, signedInPages);
