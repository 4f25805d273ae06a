import { type Evening, step, town, work } from './evening.js';

/** Measures by hand: what they are, where they stand, what became of them. */
export function worksOnMeasures(evening: () => Evening): void {
  step('fills it with measures, describes, orders and numbers them', async () => {
    const { telephone, told, doWith, order } = evening();
    const measure = (title: string, number: string, place: string) =>
      told(
        `${work}/massnahmen`,
        ['Maßnahme anlegen'],
        {
          'Titel der Maßnahme': title,
          'Plan und Handlungsfeld': place,
          'Nummer im Plan': number,
        },
        'Maßnahme anlegen',
      );
    for (const [index, title] of [
      'Sonnensegel',
      'Alleebäume',
      'Baumpaten',
      'Kühle Räume',
      'Nebelduschen',
      'Versuch',
    ].entries()) {
      expect(await measure(title, `S${index + 1}`, 'Schatten')).toContain(
        'Die Maßnahme ist angelegt',
      );
    }
    await measure('Trinkbrunnen', 'W1', 'Trinkwasser');
    const sheet = await doWith(
      'Sonnensegel',
      'Maßnahmenblatt',
      {
        'Budget insgesamt': '12.500',
        'Titel der Maßnahme': 'Sonnensegel am Markt',
      },
      'Speichern',
    );
    expect(sheet).toContain('Gespeichert.');
    await order('Maßnahmen des Plans');
    await telephone.pressByKeyboard('Nach oben: Alleebäume');
    expect((await order('Maßnahmen des Plans')).slice(0, 2)).toEqual([
      'S2 Alleebäume',
      'S1 Sonnensegel am Markt',
    ]);
    await doWith(
      'Alleebäume',
      'Platz im Plan',
      { 'Plan und Handlungsfeld': 'Alleen', 'Nummer im Plan': 'A1' },
      'Speichern',
    );
    expect(await order('Maßnahmen des Plans')).toContain('A1 Alleebäume');
  });

  step('says who is responsible, who no longer is, and where a measure came from', async () => {
    const { telephone, doWith } = evening();
    await doWith(
      'Sonnensegel am Markt',
      'Zuständige',
      { Federführung: true, Name: 'Tiefbauamt', on: '2024-04-01' },
      'Zuständige ergänzen',
    );
    expect(await telephone.words()).toContain('Tiefbauamt');
    await telephone.follow(/^Zuständigkeit beenden/);
    await telephone.dated('2025-04-01');
    await telephone.press('Zuständigkeit beenden');
    const origin = { Herkunft: 'Runder Tisch', 'Warum wird berichtigt?': 'Vom Runden Tisch' };
    await doWith('Sonnensegel am Markt', 'Herkunft berichtigen', origin, 'Speichern');
  });

  step('lets measures go on in others', async () => {
    const { telephone, workOn, doWith, order } = evening();
    const into = { 'In welcher Maßnahme': 'A1 Alleebäume' };
    await doWith('Baumpaten', 'In einer anderen aufgehen lassen', into);
    await workOn('Trinkbrunnen');
    await telephone.follow('Aufteilen');
    const titles = telephone.main.getByLabel('Titel des Teils');
    await titles.nth(0).fill('Brunnen am Markt');
    await titles.nth(1).fill('Brunnen am Bahnhof');
    await telephone.press('Aufteilen');
    await doWith('Kühle Räume', 'Ersetzen', { 'Oder Titel einer neuen': 'Kühle Orte' });
    await doWith('Kühle Orte', 'Aus dem Plan nehmen', {});
    await doWith('Versuch', 'Irrtümlich angelegt: zurücknehmen', { Grund: 'Nur ein Versuch' });
    expect(await order('Maßnahmen des Plans')).toEqual([
      'S1 Sonnensegel am Markt',
      'S5 Nebelduschen',
      'A1 Alleebäume',
      'Brunnen am Markt',
      'Brunnen am Bahnhof',
    ]);
  });

  step(
    'records one vote for chosen measures, corrects another, and takes a third back',
    async () => {
      const { telephone, told, doWith } = evening();
      const vote = (title: string, outcome: string, ...measures: readonly string[]) =>
        told(
          `${town}/beschluesse/neu`,
          [],
          {
            'Worüber wurde abgestimmt?': title,
            Gremium: 'Gemeinderat',
            Ergebnis: outcome,
            ...Object.fromEntries(measures.map((measure) => [measure, true])),
            on: '2024-05-14',
          },
          'Beschluss eintragen',
        );
      const adopted = await vote(
        'Hitzeaktionsplan',
        'beschlossen',
        'S1 Sonnensegel am Markt',
        'A1 Alleebäume',
      );
      expect(adopted).toContain('Betrifft 2 Maßnahmen');
      await vote('Nebel', 'abgelehnt', 'S5 Nebelduschen');
      await telephone.follow('Beschluss berichtigen');
      await telephone.fillIn({
        'Warum wird berichtigt?': 'Titel ergänzt',
        'Worüber wurde': 'Nebelduschen',
      });
      await telephone.press('Beschluss berichtigen');
      await vote('Irrtum', 'vertagt', 'Brunnen am Markt');
      await telephone.follow('Beschluss zurücknehmen');
      await telephone.fillIn({ 'Warum wird er zurückgenommen?': 'War nicht auf der Tagesordnung' });
      await telephone.press(/zurücknehmen$/);
      expect(await telephone.words()).toContain('Dieser Beschluss wurde zurückgenommen');
      const revived = { 'als Vorschlag': true, 'Durch wen?': 'Seniorenbeirat' };
      await doWith('Nebelduschen', 'Neu aufgreifen', revived);
    },
  );

  step('logs what happened and what the group thinks, corrects it, and takes it back', async () => {
    const { telephone, told, doWith, workOn } = evening();
    const log = async (what: string, note: string, measure = 'Sonnensegel am Markt') => {
      await workOn(measure);
      await telephone.follow('Zur Maßnahme');
      const path = telephone.at;
      const filled = { 'Was ist geschehen?': what, 'Notiz oder Quelle': note, on: '2025-03-01' };
      return told(path, ['Eintragen, was geschehen ist'], filled, 'Eintragen');
    };
    expect(await log('Umsetzung begonnen (Projekt)', 'Masten stehen')).toContain('Eingetragen.');
    await telephone.follow('Beleg ergänzen');
    await telephone.fillIn({ 'Internet-Adresse des Belegs': 'https://stadt.example/masten' });
    await telephone.press('Beleg ergänzen');
    await log('Verzögerung', 'Fehlt noch', 'Brunnen am Markt');
    await doWith(
      'Brunnen am Bahnhof',
      'Maßnahmenblatt',
      { 'Begründung des Stands': 'Ampel der Stadt: gelb' },
      'Speichern',
    );
    await log('In Arbeit (gelb)', 'Die Hälfte hängt');
    await log('Verzögerung', 'Verwechselt');
    await telephone.follow('Zur Maßnahme');
    await telephone.follow(/^Ganzer Verlauf/);
    await telephone.follow(/^Zurücknehmen.*Verzögerung/);
    await telephone.fillIn({ 'Warum wird er zurückgenommen?': 'War eine andere Maßnahme' });
    await telephone.press('Eintrag zurücknehmen');
    await telephone.follow(/^Berichtigen.*begonnen/);
    await telephone.fillIn({ 'Warum wird berichtigt?': 'Datum verwechselt' });
    await telephone.dated('2025-02-01');
    await telephone.press('Berichtigung eintragen');
    expect(await telephone.words()).toContain('Berichtigt');
  });
}
