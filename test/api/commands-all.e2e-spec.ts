import { newCommandId } from '@klimaspur/event-store';
import { collections, type Door } from '../../apps/api/src/commands/doors.js';
import { TestApp } from './app.js';
import { aTown, type Json, type Known, leanBody, routes } from './requests.js';

let klimaspur: TestApp;
let known: Known;
let person: string;

beforeAll(async () => {
  klimaspur = await TestApp.start();
  known = await aTown(klimaspur);
  person = known['person']!;
  await klimaspur.allowPublishing(known['municipality']!);
  await sent(`plans/${known['plan']}/add-field`, {
    field: known['field'],
    rank: 1,
    text: { name: 'Verkehr' },
  });
  await sent(`plans/${known['plan']}/add-edition`, {
    edition: known['edition'],
    text: { label: 'Fassung 1' },
  });
});
afterAll(() => klimaspur.stop());

async function sent(path: string, body: unknown): Promise<string> {
  const { status, json, text } = await klimaspur.post(path, body);
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  return (json['events'] as string[])[0]!;
}

const streamOf = ({ category }: Door) => `${category}-${known[category]}`;

/** An entry that was just made, to be corrected or voided. */
const anEntry = async ({ category }: Door): Promise<string> => {
  if (category === 'person') {
    const role = { role: 'MONITOR', municipality: known['municipality'] };
    await sent(`persons/${person}/grant-role`, role);
    return sent(`persons/${person}/revoke-role`, role);
  }
  const evidence = { entry: known[`${category}Entry`], text: { evidence: [{ kind: 'other' }] } };
  return sent(`${collections[category]}/${known[category]}/add-evidence`, evidence);
};

const aMeasure = async (): Promise<string> => {
  const { json } = await klimaspur.post('measures', {
    municipality: known['municipality'],
    text: { title: 'Noch eine Maßnahme' },
  });
  return json['id'] as string;
};

const atTable = (command: string, body: Json): Promise<string> =>
  sent(`roundtables/${known['roundtable']}/${command}`, { meeting: known['meeting'], ...body });
const circulated = () => atTable('circulate-protocol', { approvalUntil: '2024-03-01' });
const pledged = async () => ({
  pledge: await sent(`measures/${known['measure']}/pledge-support`, {
    actor: known['actor'],
    contribution: 'WORK',
    text: { what: 'Hände' },
  }),
});

/** What has to be true, and to be said, so that a command has something to record. */
const preparations: Readonly<Record<string, (door: Door) => Promise<Json> | Json>> = {
  'add-field': () => ({ field: newCommandId() }),
  reschedule: () => ({ plannedEnd: '2030' }),
  'merge-measures': async () => ({ measures: [await aMeasure()], into: await aMeasure() }),
  'split-measure': async () => ({ measure: await aMeasure(), into: [await aMeasure()] }),
  'supersede-measure': async () => ({ measure: await aMeasure(), by: await aMeasure() }),
  'release-responsible-body': async () => ({
    assignment: await sent(`measures/${known['measure']}/assign-responsible-body`, {
      responsibility: 'PARTNER',
      text: { name: 'Stadtwerke' },
    }),
  }),
  'add-seat': () => ({ seat: newCommandId() }),
  'convene-meeting': () => ({ meeting: newCommandId() }),
  'add-item': () => ({ item: newCommandId() }),
  'agree-follow-up': () => ({ followUp: newCommandId() }),
  'release-dissent': async () => {
    const dissent = { item: known['item'], result: 'DISSENT', dissent: [known['actor']] };
    await atTable('conclude-item', dissent);
    return {};
  },
  'approve-protocol': async () => {
    await circulated();
    return {};
  },
  'publish-protocol': async () => {
    await circulated();
    await atTable('approve-protocol', {});
    return {};
  },
  'deliver-support': pledged,
  'withdraw-support': pledged,
  'withdraw-offer': async () => ({
    offer: await sent(`actors/${known['actor']}/make-offer`, {
      contribution: 'WORK',
      text: { what: 'Hände' },
    }),
  }),
  'revoke-role': async () => {
    await sent(`persons/${person}/grant-role`, { role: 'OPERATOR' });
    return {};
  },
  'grant-role': async () => {
    await sent(`persons/${person}/revoke-role`, { role: 'OPERATOR' });
    return {};
  },
  'redact-text': async (door) => {
    if (door.category !== 'person') return { entry: await anEntry(door) };
    const role = { role: 'MONITOR', municipality: known['municipality'] };
    await sent(`persons/${person}/grant-role`, role);
    const text = { reason: 'verzogen' };
    return { entry: await sent(`persons/${person}/revoke-role`, { ...role, text }) };
  },
  'void-entry': async (door) => ({ entry: await anEntry(door) }),
  'add-evidence': async (door) => ({
    entry: known[`${door.category}Entry`] ?? (await anEntry(door)),
  }),
  'correct-entry': async (door) => {
    const entry = known[`${door.category}Entry`] ?? (await anEntry(door));
    const found = (await klimaspur.eventsOf(streamOf(door))).find(({ id }) => id === entry);
    const { text, ...replacement } = found!.data as Json;
    return {
      entry,
      replacement,
      text: { reason: 'verlesen', ...(text ? { replacement: text } : {}) },
    };
  },
};

/** Destroys with what was said also what tells two requests apart. */
const FORGETS = 'redact-text';

const published = async ({ category, definition }: Door) => {
  if (!definition.command.startsWith('unpublish')) return;
  await klimaspur.post(`${collections[category]}/${known[category]}/publish-${category}`, {});
};

/** A town that was moved takes nothing until that is taken back. */
const stays = async ({ definition }: Door, entry: string) => {
  if (definition.command !== 'move-municipality') return;
  const body = { entry, text: { reason: 'bleibt' } };
  await sent(`municipalities/${known['municipality']}/void-entry`, body);
};

describe.each(routes)('$name', ({ door }) => {
  it('records its event once, and refuses its key for another request', async () => {
    const { category, definition } = door;
    const creating = definition.mode === 'creating';
    await published(door);
    const body = {
      ...leanBody(door, known),
      ...(await preparations[definition.command]?.(door)),
    };
    const path = creating
      ? collections[category]
      : `${collections[category]}/${known[category]}/${definition.command}`;
    const last = (await klimaspur.eventsOf(streamOf(door))).at(-1);
    const headers = {
      'idempotency-key': newCommandId(),
      ...(definition.mode === 'replacing' ? { 'if-match': `"${last!.revision}"` } : {}),
    };

    const first = await klimaspur.post(path, body, headers);
    expect([first.status, first.text]).toEqual([creating ? 201 : 200, expect.any(String)]);
    const stream = `${category}-${first.json['id'] as string}`;
    const recorded = (await klimaspur.eventsOf(stream)).at(-1)!;
    expect(first.json['events']).toEqual([recorded.id]);
    expect(recorded.type).toBe(definition.type);

    const before = await klimaspur.lastPosition();
    const again = await klimaspur.post(path, body, headers);
    expect(again.json).toEqual({ ...first.json, repeated: true });
    const other = await klimaspur.post(path, { ...body, occurredOn: '2024-03-02' }, headers);
    expect(other).toMatchObject(
      definition.command === FORGETS
        ? { status: 200, json: again.json }
        : { status: 422, json: { code: 'idempotency/key-reused' } },
    );
    expect(await klimaspur.lastPosition()).toBe(before);
    await stays(door, recorded.id);
  });
});
