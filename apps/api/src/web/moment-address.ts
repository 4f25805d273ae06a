import type { Lang } from '@klimaspur/messages';
import { type AskedMoment, knownParameter, momentNames } from '../reading/moment.js';

/** An address that asks about the same moment as the page it stands on. */
export const withMoment = (path: string, lang: Lang, moment: AskedMoment | undefined): string => {
  if (!moment?.past) return path;
  const { asOf, knownAt } = momentNames[lang];
  const [, address = path, query = '', anchor = ''] = /^([^?#]*)\??([^#]*)(.*)$/.exec(path) ?? [];
  const parameters = new URLSearchParams(query);
  parameters.set(asOf, moment.asOf);
  if (moment.knownAt !== undefined) parameters.set(knownAt, knownParameter(moment.knownAt));
  return `${address}?${parameters}${anchor}`;
};
