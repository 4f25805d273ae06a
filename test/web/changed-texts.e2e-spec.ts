import { TestApp } from '../api/app.js';
import { Visitor, wordsOf } from './visitor.js';

let app: TestApp;
let town: string;
let measure: string;
const trail = (lang = 'de') =>
  lang === 'de'
    ? `/de/kommunen/teststadt/massnahmen/${measure}/verlauf`
    : `/en/municipalities/teststadt/measures/${measure}/history`;
const long = Array.from({ length: 60 }, (_, n) => `Satz ${n} über die Bäume.`);

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
});
afterAll(() => app.stop());
beforeEach(async () => {
  measure = await app.given('measures', { municipality: town, text: { title: 'Bäume' } });
  await app.settle();
});

const describe_ = async (body: object, occurredOn: string | null = null) => {
  const revision = (await app.eventsOf(`measure-${measure}`)).length - 1;
  const { status, text, json } = await app.post(
    `measures/${measure}/describe-measure`,
    { occurredOn, ...body },
    { 'if-match': `"${revision}"` },
  );
  if (status !== 200) throw new Error(`${status} ${text}`);
  await app.settle();
  return (json['events'] as string[])[0]!;
};
/** The entry as the page tells it. */
const entryIn = (html: string, id: string) =>
  html.slice(
    html.indexOf(`<li id="e-${id}"`),
    html.indexOf('entry__meta', html.indexOf(`"e-${id}"`)),
  );
const said = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

describe('the history of a measure', () => {
  it('says which fields the first description filled, and from what to what the next changed each', async () => {
    const first = await describe_({
      budget: { totalCents: 1_000_000 },
      text: { title: 'Bäume', goal: 'Schatten' },
    });
    const next = await describe_({
      budget: { totalCents: 2_500_000 },
      priority: 'HIGH',
      text: { title: 'Bäume und Hecken', teaser: 'Mehr Grün' },
    });
    const { text } = await app.ask({ path: trail() });
    expect(said(entryIn(text, first))).toContain('Angaben: Ziel, Budget insgesamt');
    expect(said(text)).toContain('von Betrieb ');
    expect(text).not.toContain('Betrieb (Betrieb)');
    const entry = entryIn(text, next);
    expect(said(entry)).toContain('Titel der Maßnahme vorher: Bäume jetzt: Bäume und Hecken');
    expect(said(entry)).toContain('Kurz gesagt jetzt: Mehr Grün');
    expect(said(entry)).toContain('Ziel vorher: Schatten entfernt');
    expect(said(entry)).toContain('Budget insgesamt vorher: 10.000 € jetzt: 25.000 €');
    expect(said(entry)).toContain('Priorität jetzt: hoch');
    expect(entry).toMatch(/<del>.*Schatten.*<\/del>/);
    const english = said(entryIn((await app.ask({ path: trail('en') })).text, next));
    expect(english).toContain('before: 10,000 €');
  });

  it('shows of a long text the words that changed, folded away, with what stands beside them', async () => {
    await describe_({ text: { title: 'Bäume', description: long.join(' ') } });
    const changed = long.with(30, 'Satz 30 über die Hecken.').join(' ');
    const next = await describe_({ text: { title: 'Bäume', description: changed } });
    const entry = entryIn((await app.ask({ path: trail() })).text, next);
    expect(entry).toContain('<details class="disclosure"><summary>');
    expect(said(entry)).toContain('Satz 30 über die vorher: Bäume jetzt: Hecken . Satz 31');
    expect(said(entry)).not.toContain('Satz 10 ');
    expect(said(entry)).not.toContain('Satz 50 ');
  });

  it('compares with what held on that day, and with nothing that was taken back', async () => {
    await describe_({ text: { title: 'Bäume', goal: 'eins' } });
    const wrong = await describe_({ text: { title: 'Bäume', goal: 'zwei' } });
    await app.post(`measures/${measure}/void-entry`, { entry: wrong, text: { reason: 'falsch' } });
    const next = await describe_({ text: { title: 'Bäume', goal: 'drei' } });
    const { text } = await app.ask({ path: trail() });
    expect(said(entryIn(text, wrong))).toContain('vorher: eins jetzt: zwei');
    expect(said(entryIn(text, next))).toContain('vorher: eins jetzt: drei');
  });

  it('names the changed fields in its file', async () => {
    await describe_({ text: { title: 'Bäume', goal: 'eins' } });
    await describe_({ text: { title: 'Bäume', goal: 'zwei', outlook: 'gut' } });
    const { text } = await app.ask({ path: `${trail()}.csv` });
    expect(text).toContain('Geänderte Angaben');
    expect(text).toContain(';Ziel, Ausblick');
  });

  it('tells nobody of a draft what it said, and everybody afterwards what the whole trail says', async () => {
    await describe_({ text: { title: 'Bäume', goal: 'ENTWURFSZIEL' } });
    await describe_({ text: { title: 'Bäume', goal: 'Schatten' } });
    const asStranger = () => Visitor.stranger(app).get(trail());
    expect((await asStranger()).text).not.toContain('ENTWURFSZIEL');
    await app.publish(town);
    await app.post(`measures/${measure}/publish-measure`, {});
    await app.settle();
    expect(wordsOf(await asStranger())).toContain('vorher: ENTWURFSZIEL jetzt: Schatten');
    const api = await app.ask({ path: `/api/v1/measures/${measure}/history`, token: null });
    expect(api.text).toContain('ENTWURFSZIEL');
  });
});
