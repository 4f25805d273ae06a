import { TestApp } from '../api/app.js';
import { fieldsOf, Visitor, wordsOf } from './visitor.js';

let app: TestApp;
let town: string;
let lead: Visitor;
const work = '/de/kommunen/musterstadt/bearbeiten';

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Musterstadt' } });
  await app.settle();
  lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
});
afterAll(() => app.stop());

const api = async (path: string) => (await app.ask({ path: `/api/v1/${path}` })).json;
const planOf = async (title: string) => {
  await app.settle();
  const { plans } = (await api(`municipalities/${town}`)) as {
    plans: { id: string; title: string }[];
  };
  return plans.find((plan) => plan.title === title)?.id ?? '';
};
interface Field {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
}
/** The fields as a reader sees them: each indented by its depth. */
const tree = async (plan: string) => {
  await app.settle();
  const { fields } = (await api(`plans/${plan}`)) as { fields: Field[] };
  return fields.map(({ name, depth }) => '-'.repeat(depth) + name);
};
const fieldOf = async (plan: string, name: string) => {
  await app.settle();
  const { fields } = (await api(`plans/${plan}`)) as { fields: Field[] };
  return fields.find((field) => field.name === name)?.id ?? '';
};

describe('plans', () => {
  it('begin with the next step', async () =>
    expect(wordsOf(await lead.get(`${work}/plaene`))).toContain('Noch kein Plan.'));

  it('are drafted, described, and get editions', async () => {
    const saved = await lead.fill(`${work}/plaene/neu`, {
      title: 'Klima-Aktionsplan',
      kind: 'CLIMATE_PROTECTION',
      origin: 'ALLIANCE',
    });
    expect(wordsOf(await lead.follow(saved))).toContain('Der Plan ist angelegt, als Entwurf.');
    const plan = await planOf('Klima-Aktionsplan');
    await lead.fill(`${work}/plaene/${plan}/angaben`, { url: 'https://example.org/plan.pdf' });
    const edition = await lead.fill(`${work}/plaene/${plan}/fassungen/neu`, {
      label: 'Fassung 2024',
      occurredOn: '2024-05-01',
    });
    const page = wordsOf(await lead.follow(edition));
    expect(page).toContain('Fassung 2024 (1. Mai 2024)');
    expect((await app.eventsOf(`plan-${plan}`)).map(({ type }) => type)).toEqual([
      'PlanDrafted',
      'PlanDescribed',
      'PlanEditionAdded',
    ]);
  });

  it('need a title and a kind', async () => {
    const refused = await lead.fill(`${work}/plaene/neu`, { title: '', kind: '' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('href="#field-title"');
    expect(refused.text).toContain('href="#field-kind"');
  });

  it('of another town are not found', async () => {
    const other = await app.given('municipalities', { text: { name: 'Nebenstadt' } });
    const plan = await app.given('plans', {
      municipality: other,
      kind: 'HEAT',
      text: { title: 'Wärmeplan' },
    });
    await app.settle();
    for (const path of [
      '',
      '/angaben',
      '/handlungsfelder',
      '/handlungsfelder/neu',
      '/massnahmen',
    ]) {
      expect((await lead.get(`${work}/plaene/${plan}${path}`)).status).toBe(404);
    }
    expect(
      (await lead.send(`${work}/plaene/${plan}/handlungsfelder/neu`, { name: 'x' })).status,
    ).toBe(404);
  });
});

describe('fields', () => {
  let plan: string;
  const fields = () => `${work}/plaene/${plan}/handlungsfelder`;
  const add = async (name: string, parent = '') => {
    await lead.fill(`${fields()}/neu`, { name, parent });
    return fieldOf(plan, name);
  };
  const step = async (name: string, direction: string) => {
    const id = await fieldOf(plan, name);
    const { text } = await lead.get(fields());
    const { revision = '' } = fieldsOf(text);
    return lead.send(`${fields()}/${id}/verschieben`, {
      direction,
      revision: [revision].flat().at(-1) ?? '',
    });
  };

  beforeAll(async () => {
    await lead.fill(`${work}/plaene/neu`, { title: 'Wärmeplan', kind: 'HEAT' });
    plan = await planOf('Wärmeplan');
  });

  it('begin with the next step', async () =>
    expect(wordsOf(await lead.get(fields()))).toContain('Noch keine Handlungsfelder.'));

  it('are added in their order, within each other, and described', async () => {
    const energy = await add('Energie');
    await add('Mobilität');
    await add('Strom', energy);
    await add('Gebäude');
    expect(await tree(plan)).toEqual(['Energie', '-Strom', 'Mobilität', 'Gebäude']);
    await lead.fill(`${fields()}/${energy}`, { name: 'Energie und Wärme', number: 'A' });
    expect((await tree(plan))[0]).toBe('Energie und Wärme');
    expect(wordsOf(await lead.get(fields()))).toContain('A Energie und Wärme');
    await lead.fill(`${fields()}/${energy}`, { name: 'Energie' });
  });

  it.each([
    ['Gebäude', 'up', ['Energie', '-Strom', 'Gebäude', 'Mobilität']],
    ['Energie', 'down', ['Gebäude', 'Energie', '-Strom', 'Mobilität']],
    ['Mobilität', 'in', ['Gebäude', 'Energie', '-Strom', '-Mobilität']],
    ['Mobilität', 'up', ['Gebäude', 'Energie', '-Mobilität', '-Strom']],
    ['Mobilität', 'out', ['Gebäude', 'Energie', '-Strom', 'Mobilität']],
  ])('%s is moved %s by a button', async (name, direction, wanted) => {
    const moved = await step(name, direction);
    expect(moved.status).toBe(303);
    expect(moved.headers.get('location')).toContain(`#f-${await fieldOf(plan, name)}`);
    expect(await tree(plan)).toEqual(wanted);
  });

  it('are put into any other, but not into themselves', async () => {
    const [energy, power] = [await fieldOf(plan, 'Energie'), await fieldOf(plan, 'Strom')];
    const move = `${fields()}/${energy}/verschieben`;
    const { text } = await lead.get(move);
    expect(text).not.toContain(`<option value="${power}"`);
    const refused = await lead.fill(move, { parent: power });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('href="#field-parent"');
    const buildings = await fieldOf(plan, 'Gebäude');
    await lead.fill(move, { parent: buildings });
    expect(await tree(plan)).toEqual(['Gebäude', '-Energie', '--Strom', 'Mobilität']);
    await lead.fill(move, { parent: '' });
  });

  it('keep the order that was wished for when the room between two is used up', async () => {
    const top = async () => (await tree(plan)).filter((name) => !name.startsWith('-'));
    const events = async () => (await app.eventsOf(`plan-${plan}`)).length;
    let [most, moves] = [0, 0];
    for (; most < 2 && moves < 60; moves += 1) {
      const [before, order] = [await events(), await top()];
      await step(order.at(-1) ?? '', 'up');
      expect(await top()).toEqual([order[0], order[2], order[1]]);
      most = Math.max(most, (await events()) - before);
    }
    expect(most).toBeGreaterThan(1);
  });

  it('that two move at once: the second is told, where it was the same field', async () => {
    const [energy, mobility] = [await fieldOf(plan, 'Energie'), await fieldOf(plan, 'Mobilität')];
    const open = async (field: string) =>
      fieldsOf((await lead.get(`${fields()}/${field}/verschieben`)).text);
    const [early, late, other] = [await open(energy), await open(energy), await open(mobility)];
    const send = (field: string, typed: object) =>
      lead.send(`${fields()}/${field}/verschieben`, typed as Record<string, string>);
    expect((await send(energy, { ...early, parent: mobility })).status).toBe(303);
    await app.settle();
    expect((await send(mobility, { ...other, parent: '' })).status).toBe(303);
    const refused = await send(energy, { ...late, parent: '' });
    expect(refused.status).toBe(412);
    expect(wordsOf(refused)).toContain('Inzwischen gespeichert: Mobilität');
  });
});

describe('the dashboard of a plan', () => {
  it('counts what stands in it; that of the town counts everything once', async () => {
    const heat = await planOf('Wärmeplan');
    const all = await planOf('Klima-Aktionsplan');
    const place = (plan: string) => ({ place: `${plan} none` });
    await lead.fill(`${work}/massnahmen/neu`, { title: 'Nur im Wärmeplan', ...place(heat) });
    await lead.fill(`${work}/massnahmen/neu`, { title: 'In beiden', ...place(heat) });
    await app.settle();
    const { items } = (await api(`measures?municipality=${town}&q=beiden`)) as {
      items: { id: string }[];
    };
    await lead.fill(`${work}/massnahmen/${items[0]?.id}/platz`, place(all));
    await app.settle();
    const total = async (path: string) =>
      /tile is-total.*?tile__number">(\d+)</.exec((await lead.get(path)).text)?.[1];
    const town_ = '/de/kommunen/musterstadt';
    expect(await total(`${town_}/plaene/${heat}`)).toBe('2');
    expect(await total(`${town_}/plaene/${all}`)).toBe('1');
    expect(await total(town_)).toBe('2');
    const dashboard = (await lead.get(town_)).text;
    expect(dashboard).toContain(`href="${town_}/plaene/${heat}"`);
    expect((await lead.get(`${town_}/plaene/${heat}`)).text).toContain(
      `href="${town_}/massnahmen?plan=${heat}`,
    );
    const list = await lead.get(`${town_}/massnahmen?plan=${all}`);
    expect(list.text).toContain('In beiden');
    expect(list.text).not.toContain('Nur im Wärmeplan');
  });

  it('has its twins for programs, and is hidden while it is a draft', async () => {
    const heat = await planOf('Wärmeplan');
    const path = `/de/kommunen/musterstadt/plaene/${heat}`;
    expect((await lead.get(`${path}.json`)).json).toMatchObject({
      progress: { counts: { total: 2 } },
    });
    expect((await lead.get(`${path}.csv`)).text).toContain('insgesamt');
    const stranger = Visitor.stranger(app);
    await app.allowPublishing(town);
    await lead.fill(`${work}/veroeffentlichen`, { also: [] });
    await app.settle();
    expect((await stranger.get('/de/kommunen/musterstadt')).status).toBe(200);
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.get(`/en/municipalities/musterstadt/plans/${heat}`)).status).toBe(404);
  });
});

describe('the assessment of a field', () => {
  it('is shown, signed and never counted', async () => {
    const plan = await planOf('Wärmeplan');
    const field = await fieldOf(plan, 'Gebäude');
    const path = `${work}/plaene/${plan}/handlungsfelder/${field}/bewerten`;
    const refused = await lead.fill(path, { rating: '' });
    expect([refused.status, refused.text.includes('href="#field-rating"')]).toEqual([400, true]);
    await lead.fill(path, { rating: 'YELLOW', note: 'Zwei Dächer fehlen noch' });
    await app.settle();
    expect(wordsOf(await lead.get('/de/kommunen/musterstadt'))).toContain(
      'Zwei Dächer fehlen noch',
    );
  });
});
