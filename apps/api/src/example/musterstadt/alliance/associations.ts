import { ally, type Allies } from './ally.js';

const day = '2023-11-25';

/** Those who carry the alliance: groups, associations, a cooperative. */
export const associations: Allies = [
  ...ally(day, '09:10:02', 'klimagruppe', {
    kind: 'CITIZENS_GROUP',
    name: 'Klimagruppe Musterstadt',
    slug: 'klimagruppe',
    contact: 'Offener Abend, Raum 3 im Bürgerhaus Mitte',
    description:
      'Lädt zu den Runden Tischen ein, schreibt mit und hält nach, was daraus wird. Hervorgegangen aus dem Tisch Klima und Energie.',
    joined: ['2023-03-15', 'Am ersten Abend zum Plan gegründet und im selben Atemzug beigetreten.'],
    offers: [
      ['WORK', 'Einladen, Mitschreiben und Nachhaken für jeden Tisch, der das möchte.'],
      ['OUTREACH', 'Ein Rundbrief an 640 Adressen, immer zehn Tage vor einem Termin.'],
    ],
  }),
  ...ally(day, '09:11:02', 'genossenschaft', {
    kind: 'COOPERATIVE',
    name: 'Energiegenossenschaft Niederau',
    slug: 'energie-niederau',
    description:
      '412 Mitglieder, drei Solardächer, ein Elektroauto. Aus ihr kam die Idee, überhaupt gemeinsam an einen Tisch zu gehen.',
    joined: ['2021-09-23', 'Gründungsmitglied; das Bündnis begann mit einer Liste am Flipchart.'],
    offers: [
      ['MONEY', 'Bürgerkapital für Dächer, die sich die Stadt noch nicht leisten kann.'],
      ['KNOWLEDGE', 'Eine Stunde Rechnen am Küchentisch für jeden Verein, der ein Dach hat.'],
    ],
  }),
  ...ally(day, '09:12:02', 'fahrradverein', {
    kind: 'ASSOCIATION',
    name: 'Fahrradverein Mainbogen',
    slug: 'fahrradverein',
    description: 'Zählt Räder, fährt Umwege ab und repariert auf dem Wochenmarkt jede Klingel.',
    joined: [
      '2022-03-10',
      'Nach dem ersten Abend über Wege, einstimmig auf der Jahresversammlung.',
    ],
    offers: [
      ['EQUIPMENT', 'Zwei Lastenräder zum Ausleihen, auch für Umzüge der Verwaltung.'],
      ['KNOWLEDGE', 'Zählungen an jeder Kreuzung, vier Menschen mit Strichlisten genügen.'],
    ],
  }),
  ...ally(day, '09:13:02', 'naturfreunde', {
    kind: 'ASSOCIATION',
    name: 'Naturfreunde Lohbachtal',
    slug: 'naturfreunde',
    description:
      'Pflegen Bachufer, Beete und eine Hütte mit Kamin, in der sich gut streiten lässt.',
    joined: ['2021-09-23', 'Vom ersten Abend an dabei, damals noch mit Bedenken wegen der Dächer.'],
    offers: [
      ['SPACE', 'Die Hütte im Lohbachtal für Treffen bis vierzig Personen, ohne Miete.'],
      ['WORK', 'Fünfzig Arbeitsstunden im Jahr am Bach.'],
    ],
  }),
  ...ally(day, '09:14:02', 'eltern', {
    kind: 'CITIZENS_GROUP',
    name: 'Elternbeirat der Mainuferschule',
    slug: 'mainuferschule/eltern',
    description: 'Steht morgens am Schultor und kennt deshalb jede Gefahrenstelle beim Namen.',
    joined: ['2022-06-30', 'Beigetreten nach einem Rundgang über den heißen Hof.'],
    offers: [['WORK', 'Freiwillige für Schranken, Gießdienste und Kuchen.']],
  }),
  ...ally(day, '09:15:02', 'siedlerbund', {
    kind: 'ASSOCIATION',
    name: 'Siedlerbund Niederau',
    slug: 'siedlerbund',
    description: '300 Häuser aus derselben Zeit mit denselben undichten Fenstern.',
    joined: ['2024-11-14', 'Der Vorstand wollte erst sehen, ob am Tisch auch zugehört wird.'],
    offers: [['OUTREACH', 'Das Mitteilungsblatt, das wirklich in jedem Briefkasten landet.']],
  }),
  ...ally(day, '09:16:02', 'ackerverein', {
    kind: 'ASSOCIATION',
    name: 'Ackerverein Musterstadt',
    slug: 'ackerverein',
    description: 'Verlost Parzellen an der Schleuse und verleiht Spaten an alle, die fragen.',
    joined: ['2025-03-20', 'Am Tisch Ernährung aufgenommen, mit Kartoffeln als Einstand.'],
    offers: [['KNOWLEDGE', 'Bodenproben lesen: Wir zeigen, was in der Erde steckt.']],
  }),
  ...ally(day, '09:17:02', 'landfrauen', {
    kind: 'ASSOCIATION',
    name: 'Landfrauen Lohbachtal',
    slug: 'landfrauen',
    description: 'Kochen für hundert und verhandeln für tausend.',
    joined: ['2025-03-20', 'Beitritt noch am selben Abend, ohne lange Vorrede.'],
    offers: [['WORK', 'Probekochen in jeder Kita, die sich traut.']],
  }),
  ...ally(day, '09:18:02', 'reparatur', {
    kind: 'CITIZENS_GROUP',
    name: 'Reparaturinitiative Bürgerhaus',
    slug: 'reparaturinitiative',
    description:
      'Schraubt einmal im Monat an allem, was einen Stecker, Saum oder Kettenspanner hat.',
    joined: ['2023-06-22', 'Aufgenommen, nachdem der Beamer des Abends repariert war.'],
    offers: [['KNOWLEDGE', 'Werkzeugkunde für alle ab zehn Jahren.']],
  }),
  ...ally(day, '09:19:02', 'kirche', {
    kind: 'OTHER',
    name: 'Kirchengemeinde am Hafen',
    slug: 'kirche-am-hafen',
    description: 'Hat dicke Mauern, einen kühlen Vorraum und einen großen Saal.',
    joined: ['2023-04-26', 'Der Kirchenvorstand sprach von Bewahrung und meinte auch die Heizung.'],
    offers: [['SPACE', 'Gemeindesaal mit Teeküche, an drei Abenden in der Woche frei.']],
  }),
];
