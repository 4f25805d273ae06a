import { type ActorKind } from '@klimaspur/domain';
import { folded } from '@klimaspur/read-models';

/** One organisation as somebody pasted it: its name, and what else the line says. */
export interface PastedActor {
  readonly name: string;
  readonly kind?: ActorKind;
  readonly contact?: PastedContact;
}

/** Somebody to write to: `Erika Muster <erika@radfreunde.example>`, or the address alone. */
export interface PastedContact {
  readonly name?: string;
  readonly email: string;
}

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

const kindIn = (said: string): ActorKind | undefined => {
  const plain = folded(said);
  return words.find(([, pattern]) => pattern.test(plain))?.[0];
};

const contactIn = (said: string): PastedContact | undefined => {
  const [, before = '', email] =
    /^(.*?)[\s<(]*([^\s<>()@]+@[^\s<>()@]+)[>)]*$/.exec(said.trim()) ?? [];
  const name = before.trim();
  return email === undefined ? undefined : { ...(name === '' ? {} : { name }), email };
};

/** The name of the organisation, and the address that somebody wrote behind it without a semicolon. */
const nameIn = (said: string): { readonly name: string; readonly contact?: PastedContact } => {
  const plain = said.replace(/^\s*(?:[-–•*]|\d{1,3}[.)])\s+/, '').trim();
  const contact = contactIn(plain);
  return contact?.name === undefined
    ? { name: plain }
    : { name: contact.name.replace(/[\s,:–-]+$/, ''), contact: { email: contact.email } };
};

/**
 * Reads a pasted list: one organisation a line, and behind a tab or semicolon its kind and whom to write to. Bullets and
 * numbers before a name are left out, and so are lines that repeat a name.
 */
export const readPastedList = (text: string): PastedActor[] => {
  const seen = new Set<string>();
  return text.split('\n').flatMap((line): PastedActor[] => {
    const [first = '', ...rest] = line.split(/[\t;]/);
    const { name, contact = rest.map(contactIn).find(Boolean) } = nameIn(first);
    if (name === '' || seen.has(folded(name))) return [];
    seen.add(folded(name));
    const said = rest.find((cell) => cell.trim() !== '' && contactIn(cell) === undefined) ?? '';
    const kind = kindIn(said) ?? kindIn(name);
    return [{ name, ...(kind ? { kind } : {}), ...(contact ? { contact } : {}) }];
  });
};
