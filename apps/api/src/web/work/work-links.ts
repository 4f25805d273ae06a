import type { Category } from '@klimaspur/domain';
import type { Lang, MessageKey, Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { allCounted } from '../../reading/all-counted.js';
import { clarifyPath } from '../clarify/clarify-paths.js';
import { newDecisionPath } from '../decisions/decision-paths.js';
import { importPath } from '../imports/import-paths.js';
import { workPath } from '../paths.js';

/** One kind of work on a town, for the index of all of it. */
export interface WorkLink {
  readonly group: 'town' | 'plan' | 'tables' | 'people';
  readonly title: MessageKey;
  readonly hint: MessageKey;
  readonly path: (lang: Lang, slug: string) => string;
  /** The command that somebody must be allowed to send to be shown the way. */
  readonly right: readonly [Category, string];
  /** Not for the example. */
  readonly ownTownsOnly?: true;
  /** What there is already. */
  readonly stand?: (town: Municipality, t: Translate, waiting: Waiting) => string;
  /** What of `stand` is the town's own words. */
  readonly own?: (town: Municipality) => readonly (string | null | undefined)[];
}

/** What waits for somebody. */
export interface Waiting {
  readonly notices: number;
  readonly people: number;
  /** Undefined where nobody looks after them. */
  readonly brokenLinks: number | undefined;
  /** Measures of which something is to be clarified. */
  readonly toClarify: number;
  /** Made at round tables, and still to be kept. */
  readonly promises: number;
  readonly stalePromises: number;
  /** Asked at round tables, and not answered. */
  readonly questions: number;
}

const below =
  (...parts: readonly string[]) =>
  (lang: Lang, slug: string) =>
    workPath(lang, slug, ...parts);

/** All that can be done for a town, in the order in which it is usually done. */
export const workLinks: readonly WorkLink[] = [
  {
    group: 'town',
    title: 'work.details',
    hint: 'work.details.hint',
    path: below('details'),
    right: ['municipality', 'describe-municipality'],
  },
  {
    group: 'town',
    title: 'work.target',
    hint: 'work.target.hint',
    path: below('target'),
    right: ['municipality', 'set-target'],
    stand: ({ target }, t) =>
      target ? t('town.target', { year: String(target.year) }) : t('work.stand.none'),
  },
  {
    group: 'town',
    title: 'work.organs',
    hint: 'work.organs.hint',
    path: below('organs'),
    right: ['organ', 'register-organ'],
    stand: ({ organs }, t) => t('work.stand.organs', { count: organs.length }),
  },
  {
    group: 'town',
    title: 'town.observers',
    hint: 'work.observers.hint',
    path: below('observers'),
    right: ['municipality', 'describe-observers'],
    stand: ({ observers }, t) => observers?.name ?? t('work.stand.none'),
    own: ({ observers }) => [observers?.name],
  },
  {
    group: 'plan',
    title: 'work.plans',
    hint: 'work.plans.hint',
    path: below('plans'),
    right: ['plan', 'draft-plan'],
    stand: ({ plans }, t) => t('work.stand.plans', { count: plans.length }),
  },
  {
    group: 'plan',
    title: 'import.title',
    hint: 'work.import.hint',
    path: importPath,
    right: ['measure', 'record-measure'],
    ownTownsOnly: true,
  },
  {
    group: 'plan',
    title: 'work.measures',
    hint: 'work.measures.hint',
    path: below('measures'),
    right: ['measure', 'record-measure'],
    stand: (town, t) => t('results.all', { total: allCounted(town) }),
  },
  {
    group: 'plan',
    title: 'decision.record',
    hint: 'work.decision.hint',
    path: newDecisionPath,
    right: ['decision', 'record-decision'],
  },
  {
    group: 'plan',
    title: 'clarify.title',
    hint: 'work.clarify.hint',
    path: clarifyPath,
    right: ['measure', 'settle-finding'],
    stand: (_town, t, { toClarify }) => t('clarify.count', { count: toClarify }),
  },
  {
    group: 'plan',
    title: 'links.title',
    hint: 'work.links.hint',
    path: below('links'),
    right: ['measure', 'add-evidence'],
    stand: (_town, t, { brokenLinks }) =>
      brokenLinks === undefined ? t('links.off') : t('links.count', { count: brokenLinks }),
  },
  {
    group: 'tables',
    title: 'roundtable.all',
    hint: 'roundtable.work.hint',
    path: below('tables'),
    right: ['roundtable', 'add-item'],
  },
  {
    group: 'tables',
    title: 'roundtable.followUps',
    hint: 'roundtable.followUps.hint',
    path: below('followUps'),
    right: ['roundtable', 'finish-follow-up'],
    stand: (_town, t, { promises, stalePromises }) =>
      t('roundtable.followUps.count', { count: promises, stale: stalePromises }),
  },
  {
    group: 'tables',
    title: 'roundtable.questions',
    hint: 'roundtable.questions.hint',
    path: below('questions'),
    right: ['roundtable', 'record-answer'],
    stand: (_town, t, { questions }) => t('roundtable.questions.count', { count: questions }),
  },
  {
    group: 'tables',
    title: 'alliance.organisations',
    hint: 'work.organisations.hint',
    path: below('organisations'),
    right: ['actor', 'register-actor'],
  },
  {
    group: 'people',
    title: 'notices.title',
    hint: 'work.notices.hint',
    path: below('notices'),
    right: ['measure', 'check-unchanged'],
    stand: (_town, t, { notices }) => t('notices.count', { count: notices }),
  },
  {
    group: 'people',
    title: 'people.title',
    hint: 'work.people.hint',
    path: below('people'),
    right: ['person', 'grant-role'],
    stand: (_town, t, { people }) => t('work.stand.people', { count: people }),
  },
];

export const workGroups = ['town', 'plan', 'tables', 'people'] as const;
