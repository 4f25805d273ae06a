import type { Issue } from '../shared/domain-error.js';
import type { states } from '../shared/vocabulary.js';

type State = (typeof states)[number];

/** How the official municipality key (AGS) of each state begins, by the municipality register of Destatis. */
const beginnings: Readonly<Record<State, string>> = {
  SH: '01',
  HH: '02',
  NI: '03',
  HB: '04',
  NW: '05',
  HE: '06',
  RP: '07',
  BW: '08',
  BY: '09',
  SL: '10',
  BE: '11',
  BB: '12',
  MV: '13',
  SN: '14',
  ST: '15',
  TH: '16',
};

/** A key of another state than the one that is named cannot be true. */
export const keyIssues = (data: Readonly<Record<string, unknown>>): Issue[] => {
  const { ags, state } = data as { readonly ags?: string; readonly state?: State };
  if (ags === undefined || state === undefined || ags.startsWith(beginnings[state])) return [];
  const params = { begins: beginnings[state] };
  return [{ path: 'ags', code: 'municipality/key-of-other-state', params }];
};
