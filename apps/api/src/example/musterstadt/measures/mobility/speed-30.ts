import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Under consultation: put off three times, heard by the Ortsbeirat, still open. */
export const speed30: readonly ExampleStep[] = [
  ...listed('18:11', {
    measure: 'speed-30',
    recorded: { origin: 'ORTSBEIRAT' },
    field: 'mobility',
    number: 'C2',
    rank: 3200,
    described: {
      text: {
        title: 'Tempo 30 auf der Niederauer Hauptstraße',
        teaser: 'Langsamer durch den Ort: leiser, sicherer, sauberer.',
        description:
          'Auf 900 Metern zwischen Feuerwehr und Friedhof soll ganztags Tempo 30 gelten. Anordnen muss das die Straßenverkehrsbehörde; die Stadt kann es beantragen.',
        background:
          'Die Straße gehört dem Land. Vor der Grundschule gilt das Limit schon heute, aber nur zu Schulzeiten.',
      },
    },
  }),
  ...story('measure:speed-30', [
    {
      at: '2023-12-15T09:20:00.000Z',
      on: '2023-12-14',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'REMOVED_FROM_AGENDA',
        organ: '@organ:stvv',
        text: {
          result: 'vor der Abstimmung aus dem Plan herausgelöst',
          note: 'Auf Wunsch zweier Fraktionen soll über Tempo 30 getrennt gesprochen werden.',
        },
      },
    },
    {
      at: '2024-11-12T08:00:00.000Z',
      on: '2024-11-11',
      by: 'monitor2',
      command: 'submit',
      data: {
        paperKind: 'MOTION',
        organ: '@organ:ortsbeirat',
        text: {
          by: 'Ortsbeirat Niederau',
          paper: 'AT-129',
          note: 'Der Ortsbeirat bringt die Sache einstimmig auf den Weg.',
          evidence: [paper('AT-129'), minutes('ortsbeirat', 18, 2)],
        },
      },
    },
    {
      at: '2024-12-04T07:50:00.000Z',
      on: '2024-12-03',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'DEFERRED',
        organ: '@organ:umwelt',
        text: {
          paper: 'AT-129',
          result: 'vertagt, bis Messwerte vorliegen',
          note: 'Es fehlt eine Messung, wie schnell dort tatsächlich gefahren wird.',
          evidence: [minutes('umwelt', 25, 8)],
        },
      },
    },
    {
      at: '2025-05-07T08:30:00.000Z',
      on: '2025-05-06',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'DEFERRED',
        organ: '@organ:umwelt',
        text: {
          paper: 'AT-129',
          result: 'zum zweiten Mal vertagt',
          note: 'Das Messgerät war defekt, die Hälfte der Werte ist unbrauchbar.',
        },
      },
    },
    {
      at: '2025-09-10T07:55:00.000Z',
      on: '2025-09-09',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'REFERRED',
        organ: '@organ:umwelt',
        referredTo: '@organ:klimabeirat',
        text: {
          paper: 'AT-129',
          result: 'zur Stellungnahme an den Klimabeirat gegeben',
          note: 'Gemessen wurden im Schnitt 47 Kilometer je Stunde, nachts deutlich mehr.',
          evidence: [seen('other', 'Messprotokoll der Ordnungspolizei', 'messung/niederau')],
        },
      },
    },
    {
      at: '2026-03-16T18:15:00.000Z',
      on: '2026-03-11',
      by: 'monitor2',
      command: 'deliberate',
      data: {
        outcome: 'PRELIMINARY_ADVICE',
        organ: '@organ:klimabeirat',
        text: {
          paper: 'AT-129',
          result: 'Klimabeirat spricht sich dafür aus',
          note: 'Er rät, zugleich die Bushaltestelle zu verlegen, damit der Takt hält.',
        },
      },
    },
    {
      at: '2026-10-28T08:15:00.000Z',
      on: '2026-10-27',
      by: 'monitor',
      command: 'deliberate',
      data: {
        outcome: 'DEFERRED',
        organ: '@organ:umwelt',
        text: {
          paper: 'AT-129',
          result: 'nach Aussprache nochmals vertagt',
          note: 'Die Stadt will erst die Antwort der Landesbehörde abwarten.',
          evidence: [minutes('umwelt', 37, 5)],
        },
      },
    },
    {
      at: '2025-02-18T08:00:00.000Z',
      on: '2025-02-17',
      by: 'monitor',
      command: 'submit',
      data: {
        paperKind: 'QUESTION',
        organ: '@organ:magistrat',
        text: {
          paper: 'AF-33',
          by: 'Ortsbeirat Niederau',
          note: 'Gefragt wird, wann endlich gemessen wird.',
          evidence: [minutes('ortsbeirat', 19, 6)],
        },
      },
    },
    ...assessed(42, {
      '2025-04': { rating: 'RED', missing: 'Brauchbare Messwerte.' },
      '2025-10': { rating: 'YELLOW', achieved: 'Nun liegen Zahlen auf dem Tisch.' },
      '2026-10': {
        rating: 'RED',
        factChecked: true,
        missing: 'Ein Antrag an die Straßenverkehrsbehörde; er kostet eine Briefmarke.',
      },
    }),
  ]),
];
