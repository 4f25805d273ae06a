import { ReadModels, type View } from '@klimaspur/read-models';
import { TestLog, uuid, type Telling } from '@klimaspur/read-models/testing';
import { statementsOf } from '../bench/statement-count.js';

const [town, table, secretTable] = [uuid(0x1), uuid(0x2), uuid(0x3)];
const [club, office, shy, organ] = [uuid(0x11), uuid(0x12), uuid(0x13), uuid(0x14)];
const [roofs, trees, draft, own] = [uuid(0x21), uuid(0x22), uuid(0x23), uuid(0x24)];
const [first, roofItem, treeItem, ideaItem] = [uuid(0x31), uuid(0x32), uuid(0x33), uuid(0x34)];
const [said, pledge, shyPledge] = [uuid(0x41), uuid(0x42), uuid(0x43)];

const strangers: View = { asOf: '2026-01-01', viewer: 'public' };
const team: View = { ...strangers, viewer: { drafts: [town] } };

const event = (
  stream: string,
  type: string,
  data: object = {},
  on: string | null = null,
  id?: string,
): Telling => ({
  ...{ stream, type, data, on },
  at: `${on ?? '2025-01-01'}T12:00:00.000Z`,
  ...(id === undefined ? {} : { id }),
});
const anActor = (id: string, name: string, more: object = {}): Telling =>
  event(`actor-${id}`, 'ActorRegistered', {
    ...{ municipality: town, kind: 'ASSOCIATION', text: { name } },
    ...more,
  });
const aMeasure = (id: string, title: string, published = true): Telling[] => [
  event(`measure-${id}`, 'MeasureRecorded', { municipality: town, text: { title } }),
  ...(published ? [event(`measure-${id}`, 'MeasurePublished')] : []),
];
const aTable = (id: string, name: string): Telling =>
  event(`roundtable-${id}`, 'RoundtableFounded', {
    ...{ municipality: town, format: 'ROUND_TABLE', text: { name } },
  });
const atTable = (type: string, data: object = {}, on: string | null = null, id?: string) =>
  event(`roundtable-${table}`, `Roundtable${type}`, data, on, id);
const anItem = (item: string, rank: number, topic: string, more: object = {}) =>
  atTable('ItemAdded', { item, meeting: first, kind: 'PROPOSAL', rank, text: { topic }, ...more });
const concluded = (item: string, result: string, id?: string) =>
  atTable('ItemConcluded', { item, meeting: first, result }, '2025-03-01', id);
const ofMeasure = (measure: string, type: string, data: object, on: string, id?: string) =>
  event(`measure-${measure}`, `Measure${type}`, data, on, id);
const proposed = (roundtable: string) => ({ origin: 'ROUND_TABLE', roundtable, source: said });

describe('the alliance', () => {
  let log: TestLog;
  let models: ReadModels;

  beforeAll(async () => {
    log = await TestLog.open();
    await log.tell(
      event(`municipality-${town}`, 'MunicipalityFounded', { text: { name: 'Musterstadt' } }),
      event(`municipality-${town}`, 'MunicipalityPublished'),
      anActor(club, 'Radverein'),
      anActor(office, 'Amt', { organ }),
      anActor(shy, 'Geheimverein'),
      ...[club, office].map((id) => event(`actor-${id}`, 'ActorPublished')),
      ...aMeasure(roofs, 'Dächer'),
      ...aMeasure(trees, 'Bäume'),
      ...aMeasure(draft, 'Geheimentwurf', false),
      ...aMeasure(own, 'Werkstatt'),
      aTable(table, 'Energie'),
      aTable(secretTable, 'Geheimtisch'),
      atTable('Published'),
      atTable('MeetingConvened', { meeting: first, on: '2025-03-01' }),
      anItem(roofItem, 1, 'Dächer', { measure: roofs }),
      anItem(treeItem, 2, 'Bäume'),
      anItem(ideaItem, 3, 'Idee'),
      concluded(roofItem, 'CONSENSUS', said),
      concluded(treeItem, 'MAJORITY'),
      concluded(ideaItem, 'DROPPED'),
      atTable('ProposalTakenUp', { item: treeItem, measure: trees }),
      atTable('ProposalTakenUp', { item: treeItem, measure: draft }),
      atTable('ProtocolApproved', { meeting: first }),
      atTable('ProtocolPublished', { meeting: first }),
      ofMeasure(roofs, 'Proposed', proposed(table), '2025-03-01'),
      ofMeasure(roofs, 'Proposed', proposed(secretTable), '2025-03-02'),
      ofMeasure(
        roofs,
        'Decided',
        { organ, effect: 'ADOPTS', scope: 'FULL', final: true },
        '2025-05-01',
      ),
      ofMeasure(roofs, 'ImplementationStarted', {}, '2025-06-01'),
      ofMeasure(
        roofs,
        'SupportPledged',
        { actor: club, contribution: 'WORK', text: { what: 'Hände' } },
        '2025-06-01',
        pledge,
      ),
      ofMeasure(
        roofs,
        'SupportPledged',
        { actor: shy, contribution: 'MONEY', text: { what: 'Geheimspende' } },
        '2025-06-01',
        shyPledge,
      ),
      ofMeasure(roofs, 'SupportDelivered', { pledge }, '2025-07-01'),
      ofMeasure(
        roofs,
        'SupportWithdrawn',
        { pledge: shyPledge, text: { note: 'Geheimgrund' } },
        '2025-07-01',
      ),
      ofMeasure(
        roofs,
        'ResponsibleBodyAssigned',
        { responsibility: 'LEAD', actor: shy, text: { name: 'Geheimverein' } },
        '2025-06-01',
      ),
      ofMeasure(
        trees,
        'ResponsibleBodyAssigned',
        { responsibility: 'LEAD', organ, text: { name: 'Amt' } },
        '2025-06-01',
      ),
      ofMeasure(
        trees,
        'ResponsibleBodyAssigned',
        { responsibility: 'PARTNER', actor: club, text: { name: 'Radverein' } },
        '2025-06-01',
      ),
      ofMeasure(
        trees,
        'Discussed',
        { result: 'DISSENT', roundtable: secretTable, source: uuid(0x99) },
        '2025-08-01',
      ),
      ofMeasure(
        own,
        'NoDecisionNeeded',
        { reason: 'CIVIL_SOCIETY', actor: shy, text: { note: 'Läuft' } },
        '2025-08-01',
      ),
    );
    models = await ReadModels.openInThread({ log: log.store, views: log.views() });
  });
  afterAll(async () => {
    await models.close();
    await log.close();
  });

  it('tells who supports a measure, and what an organisation supports and leads', () => {
    expect(models.supportOf(roofs, strangers)).toMatchObject([
      {
        entry: pledge,
        actor: { id: club, name: 'Radverein' },
        contribution: 'WORK',
        what: 'Hände',
        delivered: { on: '2025-07-01' },
        withdrawn: null,
      },
    ]);
    expect(models.supportOf(roofs, team).map(({ actor }) => actor.name)).toEqual([
      'Radverein',
      'Geheimverein',
    ]);
    expect(models.supportOf(roofs, { ...team, asOf: '2025-06-15' })[0]?.delivered).toBeNull();
    expect(models.supportBy(club, strangers)).toMatchObject([{ measure: { id: roofs } }]);
    expect(models.ledBy(club, strangers)).toMatchObject([
      { measure: { id: trees }, responsibility: 'PARTNER' },
    ]);
    expect(models.ledBy(office, strangers)).toMatchObject([
      { measure: { id: trees }, responsibility: 'LEAD' },
    ]);
    expect(models.ledBy(shy, team)).toMatchObject([{ measure: { id: roofs } }]);
  });

  it('tells what became of the proposals of its round tables', () => {
    const { outcomes } = models.proposalsOf({ municipality: 'musterstadt' }, strangers);
    expect(outcomes.map(({ item, measure }) => [item.topic, measure?.item.id])).toEqual([
      ['Dächer', roofs],
      ['Bäume', trees],
      ['Idee', undefined],
    ]);
    expect(outcomes[0]).toMatchObject({
      roundtable: { id: table, name: 'Energie' },
      meeting: first,
      on: '2025-03-01',
      measure: {
        decision: { value: 'ADOPTED', on: '2025-05-01' },
        startedOn: { on: '2025-06-01' },
        endedOn: null,
      },
    });
    const ofTeam = models.proposalsOf({ municipality: town, roundtable: table }, team).outcomes;
    expect(ofTeam.map(({ measure }) => measure?.item.id)).toEqual([roofs, trees, draft, undefined]);
    const secret = { municipality: town, roundtable: secretTable };
    expect(models.proposalsOf(secret, team).outcomes).toEqual([]);
  });

  it('tells from which round table a measure came', () => {
    expect(models.tablesOf(roofs, strangers)).toMatchObject([
      { roundtable: { name: 'Energie' }, proposed: true, item: roofItem, meeting: first },
    ]);
    expect(models.tablesOf(roofs, team)).toHaveLength(2);
    expect(models.tablesOf(trees, strangers)).toEqual([]);
  });

  it('tells who works on a measure with whom, and names nobody who did not agree', () => {
    const told = (view: View) =>
      models
        .sharedWork({ municipality: town }, view)
        .map(({ measure, parts }) => [
          measure.title,
          ...parts.map(({ actor, part }) => `${part} ${actor}`),
        ]);
    expect(told(strangers)).toEqual([
      ['Bäume', `LEAD ${office}`, `PARTNER ${club}`],
      ['Dächer', `SUPPORT ${club}`],
    ]);
    expect(told(team)).toEqual([
      ['Bäume', `LEAD ${office}`, `PARTNER ${club}`],
      ['Dächer', `LEAD ${shy}`, `SUPPORT ${club}`],
    ]);
  });

  it('keeps projects of its own apart', () => {
    expect(models.ownProjects({ municipality: town }, strangers)).toMatchObject([
      { measure: { id: own }, actor: null },
    ]);
    expect(models.ownProjects({ municipality: town }, team)).toMatchObject([{ actor: shy }]);
  });

  it('is asked by as many statements however many round tables and measures there are', async () => {
    const questions = [
      () => models.roundtables({ municipality: town }, strangers),
      () => models.actors({ municipality: town }, strangers),
      () => models.proposalsOf({ municipality: town }, strangers),
      () => models.supportBy(club, strangers),
      () => models.ownProjects({ municipality: town }, strangers),
    ];
    const before = questions.map(statementsOf);
    for (let n = 0; n < 5; n++) {
      const [id, measure, meeting, item] = [0x200, 0x300, 0x400, 0x500].map((at) => uuid(at + n));
      const at = (type: string, data: object = {}) =>
        event(`roundtable-${id}`, `Roundtable${type}`, data, '2025-09-01');
      await log.tell(
        aTable(id!, `Tisch ${n}`),
        ...aMeasure(measure!, `Maßnahme ${n}`),
        at('Published'),
        at('SeatAdded', { seat: item, actor: shy, kind: 'ASSOCIATION', voting: true }),
        at('MeetingConvened', { meeting, on: '2025-09-01' }),
        at('ItemAdded', {
          item,
          meeting,
          kind: 'PROPOSAL',
          rank: 1,
          measure,
          text: { topic: 'X' },
        }),
        at('ItemConcluded', { item, meeting, result: 'CONSENSUS' }),
        at('ProtocolApproved', { meeting }),
        at('ProtocolPublished', { meeting }),
        ofMeasure(
          measure!,
          'SupportPledged',
          { actor: club, contribution: 'WORK', text: { what: 'Hände' } },
          '2025-09-01',
        ),
      );
    }
    await models.waitUntil((await log.store.lastPosition()) ?? '', 60_000);
    expect(questions.map(statementsOf)).toEqual(before);
    expect(models.proposalsOf({ municipality: town }, strangers).outcomes).toHaveLength(8);
  });

  it('names to strangers nobody who did not agree, and no unpublished table', () => {
    const answers = JSON.stringify([
      models.changes({ municipality: town, limit: 500 }, strangers),
      ...[roofs, trees, draft, own].flatMap((id) => [
        models.measure(id, strangers),
        models.supportOf(id, strangers),
        models.tablesOf(id, strangers),
        models.changes({ measure: id, limit: 500 }, strangers),
      ]),
      ...[club, office, shy].flatMap((id) => [
        models.supportBy(id, strangers),
        models.ledBy(id, strangers),
      ]),
      [...models.exportRows({ municipality: town }, strangers)],
      models.measures({ municipality: town }, strangers),
      models.proposalsOf({ municipality: town }, strangers),
    ]);
    expect(answers).toContain('Radverein');
    for (const hidden of ['Geheim', shy, shyPledge, secretTable, draft, 'DISSENT']) {
      expect(answers).not.toContain(hidden);
    }
    const types = models
      .changes({ measure: roofs, limit: 500 }, strangers)
      .items.map(({ type }) => type);
    expect(types.filter((type) => /Support|Responsible/.test(type))).toEqual([
      'MeasureSupportDelivered',
      'MeasureSupportPledged',
    ]);
    expect(types.filter((type) => type === 'MeasureProposed')).toHaveLength(2);
    const ofTrees = models.changes({ measure: trees, limit: 500 }, strangers).items;
    expect(ofTrees.map(({ type }) => type)).not.toContain('MeasureDiscussed');
  });
});
