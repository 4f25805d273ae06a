import { formatDay } from '@klimaspur/messages';
import type { Browser } from 'playwright-core';
import { TestApp } from '../api/app.js';
import { launchChromium } from './chromium.js';
import { step } from './first-hour/evening.js';
import { Telephone } from './first-hour/telephone.js';
import { dayFromNow } from './given-table.js';

const town = '/de/kommunen/musterstadt';
const tables = `${town}/bearbeiten/runde-tische`;
/** All of it lies behind us, days apart, so that no step lies in the future. */
const [met, decided, begun] = [-40, -12, -3].map(dayFromNow) as [string, string, string];
const typed = met.split('-').map(Number).toReversed().join('.');

let app: TestApp;
let browser: Browser;
let team: Telephone;
beforeAll(async () => {
  app = await TestApp.start();
  browser = await launchChromium();
  team = await Telephone.in(browser, app.url);
});
afterAll(async () => {
  await browser?.close();
  await app.stop();
});

interface Told {
  readonly topic: string;
  readonly result: string;
  readonly ground: string;
  readonly more?: Readonly<Record<string, string | boolean>>;
}
/** One of each result. */
const items: readonly Told[] = [
  {
    topic: 'Radweg am Kanal',
    result: 'Konsens',
    ground: 'Alle wollen sichere Wege.',
    more: { 'Was?': 'Wege zählen', 'Wer?': 'Radfreunde e. V.', 'Bis wann?': '1.3.2030' },
  },
  { topic: 'Bänke am Ufer', result: 'Mehrheit', ground: 'Sitzen tut gut.' },
  {
    topic: 'Parkplätze am Markt',
    result: 'Dissens',
    ground: 'Der Markt soll lebendig bleiben.',
    more: { 'Gewerbeverein Mitte': true },
  },
  { topic: 'Seilbahn', result: 'Zurückgestellt', ground: 'Erst rechnen.' },
  { topic: 'Zeppelin', result: 'Fallen gelassen', ground: 'Schön war es.' },
  {
    topic: 'Tempo 30 vor der Schule',
    result: 'Weitergegeben',
    ground: 'Kinder gehen vor.',
    more: { 'An wen?': 'Verwaltung', 'Wer soll antworten?': 'Amt für Verkehr' },
  },
];

/** The pages on which the table and its meeting are worked on. */
let table: string;
let meeting: string;

describe('one cycle of a round table, on a telephone without JavaScript', () => {
  step('begins with a town, and somebody who leads its team', async () => {
    const id = await app.given('municipalities', { text: { name: 'Musterstadt' } });
    await app.publish(id);
    const council = { municipality: id, kind: 'COUNCIL', decidesFinally: true };
    await app.given('organs', { ...council, text: { name: 'Stadtrat' } });
    await app.settle();
    const { json } = await app.post('login-links', { role: 'LEAD', municipality: id });
    await team.go(String(json['url']));
    await team.fillIn({ 'Unter welcher Bezeichnung': 'Klimagruppe' });
    await team.press('Anmelden');
  });

  step('is set up and convened', async () => {
    await team.go(tables);
    await team.follow('Runden Tisch anlegen');
    await team.fillIn({ Name: 'Runder Tisch Wege' });
    await team.press('Speichern');
    table = team.at;
    await team.follow('Termin ansetzen');
    await team.fillIn({ Tag: typed, Beginn: '18:30', Ort: 'Bürgerhaus' });
    await team.press('Speichern');
    meeting = team.at;
    expect(await team.words()).toContain('18:30 Uhr');
  });

  step('invites, from a list that was pasted, and answers come', async () => {
    await team.follow('Einladung');
    await team.fillIn({
      'Weitere Organisationen':
        'Radfreunde e. V.\nGewerbeverein Mitte\nAmt für Verkehr\nElternbeirat; Bürgergruppe',
    });
    await team.press('Als eingeladen eintragen');
    expect(await team.words()).toContain('So wird die Liste verstanden: 4 Organisationen');
    await team.press('Als eingeladen eintragen');
    await team.follow('Antworten eintragen');
    for (const [name, reply] of [
      ['Radfreunde e. V.', 'YES'],
      ['Gewerbeverein Mitte', 'DEPUTY'],
      ['Amt für Verkehr', 'YES'],
      ['Elternbeirat', 'NO'],
    ]) {
      const group = team.main.getByRole('radiogroup', { name: `Antwort: ${name}` });
      await group.locator(`[value=${reply}]`).check();
    }
    await team.press('Speichern');
    expect(await team.words()).toMatch(/alle\s+4\s+2\s+1\s+1\s+0/);
  });

  step('has an agenda, in the order that is wanted', async () => {
    await team.go(`${meeting}/tagesordnung`);
    const [last, ...others] = items;
    for (const { topic, ground } of [...others, last!]) {
      await team.fillIn({ Thema: topic, Vorschlag: true, 'Gemeinsame Schnittmenge': ground });
      await team.press('Punkt aufnehmen');
    }
    for (let left = others.length; left > 0; left -= 1) {
      await team.pressByKeyboard(`Nach oben: ${last!.topic}`);
    }
    const order = await team.main.locator('.tree__row .tasks__what > a').allInnerTexts();
    expect(order).toEqual(items.map(({ topic }, index) => `${index + 1}. ${topic}`));
  });

  step('is held by those who said that they would come', async () => {
    await team.go(meeting);
    await team.follow('Ergebnisse und Protokoll');
    await team.follow('Eintragen, wer da war');
    expect(await team.main.locator('[name=groups]:checked').count()).toBe(3);
    await team.fillIn({ 'Weitere Gäste': '5', Zusammenfassung: 'Ein langer Abend.' });
    await team.press('Speichern');
  });

  step('ends with one of each result, the common ground first', async () => {
    for (const { topic, result, ground, more } of items) {
      await team.follow(topic);
      expect(await team.main.getByLabel(/^Gemeinsame Schnittmenge/).inputValue()).toBe(ground);
      await team.fillIn({ [result]: true, ...more });
      await team.press('Speichern');
    }
    const words = await team.words();
    expect(words).toMatch(
      /Gemeinsame Schnittmenge\s+Alle wollen sichere Wege\.\s+Ergebnis: Konsens/,
    );
    expect(words).toContain('Nicht zu sehen, weil der Dissens nicht freigegeben ist: Parkplätze');
  });

  step('makes a measure of the idea', async () => {
    await team.press('Als Maßnahme erfassen: Radweg am Kanal');
    expect(await team.words()).toContain('Die Idee ist als Maßnahme angelegt');
  });

  step('lets the participants read the minutes, approves and publishes them', async () => {
    const minutes = team.at;
    await team.follow('An die Teilnehmenden schicken');
    await team.press('Frist eintragen und Text zeigen');
    const mail = await team.main.getByLabel('Text der Mail').inputValue();
    expect(mail).toContain('## 1. Radweg am Kanal');
    await team.go(minutes);
    await team.follow('Protokoll genehmigen');
    await team.fillIn({ 'Alle haben schon zugestimmt': true });
    await team.press('Protokoll genehmigen');
    await team.follow('Protokoll veröffentlichen');
    await team.press('Protokoll veröffentlichen');
    await team.go(table);
    await team.follow('Veröffentlichen');
    await team.press('Veröffentlichen');
    expect(await team.words()).toContain('Protokoll veröffentlicht');
    await team.go(`${town}/bearbeiten/organisationen`);
    await team.follow('Radfreunde e. V.');
    await team.follow('Öffentlich nennen');
    await team.press('Öffentlich nennen');
  });

  step('is read by everybody, but for the dissent that nobody released', async () => {
    const citizen = await Telephone.in(browser, app.url);
    const id = table.split('/').at(-1);
    await citizen.go(`${town}/runder-tisch/${id}/${met}`);
    const words = await citizen.words();
    for (const { topic, result, ground } of items) {
      const seen = [topic, ground].map((text) => words.includes(text));
      expect([topic, ...seen]).toEqual([topic, result !== 'Dissens', result !== 'Dissens']);
    }
    expect(words).not.toContain('Dissens');
    expect(words).toContain('wartet auf Antwort seit');
    expect(words).toContain('Wege zählen');
  });

  step('keeps a correction to the team until it is approved as well', async () => {
    const citizen = await Telephone.in(browser, app.url);
    const page = `${town}/runder-tisch/${table.split('/').at(-1)}/${met}`;
    const read = async () => {
      await citizen.go(page);
      return (await citizen.words()).includes('Nur bei gutem Wetter.');
    };
    await team.go(`${meeting}/protokoll`);
    await team.follow('Zeppelin');
    await team.fillIn({
      'Was wurde gesagt': 'Nur bei gutem Wetter.',
      'Warum wird berichtigt?': 'Vergessen',
    });
    await team.press('Speichern');
    expect(await team.words()).toContain('geändert seit der Genehmigung');
    expect(await read()).toBe(false);
    await team.follow('Protokoll genehmigen');
    await team.fillIn({ 'Alle haben schon zugestimmt': true });
    await team.press('Protokoll genehmigen');
    expect(await read()).toBe(true);
  });

  step('sees the council adopt what was proposed, and the work begin', async () => {
    await team.go(`${town}/massnahmen`);
    await team.follow('Radweg am Kanal');
    const measure = team.at;
    expect(await team.words()).toContain('in Beratung');
    await team.go(measure.replace('/massnahmen', '/bearbeiten/massnahmen'));
    await team.follow('Veröffentlichen');
    await team.press('Jetzt veröffentlichen');
    await team.go(`${town}/beschluesse/neu`);
    await team.fillIn({
      'Worüber wurde abgestimmt?': 'Radweg am Kanal',
      Gremium: 'Stadtrat',
      Ergebnis: 'beschlossen',
      'Radweg am Kanal': true,
    });
    await team.dated(decided);
    await team.press('Beschluss eintragen');
    await team.go(measure);
    expect(await team.words()).toContain('beschlossen, nicht begonnen');
    await team.follow('Eintragen, was geschehen ist');
    await team.fillIn({ 'Was ist geschehen?': 'Umsetzung begonnen (Projekt)' });
    await team.dated(begun);
    await team.press('Eintragen');
    await team.go(measure);
    expect(await team.words()).toContain('in Umsetzung');
  });

  step('tells what became of it', async () => {
    const citizen = await Telephone.in(browser, app.url);
    await citizen.go(`${town}/runder-tisch/was-daraus-wurde`);
    const words = await citizen.words();
    const row = citizen.main.locator('tr', { hasText: 'Radweg am Kanal' });
    const told = await row.innerText();
    const days = [met, decided, begun].map((day) => told.indexOf(formatDay(day, 'de')));
    expect(days).not.toContain(-1);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(told).toContain('28 Tage danach');
    expect(told).toContain('37 Tage danach');
    expect(words).toContain('Tempo 30 vor der Schule');
    expect(words).toContain('ging voraus');
    expect(words).not.toContain('Parkplätze am Markt');
  });
});
