import { ally, type Allies } from './ally.js';

const day = '2023-11-25';

/** Offices of the town, its works, and factions: at the tables, not in the alliance. */
export const offices: Allies = [
  ...ally(day, '09:00:02', 'umweltamt', {
    kind: 'ADMINISTRATION',
    organ: 'klimastelle',
    name: 'Umweltamt mit Stabsstelle Klimaschutz',
    slug: 'rathaus/umweltamt',
    contact: 'Rathaus, Erdgeschoss, Zimmer 4',
    description:
      'Anlaufstelle für alles, was mit Klima, Boden und Wasser zu tun hat. Bringt Zahlen mit und nimmt Fragen mit zurück ins Haus.',
  }),
  ...ally(day, '09:01:02', 'strassen', {
    kind: 'ADMINISTRATION',
    organ: 'strassen',
    name: 'Fachdienst Straßen und Mobilität',
    slug: 'rathaus/strassen',
    description: 'Plant Straßen, Radwege und Haltestellen und kennt jede Leitung darunter.',
  }),
  ...ally(day, '09:02:02', 'gruen', {
    kind: 'ADMINISTRATION',
    organ: 'gruen',
    name: 'Fachdienst Stadtgrün',
    slug: 'rathaus/stadtgruen',
    description: 'Pflanzt, gießt, schneidet – und sagt offen, wofür die Leute fehlen.',
  }),
  ...ally(day, '09:03:02', 'stadtwerke', {
    kind: 'COMPANY',
    organ: 'stadtwerke',
    name: 'Stadtwerke Musterstadt GmbH',
    slug: 'stadtwerke',
    description:
      'Strom, Wärme, Wasser und das Hallenbad; die Anteile hält die Stadt. Am Tisch sitzt die Abteilung für Netze.',
  }),
  ...ally(day, '09:04:02', 'buergerliste', {
    kind: 'PARTY',
    name: 'Fraktion Bürgerliste Musterstadt',
    slug: 'fraktionen/buergerliste',
    description: 'Fragt bei jedem Vorschlag zuerst nach den Folgekosten und stimmt dann oft zu.',
  }),
  ...ally(day, '09:05:02', 'neue-wege', {
    kind: 'PARTY',
    name: 'Fraktion Neue Wege',
    slug: 'fraktionen/neue-wege',
    description: 'Hat den Plan als Antrag in die Stadtverordnetenversammlung getragen.',
  }),
  ...ally(day, '09:06:02', 'hochschule', {
    kind: 'EXPERT',
    name: 'Institut für Stadtklima der Hochschule Untermain',
    slug: 'hochschule/stadtklima',
    description: 'Misst, rechnet und widerspricht, wenn jemand mit Bauchgefühl argumentiert.',
  }),
];
