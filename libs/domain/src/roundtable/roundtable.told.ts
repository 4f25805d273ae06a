import { replacementOf } from '../shared/replacement.js';
import { isPublished } from '../visibility.js';
import type { Past } from '../timeline.js';
import { agreedBetweenWithOthers } from './agreed-between.js';
import { answeredBy, isAnswer } from './answered.js';
import { approvals, approvalsIn, publishedMeetings } from './approvals.js';
import { asApproved } from './as-approved.js';
import { Dissents } from './dissents.js';
import type { Release } from './releases.js';
import { toldTerms } from './told-terms.js';

type Terms = Past['data'];

/** Never told to anybody outside the team. */
const internal: ReadonlySet<string> = new Set([
  'RoundtableInvited',
  'RoundtableInvitationWithdrawn',
  'RoundtableReplyReceived',
  'RoundtableFollowUpReminded',
  'RoundtableProtocolCirculated',
  'RoundtableProtocolObjected',
]);

/** What a Protokoll says: told only once it is approved, as it was when it was approved. */
const inProtocol: ReadonlySet<string> = new Set([
  'RoundtableMeetingHeld',
  'RoundtableItemConcluded',
  'RoundtableFollowUpAgreed',
]);

/** What belongs to an item, or to a follow-up, and is told where that is told. */
const belongsTo: Readonly<Record<string, 'item' | 'followUp'>> = {
  RoundtableItemAdded: 'item',
  RoundtableProposalTakenUp: 'item',
  RoundtableAnswerReceived: 'item',
  RoundtableFactCheckAnswered: 'item',
  RoundtableFollowUpRescheduled: 'followUp',
  RoundtableFollowUpDone: 'followUp',
  RoundtableFollowUpDropped: 'followUp',
};

const bookkeeping: ReadonlySet<string> = new Set([
  'EntryCorrected',
  'EntryVoided',
  'EvidenceAdded',
  'TextRedacted',
]);

/**
 * What everybody may see of a round table: nothing of a draft; of the rest, whole entries, in order, as they were when the
 * Protokoll of their meeting was approved, once it is published. A dissent is left out until every group it names has
 * released it in these words, and with it the item where nothing else was concluded about it; so are invitations, answers
 * to them, reminders and objections.
 */
export const publicPart = (history: readonly Past[]): Past[] => {
  if (!isPublished(history)) return [];
  const published = publishedMeetings(history);
  const approved = approvals(history);
  const reading = new Reading(history, (meeting) =>
    published.has(meeting) ? (approved.get(meeting) ?? NOTHING) : NOTHING,
  );
  return toldTerms(
    asApproved(
      history.filter((past) => reading.tells(past)),
      (entry) => reading.draftUntil(entry),
    ),
  );
};

/**
 * What an office of the town may see that answers at a table without taking its minutes: what was said, without a dissent
 * that is not released, and without what passes between the team and those whom it invites. Of what was agreed between the
 * meetings, what `offices` promised.
 */
export const withoutDissent = (history: readonly Past[], offices: ReadonlySet<unknown>): Past[] => {
  const hidden = agreedBetweenWithOthers(history, offices);
  const rest = history.filter(({ id }) => !hidden.has(id));
  const reading = new Reading(rest, () => Infinity);
  return toldTerms(rest.filter((past) => reading.tells(past)));
};

/** The last revision of a meeting's Protokoll that may be told. */
type Limit = (meeting: string) => number;

const NOTHING = -1;

class Reading {
  private readonly byId: ReadonlyMap<string, Past>;
  private readonly approvals: readonly Past[];
  private readonly dissents: Dissents;
  /** Conclusions by their items. */
  private readonly conclusions = new Map<string, Past[]>();
  /** Items that stand on the agenda of an approved meeting, with the last revision approved there. */
  private readonly onAgenda = new Map<string, number>();
  /** The follow-ups that are told, by their ids. */
  private readonly followUps: ReadonlySet<string>;

  constructor(
    history: readonly Past[],
    private readonly upTo: Limit,
  ) {
    this.byId = new Map(history.map((past) => [past.id, past]));
    this.approvals = approvalsIn(history);
    this.dissents = new Dissents(history);
    for (const past of history) this.look(past);
    this.followUps = new Set(
      history
        .filter((past) => past.type === 'RoundtableFollowUpAgreed' && this.tells(past))
        .map(({ data }) => data['followUp'] as string),
    );
  }

  tells(past: Past): boolean {
    const { type, data } = past;
    if (bookkeeping.has(type)) return this.tellsAbout(past);
    if (internal.has(type)) return false;
    if (type === 'RoundtableItemConcluded') return this.isApproved(past) && this.isReleased(past);
    if (type === 'RoundtableDissentReleased') return this.tellsRelease(data, past.revision);
    if (inProtocol.has(type)) {
      return this.isApproved(past) && (data['item'] === undefined || this.tellsItemAt(data));
    }
    if (type === 'RoundtableItemPlaced') return this.isApproved(past) && this.tellsItemAt(data);
    const owner = belongsTo[type];
    if (owner === 'item') {
      return this.tellsItem(data['item'] as string) && this.isAfterReleased(past, data);
    }
    if (owner === 'followUp') return this.followUps.has(data['followUp'] as string);
    return meetingProtocol.has(type) ? this.limit(data) > NOTHING : true;
  }

  /** Of an item the last approval: at earlier ones it may have stood on another agenda. */
  draftUntil({ type, data, revision }: Past): number | undefined {
    if (type === 'RoundtableItemAdded') return this.limitOfItem(data['item'] as string);
    if (!inProtocol.has(type)) return undefined;
    return this.approvals.find(
      (approval) => approval.data['meeting'] === data['meeting'] && approval.revision > revision,
    )?.revision;
  }

  private look(past: Past): void {
    const { type, data, revision } = past;
    if (type === 'RoundtableItemConcluded') {
      const item = data['item'] as string;
      this.conclusions.set(item, [...(this.conclusions.get(item) ?? []), past]);
    }
    if (type === 'RoundtableItemAdded' || type === 'RoundtableItemPlaced') {
      const item = data['item'] as string;
      if (revision <= this.limit(data)) this.onAgenda.set(item, this.limit(data));
      else this.onAgenda.delete(item);
    }
  }

  /** What was said later about an entry is told with it; a correction of the Protokoll once it is approved as well. */
  private tellsAbout(past: Past): boolean {
    const target = this.byId.get(past.data['entry'] as string);
    if (!target) return false;
    // Taking something back tells nothing new, and must never wait.
    if (past.type === 'EntryVoided' || past.type === 'TextRedacted') return this.tells(target);
    if (!this.tells(target)) return false;
    if (target.type === 'RoundtableItemAdded') {
      return past.revision <= this.limitOfItem(target.data['item'] as string);
    }
    if (past.type === 'EntryCorrected' && !this.tellsCorrection(past, target)) return false;
    if (isAnswer(target) && !this.isAfterReleased({ ...past, type: target.type }, target.data)) {
      return false;
    }
    return inProtocol.has(target.type) ? past.revision <= this.limit(target.data) : true;
  }

  private tellsCorrection({ id, data }: Past, { type, revision }: Past): boolean {
    return type === 'RoundtableDissentReleased'
      ? this.tellsRelease(replacementOf(data), revision)
      : this.dissents.isReleasedCorrection(id);
  }

  /** What is answered to a dissent tells that there is one. */
  private isAfterReleased(past: Past, { item }: Terms): boolean {
    if (!isAnswer(past)) return true;
    const answered = answeredBy(past, this.conclusions.get(item as string) ?? []);
    return !answered || this.isReleased(answered);
  }

  private tellsItem(item: string): boolean {
    const concluded = this.conclusions.get(item) ?? [];
    return concluded.length === 0
      ? this.onAgenda.has(item)
      : concluded.some((it) => this.tells(it));
  }

  private isApproved({ data, revision }: Past): boolean {
    return revision <= this.limit(data);
  }

  private limit({ meeting }: Terms): number {
    return this.upTo(meeting as string);
  }

  private limitOfItem(item: string): number {
    const concluded = (this.conclusions.get(item) ?? []).filter((it) => this.tells(it));
    return Math.max(
      this.onAgenda.get(item) ?? NOTHING,
      ...concluded.map(({ data }) => this.limit(data)),
    );
  }

  private isReleased(past: Past): boolean {
    return this.dissents.isReleased(past.id, this.draftUntil(past));
  }

  /** That a group released a conclusion is told with that conclusion; else it would tell that there is one. */
  private tellsRelease(terms: Terms, revision: number): boolean {
    const release = { ...terms, revision } as Release;
    const concluded = this.byId.get(this.dissents.conclusionOf(release) ?? '');
    return concluded !== undefined && this.tells(concluded);
  }

  /** Nothing that was concluded about the item at that meeting is hidden, or something else of it is told. */
  private tellsItemAt({ item, meeting }: Terms): boolean {
    const there = (this.conclusions.get(item as string) ?? []).filter(
      ({ data }) => data['meeting'] === meeting,
    );
    return there.length === 0
      ? this.tellsItem(item as string)
      : there.some((concluded) => this.tells(concluded));
  }
}

const meetingProtocol: ReadonlySet<string> = new Set([
  'RoundtableProtocolApproved',
  'RoundtableProtocolPublished',
  'RoundtableProtocolUnpublished',
]);
