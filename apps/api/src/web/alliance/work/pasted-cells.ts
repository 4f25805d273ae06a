import type { ActorKind } from '@klimaspur/domain';
import { folded } from '@klimaspur/read-models';

/** Words for kinds as lists of invitees have them, in both languages, folded as the search folds. */
const words: readonly (readonly [ActorKind, RegExp])[] = [
  ['COOPERATIVE', /genossenschaft|cooperative|\beg\b/],
  ['CITIZENS_GROUP', /initiative|buerger(gruppe|schaft|innen)|citizens|zero\b|solidarische/],
  ['PARTY', /fraktion|partei|\bparty\b|\bspd\b|\bcdu\b|\bfdp\b|gruenen?\b|linke\b/],
  [
    'ADMINISTRATION',
    /amt\b|verwaltung|dezernat|fachbereich|stabsstelle|referat|office\b|department/,
  ],
  ['EXPERT', /hochschule|universitaet|institut|university|expert|gutachter/],
  ['COMPANY', /\bgmbh\b|\bag\b|\bkg\b|stadtwerke|unternehmen|betrieb|company|business/],
  ['ASSOCIATION', /\be\. ?v\b|\bev\b|verein|verband|\bbund\b|association|\bclub\b|society/],
];

export const kindIn = (said: string): ActorKind | undefined => {
  const plain = folded(said);
  return words.find(([, pattern]) => pattern.test(plain))?.[0];
};

/** Part of a line: a name, an e-mail address, or both as mail programs write them. */
export interface Cell {
  readonly name: string;
  readonly email?: string;
}

const address = /^(.*?)[\s<(]*([^\s<>()@,;]+@[^\s<>()@,;]+)[>)]*$/;

const cellOf = (said: string): Cell => {
  const plain = said.trim();
  const [, before = '', email] = address.exec(plain) ?? [];
  const name = (email === undefined ? plain : before).replace(/[\s,:–-]+$/, '');
  return { name: unquoted(name), ...(email === undefined ? {} : { email }) };
};

const unquoted = (said: string): string => said.replaceAll(/["„“”]/g, '').trim();

/** The cells of a line, split at tabs and semicolons, and at commas where there are addresses; never within quotes. */
export const cellsOf = (line: string): Cell[] => {
  const plain = line.replace(/^\s*(?:[-–•*]|\d{1,3}[.)])\s+/, '');
  const at = plain.includes('@') ? /[\t;,]/ : /[\t;]/;
  const cells: string[] = [''];
  let isQuoted = false;
  for (const char of plain) {
    if (/["„“”]/.test(char)) isQuoted = !isQuoted;
    if (!isQuoted && at.test(char)) cells.push('');
    else cells[cells.length - 1] += char;
  }
  return cells.map(cellOf).filter(({ name, email }) => name !== '' || email !== undefined);
};

const salutation = /^(herrn?|frau|mr|mrs|ms|dr|prof|dipl)\b\.?/i;
const nameWord = /^\p{Lu}[\p{L}'’.-]*$/u;
/** Of an office or an organisation rather than of a person. */
const commonBox = /^(info|buero|kontakt|contact|post|mail|office|vorstand|verein|rathaus|presse)\b/;

/** It begins as persons are addressed, or is two to four names that say nothing of an organisation. */
export const isPerson = ({ name, email }: Cell): boolean => {
  if (kindIn(name) !== undefined) return false;
  if (salutation.test(name)) return true;
  if (!isLikePerson(name) || email === undefined) return false;
  const parts = name.split(/\s+/);
  const [box = '', domain = ''] = email.toLowerCase().split('@');
  return !commonBox.test(box) && !parts.some((it) => it.length > 2 && domain.includes(folded(it)));
};

/** „Frau Sommer“, „Eva Sommer“; it may as well be „Hof Sonnentau“. */
export const isLikePerson = (name: string): boolean => {
  const parts = name.split(/\s+/);
  const areNames = parts.length > 1 && parts.length < 5 && parts.every((it) => nameWord.test(it));
  return salutation.test(name) || areNames;
};

/** First words by which organisations begin, and names of persons do not. */
const beginsOrganisation =
  /(hof|freunde|frauen|bund|beirat|gemeinde|kirche|schule|kita|stube|laden|werke?|haus|club|forum|netzwerk|kreis|gruppe|runde|buendnis|stiftung|zentrum|buero|agentur|markt|bank|kasse|praxis|apotheke|land|stadt|klima\w*)$/;

/** Two to four names that say nothing of an organisation: whoever pasted them has to say what they are. */
export const mayBePerson = (name: string): boolean =>
  kindIn(name) === undefined &&
  isLikePerson(name) &&
  !beginsOrganisation.test(folded(name.split(/\s+/)[0] ?? ''));

/** „Verein“, „Unternehmen“: a word for a kind, and not the name of one. */
export const isKindAlone = (said: string): boolean =>
  /^(verein|verband|unternehmen|firma|betrieb|initiative|buergergruppe|fraktion|partei|amt|verwaltung|genossenschaft|hochschule|institut|association|company|party|office|cooperative|university)$/.test(
    folded(said),
  );

/** The name of a person, without how they are addressed. */
export const personIn = (name: string): string =>
  name.replace(/^(herrn?|frau|mr|mrs|ms)\.?\s+/i, '');
