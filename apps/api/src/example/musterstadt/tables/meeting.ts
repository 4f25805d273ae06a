import { addDays, type EventData, type Reply } from '@klimaspur/domain';
import type { Recorder, StoryStep } from '../../example-step.js';
import type { Evidence } from '../../evidence.js';
import { clockFrom } from './table.js';

/** An item of an agenda, and what came of it; actors and measures by their aliases. */
export interface ItemTold {
  readonly item: string;
  readonly kind: EventData<'RoundtableItemAdded'>['kind'];
  readonly topic: string;
  readonly about?: string;
  readonly broughtBy?: string;
  readonly followUp?: string;
  /** What was written about it before the meeting. */
  readonly text?: string;
  readonly before?: string;
  /** Absent: nothing yet. */
  readonly result?: EventData<'RoundtableItemConcluded'>['result'];
  readonly ground?: string;
  readonly said?: string;
  readonly dissent?: readonly string[];
  readonly handedTo?: EventData<'RoundtableItemConcluded'>['handedTo'];
  readonly recipient?: string;
  readonly answerBy?: string;
  readonly evidence?: readonly Evidence[];
}

interface PromiseTold {
  readonly promise: string;
  readonly by: string;
  readonly what: string;
  readonly due?: string;
  readonly item?: string;
  readonly about?: string;
}

/** One meeting from its invitation to its Protokoll. Days are counted from that of the meeting where none is named. */
interface MeetingTold {
  readonly meeting: string;
  readonly on: string;
  readonly time: string;
  readonly minutes?: number;
  readonly place?: string;
  readonly online?: true;
  readonly topic?: string;
  readonly occurrence?: string;
  readonly by?: Recorder;
  /** Hour and minute at which its entries are made, in UTC. */
  readonly desk: string;
  /** When all of it was copied from a folder, long after. */
  readonly archived?: string;
  /** How many days before it was convened. */
  readonly ahead?: number;
  readonly invited?: readonly string[];
  readonly replies?: Readonly<Record<string, Reply | readonly [Reply, number]>>;
  /** Moved to `on` from the day named, with the reason. */
  readonly movedFrom?: { readonly on: string; readonly note: string };
  readonly items: readonly ItemTold[];
  /** Who was there; absent: it has not been held. */
  readonly groups?: readonly string[];
  readonly guests?: number;
  readonly summary?: string;
  readonly promises?: readonly PromiseTold[];
  readonly protocol?: 'draft' | 'circulated' | 'approved' | 'published';
  readonly circular?: string;
  /** Days for changes; the approval follows on the next. */
  readonly period?: number;
}

const actor = (alias: string) => `@actor:${alias}`;
const actors = (aliases: readonly string[]) => aliases.map(actor);

export const meeting = (it: MeetingTold): readonly StoryStep[] => {
  const archive = it.archived === undefined ? undefined : clockFrom(it.archived);
  const steps = new Steps(it, archive);
  return [...steps.prepared(), ...steps.held(), ...steps.approved()];
};

class Steps {
  private readonly id: string;
  private readonly by: Recorder;

  constructor(
    private readonly it: MeetingTold,
    private readonly archive: (() => string) | undefined,
  ) {
    this.id = `@meeting:${it.meeting}`;
    this.by = it.by ?? 'monitor';
  }

  /** Instants some days after the meeting, or all in one sitting of the archive. */
  private clock(daysAfter: number): () => string {
    const { on, desk } = this.it;
    return this.archive ?? clockFrom(`${addDays(on, daysAfter)}T${desk}:00.000Z`);
  }

  private dated(at: string, on?: string) {
    return { at, on: on ?? at.slice(0, 10), by: this.by };
  }

  prepared(): StoryStep[] {
    const { it, id } = this;
    const tick = this.clock(-(it.ahead ?? 21));
    return [
      { ...this.dated(tick()), command: 'convene-meeting', data: this.convened() },
      ...(it.movedFrom
        ? [
            {
              ...this.dated(tick()),
              command: 'move-meeting',
              data: { meeting: id, on: it.on, text: { note: it.movedFrom.note } },
            } as const,
          ]
        : []),
      ...(it.invited
        ? [
            {
              ...this.dated(tick()),
              command: 'invite',
              data: { meeting: id, actors: actors(it.invited) },
            } as const,
          ]
        : []),
      ...Object.entries(it.replies ?? {}).map(([who, said]): StoryStep => {
        const [reply, persons] = typeof said === 'string' ? [said] : said;
        const counted = persons === undefined ? {} : { persons };
        const data = { meeting: id, actor: actor(who), reply, ...counted };
        return { ...this.dated(tick()), command: 'record-reply', data };
      }),
      ...it.items.map((item, index): StoryStep => ({
        ...this.dated(tick()),
        command: 'add-item',
        data: added(item, id, (index + 1) * 100),
      })),
    ];
  }

  private convened(): EventData<'RoundtableMeetingConvened'> {
    const { on, time, minutes, online, occurrence, topic, place, movedFrom } = this.it;
    return {
      meeting: this.id,
      on: movedFrom?.on ?? on,
      time,
      ...(minutes === undefined ? {} : { minutes }),
      ...(online ? { online } : {}),
      ...(occurrence === undefined ? {} : { occurrence }),
      text: { ...(topic ? { topic } : {}), ...(place ? { place } : {}) },
    };
  }

  held(): StoryStep[] {
    const { it, id } = this;
    if (!it.groups) return [];
    const tick = this.clock(1);
    return [
      {
        ...this.dated(tick(), it.on),
        command: 'hold-meeting',
        data: {
          meeting: id,
          groups: actors(it.groups),
          ...(it.guests === undefined ? {} : { guests: it.guests }),
          text: it.summary ? { summary: it.summary } : {},
        },
      },
      ...it.items.flatMap((item): StoryStep[] => {
        const data = concluded(item, id);
        return data ? [{ ...this.dated(tick(), it.on), command: 'conclude-item', data }] : [];
      }),
      ...(it.promises ?? []).map((promise): StoryStep => ({
        ...this.dated(tick(), it.on),
        command: 'agree-follow-up',
        data: promised(promise, id),
      })),
    ];
  }

  approved(): StoryStep[] {
    const { on, protocol = 'published', groups, circular, period = 14 } = this.it;
    if (!groups || protocol === 'draft') return [];
    const [meeting, until] = [this.id, addDays(on, 7 + period)];
    const circulated = this.dated(this.clock(7)(), addDays(on, 7));
    const text = circular ? { text: { note: circular } } : {};
    const steps: StoryStep[] = [
      {
        ...circulated,
        command: 'circulate-protocol',
        data: { meeting, approvalUntil: until, ...text },
      },
    ];
    if (protocol === 'circulated') return steps;
    const tick = this.clock(8 + period);
    steps.push({
      ...this.dated(tick(), addDays(until, 1)),
      command: 'approve-protocol',
      data: { meeting },
    });
    if (protocol === 'approved') return steps;
    const published = { ...this.dated(tick()), by: 'lead' as const };
    return [...steps, { ...published, command: 'publish-protocol', data: { meeting } }];
  }
}

const added = (it: ItemTold, meeting: string, rank: number): EventData<'RoundtableItemAdded'> => ({
  item: `@item:${it.item}`,
  meeting,
  kind: it.kind,
  rank,
  ...(it.about ? { measure: `@measure:${it.about}` } : {}),
  ...(it.followUp ? { followUp: `@promise:${it.followUp}` } : {}),
  ...(it.broughtBy ? { broughtBy: actor(it.broughtBy) } : {}),
  text: {
    topic: it.topic,
    ...(it.text ? { text: it.text } : {}),
    ...(it.before ? { commonGround: it.before } : {}),
  },
});

const concluded = (
  it: ItemTold,
  meeting: string,
): EventData<'RoundtableItemConcluded'> | undefined =>
  it.result && {
    item: `@item:${it.item}`,
    meeting,
    result: it.result,
    ...(it.dissent ? { dissent: actors(it.dissent) } : {}),
    ...(it.handedTo ? { handedTo: it.handedTo } : {}),
    ...(it.recipient ? { recipient: actor(it.recipient) } : {}),
    ...(it.answerBy ? { answerBy: it.answerBy } : {}),
    text: {
      ...(it.ground ? { commonGround: it.ground } : {}),
      ...(it.said ? { text: it.said } : {}),
      ...(it.evidence ? { evidence: it.evidence } : {}),
    },
  };

const promised = (it: PromiseTold, meeting: string): EventData<'RoundtableFollowUpAgreed'> => ({
  followUp: `@promise:${it.promise}`,
  actor: actor(it.by),
  meeting,
  ...(it.item ? { item: `@item:${it.item}` } : {}),
  ...(it.about ? { measure: `@measure:${it.about}` } : {}),
  ...(it.due ? { due: it.due } : {}),
  text: { what: it.what },
});
