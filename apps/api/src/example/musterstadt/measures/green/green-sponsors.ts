import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { seen } from '../../../evidence.js';
import { sheet } from '../../sheet.js';

/** A project of allies: no decision needed, a standing task. */
export const greenSponsors: readonly ExampleStep[] = [
  ...sheet({
    measure: 'green-sponsors',
    at: '2024-05-13T17:20:00.000Z',
    published: '2024-05-13T17:40:00.000Z',
    recorded: { origin: 'CITIZENS_GROUP', ownProposal: true },
    field: 'green',
    rank: 4600,
    described: {
      text: {
        title: 'Grünpatenschaften für Baumscheiben und Beete',
        teaser: 'Nachbarn gießen, jäten und pflanzen vor der eigenen Tür.',
        description:
          'Die Naturfreunde vermitteln Patenschaften und halten Werkzeug bereit. Die Stadt liefert Erde und bringt ein kleines Schild an.',
        remarks: 'Ein Vorhaben aus der Stadtgesellschaft; es zählt neben den Maßnahmen der Stadt.',
      },
    },
  }),
  ...story('measure:green-sponsors', [
    {
      at: '2024-05-13T17:48:00.000Z',
      on: '2024-05-13',
      by: 'lead',
      command: 'declare-no-decision-needed',
      data: {
        reason: 'CIVIL_SOCIETY',
        actor: '@actor:naturfreunde',
        text: { note: 'Getragen von den Naturfreunden Lohbachtal; ein Beschluss ist nicht nötig.' },
      },
    },
    {
      at: '2024-05-13T17:52:00.000Z',
      on: '2024-04-27',
      by: 'lead',
      command: 'start-implementation',
      data: {
        duration: 'PERMANENT',
        text: {
          note: 'Zum Auftakt wurden 23 Beete vergeben.',
          evidence: [seen('photo', 'Gießkannen vor dem Bürgerhaus', 'fotos/giesskannen')],
        },
      },
    },
    {
      at: '2025-05-12T16:55:00.000Z',
      on: '2025-05-10',
      by: 'monitor',
      command: 'report-progress',
      data: {
        text: { note: '61 Patenschaften, vier wurden zurückgegeben und gleich neu vergeben.' },
      },
    },
    {
      at: '2026-04-20T18:16:00.000Z',
      on: '2026-04-18',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'GREEN',
        text: {
          achieved: 'Das Angebot trägt sich selbst, auch Kitas machen mit.',
          missing: 'Wasseranschlüsse in der Bahnhofstraße.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    {
      at: '2026-08-31T17:00:00.000Z',
      on: '2026-08-29',
      by: 'monitor2',
      command: 'report-progress',
      data: { text: { note: '94 Beete in Pflege; erstmals gibt es eine Warteliste.' } },
    },
  ]),
];
