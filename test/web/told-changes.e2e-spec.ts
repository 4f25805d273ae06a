import { TestApp } from '../api/app.js';

/** Histories of a town and of its plan: from what to what each entry changed it. */
let app: TestApp;
let town: string;
let plan: string;
const [mobility, energy] = [crypto.randomUUID(), crypto.randomUUID()];
const long = Array.from({ length: 60 }, (_, n) => `Satz ${n} über die Bäume.`);

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  plan = await app.given('plans', {
    ...{ municipality: town, kind: 'HEAT' },
    text: { title: 'Wärmeplan', description: long.join(' ') },
  });
  for (const [field, name] of [
    [mobility, 'Mobilität'],
    [energy, 'Energie'],
  ]) {
    await tell(`plans/${plan}/add-field`, { field, rank: 1, text: { name } });
  }
});
afterAll(() => app.stop());

const tell = async (path: string, body: object): Promise<string> => {
  const [collection = '', id = '', command = ''] = path.split('/');
  const category =
    { plans: 'plan', municipalities: 'municipality' }[collection] ?? collection.slice(0, -1);
  const revision = (await app.eventsOf(`${category}-${id}`)).length - 1;
  const ifMatch: Record<string, string> = /describe|move/.test(command)
    ? { 'if-match': `"${revision}"` }
    : {};
  const { status, text, json } = await app.post(path, body, ifMatch);
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  await app.settle();
  return (json['events'] as string[])[0]!;
};

/** The entry in the words of the page. */
const told = async (entry: string, path = `/de/kommunen/teststadt/plaene/${plan}/verlauf`) => {
  const { text } = await app.ask({ path });
  const from = text.indexOf(`<li id="e-${entry}"`);
  expect([path, from]).not.toEqual([path, -1]);
  const html = text.slice(from, text.indexOf('entry__meta', from));
  return { html, words: html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') };
};

describe('the history of a plan', () => {
  it('says which words of a long text changed, and what else was told otherwise', async () => {
    const changed = long.with(30, 'Satz 30 über die Hecken.').join(' ');
    const entry = await tell(`plans/${plan}/describe-plan`, {
      kind: 'CLIMATE_PROTECTION',
      text: { title: 'Klimaplan', description: changed },
    });
    const { html, words } = await told(entry);
    expect(words).toContain('Titel des Plans vorher: Wärmeplan jetzt: Klimaplan');
    expect(words).toContain('Art vorher: Wärmeplanung jetzt: Klimaschutz');
    expect(words).toContain('Satz 30 über die vorher: Bäume jetzt: Hecken . Satz 31');
    expect(words).not.toContain('Satz 10 ');
    expect(html).toMatch(/<del>.*Bäume.*<\/del>/s);
    expect((await told(entry, `/de/kommunen/teststadt/verlauf`)).words).toContain(
      'jetzt: Klimaplan',
    );
    const english = `/en/municipalities/teststadt/plans/${plan}/history`;
    expect((await told(entry, english)).words).toContain('before: Wärmeplan');
  });

  it('compares with what a correction said, and not with what was taken back', async () => {
    const kind = 'CLIMATE_PROTECTION';
    const described = (title: string) =>
      tell(`plans/${plan}/describe-plan`, { kind, text: { title } });
    const wrong = await described('Plan A');
    const correction = await tell(`plans/${plan}/correct-entry`, {
      ...{ entry: wrong, replacement: { kind }, occurredOn: '2024-01-01' },
      text: { reason: 'Tippfehler', replacement: { title: 'Plan B' } },
    });
    expect((await told(correction)).words).toContain(
      'Titel des Plans vorher: Plan A jetzt: Plan B',
    );
    const slip = await described('Versehen');
    await tell(`plans/${plan}/void-entry`, { entry: slip, text: { reason: 'falsche Zeile' } });
    const next = await described('Plan C');
    expect((await told(next)).words).toContain('Titel des Plans vorher: Plan B jetzt: Plan C');
  });

  it('compares nothing with a text that was taken out', async () => {
    const kind = 'CLIMATE_PROTECTION';
    const gone = await tell(`plans/${plan}/describe-plan`, {
      ...{ kind, text: { title: 'Plan von Herrn Nachbar', description: 'Herr Nachbar' } },
    });
    await tell(`plans/${plan}/redact-text`, { entry: gone, text: { reason: 'Privater Name' } });
    const next = await tell(`plans/${plan}/describe-plan`, { kind, text: { title: 'Plan D' } });
    for (const entry of [gone, next]) {
      expect((await told(entry)).words).not.toMatch(/vorher|Nachbar/);
    }
  });

  it('says from which field to which a measure and a field went, and what became one', async () => {
    const [trees, hedges] = await Promise.all(
      ['Bäume', 'Hecken'].map((title) =>
        app.given('measures', { municipality: town, text: { title } }),
      ),
    );
    const placed = (field: string, number: string) =>
      tell(`plans/${plan}/place-measure`, { measure: trees, field, rank: 1, text: { number } });
    expect((await told(await placed(mobility, 'A1'))).words).not.toContain('vorher');
    const moved = (await told(await placed(energy, 'B7'))).words;
    expect(moved).toContain('Handlungsfeld vorher: Mobilität jetzt: Energie');
    expect(moved).toContain('Nummer vorher: A1 jetzt: B7');
    const below = await tell(`plans/${plan}/move-field`, {
      field: energy,
      parent: mobility,
      rank: 1,
    });
    expect((await told(below)).words).toContain(
      'Liegt in vorher: keinem anderen (oberste Ebene) jetzt: Mobilität',
    );
    const renamed = await tell(`plans/${plan}/describe-field`, {
      field: mobility,
      text: { name: 'Verkehr' },
    });
    expect((await told(renamed)).words).toContain('Name vorher: Mobilität jetzt: Verkehr');
    const rated = await tell(`plans/${plan}/assess-field`, {
      ...{ field: mobility, scale: 'TRAFFIC_LIGHT', rating: 'RED' },
      text: { note: 'Es stockt.' },
    });
    expect((await told(rated)).words).toContain('Bewertung braucht mehr Aufmerksamkeit (rot)');
    const merged = await tell(`plans/${plan}/merge-measures`, { measures: [trees], into: hedges });
    expect((await told(merged)).words).toMatch(/Maßnahme Bäume .*Wird fortgeführt als Hecken/);
  });
});

describe('the history of a town', () => {
  it('says what was told otherwise of the town, of a body and of an organisation', async () => {
    const path = '/de/kommunen/teststadt/verlauf';
    const first = await tell(`municipalities/${town}/describe-municipality`, {
      population: 24_380,
      text: { teaser: 'Am Fluss' },
    });
    expect((await told(first, path)).words).toContain(
      'Angaben: Kurz gesagt, Einwohnerinnen und Einwohner',
    );
    const next = await tell(`municipalities/${town}/describe-municipality`, {
      population: 24_615,
      text: { teaser: 'Am Wald' },
    });
    const { words } = await told(next, path);
    expect(words).toContain('Kurz gesagt vorher: Am Fluss jetzt: Am Wald');
    expect(words).toContain('vorher: 24.380 jetzt: 24.615');
    expect(words).not.toContain('Name der Kommune');
    const target = (targetYear: number) =>
      tell(`municipalities/${town}/set-target`, { targetYear, occurredOn: '2024-01-01' });
    await target(2035);
    expect((await told(await target(2040), path)).words).toContain(
      'Zieljahr vorher: 2035 jetzt: 2040',
    );
    const organ = await app.given('organs', {
      ...{ municipality: town, kind: 'COMMITTEE', decidesFinally: false },
      text: { name: 'Umweltausschuss' },
    });
    const renamed = await tell(`organs/${organ}/describe-organ`, {
      ...{ kind: 'COMMITTEE', decidesFinally: true },
      text: { name: 'Klimaausschuss' },
    });
    const body = (await told(renamed, path)).words;
    expect(body).toContain('Name vorher: Umweltausschuss jetzt: Klimaausschuss');
    expect(body).toContain('vorher: berät oder empfiehlt jetzt: entscheidet abschließend');
  });

  it('says of a meeting its day, and of a promise what it was', async () => {
    const path = '/de/kommunen/teststadt/verlauf';
    const table = await app.given('roundtables', {
      ...{ municipality: town, format: 'ROUND_TABLE' },
      text: { name: 'Runder Tisch' },
    });
    const club = await app.given('actors', {
      ...{ municipality: town, kind: 'ASSOCIATION' },
      text: { name: 'Radverein' },
    });
    const [meeting, followUp] = [crypto.randomUUID(), crypto.randomUUID()];
    const at = (command: string, body: object) => tell(`roundtables/${table}/${command}`, body);
    const convened = await at('convene-meeting', { meeting, on: '2025-03-01' });
    expect((await told(convened, path)).words).toContain('1. März 2025');
    await at('hold-meeting', { meeting, groups: [club], occurredOn: '2025-03-01' });
    await at('agree-follow-up', {
      ...{ followUp, meeting, actor: club, occurredOn: '2025-03-01' },
      text: { what: 'Räder zählen' },
    });
    const done = await at('finish-follow-up', { followUp, occurredOn: '2025-04-01' });
    expect((await told(done, path)).words).toContain('Zusage Räder zählen');
  });
});
