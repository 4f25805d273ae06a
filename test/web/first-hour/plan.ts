import { type Evening, step, work } from './evening.js';

/** A town, its bodies, its plans and their fields. */
export function beginsATown(evening: () => Evening): void {
  step('signs in with the printed link, and begins its own town', async () => {
    const { telephone, told, server } = evening();
    await telephone.go(server.link);
    await telephone.fillIn({ 'Unter welcher Bezeichnung': 'Klimagruppe' });
    await telephone.press('Anmelden');
    const begun = await told(
      '/de/arbeit',
      ['Eigene Kommune beginnen'],
      {
        'Name der Kommune': 'Karlsruhe',
        Land: 'Baden-Württemberg',
        'Amtlicher Gemeindeschlüssel': '08212000',
        'Einwohnerinnen und Einwohner': '309964',
        'Stand der Einwohnerzahl': '31.12.2023',
        Zieljahr: '2035',
        'Beschluss dahinter': 'Beschluss des Gemeinderats, Vorlage 1/2020',
        'Beschlossen am': '16.7.2020',
      },
      'Kommune anlegen',
    );
    expect(begun).toContain('Die Kommune ist angelegt, als Entwurf.');
    expect(begun).toContain('Klimaneutral bis 2035');
    expect(
      await told(work, ['Angaben zur Kommune'], { Beschreibung: 'Stadt am Rhein.' }),
    ).toContain('Gespeichert.');
    const target = { Zieljahr: '2040' };
    expect(await told(work, ['Zieljahr und Beschluss'], target)).toContain('Klimaneutral bis 2040');
  });

  step('names the bodies, and which of them decides', async () => {
    const { told } = evening();
    const organ = (Name: string, Art: string, finally_: string) =>
      told(
        `${work}/gremien`,
        ['Gremium anlegen'],
        { Name, Art, [finally_]: true },
        'Gremium anlegen',
      );
    await organ('Gemeinderat', 'Vertretung', 'entscheidet abschließend');
    await organ('Umweltrat', 'Ausschuss', 'berät oder empfiehlt');
    await organ('Alter Beirat', 'Beirat', 'berät oder empfiehlt');
    await told(`${work}/gremien`, ['Umweltrat'], { Name: 'Umweltausschuss' });
    const ended = await told(
      `${work}/gremien`,
      ['Alter Beirat', 'Gremium beenden'],
      { on: '2024-06-30' },
      'Gremium beenden',
    );
    expect(ended).toMatch(/Umweltausschuss[\s\S]*Frühere Gremien[\s\S]*Alter Beirat/);
  });

  step('drafts a plan beside others, with an edition', async () => {
    const { told } = evening();
    const plan = (title: string, Art: string, origin: string) =>
      told(
        `${work}/plaene`,
        ['Plan anlegen'],
        { 'Titel des Plans': title, Art, 'Wer hat ihn aufgestellt?': origin },
        'Plan anlegen',
      );
    await plan('Hitzeplan', 'Klimaanpassung', 'Bündnis oder Runder Tisch');
    const heat = await plan('Wärmeplan', 'Wärmeplanung', 'Verwaltung');
    expect(heat).toContain('Der Plan ist angelegt, als Entwurf.');
    await told(`${work}/plaene`, ['Hitzeplan', 'Angaben zum Plan'], {
      'Titel des Plans': 'Hitzeaktionsplan',
    });
    const edition = await told(`${work}/plaene`, ['Hitzeaktionsplan', 'Fassung ergänzen'], {
      Bezeichnung: 'Fassung 2024',
      on: '2024-03-01',
    });
    expect(edition).toContain('Fassung 2024 (1. März 2024)');
  });

  step('lays out its fields, and moves them by keyboard', async () => {
    const { telephone, told, order } = evening();
    const fields = `${work}/plaene`;
    const field = (Name: string, within: object = {}) =>
      told(fields, ['Hitzeaktionsplan', 'Handlungsfelder', 'Handlungsfeld anlegen'], {
        Name,
        ...within,
      });
    await field('Wasser');
    await field('Schatten');
    await field('Alleen');
    const inner = await told(
      fields,
      ['Hitzeaktionsplan', 'Handlungsfelder', 'Verschieben: Alleen'],
      { 'Liegt in': 'Schatten' },
      'Handlungsfeld verschieben',
    );
    expect(inner).toContain('Verschoben.');
    await telephone.pressByKeyboard('Nach oben: Schatten');
    expect(await order('Handlungsfelder')).toEqual(['Schatten', 'Alleen', 'Wasser']);
    await told(fields, ['Hitzeaktionsplan', 'Handlungsfelder', 'Wasser'], {
      Name: 'Trinkwasser',
      Nummer: 'W',
    });
    const rated = await told(
      fields,
      ['Hitzeaktionsplan', 'Handlungsfelder', 'Bewerten: Trinkwasser'],
      { Bewertung: 'in Arbeit (gelb)', Begründung: 'Zwei von zehn Brunnen stehen.' },
    );
    expect(rated).toContain('Trinkwasser');
  });
}
