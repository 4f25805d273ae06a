import { story } from '../example-step.js';
import { at, goal, localMonitoring, town, treesPage } from './sources.js';

const adopts = (alias: string) =>
  ({ measure: `@measure:${alias}`, effect: 'ADOPTS', scope: 'IN_PRINCIPLE' }) as const;

/** The vote, as far as the group's pages tell of it. */
export const decision = story('decision:aktionsplan', [
  {
    at: at(60),
    on: '2022-12-15',
    by: 'lead',
    command: 'record-decision',
    data: {
      municipality: town,
      organ: '@organ:stvv',
      outcome: 'ADOPTED',
      final: true,
      plan: { plan: '@plan:aktionsplan', scope: 'IN_PRINCIPLE' },
      effects: [adopts('neutrality'), adopts('responsibility'), adopts('trees')],
      text: {
        title: 'Sofortiger Klima-Aktionsplan „auf Verweis“',
        paper: 'AT-107/21-26',
        note: 'Nach Angabe der Gruppe einstimmig bis auf eine Stimme. „Auf Verweis“ heißt: Die Maßnahmen kommen als einzelne Beschlusssachen wieder. Genannt sind hier nur die drei bekannten; der Beschluss galt dem ganzen Plan.',
        evidence: [goal, localMonitoring],
      },
    },
  },
]);

/** What is said of the trees, and how the group rates it. */
export const treeStory = story('measure:trees', [
  {
    at: at(75),
    on: '2024',
    by: 'lead',
    command: 'report-progress',
    data: {
      text: {
        note: 'Im Jahr 2024 wurden 313 Bäume in der Stadt und rund 3.000 im Stadtwald gepflanzt, zum Teil als Ersatz.',
        evidence: [treesPage],
      },
    },
  },
  {
    at: at(76),
    on: null,
    by: 'lead',
    command: 'assess',
    data: {
      scale: 'TRAFFIC_LIGHT',
      rating: 'YELLOW',
      text: {
        group: 'RüsselsheimZero',
        achieved: 'Neue Bäume in Stadt und Stadtwald.',
        missing:
          'Geeignete Standorte in der dicht bebauten Mitte: Es fehlt an Platz, im Boden liegen Rohre und Kabel.',
        evidence: [treesPage, localMonitoring],
      },
    },
  },
]);
