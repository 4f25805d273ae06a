import type { ExampleStep } from '../example-step.js';
import { story } from '../example-step.js';
import { seen } from '../evidence.js';

const field = (
  minute: number,
  alias: string,
  rank: number,
  number: string,
  name: string,
  description: string,
): readonly ExampleStep[] =>
  story('plan:klimaplan', [
    {
      at: `2023-11-14T17:${String(minute).padStart(2, '0')}:00.000Z`,
      on: '2023-11-14',
      by: 'lead',
      command: 'add-field',
      name: `field-${alias}`,
      data: {
        field: `@field:${alias}`,
        rank,
        text: {
          name,
          description,
          number,
          source: { system: 'Maßnahmenliste', key: `Handlungsfeld ${number}` },
        },
      },
    },
  ]);

/** The five fields of the plan, in the order of the list it was taken over from. */
export const fields: readonly ExampleStep[] = [
  ...field(
    40,
    'energy',
    2000,
    'B',
    'Energie und Gebäude',
    'Strom, Wärme und die Häuser der Stadt.',
  ),
  ...field(41, 'mobility', 3000, 'C', 'Mobilität', 'Wege zu Fuß, mit Rad, Bus und geteiltem Auto.'),
  ...field(
    42,
    'green',
    4000,
    'D',
    'Stadtgrün und Klimaanpassung',
    'Bäume, Wasser und Schutz vor Hitze.',
  ),
  ...field(
    43,
    'consumption',
    5000,
    'E',
    'Konsum und Wirtschaft',
    'Was die Stadt kauft, isst und wegwirft – und was Betriebe beitragen.',
  ),
  ...field(
    44,
    'overall',
    6000,
    'A',
    'Übergreifendes',
    'Personal, Regeln und Geld, ohne die der Rest liegen bleibt.',
  ),
];

/** What the group thought of whole fields. */
export const assessedFields: readonly ExampleStep[] = story('plan:klimaplan', [
  {
    at: '2024-04-22T18:30:00.000Z',
    on: '2024-04-20',
    by: 'lead',
    command: 'assess-field',
    data: {
      field: '@field:energy',
      scale: 'TRAFFIC_LIGHT',
      rating: 'YELLOW',
      text: {
        note: 'Viele gute Vorarbeiten, aber noch kein einziges Dach belegt.',
        evidence: [seen('conversation', 'Faktencheck mit der Stabsstelle, erste Ampelrunde')],
      },
    },
  },
  {
    at: '2025-04-22T18:32:00.000Z',
    on: '2025-04-19',
    by: 'lead',
    command: 'assess-field',
    data: {
      field: '@field:energy',
      scale: 'TRAFFIC_LIGHT',
      rating: 'GREEN',
      text: { note: 'Das Feld mit den meisten Beschlüssen und den ersten messbaren Ersparnissen.' },
    },
  },
  {
    at: '2025-10-20T18:52:00.000Z',
    on: '2025-10-18',
    by: 'lead',
    command: 'assess-field',
    data: {
      field: '@field:overall',
      scale: 'TRAFFIC_LIGHT',
      rating: 'GREEN',
      text: { note: 'Seit es Personal gibt, antwortet jemand.' },
    },
  },
  {
    at: '2026-10-19T18:33:00.000Z',
    on: '2026-10-17',
    by: 'lead',
    command: 'assess-field',
    data: {
      field: '@field:energy',
      scale: 'TRAFFIC_LIGHT',
      rating: 'YELLOW',
      text: {
        note: 'Bei den eigenen Gebäuden geht es voran. Mit der Absage an den Wind fehlt aber der größte Posten der Rechnung.',
      },
    },
  },
  {
    at: '2026-10-19T18:43:00.000Z',
    on: '2026-10-17',
    by: 'lead',
    command: 'assess-field',
    data: {
      field: '@field:food',
      scale: 'TRAFFIC_LIGHT',
      rating: 'GREEN',
      text: { note: 'Ein junges Feld mit wenig Geld und viel Zulauf.' },
    },
  },
  {
    at: '2026-10-19T18:35:00.000Z',
    on: '2026-10-17',
    by: 'lead',
    command: 'assess-field',
    data: {
      field: '@field:mobility',
      scale: 'TRAFFIC_LIGHT',
      rating: 'RED',
      text: {
        note: 'Die Radachse wächst, das übrige Feld stockt: Bahn, Landesbehörde und Haushalt bremsen zugleich.',
        evidence: [seen('site-visit', 'Begehung vom Bahnhof bis Niederau mit dem Fahrradverein')],
      },
    },
  },
  {
    at: '2026-10-19T18:41:00.000Z',
    on: '2026-10-17',
    by: 'lead',
    command: 'assess-field',
    data: {
      field: '@field:green',
      scale: 'ONE_TO_FIVE',
      rating: '3',
      text: {
        note: 'Probe mit einer Skala von eins bis fünf, wie sie der Klimabeirat nutzt. Drei heißt: auf halbem Weg.',
      },
    },
  },
]);
