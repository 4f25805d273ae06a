import { strFromU8, unzipSync } from 'fflate';
import { berlinDay } from '@klimaspur/domain';
import { formatDay } from '@klimaspur/messages';
import { momentNames } from '../../apps/api/src/reading/moment.js';
import { TestApp } from './app.js';
import { pathOf } from './asked-paths.js';
import { changeEverything, meetingDay } from './past-town.js';
import { readRoutes } from './read-routes.js';

/** Addresses that do not take the two times, and why. Who is not signed in sees none of those for a team. */
const timeless: readonly (readonly [route: RegExp, reason: string])[] = [
  [/^\/?$/, 'leads on'],
  [/^\/api\/(openapi\.json|docs)/, 'how the program of today is asked'],
  [/^\/health\//, 'how the program is doing now'],
  [/^\/(de\/anmelden|en\/sign-in)$/, 'who signs in does so today'],
  [/^\/(de\/konto\/geloescht|en\/account\/deleted)$/, 'ends what was done today'],
  [/^\/(de\/(was-ist-|methodik|daten)|en\/(what-is-|method|data))/, 'words of the program itself'],
  [/^\/(de|en)\/(?!kommunen|municipalities)[a-z-]+$/, 'texts of the operator, in the vault'],
  [/^\/api\/v1\/pages\//, 'texts of the operator, in the vault'],
  [/\/responsible-person$/, 'who answers for the pages today, in the vault'],
  [/\/(dateien|files)\/ID/, 'a file under its hash, which never changes'],
  [/\/(bild|picture)\/ID$/, 'the moment is part of the name of the picture'],
  [/^\/(api\/v1\/)?checkpoints?(\/|$)/, 'a checkpoint is itself a moment of the log'],
  [/^\/api\/v1\/entries\/ID\/proof$/, 'a proof names the checkpoint that it holds for'],
  [
    /^\/(de|en)\/.*\/(aenderungen|changes|sachstandsbericht|council-report)|\/comparison$/,
    'speaks of two moments, each with two times of its own',
  ],
  [/^\/(de\/barriere-melden|en\/report-barrier)/, 'a form: who writes does so today'],
  [/\/(hinweis|notice)(\/[a-z]+)?$/, 'a form: who writes does so today'],
];

/** The log itself tells what was recorded, not what held on a day. */
const knownOnly = '/api/v1/exports/events';

/** A day on which all that is asked about was there, and stood otherwise than today. */
const back = '2025-10-01';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly said: string;
}

let app: TestApp;
/** Addresses that take both times. */
let asked: readonly string[];
/** Between what was known then and what was recorded after it. */
let then: string;
let before: ReadonlyMap<string, Answer>;

const namesOf = (path: string) =>
  momentNames[path.startsWith('/api/') ? 'api' : path.startsWith('/de') ? 'de' : 'en'];
const withQuery = (path: string, name: string, value: string) =>
  `${path}${path.includes('?') ? '&' : '?'}${name}=${value}`;
const knownThen = (path: string) => withQuery(path, namesOf(path).knownAt, then);
const asOf = (path: string, day: string) => withQuery(path, namesOf(path).asOf, day);

const ask = async (path: string): Promise<Answer> => {
  const headers = { accept: path.startsWith('/api/') ? 'application/json' : 'text/html' };
  const answer = await fetch(app.url + path, { headers, redirect: 'manual' });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const type = answer.headers.get('content-type') ?? '';
  return { status: answer.status, type, said: saidIn(type, bytes) };
};
const saidIn = (type: string, bytes: Uint8Array): string => {
  if (!type.includes('spreadsheetml')) return new TextDecoder().decode(bytes);
  const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/'));
  return sheets.map(([name, sheet]) => `${name}\n${strFromU8(sheet)}`).join('\n');
};

const otherDay = /<section class="other-day .*?<\/section>/gs;

/** What belongs to the moment asked about, or to one answer alone, and not to what was the case. */
const ofTheAnswer: readonly RegExp[] = [
  /<head>.*?<\/head>/gs,
  /<aside class="notice is-past".*?<\/aside>/gs,
  /<div class="print-header">.*?<\/div>/gs,
  // Who stands behind the pages today.
  /<p class="town-note">.*?<\/p>/gs,
  // The ways to other moments are those of today.
  otherDay,
  /<live-notice .*?<\/live-notice>/gs,
  /<input type="hidden" name="(stand|as-of|kenntnisstand|known-at)"[^>]*>/g,
  // The short text to pass on, and its length: it holds the link to this moment.
  /<p class="hint" id="field-text-hint">.*?<\/textarea>/gs,
  / \([^()]*(Kenntnisstand|as known on)[^()]*\)/g,
  // With what a program writes, which it does today.
  /"(revision|knownAt)":("[^"]*"|\d+|null),?/g,
  /(\?|&amp;|&)(stand|as-of|kenntnisstand|known-at|asOf|knownAt)=[^&"#\s]*/g,
  /(?<=\/(bild|picture)\/)[\dk-]+/g,
];
const plain = ({ said }: Answer): string =>
  ofTheAnswer.reduce((left, part) => left.replaceAll(part, ''), said);

/** The same without the days of which both only say that they speak of them. */
const undated = (answer: Answer): string =>
  [back, berlinDay(new Date().toISOString())]
    .flatMap((day) => [day, formatDay(day, 'de'), formatDay(day, 'en'), day.replaceAll('-', '')])
    .reduce((said, day) => said.replaceAll(day, ''), plain(answer));

/** Those of the addresses for which something does not hold. */
const failing = async (paths: readonly string[], holds: (path: string) => Promise<boolean>) => {
  const found: string[] = [];
  for (const path of paths) if (!(await holds(path))) found.push(path);
  return found;
};

beforeAll(async () => {
  app = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
  await app.settle();
  const gaps = { day: await meetingDay(app), picture: '' };
  const routes = readRoutes(app).filter(
    (parts) => !timeless.some(([fits]) => fits.test(parts.join('ID'))),
  );
  const answers = new Map<string, Answer>();
  for (const parts of routes) {
    const path = pathOf(parts, gaps);
    const answer = await ask(path);
    if (![401, 302, 303].includes(answer.status)) answers.set(path, answer);
  }
  asked = [...answers.keys()];
  before = answers;
  then = new Date().toISOString();
  while (new Date().toISOString() === then) await new Promise(setImmediate);
  await changeEverything(app);
});
afterAll(() => app.stop());

const inThePast = () => asked.filter((path) => path !== knownOnly);
const pages = () => asked.filter((path) => before.get(path)?.type.startsWith('text/html'));

describe('every address of the public pages, files and API', () => {
  it('is asked here, or named with the reason why it takes no times', () => {
    expect(asked.length).toBeGreaterThan(100);
    expect([...before].filter(([, { status }]) => status !== 200)).toEqual([]);
    const routes = readRoutes(app).map((parts) => parts.join('ID'));
    for (const [fits, reason] of timeless) {
      expect([reason, fits, routes.some((route) => fits.test(route))]).toEqual([
        reason,
        fits,
        true,
      ]);
    }
  });

  it('tells what was known at an instant as it was told at that instant, to the letter', async () => {
    expect(
      await failing(asked, async (path) => plain(await ask(path)) !== plain(before.get(path)!)),
    ).toEqual([]);
    expect(
      await failing(
        asked,
        async (path) => plain(await ask(knownThen(path))) === plain(before.get(path)!),
      ),
    ).toEqual([]);
  });

  it('tells how it stood on a day, and not only that it speaks of that day', async () => {
    expect(
      await failing(inThePast(), async (path) => {
        const past = await ask(asOf(path, back));
        return past.status === 200 && undated(past) !== undated(await ask(path));
      }),
    ).toEqual([]);
  });

  it('says of the log itself that only knowledge can be asked for', async () => {
    const { json } = await app.ask({ path: asOf(knownOnly, back) });
    expect(json).toMatchObject({ code: 'query/invalid', errors: [{ field: 'asOf' }] });
  });

  it('says of each thing that it was not known yet, and where it is today', async () => {
    const ofOneThing = asked.filter((path) => /[0-9a-f]{8}-|musterstadt/.test(path));
    expect(ofOneThing.length).toBeGreaterThan(80);
    expect(
      await failing(ofOneThing, async (path) => {
        const headers = { accept: 'application/json' };
        const early = withQuery(path, namesOf(path).knownAt, '2010-01-01');
        const { status, json } = await app.ask({ path: early, token: null, headers });
        return (
          status === 404 &&
          String(json['code']).endsWith('/not-known-yet') &&
          json['today'] === path
        );
      }),
    ).toEqual([]);
  });

  it.each([
    ['asOf', '2090-01-01', 'query/future-day'],
    ['asOf', 'gestern', 'query/invalid'],
    ['knownAt', '2090-01-01T00:00:00Z', 'query/future-day'],
    ['knownAt', '12.03.2024', 'query/invalid'],
  ] as const)('refuses %s=%s by name', async (name, value, code) => {
    const paths = name === 'asOf' ? inThePast() : asked;
    expect(
      await failing(paths, async (path) => {
        const parameter = namesOf(path)[name];
        const headers = { accept: 'application/json' };
        const answer = await app.ask({
          ...{ path: withQuery(path, parameter, value), token: null, headers },
        });
        const [error] = (answer.json['errors'] ?? []) as readonly { readonly field: string }[];
        return answer.status === 400 && answer.json['code'] === code && error?.field === parameter;
      }),
    ).toEqual([]);
  });
});

describe('every page that looks back', () => {
  /** Without the way to today; and calendars are subscribed to today, whatever is looked at. */
  const linksBelow = ({ said }: Answer) =>
    linksIn(
      said
        .slice(said.indexOf('<nav class="breadcrumbs"'), said.indexOf('</main>'))
        .replace(/<aside class="notice is-past".*?<\/aside>/s, '')
        .replaceAll(otherDay, ''),
    ).filter((href) => !href.endsWith('.ics'));

  it('says so, in its title as well, leads back to today, and is found by no search engine', async () => {
    expect(pages().length).toBeGreaterThan(30);
    expect(
      await failing(pages(), async (path) => {
        const { said } = await ask(asOf(path, back));
        const day = formatDay(back, path.startsWith('/de') ? 'de' : 'en');
        const banner = /<aside class="notice is-past".*?<\/aside>/s.exec(said)?.[0] ?? '';
        return (
          banner.includes(day) &&
          banner.includes(`href="${path}"`) &&
          new RegExp(`<title>[^<]*${day}[^<]*</title>`).test(said) &&
          said.includes('<meta name="robots" content="noindex"') &&
          new RegExp(`<link rel="canonical" href="[^"]*${back}"`).test(said)
        );
      }),
    ).toEqual([]);
  });

  it('leads to other days and other times of knowledge of the same page, each with what happened', async () => {
    expect(
      await failing(
        pages().filter((path) => path.includes('musterstadt')),
        async (path) => {
          const { said } = await ask(asOf(knownThen(path), back));
          const [section = ''] = said.match(otherDay) ?? [];
          const days = linksIn(section).map((href) => new URLSearchParams(href.split('?')[1]));
          const { asOf: day, knownAt } = namesOf(path);
          const [others, times] = [
            days.filter((query) => query.get(knownAt) === then),
            days.filter((query) => query.get(day) === back),
          ];
          return (
            others.length > 20 &&
            times.length > 20 &&
            /Neue Versammlung<\/span> · \d+ (Beschl|decision)/.test(section) &&
            linksIn(section).every((href) => href.startsWith(`${path}?`))
          );
        },
      ),
    ).toEqual([]);
  });

  it('leads to the same moment on all others and in all files', async () => {
    const takesTimes = new Set(asked.map(shapeOf));
    const astray = new Set<string>();
    for (const path of pages()) {
      for (const href of linksBelow(await ask(asOf(knownThen(path), back)))) {
        if (!takesTimes.has(shapeOf(href))) continue;
        const query = new URLSearchParams(href.split('?')[1]);
        const { asOf: day, knownAt } = namesOf(href);
        if (query.get(day) !== back || query.get(knownAt) !== then) astray.add(`${path} → ${href}`);
      }
    }
    expect([...astray]).toEqual([]);
  });
});

/** Addresses of one kind have one shape. */
const shapeOf = (path: string): string =>
  path
    .replace(/[?#].*/s, '')
    .replaceAll(/[0-9a-f-]{36}/g, 'ID')
    .replaceAll(/\/\d{4}-\d\d-\d\d(?=$|\/)/g, '/DAY');
const linksIn = (html: string): string[] =>
  [...html.matchAll(/ href="(\/[^"#]*)/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
