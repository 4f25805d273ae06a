import { workPages } from '../walked-pages.js';
import { type Evening, step, town, work } from './evening.js';
import { Telephone } from './telephone.js';
import { townList } from './town-list.js';

const post = 'Klimagruppe, Kaiserstraße 1, 76133 Karlsruhe';

/** The list of the town, what is odd in it, and that all of it is seen. */
export function publishes(evening: () => Evening): void {
  step('brings in the list of the town', async () => {
    const { telephone } = evening();
    await telephone.go('/de/arbeit');
    await telephone.follow('Karlsruhe bearbeiten');
    await telephone.follow('Tabelle importieren');
    await telephone.fillIn({ 'Für welchen Tag': townList.standOn });
    const { name, bytes: buffer } = townList;
    const file = { name, mimeType: 'text/csv', buffer };
    await telephone.main.getByLabel('Datei', { exact: true }).setInputFiles(file);
    await telephone.press('Datei ansehen');
    expect(await telephone.words()).toContain('Was übernommen würde');
    await telephone.press('Übernehmen');
    while (await telephone.main.locator('progress').count())
      await telephone.follow('Stand erneuern');
    expect(await telephone.words()).toContain('Alles aus der Datei ist eingetragen');
  });

  step('is told by its own start page what is to be clarified, and clarifies it', async () => {
    const { telephone } = evening();
    await telephone.go('/de/arbeit');
    await telephone.follow(/zu klären$/);
    const waiting = telephone.main.getByRole('button', { name: /^Läuft\s*:/ });
    expect(await waiting.count()).toBeGreaterThan(0);
    while (await waiting.count()) await telephone.press(/^Läuft\s*:/);
    expect(await telephone.words()).toContain('Nichts mehr zu klären.');
  });

  step('says who it is, and publishes', async () => {
    const { telephone, told } = evening();
    await told(work, ['Veröffentlichen'], {}, 'Jetzt veröffentlichen');
    expect(await telephone.words()).toContain('Vor dem Veröffentlichen fehlt das Impressum');
    await told('/de/arbeit', ['Texte dieser Seiten', /^Impressum/], { 'Text auf Deutsch': post });
    for (const text of [/^Datenschutz/, /^Barrierefreiheit/]) {
      const checked = { 'Wir haben ihn geprüft': true };
      await told('/de/arbeit', ['Texte dieser Seiten', text], checked);
    }
    await told(work, ['Wer beobachtet hier?'], {
      'Name der Gruppe': 'Klimagruppe',
      'Unabhängig: Ehrenamtliche oder ein Verein': true,
      'Kontakt der Gruppe': post,
      'Woher kommen die Angaben?': 'Niederschriften',
      'Wie wird bewertet?': 'Gemeinsam, halbjährlich',
      'Vor- und Nachname': 'Karla Muster',
      Anschrift: post,
    });
    await telephone.go(`${work}/veroeffentlichen`);
    for (const box of await telephone.main.locator('[name=also]').all()) await box.check();
    await telephone.press('Jetzt veröffentlichen');
    expect(await telephone.words()).toContain('Veröffentlicht.');
  });

  step('takes back what was shown too early, and shows it again', async () => {
    const { telephone, told, workOn } = evening();
    const hide = 'Veröffentlichung zurücknehmen';
    await workOn('Brunnen am Markt');
    const measure = telephone.at;
    await telephone.go(`${work}/plaene`);
    await telephone.follow('Hitzeaktionsplan');
    const plan = telephone.at;
    await telephone.go(`${plan}/handlungsfelder/ohne`);
    expect(await telephone.words()).toContain('Noch keine Maßnahmen');
    for (const path of [measure, plan, work]) {
      expect(await told(path, [hide], { Grund: 'Zu früh' }, hide)).toContain('Entwurf.');
      const shown = await told(path, ['Veröffentlichen'], {}, 'Jetzt veröffentlichen');
      expect(shown).toContain('Veröffentlicht.');
    }
  });

  step('is read by everybody', async () => {
    const { telephone, server, browser } = evening();
    await telephone.go(`${work}/plaene`);
    const plans = await telephone.main.locator('.tasks__what > a').allInnerTexts();
    const imported = plans.filter((title) => !/^(Hitzeaktionsplan|Wärmeplan)$/.test(title));
    expect(imported).toHaveLength(1);
    await telephone.follow(imported[0]!);
    const citizen = await Telephone.in(browser, server.url);
    await citizen.go(town);
    expect(await citizen.words()).toContain('Klimaschutz in Karlsruhe');
    expect(await citizen.words()).toContain(townList.field);
    await citizen.go(telephone.at.replace('/bearbeiten', ''));
    expect(await citizen.words()).toContain(`${townList.measures} Maßnahmen`);
    await citizen.go(`${town}/massnahmen`);
    expect(await citizen.words()).toContain(townList.measure);
  });

  step('has seen every page on which a plan is worked on', async () => {
    const { telephone } = evening();
    const ids = '00000000-0000-7000-8000-000000000000';
    const shape = (path: string) => path.replaceAll(/[0-9a-f-]{36}/g, 'ID');
    const seen = new Set([...telephone.seen].map(shape));
    const known = workPages((thing) => (thing === 'town' ? 'karlsruhe' : ids));
    const shapes = Object.values(known).map((path) => shape(path('de')));
    expect(shapes.filter((path) => !seen.has(path))).toEqual([]);
  });
}
