import { type ActorKind } from '@klimaspur/domain';
import { folded } from '@klimaspur/read-models';

/** One organisation as somebody pasted it: its name, and its kind where the line says it. */
export interface PastedActor {
  readonly name: string;
  readonly kind?: ActorKind;
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

/**
 * Reads a pasted list: one organisation a line, with its kind behind a tab or semicolon where somebody wrote one. Bullets
 * and numbers before a name are left out, and so are lines that repeat a name.
 */
export const readPastedList = (text: string): PastedActor[] => {
  const seen = new Set<string>();
  return text.split('\n').flatMap((line): PastedActor[] => {
    const [first = '', second = ''] = line.split(/[\t;]/);
    const name = first.replace(/^\s*(?:[-–•*]|\d{1,3}[.)])\s+/, '').trim();
    if (name === '' || seen.has(folded(name))) return [];
    seen.add(folded(name));
    const kind = kindIn(second) ?? kindIn(name);
    return [{ name, ...(kind ? { kind } : {}) }];
  });
};
