import { berlinDay } from '@klimaspur/domain';
import { TestApp, token } from './app.js';
import { readRoutes, tellsHowMany } from './read-routes.js';

/** Stands in every text of every draft, in capitals so that an address never contains it. */
const MARK = 'GEHEIM';

let app: TestApp;
let slots: {
  readonly openPlan: string;
  /** Public, and soon to be split into drafts. */
  readonly divided: string;
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
  const divided = await measure(open, 'Wird aufgeteilt');
  await inPlan('place-measure', { measure: divided, field: full, rank: 5 });
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
    `measures/${divided}/publish-measure`,
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
    openPlan,
    divided,
    towns: ['offenstadt', 'stadt-geheim'],
    things: [
      ...[shown, draft, inClosed, withdrawn, open, closed, plan, organ, openVote, closedVote],
      ...[openPlan, gone, draftVote, divided],
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
  }, 300_000);

  it('is seen at these addresses by those who work on it', async () => {
    const telling = await tellingTo(token);
    const kinds = ['/de/kommunen', '/en/', '.json', '.csv', '/api/v1/', '/history', 'q='];
    const collections = ['plans', 'organs', 'decisions'].map((name) => `/api/v1/${name}/`);
    for (const kind of [...kinds, ...collections]) {
      expect([kind, telling.some((path) => path.includes(kind))]).toEqual([kind, true]);
    }
  }, 300_000);

  it('does not show by the field that holds nothing else, where that was added last', async () => {
    const [, draft = ''] = slots.things;
    const field = crypto.randomUUID();
    const say = (command: string, body: object) =>
      app.post(`plans/${slots.openPlan}/${command}`, body);
    const { status } = await say('add-field', { field, rank: 8, text: { name: `Neu ${MARK}` } });
    expect(status).toBe(200);
    await say('place-measure', { measure: draft, field, rank: 1, text: {} });
    await app.settle();
    for (const path of ['/de', '/de/kommunen/offenstadt', '/de/kommunen/offenstadt/verlauf']) {
      expect((await app.ask({ path, token: null })).text).not.toContain(MARK);
      expect((await app.ask({ path })).text).toContain(MARK);
    }
  });

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

describe('how many drafts there are', () => {
  const open = () => slots.things[4]!;

  /** Drafts of all kinds in the open town and its open plan: by hand, by votes and by a file. */
  const moreDrafts = async (round: string) => {
    const into: string[] = [];
    for (const title of [`Entwurf ${MARK} ${round} a`, `Entwurf ${MARK} ${round} b`]) {
      const measure = await app.given('measures', { municipality: open(), text: { title } });
      const place = { measure, rank: 9, text: { number: `${MARK} ${round}` } };
      await app.post(`plans/${slots.openPlan}/place-measure`, place);
      await app.post(`measures/${measure}/report-delay`, { reason: 'STAFF', text: { note: MARK } });
      into.push(measure);
    }
    const split = { measure: slots.divided, into, text: { note: MARK } };
    const answer = await app.post(`plans/${slots.openPlan}/split-measure`, split);
    expect(answer.status).toBe(200);
    await takeIn(`Titel\r\nEingelesen ${MARK} ${round} c\r\nEingelesen ${MARK} ${round} d\r\n`);
    await app.settle();
  };

  const takeIn = async (sheet: string) => {
    const options = new URLSearchParams({ fileName: 'l.csv', town: open(), plan: slots.openPlan });
    const { text } = await app.ask({
      method: 'POST',
      path: `/api/v1/imports/measures?${options}`,
      body: sheet,
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(text).toContain('"done":true');
  };

  /**
   * Beside the revision of a measure that goes on elsewhere, which counts the entry that says so: the key of a form, and
   * the moment that names a picture, the last of the whole log.
   */
  const ofThisAnswer = /name="key" value="[^"]+"|(?<=\/(bild|picture)\/[\d-]{10}-)\d+/g;

  /** What everybody is told at every address. */
  const told = async (): Promise<ReadonlyMap<string, string>> => {
    const answers = new Map<string, string>();
    const drafts = [...slots.drafts, 'stadt-geheim'];
    const all = addresses().filter(
      (path) => !tellsHowMany(path) && !drafts.some((draft) => path.includes(draft)),
    );
    for (let at = 0; at < all.length; at += 16) {
      await Promise.all(
        all.slice(at, at + 16).map(async (path) => {
          const text = await (await fetch(app.url + path)).text();
          const own = path.endsWith(slots.divided) ? text.replace(/"revision":\d+/, '') : text;
          answers.set(path, own.replaceAll(ofThisAnswer, ''));
        }),
      );
    }
    return answers;
  };

  it('is told at no address and in no file: nothing changes by writing more of them', async () => {
    for (let round = 1; ; round++) {
      const day = berlinDay(new Date().toISOString());
      const before = await told();
      await moreDrafts(String(round));
      const after = await told();
      // Pages speak of today: what midnight came between is asked again.
      if (berlinDay(new Date().toISOString()) !== day) continue;
      const changed = [...before].flatMap(([path, text]) =>
        after.get(path) === text ? [] : [path],
      );
      expect(changed).toEqual([]);
      break;
    }
  }, 300_000);

  it('is not what the stream of changes speaks about', async () => {
    const leave = new AbortController();
    const { body } = await fetch(`${app.url}/api/v1/changes`, { signal: leave.signal });
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
    let said = (await reader.read()).value ?? '';
    await moreDrafts('heard');
    const end = await app.given('municipalities', { text: { name: 'Endstadt' } });
    await app.publish(end);
    while (!said.includes(end)) said += (await reader.read()).value ?? '';
    leave.abort();
    expect(said).not.toContain(open());
  });

  it('is not what an import tells strangers of which something is public by now', async () => {
    await takeIn(`Titel\r\nWird öffentlich\r\nNoch ein ${MARK}\r\n`);
    await app.settle();
    const page = async (reader: string | null) =>
      (await app.ask({ path: '/de/kommunen/offenstadt', token: reader })).text;
    expect(await page(null)).not.toContain('Import abgeschlossen');
    const { json } = await app.ask({ path: '/api/v1/measures?q=wird' });
    const [{ id = '' } = {}] = json['items'] as { id?: string }[];
    await app.post(`measures/${id}/publish-measure`, {});
    await app.settle();
    expect(await page(token)).toContain('Aus einer Datei übernommen: 2 Maßnahmen');
    const strangers = await page(null);
    expect(strangers).toContain('Import abgeschlossen');
    expect(strangers).not.toContain('Aus einer Datei übernommen');
    const { text } = await app.ask({ path: '/api/v1/exports/events', token: null });
    expect(text).not.toContain('PlanImportCompleted');
    const ofPlan = text.split('\n').filter((line) => line.includes(`plan-${slots.openPlan}`));
    expect(ofPlan.length).toBeGreaterThan(0);
    expect(ofPlan.filter((line) => line.includes('"revision"'))).toEqual([]);
  });
});
