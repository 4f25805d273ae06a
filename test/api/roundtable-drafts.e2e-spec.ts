import { Ajv } from 'ajv';
import { berlinDay } from '@klimaspur/domain';
import { Vault } from '@klimaspur/vault';
import { TestApp, token } from './app.js';
import { readRoutes, tellsHowMany } from './read-routes.js';

/** Stands in every text that the participants have not approved, or nobody published. */
const MARK = 'GEHEIM';
/** And this in what nobody released. */
const DISSENT = `Widerspruch ${MARK}`;
/** And this in what is noted when a promise is kept. */
const NOTE = 'Randnotiz';
/** And this in what was said of a dissent after it was released. */
const AGAIN = 'Nachschlag';

const id = () => crypto.randomUUID();
const [first, second] = [id(), id()];
const [agreed, refused, parked, ahead] = [id(), id(), id(), id()];
const [shyPromise, between, ofOffice] = [id(), id(), id()];
const seatOfShy = id();

let app: TestApp;
let town: string;
let table: string;
let secret: string;
let club: string;
let office: string;
let shy: string;
let roofs: string;
let draft: string;
let shyPledge: string;
let refusal: string;

const tell = async (path: string, body: object = {}): Promise<string> => {
  const answer = await app.post(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
  return (answer.json['events'] as string[])[0]!;
};
const atTable = (command: string, body: object = {}) =>
  tell(`roundtables/${table}/${command}`, body);
const anActor = (name: string, kind = 'ASSOCIATION') =>
  app.given('actors', { municipality: town, kind, text: { name } });
const aTable = (name: string) =>
  app.given('roundtables', { municipality: town, format: 'ROUND_TABLE', text: { name } });
const aMeasure = (title: string) => app.given('measures', { municipality: town, text: { title } });
let rank = 0;
const anItem = (item: string, meeting: string, topic: string, more: object = {}) =>
  atTable('add-item', { item, meeting, kind: 'PROPOSAL', rank: ++rank, text: { topic }, ...more });
const onDay = { occurredOn: '2025-03-01' };

const given = async () => {
  town = await app.given('municipalities', { text: { name: 'Offenstadt' } });
  [club, office] = [await anActor('Radverein'), await anActor('Umweltamt', 'ADMINISTRATION')];
  shy = await anActor(`Verein ${MARK}`);
  for (const actor of [club, office]) await tell(`actors/${actor}/publish-actor`);
  [roofs, draft] = [await aMeasure('Sonnendächer'), await aMeasure(`Entwurf ${MARK}`)];
  await tell(`measures/${roofs}/publish-measure`);
  [table, secret] = [await aTable('Runder Tisch Energie'), await aTable(`Tisch ${MARK}`)];
  await app.publish(town);
  await atTable('publish-roundtable');
};

const beforeTheMeeting = async () => {
  const seat = { kind: 'ASSOCIATION', voting: true };
  await atTable('add-seat', { seat: id(), actor: club, ...seat });
  await atTable('add-seat', { seat: seatOfShy, actor: shy, ...seat, text: { note: MARK } });
  await atTable('convene-meeting', {
    meeting: first,
    on: '2025-03-01',
    text: { place: 'Rathaus' },
  });
  await atTable('convene-meeting', { meeting: second, on: '2030-03-01' });
  await atTable('invite', { meeting: first, actors: [club, shy, office] });
  await atTable('record-reply', { meeting: first, actor: club, reply: 'YES', persons: 77 });
  await atTable('withdraw-invitation', { meeting: first, actors: [shy] });
  await anItem(agreed, first, 'Dächer', { measure: roofs, broughtBy: shy });
  await anItem(refused, first, DISSENT);
  await anItem(parked, first, 'Bäume', { measure: draft });
  await anItem(ahead, second, `Nächstes Mal ${MARK}`);
};

/** What the team keeps for itself: whom it writes to, how one joins, what it notes. */
const inTheVault = async () => {
  const vault = app.app.get(Vault);
  for (const actor of [club, shy]) {
    await vault.contacts.keep({
      ...{ id: id(), municipality: town, actor, name: `Hannelore ${MARK}`, note: MARK },
      ...{ email: `${MARK}@verein.example`, changedAt: 0 },
    });
  }
  for (const meeting of [first, second]) {
    const joinUrl = `https://konferenz.example/${MARK}`;
    await vault.meetingNotes.keep({
      meeting,
      municipality: town,
      joinUrl,
      text: MARK,
      changedAt: 0,
    });
  }
};

const theMeeting = async () => {
  const at = { meeting: first, ...onDay };
  const held = { ...at, groups: [club, office, shy], text: { summary: 'Gut besucht' } };
  await atTable('hold-meeting', held);
  const slip = await atTable('conclude-item', {
    ...{ ...at, item: agreed, result: 'MAJORITY', text: { text: `Verlesen ${MARK}` } },
  });
  await atTable('void-entry', { entry: slip, text: { reason: `Irrtum ${MARK}` } });
  const entry = await atTable('conclude-item', {
    ...{ ...at, item: agreed, result: 'CONSENSUS', text: { text: `Fassung eins ${MARK}` } },
  });
  refusal = await atTable('conclude-item', {
    ...{ ...at, item: refused, result: 'DISSENT', dissent: [club], text: { text: DISSENT } },
  });
  await atTable('conclude-item', { ...at, item: parked, result: 'PARKED' });
  const promise = { meeting: first, ...onDay };
  await atTable('agree-follow-up', {
    ...{ ...promise, followUp: shyPromise, actor: shy, text: { what: `Auftrag ${MARK}` } },
  });
  await atTable('agree-follow-up', {
    ...{ ...promise, followUp: ofOffice, actor: office, text: { what: 'Statik prüfen' } },
  });
  await atTable('circulate-protocol', {
    ...{ meeting: first, approvalUntil: '2025-03-20', text: { note: MARK } },
  });
  await atTable('object-to-protocol', { meeting: first, actor: club, text: { note: MARK } });
  await atTable('correct-entry', {
    ...{ entry, ...onDay, replacement: { item: agreed, meeting: first, result: 'CONSENSUS' } },
    text: { reason: `Einwand ${MARK}`, replacement: { text: 'Alle wollen Dächer' } },
  });
};

const betweenTheMeetings = async () => {
  await atTable('agree-follow-up', {
    ...{ followUp: between, actor: club, ...onDay, text: { what: `Nachfrage ${MARK}` } },
  });
  await atTable('record-answer', {
    ...{ item: ahead, answeredBy: office, ...onDay, text: { answer: `Antwort ${MARK}` } },
  });
  await atTable('remind-of-follow-up', { followUp: between, text: { note: MARK } });
  await atTable('finish-follow-up', { followUp: shyPromise, text: { note: MARK } });
  const note = { followUp: ofOffice, text: { note: `${MARK} ${NOTE}` } };
  await atTable('reschedule-follow-up', { ...note, due: '2025-06-01' });
  await atTable('finish-follow-up', note);
  await atTable('drop-follow-up', note);
  const pledge = (actor: string, what: string) =>
    tell(`measures/${roofs}/pledge-support`, { actor, contribution: 'WORK', text: { what } });
  await pledge(club, 'Fünfzig Hände');
  shyPledge = await pledge(shy, `Spende ${MARK}`);
  await tell(`measures/${roofs}/withdraw-support`, { pledge: shyPledge, text: { note: MARK } });
  await tell(`measures/${roofs}/assign-responsible-body`, {
    ...{ responsibility: 'LEAD', actor: shy, text: { name: `Verein ${MARK}` } },
  });
  await atSecretTable();
};

/** A whole meeting of the unpublished table, with an approved Protokoll that speaks of the public measure. */
const atSecretTable = async () => {
  const [meeting, item] = [id(), id()];
  const said: readonly [string, object][] = [
    ['convene-meeting', { meeting, on: '2025-04-01' }],
    ['add-item', { item, meeting, kind: 'STATUS', rank: 1, measure: roofs, text: { topic: MARK } }],
    ['hold-meeting', { meeting, groups: [club], occurredOn: '2025-04-01' }],
    ['conclude-item', { item, meeting, result: 'DROPPED', occurredOn: '2025-04-01' }],
    ['circulate-protocol', { meeting, approvalUntil: '2025-04-10' }],
    ['approve-protocol', { meeting, text: { note: MARK } }],
    ['publish-protocol', { meeting }],
  ];
  for (const [command, body] of said) await tell(`roundtables/${secret}/${command}`, body);
};

/** What the log says so far has had its effects, and is in the views. */
const settled = async () => {
  await app.worlds.own.policies.catchUp();
  await app.settle();
};

beforeAll(async () => {
  app = await TestApp.start();
  await given();
  await beforeTheMeeting();
  await inTheVault();
  await theMeeting();
  await betweenTheMeetings();
  await settled();
});
afterAll(() => app.stop());

/** Ids that nobody else is told, unless they ask by them. */
const hiddenIds = () => [
  shy,
  secret,
  draft,
  refused,
  ahead,
  shyPromise,
  between,
  seatOfShy,
  shyPledge,
];

/** The addresses of a route, its gaps filled: the first of several with the town. */
const filled = ([start = '', ...rest]: readonly string[]): string[] => {
  if (rest.length === 0) return [start];
  const things = [table, secret, shy, roofs];
  const only = ['offenstadt', town, club, ...things];
  const choices: Readonly<Record<number, readonly (readonly string[])[]>> = {
    1: [only],
    2: [['offenstadt'], [...things, draft, club]],
    3: [['offenstadt'], [table, secret, roofs], ['2025-03-01', first, refused]],
    4: [['offenstadt'], [table], [first], [refused]],
  };
  const lists = choices[rest.length] ?? rest.map(() => [table]);
  const paths = rest.reduce(
    (all, part, at) => all.flatMap((path) => lists[at]!.map((thing) => path + thing + part)),
    [start],
  );
  const isFile = rest.at(-1) === '' && rest.length < 3;
  const endings = isFile ? ['', '.json', '.csv', '.md', '.ics'] : [''];
  return paths.flatMap((path) => endings.map((ending) => path + ending));
};

const addresses = (): string[] => [
  ...readRoutes(app).flatMap(filled),
  ...['roundtables', 'actors'].map((name) => `/api/v1/${name}?municipality=offenstadt`),
  ...['roundtables', table, 'actors', roofs].map((name) => `/api/v1/measures?q=${name}`),
  ...['geheim', 'widerspruch'].map((words) => `/api/v1/measures?q=${words}`),
  // By themselves these look back half a year, to when nothing happened here.
  ...['', '.json', '.csv'].flatMap((ending) => [
    `/de/kommunen/offenstadt/sachstandsbericht${ending}?seit=2025-01-01`,
    `/de/kommunen/offenstadt/sachstandsbericht${ending}?seit=2025-01-01&stand=2025-04-30`,
    `/de/kommunen/offenstadt/aenderungen${ending}?von=2025-01-01`,
  ]),
  `/api/v1/municipalities/${town}/comparison?from=2025-01-01`,
  `/api/v1/roundtables/${table}?asOf=2025-03-05`,
  `/api/v1/roundtables/${table}/history?knownAt=2099-01-01`,
];

type Headers = Readonly<Record<string, string>>;
const operator: Headers = { authorization: `Bearer ${token}` };

/** Somebody of the town's offices, who answers what was handed over. */
const anOffice = async (): Promise<Headers> => {
  const invited = await app.post('login-links', { role: 'ADMINISTRATION', municipality: town });
  const code = new URL(invited.json['url'] as string).searchParams.get('code');
  const body = { code, label: 'Umweltamt' };
  const path = '/api/v1/sessions';
  const { headers } = await app.ask({ method: 'POST', path, body, token: null });
  return { cookie: headers.get('set-cookie')!.split(';')[0]! };
};

/** What is told at every address. */
const told = async (headers: Headers = {}): Promise<ReadonlyMap<string, string>> => {
  const answers = new Map<string, string>();
  const all = [...new Set(addresses())];
  for (let at = 0; at < all.length; at += 16) {
    await Promise.all(
      all.slice(at, at + 16).map(async (path) => {
        const answer = await fetch(app.url + path, { headers });
        expect([path, answer.status < 500]).toEqual([path, true]);
        answers.set(path, await answer.text());
      }),
    );
  }
  return answers;
};

/** Addresses at which something of what is hidden stands. */
const tellingTo = async (headers?: Headers, hidden = [MARK, ...hiddenIds()]): Promise<string[]> =>
  [...(await told(headers))].flatMap(([path, said]) => {
    const words = hidden.filter((word) => !path.includes(word));
    return words.some((word) => said.includes(word)) ? [path] : [];
  });

const exported = async () => {
  const { text } = await app.ask({ path: '/api/v1/exports/events', token: null });
  return text.split('\n').flatMap((line): Exported[] => (line ? [JSON.parse(line)] : []));
};
interface Exported {
  readonly stream: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}
const typesOf = (events: readonly Exported[], stream: string) =>
  events.filter((event) => event.stream === stream).map(({ type }) => type);

describe('what is internal at a round table', () => {
  it('shows at no address, in no file and no search before the Protokoll is published', async () => {
    expect(await tellingTo()).toEqual([]);
    const ofTable = typesOf(await exported(), `roundtable-${table}`);
    expect(ofTable).toEqual([
      'RoundtableFounded',
      'RoundtablePublished',
      'RoundtableSeatAdded',
      'RoundtableMeetingConvened',
      'RoundtableMeetingConvened',
    ]);
  }, 300_000);

  it('changes nothing for others, and is not what the stream of changes speaks about', async () => {
    const leave = new AbortController();
    const { body } = await fetch(`${app.url}/api/v1/changes`, { signal: leave.signal });
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = (await reader.read()).value ?? '';
    const ofThisAnswer = /name="key" value="[^"]+"|(?<=\/(bild|picture)\/[\d-]{10}-)\d+/g;
    const compared = async () =>
      new Map(
        [...(await told())].flatMap(([at, text]): [string, string][] =>
          tellsHowMany(at) ? [] : [[at, text.replaceAll(ofThisAnswer, '')]],
        ),
      );
    for (;;) {
      const day = berlinDay(new Date().toISOString());
      const before = await compared();
      await anItem(id(), second, `Noch einer ${MARK}`);
      await atTable('invite', { meeting: second, actors: [club, office] });
      await atTable('record-reply', { meeting: second, actor: club, reply: 'NO' });
      await tell(`actors/${shy}/join-alliance`, { text: { note: MARK } });
      await tell(`roundtables/${secret}/convene-meeting`, { meeting: id(), on: '2030-05-01' });
      await atTable('approve-protocol', { meeting: first });
      await settled();
      const after = await compared();
      // Pages speak of today: what midnight came between is asked again.
      if (berlinDay(new Date().toISOString()) !== day) continue;
      const changed = [...before].filter(([at, text]) => after.get(at) !== text);
      expect(changed.map(([at]) => at)).toEqual([]);
      break;
    }
    const end = await app.given('municipalities', { text: { name: 'Endstadt' } });
    await app.publish(end);
    while (!heard.includes(end)) heard += (await reader.read()).value ?? '';
    leave.abort();
    expect(heard).not.toContain(town);
  }, 300_000);

  it('is seen at these addresses by those who work on it', async () => {
    const telling = await tellingTo(operator);
    const kinds = ['/api/v1/roundtables/', '/api/v1/actors', '/history', '/api/v1/exports/events'];
    const pages = ['runder-tisch.ics', `runder-tisch/${table}.ics`, `/kontakte`, `${first}/texte`];
    for (const kind of [...kinds, ...pages]) {
      expect([kind, telling.some((path) => path.includes(kind))]).toEqual([kind, true]);
    }
  }, 300_000);

  it('is told to the offices of the town without a dissent that is not released, nor as minutes', async () => {
    const office = await anOffice();
    expect(await tellingTo(office, [DISSENT, NOTE, refused])).toEqual([]);
    const path = `/api/v1/roundtables/${table}`;
    const { text } = await app.ask({ path, token: null, headers: office });
    expect(text).toContain('Alle wollen Dächer');
    const meeting = `/de/kommunen/offenstadt/bearbeiten/runde-tische/${table}/termine/${first}`;
    for (const minutes of ['protokoll', 'protokoll.md', 'text']) {
      const asked = async (headers: Headers) =>
        (await fetch(`${app.url}${meeting}/${minutes}`, { headers })).status;
      expect([minutes, await asked(operator), await asked(office)]).toEqual([minutes, 200, 403]);
    }
  }, 300_000);

  it('names persons in no answer of the API, to nobody', async () => {
    const answers = await told(operator);
    const naming = [...answers].filter(([, said]) => /Hannelore|konferenz\.example/.test(said));
    const pages = /\/(bearbeiten|edit)\/|\.ics$/;
    expect(naming.map(([path]) => path).filter((path) => !pages.test(path))).toEqual([]);
  }, 300_000);

  it('stays so when the Protokoll is published: the dissent, its drafts, and who is not to be named', async () => {
    await atTable('publish-protocol', { meeting: first });
    await settled();
    expect(await tellingTo()).toEqual([]);
    const { json } = await app.ask({ path: `/api/v1/roundtables/${table}`, token: null });
    expect(json).toMatchObject({
      revision: null,
      items: [
        { topic: 'Dächer', measure: roofs, broughtBy: null, rank: 1 },
        { topic: 'Bäume', measure: null, rank: 2 },
      ],
      followUps: [{ actor: office, what: 'Statik prüfen', done: { note: null } }],
      unnamed: { seats: 1, groups: { [first]: 1 } },
    });
    const events = await exported();
    const ofTable = typesOf(events, `roundtable-${table}`);
    expect(ofTable.filter((type) => /Entry|Invit|Reply|Circulated|Objected/.test(type))).toEqual(
      [],
    );
    expect(ofTable.filter((type) => type === 'RoundtableItemConcluded')).toHaveLength(2);
    const held = events.find(({ type }) => type === 'RoundtableMeetingHeld');
    expect(held?.data['groups']).toEqual([club, office]);
    const ofMeasure = typesOf(events, `measure-${roofs}`);
    expect(ofMeasure).toContain('MeasureProposed');
    expect(ofMeasure.filter((type) => /Discussed|Responsible|Withdrawn/.test(type))).toEqual([]);
    expect(ofMeasure.filter((type) => type === 'MeasureSupportPledged')).toHaveLength(1);
  }, 300_000);

  it('is told once the group releases its dissent, or an organisation agrees to be named', async () => {
    await atTable('release-dissent', { item: refused, actor: club });
    await tell(`actors/${shy}/publish-actor`);
    await app.settle();
    const ask = async (path: string) =>
      (await app.ask({ path: `/api/v1/${path}`, token: null })).text;
    expect(await ask(`roundtables/${table}`)).toContain(`Widerspruch ${MARK}`);
    expect(await ask(`roundtables/${table}/history`)).toContain('"dissent":');
    expect(await ask(`roundtables/${table}`)).toContain(`Auftrag ${MARK}`);
    expect(await ask(`measures/${roofs}/history`)).toContain(`Spende ${MARK}`);
    expect(await ask('exports/events')).toContain(`Verein ${MARK}`);
    await tell(`actors/${shy}/unpublish-actor`, { text: { reason: 'auf Wunsch' } });
    await app.settle();
    for (const path of [`roundtables/${table}`, `measures/${roofs}/history`, 'exports/events']) {
      expect([path, (await ask(path)).includes(shy)]).toEqual([path, false]);
    }
  });

  it('stays so in other words than those released, and where the same group refuses again', async () => {
    const said = { item: refused, result: 'DISSENT', dissent: [club] };
    const text = { text: AGAIN };
    await atTable('correct-entry', {
      ...{ entry: refusal, ...onDay, replacement: { ...said, meeting: first } },
      text: { reason: AGAIN, replacement: text },
    });
    const third = id();
    await atTable('convene-meeting', { meeting: third, on: '2025-04-15' });
    await atTable('place-item', { item: refused, meeting: third, rank: 1 });
    const at = { meeting: third, occurredOn: '2025-04-15' };
    await atTable('hold-meeting', { ...at, groups: [club] });
    await atTable('conclude-item', { ...said, ...at, text });
    const promise = { followUp: id(), actor: club, item: refused, text: { what: AGAIN } };
    await atTable('agree-follow-up', { ...at, ...promise });
    for (const meeting of [first, third]) {
      await atTable('circulate-protocol', { meeting, approvalUntil: '2025-05-01' });
      await atTable('approve-protocol', { meeting });
      await atTable('publish-protocol', { meeting });
    }
    await settled();
    expect(await tellingTo({}, [AGAIN])).toEqual([]);
    expect(await tellingTo(await anOffice(), [AGAIN])).toEqual([]);
    expect(await tellingTo(operator, [AGAIN])).not.toEqual([]);
    const seen = await app.ask({ path: `/api/v1/roundtables/${table}`, token: null });
    expect(seen.text).toContain(DISSENT);
  }, 300_000);
});

describe('questions about round tables over HTTP', () => {
  it('answer as the description of the API says, to the team and to everybody', async () => {
    const { json: document } = await app.ask({ path: '/api/openapi.json', token: null });
    const paths = document['paths'] as Record<string, Record<string, Described>>;
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const asked = {
      '/api/v1/roundtables': 'roundtables?municipality=offenstadt',
      '/api/v1/roundtables/{id}': `roundtables/${table}`,
      '/api/v1/roundtables/{id}/history': `roundtables/${table}/history`,
      '/api/v1/actors': `actors?municipality=${town}`,
      '/api/v1/actors/{id}': `actors/${club}`,
      '/api/v1/measures/{id}': `measures/${roofs}`,
      '/api/v1/measures/{id}/history': `measures/${roofs}/history`,
    };
    for (const [path, address] of Object.entries(asked)) {
      const schema = paths[path]?.['get']?.responses['200'].content['application/json'].schema;
      const fits = ajv.compile(schema ?? { not: {} });
      for (const reader of [null, token]) {
        const { status, json } = await app.ask({ path: `/api/v1/${address}`, token: reader });
        fits(json);
        expect([path, status, fits.errors]).toEqual([path, 200, null]);
      }
    }
  });

  it('tell the team a revision to write with, and strangers none', async () => {
    const path = `/api/v1/roundtables/${table}`;
    const etag = (await app.ask({ path })).headers.get('etag');
    const { length } = await app.eventsOf(`roundtable-${table}`);
    expect(etag).toBe(`"${length - 1}"`);
    const { headers } = await app.ask({ path, token: null });
    expect(headers.get('etag')).not.toMatch(/^"\d+"$/);
  });

  it('need a town that is there, and know no drafts', async () => {
    const asked = async (path: string) =>
      (await app.ask({ path: `/api/v1/${path}`, token: null })).json;
    expect(await asked('roundtables')).toMatchObject({
      code: 'query/invalid',
      errors: [{ field: 'municipality', code: 'field/missing' }],
    });
    expect(await asked('actors?municipality=nirgends')).toMatchObject({
      code: 'municipality/unknown',
    });
    expect(await asked(`roundtables/${secret}`)).toMatchObject({ code: 'roundtable/unknown' });
    expect(await asked(`roundtables/${secret}/history`)).toMatchObject({
      code: 'roundtable/unknown',
    });
    expect(await asked(`actors/${shy}`)).toMatchObject({ code: 'actor/unknown' });
  });
});

interface Described {
  readonly responses: Readonly<
    Record<'200', { readonly content: Record<'application/json', { readonly schema: object }> }>
  >;
}
