import type { Browser } from 'playwright-core';
import { type RunningServer, startBuiltServer } from '../tools/running-server.js';
import { launchChromium } from './chromium.js';
import { keepTheRulesOfPages } from './page-rules.js';
import { sessionOf } from './session.js';
import { tableWorkPages, workOn } from './walked-pages.js';
import { knownThings } from './walked-things.js';

let server: RunningServer;
let browser: Browser;
let session: string;
const { known, of } = knownThings();

const headers = () => ({ cookie: `klimaspur=${session}`, origin: server.url });
const api = async <T>(path: string, body?: object): Promise<T> => {
  const sent = body && { method: 'POST', body: JSON.stringify(body) };
  const type: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
  const asked = { ...sent, headers: { ...headers(), ...type } };
  return (await (await fetch(`${server.url}/api/v1/${path}`, asked)).json()) as T;
};
const send = async (path: string, fields: Readonly<Record<string, string>>): Promise<string> => {
  const body = new URLSearchParams(fields);
  const answer = await fetch(server.url + path, {
    ...{ method: 'POST', headers: headers(), body, redirect: 'manual' },
  });
  if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`);
  return answer.headers.get('location') ?? '';
};

interface Named {
  readonly id: string;
}
interface Table extends Named {
  readonly format: string;
  readonly meetings: readonly { readonly meeting: string; readonly cancelled: object | null }[];
  readonly seats: readonly { readonly seat: string; readonly ended: boolean }[];
}
interface Actor extends Named {
  readonly offers: readonly { readonly entry: string }[];
}
/** All of one kind, each as its own address shows it. */
const every = async <T extends Named>(kind: string): Promise<T[]> => {
  const { items } = await api<{ items: readonly Named[] }>(`${kind}?municipality=${known.town}`);
  return Promise.all(items.map(({ id }) => api<T>(`${kind}/${id}`)));
};

beforeAll(async () => {
  server = await startBuiltServer({ KLIMASPUR_EXAMPLE: 'yes' });
  browser = await launchChromium();
  session = await sessionOf(server);
  const { items: towns } = await api<{ items: readonly (Named & { slug: string })[] }>(
    'municipalities',
  );
  known.town = towns[0]!.slug;
  const tables = await every<Table>('roundtables');
  const table = tables.find(({ format }) => format === 'STANDING_MEETING')!;
  known.table = table.id;
  known.seat = table.seats.find(({ ended }) => !ended)!.seat;
  known.cancelled = table.meetings.find(({ cancelled }) => cancelled)!.meeting;
  const actor = (await every<Actor>('actors')).find(({ offers }) => offers.length > 0)!;
  known.actor = actor.id;
  known.offer = actor.offers[0]!.entry;
  const convene = workOn(of, 'de', 'tables', ':table', 'meetings', 'new');
  const desk = await send(convene, { on: '12.1.2099', time: '18:00', place: 'Rathaus' });
  known.meeting = desk.split('/').at(-1)!;
  known.contact = crypto.randomUUID();
  await send(workOn(of, 'de', 'organisations', ':actor', 'contacts'), {
    ...{ contact: known.contact, name: 'Erika Muster', email: 'erika@radfreunde.example' },
  });
  await send(`${desk}/einladen`, { actors: known.actor });
  const [heir, merged] = (await every<Actor>('actors')).filter(({ id }) => id !== known.actor);
  known.heir = heir!.id;
  known.merged = merged!.id;
  await api(`actors/${known.merged}/merge-actor`, { actor: known.heir });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

keepTheRulesOfPages(() => ({ url: server.url, browser, session }), {}, tableWorkPages(of));
