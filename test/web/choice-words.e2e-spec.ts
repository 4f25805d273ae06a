import { choiceWord } from '../../apps/api/src/errors/choice-words.js';
import { TestApp } from '../api/app.js';
import { readPaths } from '../api/read-routes.js';
import { Visitor } from './visitor.js';

/** What a form sent turns into where it cannot be shown as a form again. */
const chosenIn = (html: string): { name: string; value: string; label: string }[] => {
  const plain = (label: string) =>
    label
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  const found: { name: string; value: string; label: string }[] = [];
  for (const [form] of html.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)) {
    for (const [, name = '', options = ''] of form.matchAll(
      /<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
    )) {
      for (const [, value = '', label = ''] of options.matchAll(
        /<option value="([^"]*)"[^>]*>([\s\S]*?)<\/option>/g,
      )) {
        found.push({ name, value, label: plain(label) });
      }
    }
    for (const [, tag = '', label = ''] of form.matchAll(
      /<input([^>]*type="(?:radio|checkbox)"[^>]*)\/?><label[^>]*>([\s\S]*?)<\/label>/g,
    )) {
      const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
      found.push({ name: attribute('name'), value: attribute('value'), label: plain(label) });
    }
  }
  return found;
};

describe('what can be chosen in a form', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
    await app.settle();
  });
  afterAll(() => app.stop());

  it('has its words also where the form is turned away', async () => {
    const ask = async (path: string) => (await app.ask({ path: `/api/v1/${path}` })).json;
    const { items } = (await ask('measures?q=solar')) as { items: { id: string }[] };
    const measure = items[0]!.id;
    const slug = 'musterstadt-am-main';
    const town = (await ask(`municipalities/${slug}`)) as {
      plans: { id: string }[];
      organs: { id: string }[];
    };
    const { fields } = (await ask(`plans/${town.plans[0]!.id}`)) as { fields: { id: string }[] };
    const gaps = [
      [slug, measure],
      [slug, town.plans[0]!.id, fields[0]!.id],
      [slug, town.organs[0]!.id],
    ];
    const [said, wrong] = [new Set<string>(), new Map<string, string[]>()];
    for (const path of readPaths(app, gaps, measure)) {
      const { text } = await app.ask({ path, headers: { accept: 'text/html' } });
      for (const { name, value, label } of chosenIn(text)) {
        if (value === '' || value.length >= 36 || /^\d+$/.test(value)) continue;
        if (name === 'also' || name.endsWith('-precision')) continue;
        const word = choiceWord(path.startsWith('/en') ? 'en' : 'de', {
          action: path,
          name,
          value,
        });
        said.add(name);
        // Why a choice does not fit the day stands behind its word.
        if (word !== label && !label.startsWith(`${word} – `))
          wrong.set(`${name}=${value}`, [word, label, path]);
      }
    }
    expect([...wrong]).toEqual([]);
    for (const name of ['what', 'kind', 'origin', 'influence', 'outcome'])
      expect(said).toContain(name);
  });

  it('is read back in words by whoever was signed out meanwhile, and sent again as it was', async () => {
    const address = '/de/kommunen/musterstadt-am-main/massnahmen/x/eintragen';
    const form = { what: 'started', note: 'Gerüst steht', evidenceKind: 'site-visit' };
    const { status, text } = await Visitor.stranger(app).send(address, form);
    expect(status).toBe(401);
    const [, list = ''] = /class="kept-form">([\s\S]*?)<\/ul>/.exec(text) ?? [];
    const words = ['Umsetzung begonnen (Projekt)', 'Gerüst steht', 'Ortstermin'];
    expect(list.match(/<li>[^<]*/g)).toEqual(words.map((word) => `<li>${word}`));
    expect(text).toContain('name="what" value="started"');
  });

  it('is asked for in words where something else was sent', async () => {
    const visitor = await Visitor.signedIn(app, { role: 'OPERATOR' });
    const { status, text } = await visitor.send('/de/beginnen', { name: 'Neustadt', state: 'XX' });
    expect(status).toBe(400);
    expect(text).toContain('Bitte eine der angebotenen Möglichkeiten wählen.');
    expect(text).not.toContain('NW, ');
  });
});
