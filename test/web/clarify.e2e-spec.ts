import { TestApp, token } from '../api/app.js';
import { formIn, post } from './forms.js';

let app: TestApp;
let town: string;
let measure: string;
const path = '/de/kommunen/teststadt/bearbeiten/klaeren';

beforeEach(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  measure = await app.given('measures', { municipality: town, text: { title: 'Radweg' } });
  const text = { note: 'verzögert / fehlt' };
  await app.post(`measures/${measure}/report-delay`, {
    ...{ occurredOn: '2024-04-30', imported: true, text },
  });
  await app.settle();
});
afterEach(() => app.stop());

const page = async () => (await app.ask({ path })).text;
const answer = async (said: string) => {
  const { status } = await post(app, path, { ...formIn(await page()), answer: said });
  await app.settle();
  return status;
};
/** Takes a list over, as the shell does. */
const imports = async (list: string, stand = '2021-04-30') => {
  const query = new URLSearchParams({ town, stand, fileName: 'liste.csv' });
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/octet-stream',
  };
  const address = `${app.url}/api/v1/imports/measures?${query}`;
  const answer = await fetch(address, { method: 'POST', headers, body: list });
  expect(await answer.text()).toContain('"done":true');
  await app.settle();
};
const measureNow = async () => (await app.ask({ path: `/api/v1/measures/${measure}` })).json;

describe('the list of what is to be clarified', () => {
  it('asks what the source meant, and is done with one click', async () => {
    expect(await page()).toContain('verzögert oder fehlt');
    expect(await answer('running-late')).toBe(303);
    expect(await page()).toContain('Nichts mehr zu klären.');
    expect(await measureNow()).toMatchObject({ status: 'delayed', implementation: 'IN_PROGRESS' });
  });

  it('is told on the page of the measure too', async () => {
    const { text } = await app.ask({ path: `/de/kommunen/teststadt/massnahmen/${measure}` });
    expect(text).toMatch(/zu klären[\s\S]*Die Quelle sagt „verzögert oder fehlt“/);
  });

  it('records an answer once, however often the button is pressed', async () => {
    const form = { ...formIn(await page()), answer: 'completed' };
    await post(app, path, form);
    await post(app, path, form);
    await app.settle();
    const events = await app.eventsOf(`measure-${measure}`);
    expect(events.filter(({ type }) => type === 'MeasureImplementationCompleted')).toHaveLength(1);
  });

  it('takes an odd entry as right, and no longer asks', async () => {
    await answer('not-begun');
    await app.post(`measures/${measure}/decide`, {
      ...{ effect: 'ADOPTS', scope: 'FULL', final: true, votes: { majority: 'UNANIMOUS', no: 2 } },
    });
    await app.settle();
    expect(await page()).toContain('einstimmig, aber mit Gegenstimmen');
    expect(await answer('settle contradictory-votes')).toBe(303);
    expect(await page()).toContain('Nichts mehr zu klären.');
  });

  it('asks what a word of the source means that nobody could read, and is done with one click', async () => {
    await answer('not-begun');
    await imports('Nr.;Maßnahme;Status\nB1;Bäume;Phase II\n');
    expect(await page()).toContain('Phase II');
    expect(await answer('under-way')).toBe(303);
    expect(await page()).toContain('Nichts mehr zu klären.');
  });

  it('asks about a vote that a column of states names', async () => {
    await answer('not-begun');
    await imports('Nr.;Maßnahme;Status\nB1;Bäume;abgelehnt\n');
    expect(await page()).toMatch(/Bäume[\s\S]*abgelehnt/);
    expect(await answer('planned')).toBe(303);
    expect(await page()).toContain('Nichts mehr zu klären.');
  });

  it('asks nothing where the list says „verzögert“', async () => {
    await answer('not-begun');
    await imports('Nr.;Maßnahme;Status\nB1;Bäume;verzögert\n');
    expect(await page()).toContain('Nichts mehr zu klären.');
  });

  it.each([
    ['paused', 'PAUSED'],
    ['abandoned', 'ABANDONED'],
  ])('asks whether „gestoppt“ is for good, and why: %s', async (said, implementation) => {
    await answer('not-begun');
    await imports('Nr.;Maßnahme;Status\nB1;Bäume;gestoppt\n');
    expect(await page()).toMatch(/Bäume[\s\S]*gestoppt/);
    const form = { ...formIn(await page()), answer: said, reason: 'FUNDING' };
    expect((await post(app, path, form)).status).toBe(303);
    await app.settle();
    expect(await page()).toContain('Nichts mehr zu klären.');
    const { json } = await app.ask({ path: `/api/v1/measures?municipality=${town}` });
    const trees = (json['items'] as readonly { id: string; title: string }[]).find(
      ({ title }) => title === 'Bäume',
    )!;
    const events = await app.eventsOf(`measure-${trees.id}`);
    const given = events.find(({ type }) => type === 'MeasureImplementationAbandoned');
    expect(given?.data['reason']).toBe(implementation === 'ABANDONED' ? 'FUNDING' : undefined);
    const now = (await app.ask({ path: `/api/v1/measures/${trees.id}` })).json;
    expect(now).toMatchObject({ implementation });
  });

  describe('about measures that a later edition of their list has no longer', () => {
    const rows = ['Nr.;Maßnahme;Status', 'B1;Bäume;läuft', 'B2;Bänke;läuft', 'B3;Brunnen;läuft'];
    beforeEach(async () => {
      await answer('not-begun');
      await imports(rows.join('\n'));
      await imports(rows.slice(0, 3).join('\n'), '2021-10-31');
    });

    it('asks what became of them, and counts them on the first page', async () => {
      const html = await page();
      expect(html).toContain('1 Maßnahme ist zu klären.');
      expect(html).toMatch(/Brunnen[\s\S]*fehlt in der neuen Fassung/);
      const home = (await app.ask({ path: '/de/arbeit' })).text;
      expect(home).toMatch(/tile__number">1<\/span> <span class="tile__word">zu klären/);
    });

    it.each([
      ['goes-on', 'in-progress'],
      ['gone-completed', 'completed'],
      ['gone-abandoned', 'failed'],
      ['left-plan', 'in-progress'],
    ])('%s leaves it %s, and nothing is asked any more', async (said, status) => {
      expect(await answer(said)).toBe(303);
      expect(await page()).toContain('Nichts mehr zu klären.');
      const { json } = await app.ask({ path: `/api/v1/measures?municipality=${town}` });
      const items = json['items'] as readonly { title: string; status: string }[];
      expect(items.find(({ title }) => title === 'Brunnen')?.status).toBe(status);
    });

    it('asks no more where they are back, and does not ask again about what goes on', async () => {
      await answer('goes-on');
      await imports(rows.slice(0, 3).join('\n'), '2022-04-30');
      expect(await page()).toContain('Nichts mehr zu klären.');
      await imports(rows.join('\n'), '2022-10-31');
      await imports(rows.slice(0, 3).join('\n'), '2023-04-30');
      expect(await page()).toContain('fehlt in der neuen Fassung');
      await imports(rows.join('\n'), '2023-10-31');
      expect(await page()).toContain('Nichts mehr zu klären.');
    });
  });

  describe('about a state that a later edition of its list says no longer', () => {
    const list = (said: string) => `Nr.;Maßnahme;Status\nB1;Bäume;${said}\nB2;Bänke;läuft`;
    const statusOf = async (title: string) => {
      const { json } = await app.ask({ path: `/api/v1/measures?municipality=${town}` });
      const items = json['items'] as readonly { title: string; status: string }[];
      return items.find((measure) => measure.title === title)?.status;
    };
    beforeEach(async () => {
      await answer('not-begun');
      await imports(list('läuft'));
      await imports(list('geplant'), '2021-10-31');
    });

    it('asks which holds, in words, and counts it on the first page', async () => {
      const html = await page();
      expect(html).toContain('1 Maßnahme ist zu klären.');
      expect(html).toMatch(/Bäume[\s\S]*„in Umsetzung“. Die neue sagt: <q lang="de">geplant/);
      const home = (await app.ask({ path: '/de/arbeit' })).text;
      expect(home).toMatch(/tile__number">1<\/span> <span class="tile__word">zu klären/);
    });

    it('takes the earlier entry back with one click, visibly', async () => {
      expect(await answer('take-back')).toBe(303);
      expect(await page()).toContain('Nichts mehr zu klären.');
      expect(await statusOf('Bäume')).toBe('planned');
    });

    it('or leaves it, and does not ask again while the list says the same', async () => {
      const before = await statusOf('Bäume');
      expect(await answer('keep-state')).toBe(303);
      expect(await page()).toContain('Nichts mehr zu klären.');
      await imports(list('geplant'), '2022-04-30');
      expect(await page()).toContain('Nichts mehr zu klären.');
      expect(await statusOf('Bäume')).toBe(before);
    });
  });

  it('records nothing for an answer to a question that nobody asked', async () => {
    const before = await app.lastPosition();
    expect(await answer('settle not-a-final-body')).toBe(303);
    expect(await answer('nonsense')).toBe(303);
    expect(await app.lastPosition()).toBe(before);
  });

  it('is nothing for strangers', async () => {
    expect((await app.ask({ path, token: null })).status).toBe(401);
  });
});

describe('the first page after signing in', () => {
  it('counts what is to be done, each number leading to its measures', async () => {
    const { status, text } = await app.ask({ path: '/de/arbeit' });
    expect(status).toBe(200);
    expect(text).toContain(path);
    expect(text).toMatch(/tile__number">1<\/span> <span class="tile__word">zu klären/);
    expect(text).toContain('Verzögerung gemeldet');
    expect((await app.ask({ path: '/en/work' })).text).toContain('To be clarified'.toLowerCase());
    expect((await app.ask({ path: '/de/arbeit', token: null })).status).toBe(401);
  });
});
