import { things } from './past-town.js';

/** Address of the town of the example. */
export const slug = 'musterstadt-am-main';

/** Files of a page, by the last part of their address. */
const trendFile = {
  de: 'staende.csv',
  en: 'status.csv',
} as const;

interface Gaps {
  readonly day: string;
  readonly picture: string;
}

/** The address of a route of which the gaps are filled with what the example has; what it has not stays `ID`. */
export const pathOf = (parts: readonly string[], { day, picture }: Gaps): string => {
  const whole = parts.join('ID');
  if (/^\/api\/v1\/(roundtables|actors)$/.test(whole)) return `${whole}?municipality=${slug}`;
  const gaps: readonly (readonly [RegExp, string])[] = [
    [/(api.*municipalities)\/$/, things.town],
    [/(kommunen|municipalities)\/$/, slug],
    [/(measures|massnahmen)\/$/, things.measure],
    [/(decisions|beschluesse)\/$/, things.decision],
    [/(plans|plaene)\/$/, things.plan],
    [/organs\/$/, things.organ],
    [/(actors|buendnis|alliance)\/$/, things.actor],
    [/(roundtables|runder-tisch|round-table)\/$/, things.table],
    [/(runder-tisch|round-table)\/[^/]+\/$/, day],
    [/(bild|picture)\/$/, picture],
    [/verlauf-und-termine\/$/, trendFile.de],
    [/trends-and-dates\/$/, trendFile.en],
  ];
  return parts.reduce((path, part) => path + fill(path, gaps) + part);
};

const fill = (path: string, gaps: readonly (readonly [RegExp, string])[]): string =>
  gaps.find(([end]) => end.test(path))?.[1] ?? 'ID';
