import { type ChangedTown, ReadModels, type View } from '@klimaspur/read-models';
import { TestLog, uuid, type Telling } from '@klimaspur/read-models/testing';
import { rowsOf } from './projected.js';

const [town, table, secretTable] = [uuid(0x1), uuid(0x2), uuid(0x3)];
const [club, office, shy] = [uuid(0x11), uuid(0x12), uuid(0x13)];
const [first, second] = [uuid(0x21), uuid(0x22)];
const [roofs, trees] = [uuid(0x31), uuid(0x32)];

const [secretFile, openFile] = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string];

const strangers: View = { asOf: '2026-01-01', viewer: 'public' };
const team: View = { ...strangers, viewer: { drafts: [town] } };

const event = (stream: string, type: string, data: object = {}, on: string | null = null) => ({
  ...{ stream, type, data, on },
  at: `${on ?? '2025-01-01'}T12:00:00.000Z`,
});
const atTable = (type: string, data: object = {}, on: string | null = null): Telling =>
  event(`roundtable-${table}`, `Roundtable${type}`, data, on);
const anActor = (id: string, name: string): Telling =>
  event(`actor-${id}`, 'ActorRegistered', {
    municipality: town,
    kind: 'ASSOCIATION',
    text: { name },
  });
const seat = (n: number, actor: string) =>
  atTable('SeatAdded', { seat: uuid(n), actor, kind: 'ASSOCIATION', voting: true }, '2025-01-10');
const item = (id: string, meeting: string, topic: string) =>
  atTable('ItemAdded', { item: id, meeting, kind: 'PROPOSAL', rank: 1, text: { topic } });

const beginning: readonly Telling[] = [
  event(`municipality-${town}`, 'MunicipalityFounded', { text: { name: 'Musterstadt' } }),
  event(`municipality-${town}`, 'MunicipalityPublished'),
  anActor(club, 'Radverein'),
  anActor(office, 'Amt'),
  anActor(shy, 'Geheimverein'),
  event(`actor-${club}`, 'ActorPublished'),
  event(`actor-${office}`, 'ActorPublished'),
  atTable('Founded', { municipality: town, format: 'ROUND_TABLE', text: { name: 'Energie' } }),
  atTable('Published'),
  event(`roundtable-${secretTable}`, 'RoundtableFounded', {
    ...{ municipality: town, format: 'JOUR_FIXE' },
    text: { name: 'Geheimtisch' },
  }),
  seat(0x41, club),
  seat(0x42, shy),
  atTable('MeetingConvened', { meeting: first, on: '2025-03-01' }),
  atTable('MeetingConvened', { meeting: second, on: '2026-03-01' }),
  atTable('Invited', { meeting: first, actors: [club, shy] }),
  item(roofs, first, 'Dächer'),
  item(trees, first, 'Geheimbäume'),
  atTable('MeetingHeld', { meeting: first, groups: [club, shy] }, '2025-03-01'),
  atTable(
    'ItemConcluded',
    {
      ...{ item: roofs, meeting: first, result: 'CONSENSUS' },
      text: { evidence: [{ kind: 'other', sha256: openFile }] },
    },
    '2025-03-01',
  ),
  atTable(
    'ItemConcluded',
    {
      ...{ item: trees, meeting: first, result: 'DISSENT', dissent: [club] },
      text: { text: 'Geheim', evidence: [{ kind: 'other', sha256: secretFile }] },
    },
    '2025-03-01',
  ),
  atTable(
    'FollowUpAgreed',
    { followUp: uuid(0x51), actor: shy, meeting: first, text: { what: 'Geheimauftrag' } },
    '2025-03-01',
  ),
  atTable(
    'FollowUpAgreed',
    { followUp: uuid(0x52), actor: club, meeting: first, text: { what: 'Zählen' } },
    '2025-03-01',
  ),
];
const approval = [
  atTable('ProtocolApproved', { meeting: first }),
  atTable('ProtocolPublished', { meeting: first }),
];
const followUpDone = atTable('FollowUpDone', { followUp: uuid(0x51) }, '2025-04-01');

describe('round tables', () => {
  let log: TestLog;
  let models: ReadModels;
  const heard: ChangedTown[] = [];

  const tell = async (...tellings: readonly Telling[]): Promise<readonly ChangedTown[]> => {
    heard.length = 0;
    const leave = models.onChange(({ changed }) => heard.push(...changed));
    await log.tell(...tellings);
    await models.waitUntil((await log.store.lastPosition()) ?? '', 60_000);
    leave();
    return heard;
  };
  const seenBy = (view: View) => ({
    tables: models.roundtables({ municipality: 'musterstadt' }, view),
    actors: models.actors({ municipality: town }, view),
    changes: models.changes({ municipality: town, limit: 500 }, view).items,
  });
  const typesTold = () => seenBy(strangers).changes.map(({ type }) => type);

  beforeAll(async () => {
    log = await TestLog.open();
    models = await ReadModels.openInThread({ log: log.store, views: log.views() });
    await tell(...beginning);
  });
  afterAll(async () => {
    await models.close();
    await log.close();
  });

  it('are told to the team as a whole', () => {
    const { tables, actors } = seenBy(team);
    expect(tables.map(({ name, published }) => [name, published])).toEqual([
      ['Energie', true],
      ['Geheimtisch', false],
    ]);
    expect(actors.map(({ name }) => name)).toEqual(['Amt', 'Geheimverein', 'Radverein']);
    const [energy] = tables;
    expect(energy?.items).toHaveLength(2);
    expect(energy?.meetings[0]?.invited).toEqual([club, shy]);
    expect(energy?.unnamed).toEqual({ seats: 0, groups: {} });
  });

  it('tell strangers their dates and seats until a Protokoll is approved and published', () => {
    const { tables, actors } = seenBy(strangers);
    expect(actors.map(({ name }) => name)).toEqual(['Amt', 'Radverein']);
    expect(tables).toMatchObject([
      { name: 'Energie', items: [], followUps: [], unnamed: { seats: 1, groups: {} } },
    ]);
    expect(tables[0]?.meetings.map(({ on, held, invited }) => [on, held, invited])).toEqual([
      ['2025-03-01', null, []],
      ['2026-03-01', null, []],
    ]);
    expect(tables[0]?.seats.map(({ actor }) => actor)).toEqual([club]);
    expect(models.roundtable(secretTable, strangers)).toBeUndefined();
    expect(models.actor(shy, strangers)).toBeUndefined();
    expect(typesTold()).toEqual([
      'RoundtableMeetingConvened',
      'RoundtableMeetingConvened',
      'RoundtableSeatAdded',
      'RoundtablePublished',
      'RoundtableFounded',
      'ActorPublished',
      'ActorPublished',
      'ActorRegistered',
      'ActorRegistered',
      'MunicipalityPublished',
      'MunicipalityFounded',
    ]);
  });

  it('change nothing for strangers by what is internal', async () => {
    const before = seenBy(strangers);
    const told = await tell(
      item(uuid(0x33), second, 'Geheimplan'),
      atTable('Invited', { meeting: second, actors: [club, office] }),
      atTable('ReplyReceived', { meeting: second, actor: club, reply: 'YES' }),
      event(`roundtable-${secretTable}`, 'RoundtableMeetingConvened', {
        ...{ meeting: uuid(0x23), on: '2026-04-01' },
      }),
      event(`actor-${shy}`, 'ActorAllianceJoined', { text: { note: 'Geheim' } }, '2025-02-01'),
    );
    const { changes, actors } = seenBy(strangers);
    expect([changes, actors]).toEqual([before.changes, before.actors]);
    expect(JSON.stringify(seenBy(strangers))).not.toContain('Geheim');
    expect(told.map(({ toAll }) => toAll)).not.toContain(true);
  });

  it('tell what is approved and published, without the dissent and without who is not to be named', async () => {
    const heardOf = await tell(...approval, followUpDone);
    expect(heardOf).toContainEqual({ municipality: town, toAll: true });
    const told = seenBy(strangers);
    expect(JSON.stringify(told)).not.toContain('Geheim');
    expect(JSON.stringify(told)).not.toContain(shy);
    expect(told.tables).toMatchObject([
      {
        items: [{ topic: 'Dächer', conclusions: [{ result: 'CONSENSUS' }] }],
        followUps: [{ actor: club, what: 'Zählen' }],
        unnamed: { seats: 1, groups: { [first]: 1 } },
      },
    ]);
    expect(told.tables[0]?.meetings[0]?.held?.groups).toEqual([club]);
    const types = typesTold();
    expect(types.filter((type) => type === 'RoundtableItemConcluded')).toHaveLength(1);
    expect(types.filter((type) => type === 'RoundtableFollowUpAgreed')).toHaveLength(1);
    expect(types).not.toContain('RoundtableFollowUpDone');
  });

  it('let strangers see the files of what is told, and no other', () => {
    const files = [openFile, secretFile];
    expect([...models.shownFiles(files, strangers)]).toEqual([openFile]);
    expect(models.shownFiles(files, team)).toEqual(new Set(files));
  });

  it('are as they were on a day, and as they were known then', () => {
    const before = { ...team, asOf: '2025-01-05' };
    expect(models.roundtable(table, before)?.seats).toEqual([]);
    const known = { ...strangers, knownAt: Date.parse('2025-02-01T00:00:00.000Z') };
    expect(models.roundtable(table, known)?.meetings[0]?.held).toBeNull();
    const beforeAll = { ...team, knownAt: Date.parse('2024-01-01T00:00:00.000Z') };
    expect(models.roundtables({ municipality: town }, beforeAll)).toEqual([]);
    expect(models.actors({ municipality: town }, beforeAll)).toEqual([]);
  });

  it('leave out a seat that was given to somebody else by a correction, in whatever version', async () => {
    const entry = uuid(0x61);
    const data = { seat: uuid(0x62), actor: office, kind: 'ADMINISTRATION', voting: false };
    await tell({ ...atTable('SeatAdded', data, '2025-05-01'), id: entry });
    const seatsTold = () => [
      models.roundtable(table, strangers)?.seats.length,
      typesTold().filter((type) => type === 'RoundtableSeatAdded').length,
    ];
    expect(seatsTold()).toEqual([2, 2]);
    await tell(
      event(`roundtable-${table}`, 'EntryCorrected', {
        ...{ entry, replacement: { ...data, actor: shy } },
        text: { reason: 'Verwechselt' },
      }),
    );
    expect(seatsTold()).toEqual([1, 1]);
    expect(typesTold()).not.toContain('EntryCorrected');
  });

  it('take an organisation out of everything once it is no longer to be named', async () => {
    const heardOf = await tell(
      event(`actor-${club}`, 'ActorUnpublished', { text: { reason: 'asked' } }),
    );
    expect(heardOf).toContainEqual({ municipality: town, toAll: true });
    const told = seenBy(strangers);
    expect(JSON.stringify(told)).not.toContain(club);
    expect(told.tables[0]).toMatchObject({
      followUps: [],
      unnamed: { seats: 2, groups: { [first]: 2 } },
    });
    await tell(event(`actor-${club}`, 'ActorPublished'));
  });

  it('tell nothing of a Protokoll that is internal again', async () => {
    const heardOf = await tell(
      atTable('ProtocolUnpublished', { meeting: first, text: { reason: 'mistake' } }),
    );
    expect(heardOf).toContainEqual({ municipality: town, toAll: true });
    expect(seenBy(strangers).tables[0]?.items).toEqual([]);
    expect(typesTold()).not.toContain('RoundtableItemConcluded');
    expect(seenBy(team).tables[0]?.items.length).toBeGreaterThan(0);
  });

  it('are not told of once the town is a draft again', async () => {
    await tell(
      event(`municipality-${town}`, 'MunicipalityUnpublished', { text: { reason: 'no' } }),
    );
    expect(seenBy(strangers)).toEqual({ tables: [], actors: [], changes: [] });
  });

  it('are the same when all is built anew, or in other batches', async () => {
    const rows = rowsOf(log.views());
    expect(rows['story']).toHaveLength(5);
    for (const batch of [1, 7, 1000]) {
      const views = log.views(`replayed-${batch}`);
      await (await ReadModels.openInThread({ log: log.store, views, batch })).close();
      expect(rowsOf(views)).toEqual(rows);
    }
    await models.rebuild();
    expect(rowsOf(log.views())).toEqual(rows);
  });
});
