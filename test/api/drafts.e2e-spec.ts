import { TestApp, token } from './app.js';
import { readRoutes } from './read-routes.js';

/** Stands in every text of every draft, in capitals so that an address never contains it. */
const MARK = 'GEHEIM';

let app: TestApp;
let slots: {
  readonly towns: readonly string[];
  readonly things: readonly string[];
  readonly drafts: readonly string[];
};

const text = (words: string) => ({ text: { title: words, description: `${words} ${MARK}` } });

const given = async () => {
  const open = await app.given('municipalities', { text: { name: 'Offenstadt' } });
  const closed = await app.given('municipalities', { text: { name: `Stadt ${MARK}` } });
  const plan = await app.given('plans', {
    municipality: open,
    kind: 'CLIMATE_PROTECTION',
    ...text(`Plan ${MARK}`),
  });
  const field = crypto.randomUUID();
  await app.post(`plans/${plan}/add-field`, { field, rank: 1, text: { name: `Feld ${MARK}` } });
  const measure = (municipality: string, title: string) =>
    app.given('measures', { municipality, text: { title } });
  const shown = await measure(open, 'Sichtbare Maßnahme');
  const draft = await measure(open, `Entwurf ${MARK}`);
  const inClosed = await measure(closed, `Maßnahme ${MARK}`);
  const withdrawn = await measure(open, `Zurückgezogen ${MARK}`);
  const body = (municipality: string, name: string) =>
    app.given('organs', { municipality, kind: 'COUNCIL', decidesFinally: true, text: { name } });
  const council = await body(open, 'Stadtrat');
  const organ = await body(closed, `Gremium ${MARK}`);
  const vote = (terms: object, measures: readonly string[], title: string) =>
    app.given('decisions', {
      ...{ ...terms, outcome: 'ADOPTED', final: true, text: { title } },
      effects: measures.map((id) => ({ measure: id, effect: 'ADOPTS', scope: 'FULL' })),
    });
  const openTerms = { municipality: open, organ: council, plan: { plan, scope: 'FULL' } };
  const openVote = await vote(openTerms, [shown, draft, withdrawn], 'Sammelbeschluss');
  const closedTerms = { municipality: closed, organ };
  const closedVote = await vote(closedTerms, [inClosed], `Beschluss ${MARK}`);
  for (const id of [shown, draft, inClosed]) {
    await app.post(`plans/${plan}/place-measure`, { measure: id, field, rank: 1, text: {} });
  }
  const draftVote = await vote({ municipality: open, organ: council }, [draft], `Vorlage ${MARK}`);
  const openPlan = await app.given('plans', {
    municipality: open,
    kind: 'CLIMATE_PROTECTION',
    text: { title: 'Klimaplan' },
  });
  const inPlan = async (command: string, body: object) => {
    const answer = await app.post(`plans/${openPlan}/${command}`, { text: {}, ...body });
    if (answer.status !== 200) throw new Error(`${command}: ${answer.text}`);
  };
  const [full, empty, below] = Array.from({ length: 3 }, () => crypto.randomUUID());
  await inPlan('add-field', { field: full, rank: 1, text: { name: 'Stadtgrün' } });
  await inPlan('add-field', { field: empty, rank: 2, text: { name: `Kapitel ${MARK}` } });
  const under = { parent: empty, rank: 1, text: { name: `Abschnitt ${MARK}` } };
  await inPlan('add-field', { field: below, ...under });
  await inPlan('place-measure', { measure: shown, field: full, rank: 1 });
  const number = { text: { number: `Nr ${MARK}` } };
  await inPlan('place-measure', { measure: draft, field: below, rank: 2, ...number });
  await inPlan('place-measure', { measure: withdrawn, field: full, rank: 3 });
  const gone = await measure(open, 'Ging auf');
  await inPlan('place-measure', { measure: gone, field: full, rank: 4 });
  await inPlan('merge-measures', { measures: [gone], into: draft, occurredOn: '2026-01-20' });
  await inPlan('publish-plan', {});
  for (const id of [draft, inClosed, withdrawn]) {
    await app.post(`measures/${id}/report-delay`, {
      occurredOn: '2026-01-10',
      reason: 'STAFF',
      text: { note: `Notiz ${MARK}` },
    });
  }
  await app.publish(open);
  const paths = [
    `measures/${shown}/publish-measure`,
    `measures/${gone}/publish-measure`,
    `measures/${inClosed}/publish-measure`,
    `measures/${withdrawn}/publish-measure`,
    `measures/${withdrawn}/unpublish-measure`,
  ];
  for (const path of paths) {
    const body = path.endsWith('unpublish-measure') ? { text: { reason: `Grund ${MARK}` } } : {};
    const answer = await app.post(path, body);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
  }
  slots = {
    towns: ['offenstadt', 'stadt-geheim'],
    things: [
      ...[shown, draft, inClosed, withdrawn, open, closed, plan, organ, openVote, closedVote],
      ...[openPlan, gone, draftVote],
    ],
    drafts: [draft, inClosed, withdrawn, closed, plan, organ, closedVote, draftVote],
  };
};

beforeAll(async () => {
  app = await TestApp.start();
  await given();
  await app.settle();
});
afterAll(() => app.stop());

/** Every address that answers to GET, with what is a draft in each of its gaps, and as every kind of file. */
const addresses = (): string[] => readRoutes(app).flatMap((parts) => filled(parts));

const filled = ([start = '', ...rest]: readonly string[], gaps = rest.length): string[] => {
  const [gap = '', ...others] = rest;
  if (rest.length === 0) return [start];
  const { towns, things } = slots;
  const choices = rest.length > 1 ? towns : gaps > 1 ? things.slice(0, 4) : [...towns, ...things];
  const endings = rest.length === 1 && gap === '' ? ['', '.json', '.csv'] : [''];
  return filled([gap, ...others], gaps).flatMap((end) =>
    choices.flatMap((choice) => endings.map((ending) => start + choice + ending + end)),
  );
};

/** What can be asked of the addresses that the public knows. */
const questionsTo = (path: string): readonly string[] => {
  if (path.startsWith('/api/'))
    return ['', 'q=geheim', 'asOf=2026-02-01', 'knownAt=2030-01-01', 'format=json'];
  return ['', 'q=geheim', path.startsWith('/de') ? 'stand=2026-02-01' : 'as-of=2026-02-01'];
};

const asked = (): string[] => {
  const [, ...drafts] = slots.things.slice(0, 4);
  return addresses().flatMap((path) => {
    const isDraft = [...drafts, 'stadt-geheim'].some((hidden) => path.includes(hidden));
    return isDraft ? [path] : questionsTo(path).map((question) => `${path}?${question}`);
  });
};

/** Addresses whose answer holds the mark, or the id of a draft that was not asked for. */
const tellingTo = async (reader: string | null): Promise<string[]> => {
  const headers: Record<string, string> =
    reader === null ? {} : { authorization: `Bearer ${reader}` };
  const telling: string[] = [];
  const all = asked();
  for (let at = 0; at < all.length; at += 16) {
    await Promise.all(
      all.slice(at, at + 16).map(async (path) => {
        const answer = await fetch(app.url + path, { headers });
        expect([path, answer.status < 500]).toEqual([path, true]);
        const said = await answer.text();
        const hidden = [MARK, ...slots.drafts.filter((id) => !path.includes(id))];
        if (hidden.some((word) => said.includes(word))) telling.push(path);
      }),
    );
  }
  return telling;
};

describe('a draft', () => {
  it('shows at no address, in no file and no search, to the public', async () => {
    expect(asked().length).toBeGreaterThan(300);
    expect(await tellingTo(null)).toEqual([]);
  }, 120_000);

  it('is seen at these addresses by those who work on it', async () => {
    const telling = await tellingTo(token);
    const kinds = ['/de/kommunen', '/en/', '.json', '.csv', '/api/v1/', '/history', 'q='];
    const collections = ['plans', 'organs', 'decisions'].map((name) => `/api/v1/${name}/`);
    for (const kind of [...kinds, ...collections]) {
      expect([kind, telling.some((path) => path.includes(kind))]).toEqual([kind, true]);
    }
  }, 120_000);

  it('is a page that nobody knows', async () => {
    const [, draft = '', inClosed = ''] = slots.things;
    const pages = [
      '/de/kommunen/stadt-geheim',
      `/de/kommunen/offenstadt/massnahmen/${draft}`,
      `/en/municipalities/offenstadt/measures/${draft}/history`,
      `/de/kommunen/stadt-geheim/massnahmen/${inClosed}`,
    ];
    for (const path of pages) {
      const accept = { accept: 'text/html' };
      expect((await app.ask({ path, token: null, headers: accept })).status).toBe(404);
      expect((await app.ask({ path, headers: accept })).status).toBe(200);
    }
  });
});
