import type { Command } from '../command.js';
import type { Issue } from '../shared/domain-error.js';
import { berlinDay, isDay, lastDay, type PartialDate } from '../shared/partial-date.js';
import { timeline, type Entry, type Past } from '../timeline.js';
import { groupsInDissent } from './dissents.js';

/** What lives in the stream of a round table, by the entry that brings it in. */
const broughtInBy = {
  seat: 'RoundtableSeatAdded',
  meeting: 'RoundtableMeetingConvened',
  item: 'RoundtableItemAdded',
  followUp: 'RoundtableFollowUpAgreed',
} as const;
type Part = keyof typeof broughtInBy;
const parts = Object.keys(broughtInBy) as readonly Part[];

type Terms = Readonly<Record<string, unknown>>;

const issue = (path: string, code: string, params: Issue['params'] = {}): Issue => ({
  path,
  code,
  params,
});

/** What would mean nothing at a round table: a part that is not there, a dissent of nobody, an approval of nothing. */
export const roundtableIssues = (
  command: Command,
  history: readonly Past[],
  now: string,
): readonly Issue[] => {
  const entries = timeline(history);
  return [
    ...partIssues(command, entries),
    ...ownIssues(command, entries, berlinDay(now)),
    ...releaseIssues(command, history, entries),
  ];
};

/** Whoever disagreed can let it be told, also after the Protokoll was corrected: it is hidden until then. */
const releaseIssues = (
  { type, data }: Command,
  history: readonly Past[],
  entries: readonly Entry[],
): Issue[] => {
  if (type !== 'RoundtableDissentReleased') return [];
  const stands = new Set(entries.map(({ id }) => id));
  const said = history.filter(({ id, type: its }) => its === 'EntryCorrected' || stands.has(id));
  return groupsInDissent(said, data).includes(data['actor'] as string)
    ? []
    : [issue('actor', 'roundtable/not-in-dissent')];
};

const partIssues = ({ type, data }: Command, entries: readonly Entry[]): Issue[] =>
  parts.flatMap((part) => {
    const id = data[part];
    if (id === undefined) return [];
    const isThere = entries.some(
      (entry) => entry.type === broughtInBy[part] && entry.data[part] === id,
    );
    if (type === broughtInBy[part]) {
      return isThere ? [issue(part, 'roundtable/already-there')] : [];
    }
    return isThere ? [] : [issue(part, 'roundtable/unknown-part', { part })];
  });

const ownIssues = ({ type, data }: Command, entries: readonly Entry[], today: string): Issue[] => {
  switch (type) {
    case 'RoundtableRhythmSet':
      return dayIssues(data, 'from');
    case 'RoundtableMeetingConvened':
      return dayIssues(data, 'occurrence');
    case 'RoundtableItemConcluded':
      return conclusionIssues(data);
    case 'RoundtableProtocolCirculated':
      return isHeld(entries, data) ? [] : [issue('meeting', 'roundtable/not-held')];
    case 'RoundtableProtocolApproved':
      return approvalIssues(data, entries, today);
    case 'RoundtableProtocolPublished':
      return about(entries, data, 'RoundtableProtocolApproved').length > 0
        ? []
        : [issue('meeting', 'roundtable/not-approved')];
    default:
      return [];
  }
};

/** A rhythm is counted from a day, not from a month. */
const dayIssues = (data: Terms, path: string): Issue[] =>
  data[path] === undefined || isDay(data[path]) ? [] : [issue(path, 'field/not-a-day')];

const conclusionIssues = ({ result, dissent, handedTo, recipient, answerBy }: Terms): Issue[] => {
  const issues: Issue[] = [];
  const groups = (dissent ?? []) as readonly unknown[];
  if (result === 'DISSENT' && groups.length === 0) issues.push(issue('dissent', 'field/missing'));
  if (result !== 'DISSENT' && dissent !== undefined) {
    issues.push(issue('dissent', 'roundtable/only-with-dissent'));
  }
  if (result === 'HANDED_OVER') {
    if (handedTo === undefined) issues.push(issue('handedTo', 'field/missing'));
    return issues;
  }
  for (const [path, value] of Object.entries({ handedTo, recipient, answerBy })) {
    if (value !== undefined) issues.push(issue(path, 'roundtable/only-when-handed-over'));
  }
  return issues;
};

/** Approved is what the participants had time to read, or all of them agreed to. */
const approvalIssues = (data: Terms, entries: readonly Entry[], today: string): Issue[] => {
  const circulated = about(entries, data, 'RoundtableProtocolCirculated').at(-1);
  if (!circulated) return [issue('meeting', 'roundtable/not-circulated')];
  if (data['unanimous'] === true) return [];
  const until = lastDay(circulated.data['approvalUntil'] as PartialDate);
  return until < today ? [] : [issue('meeting', 'roundtable/approval-still-open', { until })];
};

const about = (entries: readonly Entry[], { meeting }: Terms, type: Entry['type']): Entry[] =>
  entries.filter((entry) => entry.type === type && entry.data['meeting'] === meeting);

const isHeld = (entries: readonly Entry[], data: Terms): boolean =>
  about(entries, data, 'RoundtableMeetingHeld').length > 0;
