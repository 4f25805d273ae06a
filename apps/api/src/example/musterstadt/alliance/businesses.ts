import { ally, type Allies } from './ally.js';

const day = '2023-11-25';

/** Businesses and those who speak for them; two have not agreed to be named. */
export const businesses: Allies = [
  ...ally(day, '09:30:02', 'gewerbeverein', {
    kind: 'ASSOCIATION',
    name: 'Gewerbeverein Musterstadt',
    slug: 'gewerbeverein',
    description: 'Spricht für 180 Läden und Werkstätten, nicht immer mit einer Stimme.',
  }),
  ...ally(day, '09:30:32', 'gewerbeverein-ev', {
    kind: 'ASSOCIATION',
    name: 'Gewerbeverein Musterstadt e. V.',
    named: false,
    description: 'Kam mit der Liste aus dem Rathaus.',
  }),
  ...ally(day, '09:31:02', 'handwerk', {
    kind: 'ASSOCIATION',
    name: 'Handwerkerkreis Mainbogen',
    slug: 'handwerkerkreis',
    description: 'Heizungsbauer, Zimmerleute, Elektriker. Volle Auftragsbücher, leere Lehrstellen.',
    joined: ['2024-11-14', 'Mit der Bitte, Termine künftig nach Feierabend zu legen.'],
    offers: [['KNOWLEDGE', 'Sprechstunde zu Wärmepumpen im Altbau, einmal im Quartal.']],
  }),
  ...ally(day, '09:32:02', 'zweite-runde', {
    kind: 'COMPANY',
    name: 'Sozialbetrieb Zweite Runde gGmbH',
    slug: 'zweite-runde',
    description: 'Holt ab, prüft und verkauft Gebrauchtes und bildet dabei aus.',
    joined: ['2023-06-22', 'Weil Reparieren und Weiterverkaufen zusammengehören.'],
    offers: [['EQUIPMENT', 'Ein Transporter, wenn ihn gerade keine Couch braucht.']],
  }),
  ...ally(day, '09:33:02', 'wohnbau', {
    kind: 'COMPANY',
    name: 'Wohnbau Hafenviertel GmbH',
    slug: 'wohnbau-hafen',
    description: 'Vermietet 420 Wohnungen zwischen Kran und Hallenbad.',
    joined: ['2024-11-14', 'Beigetreten mit Blick auf das geplante Wärmenetz.'],
    offers: [['SPACE', 'Die Dächer zweier Wohnblocks für Solarstrom der Mieter.']],
  }),
  ...ally(day, '09:34:02', 'luftsport', {
    kind: 'ASSOCIATION',
    name: 'Luftsportgruppe Hochfeld',
    named: false,
    description:
      'Fliegt seit Jahrzehnten über dem Hochfeld und möchte vorerst nicht genannt werden.',
  }),
  ...ally(day, '09:35:02', 'baustoffe', {
    kind: 'COMPANY',
    name: 'Baustoffhandel Kranstraße',
    named: false,
    description: 'War einmal da, hat zugehört und überlegt noch.',
  }),
];
