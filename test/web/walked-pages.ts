import type { Lang } from '@klimaspur/messages';
import { signInPaths } from '../../apps/api/src/auth/sign-in-address.js';
import { eraseFilePath } from '../../apps/api/src/files/file-paths.js';
import { accountPath } from '../../apps/api/src/web/account/account-paths.js';
import {
  barrierInboxPath,
  barrierPath,
  barrierThanksPath,
} from '../../apps/api/src/web/barriers/barrier-paths.js';
import { clarifyPath } from '../../apps/api/src/web/clarify/clarify-paths.js';
import { comparisonPath } from '../../apps/api/src/web/comparison/comparison-paths.js';
import { reportPath } from '../../apps/api/src/web/council-report/report-paths.js';
import { changePath, newDecisionPath } from '../../apps/api/src/web/decisions/decision-paths.js';
import { homePath } from '../../apps/api/src/web/home/home-path.js';
import { importPath, uploadPath } from '../../apps/api/src/web/imports/import-paths.js';
import { infoPaths } from '../../apps/api/src/web/info/info-paths.js';
import {
  entryParameter,
  type LogPage,
  logPath,
} from '../../apps/api/src/web/log-form/log-paths.js';
import { notesPath } from '../../apps/api/src/web/measure-notes/note-paths.js';
import { mentionsPath } from '../../apps/api/src/web/mentions/mention-paths.js';
import { inboxPath, noticePath, thanksPath } from '../../apps/api/src/web/notices/notice-paths.js';
import * as paths from '../../apps/api/src/web/paths.js';
import { proofCheckPath } from '../../apps/api/src/web/proof-check/proof-check-paths.js';
import * as tablePaths from '../../apps/api/src/web/roundtables/table-paths.js';
import { sharePath } from '../../apps/api/src/web/share/share-paths.js';
import { projectionsPath } from '../../apps/api/src/web/projections/projection-paths.js';
import { siteDeskPath, siteFormPath, sitePath } from '../../apps/api/src/web/site/site-paths.js';
import {
  decisionHistoryPath,
  planHistoryPath,
  townHistoryPath,
} from '../../apps/api/src/web/trail/trail-paths.js';
import { trendsPath } from '../../apps/api/src/web/trends/trend-paths.js';
import type { Of, Thing } from './walked-things.js';

/** Addresses of pages in each language, by what they are called in a failing test. */
export type Pages = Readonly<Record<string, (lang: Lang) => string>>;

const word = (de: string, en: string) => (lang: Lang) => (lang === 'de' ? de : en);

/** What everybody sees first. */
export const readersPages = (of: Of): Pages => {
  const measure = (lang: Lang) => paths.measurePath(lang, of('town'), of('measure'));
  const decision = (lang: Lang) => paths.decisionPath(lang, of('town'), of('decision'));
  const town = (lang: Lang) => paths.townPath(lang, of('town'));
  return {
    start: (lang) => `/${lang}`,
    towns: paths.townsPath,
    dashboard: town,
    'dashboard of a past day': (lang) => `${town(lang)}?${word('stand', 'as-of')(lang)}=2025-06-30`,
    'what changed': (lang) => comparisonPath(lang, of('town')),
    'report to a council': (lang) => reportPath(lang, of('town')),
    'trends and dates': (lang) => trendsPath(lang, of('town')),
    measures: (lang) => paths.measuresPath(lang, of('town')),
    'measures, filtered': (lang) => `${paths.measuresPath(lang, of('town'))}?status=delayed&q=a`,
    measure,
    history: (lang) => paths.historyPath(lang, of('town'), of('measure')),
    'history of a town': (lang) => townHistoryPath(lang, of('town')),
    'history of a decision': (lang) => decisionHistoryPath(lang, of('town'), of('decision')),
    decisions: (lang) => paths.decisionsPath(lang, of('town')),
    decision,
    'share a measure': (lang) => sharePath(lang, measure(lang)),
    'share a decision': (lang) => sharePath(lang, decision(lang)),
    'share a town': (lang) => sharePath(lang, town(lang)),
    'sign in': (lang) => signInPaths[lang],
  };
};

/** What everybody sees of round tables and of the alliance. */
export const tablePages = (of: Of): Pages => ({
  'round tables': (lang) => tablePaths.tablesPath(lang, of('town')),
  'round table': (lang) => tablePaths.tablePath(lang, of('town'), of('table')),
  'meeting of a round table': (lang) =>
    tablePaths.meetingPath(lang, of('town'), of('table'), of('meeting day')),
  'history of a round table': (lang) => tablePaths.tableHistoryPath(lang, of('town'), of('table')),
  'what became of proposals': (lang) => tablePaths.outcomePath(lang, of('town')),
  'what became of proposals of one table': (lang) =>
    tablePaths.outcomePath(lang, of('town'), of('table')),
  'way from the first round table': (lang) => tablePaths.timelinePath(lang, of('town')),
  alliance: (lang) => tablePaths.alliancePath(lang, of('town')),
  organisation: (lang) => tablePaths.actorPath(lang, of('town'), of('actor')),
});

/** What says who is speaking, how is counted, and how to object. */
export const aboutPages = (of: Of): Pages => ({
  'form of a notice': (lang) => noticePath(lang, of('town'), of('measure')),
  'thanks for a notice': (lang) => thanksPath(lang, of('town'), of('measure')),
  'what is local monitoring': (lang) => infoPaths.whatIs[lang],
  method: (lang) => infoPaths.method[lang],
  checksums: (lang) => infoPaths.checksums[lang],
  'check a proof': proofCheckPath,
  'open data': (lang) => infoPaths.data[lang],
  'who observes': (lang) => paths.observersPath(lang, of('town')),
  imprint: (lang) => sitePath(lang, 'imprint'),
  privacy: (lang) => sitePath(lang, 'privacy'),
  accessibility: (lang) => sitePath(lang, 'accessibility'),
  'easy language': (lang) => sitePath(lang, 'easy-language'),
  'form to report a barrier': (lang) => barrierPath(lang),
  'thanks for a report': barrierThanksPath,
  'a deleted account': (lang) => accountPath(lang, 'deleted'),
});

/** Where those texts are written, and where objections are read. */
export const aboutForms = (of: Of): Pages => ({
  inbox: (lang) => inboxPath(lang, of('town')),
  'one notice': (lang) => paths.workPath(lang, of('town'), 'notices', of('notice')),
  'delete a notice': (lang) => paths.workPath(lang, of('town'), 'notices', of('notice'), 'delete'),
  'form of who observes': (lang) => paths.workPath(lang, of('town'), 'observers'),
  'texts of the operator': siteDeskPath,
  'what is kept of persons': mentionsPath,
  'form of the imprint': (lang) => siteFormPath(lang, 'imprint'),
  'form of the privacy text': (lang) => siteFormPath(lang, 'privacy'),
  'form of easy language': (lang) => siteFormPath(lang, 'easy-language'),
});

/** Where a team logs what happened, corrects it, and brings in its lists. */
export const deskPages = (of: Of): Pages => {
  const entry = (page: LogPage) => (lang: Lang) =>
    `${logPath(lang, of('town'), of('measure'), page)}?${entryParameter(lang)}=${of('entry')}`;
  return {
    'start after signing in': homePath,
    'what is to be clarified': (lang) => clarifyPath(lang, of('town')),
    'log form': (lang) => logPath(lang, of('town'), of('measure'), 'form'),
    'what was logged': entry('saved'),
    'evidence for an entry': entry('evidence'),
    'correction of an entry': entry('correct'),
    'taking an entry back': entry('void'),
    'taking a text out': (lang) => workOn(of, lang, 'redact', ':entry'),
    'form of a decision': (lang) => newDecisionPath(lang, of('town')),
    'correction of a decision': (lang) => changePath(lang, of('town'), of('decision'), 'correct'),
    'taking a decision back': (lang) => changePath(lang, of('town'), of('decision'), 'void'),
    'internal notes of a measure': (lang) => notesPath(lang, of('town'), of('measure')),
    'changing an internal note': (lang) => notesPath(lang, of('town'), of('measure'), of('note')),
    'deleting an internal note': (lang) =>
      notesPath(lang, of('town'), of('measure'), of('note'), 'delete'),
    'measure with internal notes': (lang) => paths.measurePath(lang, of('town'), of('measure')),
    'taking a file away': (lang) => eraseFilePath(lang, of('photo')),
    'sending a list': (lang) => importPath(lang),
    'checking the columns of a list': (lang) => uploadPath(lang, undefined, of('upload')),
  };
};

/** Below „bearbeiten“, with the names of things for their ids. */
const work = [
  [],
  ['details'],
  ['target'],
  ['publish'],
  ['unpublish'],
  ['organs'],
  ['organs', 'new'],
  ['organs', ':organ'],
  ['organs', ':organ', 'end'],
  ['plans'],
  ['plans', 'new'],
  ['plans', ':plan'],
  ['plans', ':plan', 'details'],
  ['plans', ':plan', 'editions', 'new'],
  ['plans', ':plan', 'publish'],
  ['plans', ':plan', 'unpublish'],
  ['plans', ':plan', 'measures'],
  ['plans', ':plan', 'fields'],
  ['plans', ':plan', 'fields', 'new'],
  ['plans', ':plan', 'fields', ':field'],
  ['plans', ':plan', 'fields', ':field', 'move'],
  ['plans', ':plan', 'fields', ':field', 'assess'],
  ['plans', ':plan', 'fields', 'none'],
  ['measures'],
  ['measures', 'new'],
  ['measures', ':measure'],
  ['measures', ':measure', 'sheet'],
  ['measures', ':measure', 'place'],
  ['measures', ':measure', 'origin'],
  ['measures', ':measure', 'responsible'],
  ['measures', ':measure', 'responsible', ':assignment', 'release'],
  ['measures', ':measure', 'merge'],
  ['measures', ':measure', 'split'],
  ['measures', ':measure', 'supersede'],
  ['measures', ':measure', 'revive'],
  ['measures', ':measure', 'remove'],
  ['measures', ':measure', 'void'],
  ['measures', ':measure', 'publish'],
  ['measures', ':measure', 'unpublish'],
] as const;
/** One of them. */
export const workOn = (of: Of, lang: Lang, ...parts: readonly string[]): string =>
  paths.workPath(
    lang,
    of('town'),
    ...parts.map((part) => (part.startsWith(':') ? of(part.slice(1) as Thing) : part)),
  );

/** Where the plan itself is worked on. */
export const workPages = (of: Of): Pages => ({
  'own town': paths.beginPath,
  ...Object.fromEntries(
    work.map((parts) => [parts.join(' ') || 'index', (lang: Lang) => workOn(of, lang, ...parts)]),
  ),
});
const supportWork = [
  ['measures', ':measure', 'support'],
  ['measures', ':measure', 'support', ':pledge', 'deliver'],
  ['measures', ':measure', 'support', ':pledge', 'withdraw'],
] as const;
/** What allies bring in for a measure: it needs an organisation, which a plan does not. */
export const supportPages = (of: Of): Pages =>
  Object.fromEntries(
    supportWork.map((parts) => [parts.join(' '), (lang: Lang) => workOn(of, lang, ...parts)]),
  );
export const planPages = (of: Of): Pages => ({
  'dashboard of a plan': (lang) => paths.planPath(lang, of('town'), of('plan')),
  'history of a plan': (lang) => planHistoryPath(lang, of('town'), of('plan')),
});

const tableWork = [
  ['organisations'],
  ['organisations', 'new'],
  ['organisations', 'contacts'],
  ['organisations', ':actor'],
  ['organisations', ':actor', 'details'],
  ['organisations', ':actor', 'alliance'],
  ['organisations', ':actor', 'offers'],
  ['organisations', ':actor', 'offers', ':offer', 'withdraw'],
  ['organisations', ':actor', 'publish'],
  ['organisations', ':actor', 'unpublish'],
  ['organisations', ':actor', 'merge'],
  ['organisations', ':heir', 'merge', ':merged', 'void'],
  ['organisations', ':actor', 'void'],
  ['organisations', ':actor', 'contacts'],
  ['organisations', ':actor', 'contacts', ':contact'],
  ['organisations', ':actor', 'contacts', ':contact', 'delete'],
  ['tables'],
  ['tables', 'new'],
  ['tables', 'calendar'],
  ['tables', ':table'],
  ['tables', ':table', 'details'],
  ['tables', ':table', 'seats'],
  ['tables', ':table', 'seats', ':seat', 'end'],
  ['tables', ':table', 'rhythm'],
  ['tables', ':table', 'rhythm', 'end'],
  ['tables', ':table', 'end'],
  ['tables', ':table', 'publish'],
  ['tables', ':table', 'unpublish'],
  ['tables', ':table', 'meetings', 'new'],
  ['tables', ':table', 'meetings', ':meeting'],
  ['tables', ':table', 'meetings', ':meeting', 'move'],
  ['tables', ':table', 'meetings', ':meeting', 'cancel'],
  ['tables', ':table', 'meetings', ':meeting', 'topic'],
  ['tables', ':table', 'meetings', ':cancelled', 'restore'],
  ['tables', ':table', 'meetings', ':meeting', 'invite'],
  ['tables', ':table', 'meetings', ':meeting', 'invite', 'withdraw'],
  ['tables', ':table', 'meetings', ':meeting', 'replies'],
  ['tables', ':table', 'meetings', ':meeting', 'letters'],
  ['tables', ':table', 'meetings', ':meeting', 'internal'],
  ['tables', ':table', 'meetings', ':meeting', 'suggestions'],
] as const;
/** Where round tables are set up and their meetings prepared. */
export const tableWorkPages = (of: Of): Pages =>
  Object.fromEntries(
    tableWork.map((parts) => [parts.join(' '), (lang: Lang) => workOn(of, lang, ...parts)]),
  );

const meetingWork = ['tables', ':table', 'meetings', ':meeting'] as const;
const minutesWork: readonly (readonly string[])[] = [
  ...[
    ['agenda'],
    ['agenda', ':item'],
    ['agenda', ':item', 'place'],
    ['agenda', ':open', 'remove'],
    ['held'],
    ['results', ':item'],
    ['results', ':item', 'dissent'],
    ['results', ':item', 'dissent', 'withdraw'],
    ['results', ':item', 'measure'],
    ['protocol'],
    ['text'],
    ['circulate'],
    ['objection'],
    ['approve'],
    ['publish'],
    ['unpublish'],
  ].map((parts) => [...meetingWork, ...parts]),
  ['tables', ':table', 'followUps'],
  ['tables', ':table', 'followUps', ':followUp'],
  ['followUps'],
  ['followUps', ':actor'],
  ['followUps', ':actor', 'remind'],
  ['questions'],
  ['questions', ':table', ':item'],
];
/** Where results are written down, and promises and questions kept alive. */
export const minutesPages = (of: Of): Pages =>
  Object.fromEntries(
    minutesWork.map((parts) => [parts.join(' '), (lang: Lang) => workOn(of, lang, ...parts)]),
  );

/** Where people are invited, and see what is known of them. */
export const teamPages = (of: Of): Pages => {
  const inTown =
    (...parts: readonly string[]) =>
    (lang: Lang) =>
      paths.workPath(lang, of('town'), ...parts);
  return {
    'start of a new team': homePath,
    'all work on a town': inTown(),
    'people of a town': inTown('people'),
    'taking a role away': (lang) =>
      `${inTown('people', of('person'), 'revoke')(lang)}?${word('rolle', 'role')(lang)}=MONITOR`,
    'deleting an account': (lang) => inTown('people', of('person'), 'forget')(lang),
    'own account': (lang) => accountPath(lang),
    'own entries': (lang) => accountPath(lang, 'entries'),
    'deleting the own account': (lang) => accountPath(lang, 'delete'),
    'inbox of notices': (lang) => inboxPath(lang, of('town')),
    'settled notices, of which there are none': (lang) => inboxPath(lang, of('town'), 'answered'),
    'one notice': (lang) => inTown('notices', of('notice'))(lang),
    'deleting a notice': (lang) => inTown('notices', of('notice'), 'delete')(lang),
    'reported barriers': (lang) => barrierInboxPath(lang),
    'one reported barrier': (lang) => barrierInboxPath(lang, of('barrier')),
    'deleting a report': (lang) => barrierInboxPath(lang, of('barrier'), 'delete'),
    'sending a list of a town': (lang) => importPath(lang, of('town')),
    'checking the columns of a list of a town': (lang) =>
      uploadPath(lang, of('town'), of('upload')),
    projections: (lang) => projectionsPath(lang),
    'statement on accessibility, to be written': (lang) => siteFormPath(lang, 'accessibility'),
  };
};

/** What is seen of links that are gone: by everybody, and by those who can mend them. */
export const brokenLinkPages = (of: Of): Pages => ({
  'decision with a broken link': (lang) => paths.decisionPath(lang, of('town'), of('decision')),
  'measure with a broken link': (lang) => paths.measurePath(lang, of('town'), of('measure')),
});
export const brokenLinkForms = (of: Of): Pages => ({
  'start with broken links': homePath,
  'broken links': (lang) => paths.workPath(lang, of('town'), 'links'),
  'new address of a broken link': (lang) =>
    paths.workPath(lang, of('town'), 'links', of('broken stream'), of('broken entry')),
});

/** All of them. Each suite walks one of the tables, where what its pages are about is at hand. */
export const walkedPages = (of: Of): readonly Pages[] =>
  [
    readersPages,
    tablePages,
    aboutPages,
    aboutForms,
    deskPages,
    planPages,
    workPages,
    supportPages,
    tableWorkPages,
    minutesPages,
    teamPages,
    brokenLinkPages,
    brokenLinkForms,
  ].map((table) => table(of));
