import {
  type EventStore,
  type JsonObject,
  newCommandId,
  type NewEvent,
  openEventStore,
} from '@klimaspur/event-store';

const ACTORS = 40;
const MEETINGS = 20;
/** On the agenda of each meeting. */
const ITEMS = 5;
const PROMISES = 3;
const LATEST = Date.UTC(2026, 0, 8);
const SIX_WEEKS = 42 * 86_400_000;

export interface SampledTable {
  readonly id: string;
  /** Of its meetings, each with a published Protokoll. */
  readonly days: readonly string[];
  readonly entries: number;
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

let recorded = 0;
const event = (type: string, data: JsonObject, at: number, isOfADay = true): NewEvent => ({
  id: newCommandId(),
  type,
  data,
  metadata: {
    actor: { person: '0197c0de-0000-7000-8000-000000000003', role: 'LEAD' },
    commandId: newCommandId(),
    occurredOn: isOfADay ? dayOf(at) : null,
    recordedAt: new Date(at + 3_600_000 + recorded++).toISOString(),
    ...('text' in data ? { salt: '00112233445566778899aabbccddeeff' } : {}),
    schemaVersion: 1,
  },
});

/** A town with an alliance of 40 organisations and as many round tables as are asked for, each with about 500 entries. */
export const writeTables = async (folder: string, tables: number): Promise<SampledTable[]> => {
  const store = await openEventStore(`sqlite:${folder}`, { durability: 'off' });
  const municipality = newCommandId();
  const founded = LATEST - 2 * MEETINGS * SIX_WEEKS;
  const begin = (type: string, data: JsonObject) => event(type, data, founded, false);
  await store.append(
    `municipality-${municipality}`,
    [
      begin('MunicipalityFounded', { text: { name: 'Tischstadt' } }),
      begin('MunicipalityPublished', {}),
    ],
    'no_stream',
  );
  const actors = Array.from({ length: ACTORS }, () => newCommandId());
  for (const [n, actor] of actors.entries()) {
    const kind = n % 4 === 0 ? 'ADMINISTRATION' : 'ASSOCIATION';
    const registered = { municipality, kind, text: { name: `Organisation ${n}` } };
    const events = [begin('ActorRegistered', registered), begin('ActorPublished', {})];
    await store.append(`actor-${actor}`, events, 'no_stream');
  }
  const written: SampledTable[] = [];
  for (let n = 0; n < tables; n++) written.push(await writeTable(store, municipality, actors, n));
  await store.close();
  return written;
};

const writeTable = async (
  store: EventStore,
  municipality: string,
  actors: readonly string[],
  n: number,
): Promise<SampledTable> => {
  const id = newCommandId();
  const first = LATEST - (MEETINGS - 1) * SIX_WEEKS - n * 86_400_000;
  const own = actors.filter((_, index) => index % 3 === n % 3);
  const events = [
    event(
      'RoundtableFounded',
      { municipality, format: 'ROUND_TABLE', text: { name: `Runder Tisch ${n}` } },
      first,
      false,
    ),
    event('RoundtablePublished', {}, first, false),
    ...own.map((actor) =>
      event(
        'RoundtableSeatAdded',
        { seat: newCommandId(), actor, kind: 'ASSOCIATION', voting: true },
        first,
      ),
    ),
  ];
  const days = Array.from({ length: MEETINGS }, (_, turn) => first + turn * SIX_WEEKS);
  for (const at of days) events.push(...meetingAt(at, own));
  await store.append(`roundtable-${id}`, events, 'no_stream');
  return { id, days: days.map(dayOf), entries: events.length };
};

/** From the date to the published Protokoll, with what was promised and kept. */
const meetingAt = (at: number, actors: readonly string[]): NewEvent[] => {
  const meeting = newCommandId();
  const said = (type: string, data: JsonObject) => event(type, { meeting, ...data }, at);
  const items = Array.from({ length: ITEMS }, () => newCommandId());
  const promises = Array.from({ length: PROMISES }, () => newCommandId());
  return [
    event('RoundtableMeetingConvened', { meeting, on: dayOf(at) }, at, false),
    said('RoundtableInvited', { actors: [...actors] }),
    ...items.map((item, rank) =>
      said('RoundtableItemAdded', { item, kind: 'PROPOSAL', rank, text: { topic: 'Mehr Bäume' } }),
    ),
    said('RoundtableMeetingHeld', { groups: [...actors], text: { summary: 'Ein langer Abend.' } }),
    ...items.map((item) =>
      said('RoundtableItemConcluded', {
        ...{ item, result: 'CONSENSUS' },
        text: { commonGround: 'Schatten tut gut.', text: 'Alle wollen mehr Bäume.' },
      }),
    ),
    ...promises.map((followUp, index) =>
      said('RoundtableFollowUpAgreed', {
        ...{ followUp, actor: actors[index % actors.length]!, due: dayOf(at + SIX_WEEKS) },
        text: { what: 'Bäume zählen' },
      }),
    ),
    ...promises.map((followUp) => event('RoundtableFollowUpDone', { followUp, text: {} }, at)),
    said('RoundtableProtocolCirculated', { approvalUntil: dayOf(at) }),
    said('RoundtableProtocolApproved', {}),
    said('RoundtableProtocolPublished', {}),
  ];
};
