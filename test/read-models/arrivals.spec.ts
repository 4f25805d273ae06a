import fc from 'fast-check';
import type { Past } from '@klimaspur/domain';
import { ReadModels, type View } from '@klimaspur/read-models';
import { type TestLog, uuid } from '@klimaspur/read-models/testing';
import { append, logOf, rowsOf } from './projected.js';
import { aHistory, measures, plan, town } from './random-history.js';
import type { Raw } from './recount.js';

const runs = { numRuns: Number(process.env['FAST_CHECK_RUNS'] ?? 15) };
const everything: View = { asOf: '2026-06-01', viewer: { drafts: 'all' } };

const source = `source-${uuid(0x50)}`;
const other = `municipality-${uuid(0x51)}`;
let told = 0;
const event = (stream: string, type: string, data: Raw['data'], recordedAt: string): Raw => ({
  ...{ stream, type, data, recordedAt, occurredOn: null, id: uuid(0xa00000 + told++) },
});

/** What the receiving log writes around the events of a town. */
const transfer = (history: readonly Raw[], at: string) => {
  const streams = [...new Set(history.map(({ stream }) => stream))];
  const begun = { municipality: town, log: uuid(0x52), size: 9, root: 'a'.repeat(64), skipped: 0 };
  return {
    begun: event(source, 'SourceTransferBegun', { ...begun, streams }, at),
    completed: event(source, 'SourceTransferCompleted', { municipality: town }, at),
  };
};

const founded = (at: string): Raw =>
  event(other, 'MunicipalityFounded', { text: { name: 'Anderswo' } }, at);
const described = (at: string): Raw =>
  event(other, 'MunicipalityDescribed', { text: { teaser: at } }, at);

const viewsOf = (log: TestLog, name: string, batch = 7) =>
  ReadModels.openInThread({ log: log.store, views: log.views(name), batch });

/** Since when each entry of the town is known, in the order of its streams. */
const knowledgeOf = async (log: TestLog, models: ReadModels): Promise<readonly number[]> => {
  const known: number[] = [];
  for (const stream of [
    `municipality-${town}`,
    `plan-${plan}`,
    ...measures.map((id) => `measure-${id}`),
  ]) {
    const events = (await log.store.readStream(stream)) as unknown as readonly Past[];
    known.push(...events.map(models.knownSince(stream)));
  }
  return known;
};

/** What is told of the measures at these moments. */
const answersAt = (models: ReadModels, moments: readonly number[]) =>
  moments.map((knownAt) =>
    measures.map((id) => models.measure(id, { ...everything, knownAt }) ?? null),
  );

describe('a town that comes from another log', () => {
  it('is known since the other log knew it, whatever the clocks and other towns here say', async () => {
    await fc.assert(
      fc.asyncProperty(aHistory, fc.nat(), async (history, cut) => {
        const before = await logOf(history);
        const at = '2031-01-01T00:00:00.000Z';
        const { begun, completed } = transfer(history, at);
        const meanwhile = cut % history.length;
        const after = await logOf([
          founded('2030-12-31T00:00:00.000Z'),
          begun,
          ...history.slice(0, meanwhile),
          described(at),
          ...history.slice(meanwhile),
          completed,
          described('2031-01-02T00:00:00.000Z'),
        ]);
        const [there, here] = [await viewsOf(before, 'a'), await viewsOf(after, 'a')];
        const known = await knowledgeOf(before, there);
        expect(await knowledgeOf(after, here)).toEqual(known);
        const moments = [...new Set(known)];
        expect(answersAt(here, moments)).toEqual(answersAt(there, moments));
        await here.close();
        await there.close();
        await before.close();
        await after.close();
      }),
      runs,
    );
  });

  it('gives the same rows however it came: in one go, event by event, after a restart within it', async () => {
    await fc.assert(
      fc.asyncProperty(aHistory, fc.nat(), async (history, cut) => {
        const at = '2031-01-01T00:00:00.000Z';
        const { begun, completed } = transfer(history, at);
        const all = [founded(at), begun, ...history, described(at), completed];
        const stop = cut % all.length;
        const log = await logOf(all.slice(0, stop));
        await (await viewsOf(log, 'live')).close();
        const live = await viewsOf(log, 'live', 1);
        await append(log, all.slice(stop));
        await live.waitUntil((await log.store.lastPosition()) ?? '', 60_000);
        const rows = rowsOf(log.views('live'));
        await (await viewsOf(log, 'again', 1000)).close();
        expect(rowsOf(log.views('again'))).toEqual(rows);
        await live.rebuild();
        expect(rowsOf(log.views('live'))).toEqual(rows);
        await live.close();
        await log.close();
      }),
      runs,
    );
  });

  it('is known by the clock of its old log where that had stepped back, and never less than before', async () => {
    const stream = `municipality-${town}`;
    const name = (at: string) => event(stream, 'MunicipalityDescribed', { text: { name: at } }, at);
    const history = [
      event(stream, 'MunicipalityFounded', { text: { name: 'A' } }, '2024-01-01T00:00:00.000Z'),
      name('2024-01-02T00:00:00.000Z'),
    ];
    const { begun, completed } = transfer(history, '2023-06-01T00:00:00.000Z');
    const late = { municipality: town, knownSince: '2024-05-01T00:00:00.000Z' };
    const log = await logOf([
      begun,
      history[0]!,
      event(source, 'SourceClockNoted', late, '2023-06-01T00:00:00.000Z'),
      history[1]!,
      completed,
      name('2023-06-02T00:00:00.000Z'),
    ]);
    const models = await viewsOf(log, 'a');
    const known = await knowledgeOf(log, models);
    expect(known.map((ms) => new Date(ms).toISOString().slice(0, 10))).toEqual([
      '2024-01-01',
      '2024-05-01',
      '2024-05-01',
    ]);
    await models.close();
    await log.close();
  });

  it('is seen by strangers once all of it is here, also by views that are built anew', async () => {
    const stream = `municipality-${town}`;
    const at = '2024-01-01T00:00:00.000Z';
    const measure = measures[0]!;
    const text = { title: 'Radweg' };
    const history = [
      event(stream, 'MunicipalityFounded', { text: { name: 'A' } }, at),
      event(stream, 'MunicipalityPublished', {}, at),
      event(`measure-${measure}`, 'MeasureRecorded', { municipality: town, text }, at),
      event(`measure-${measure}`, 'MeasurePublished', {}, at),
    ];
    const { begun, completed } = transfer(history, '2025-01-01T00:00:00.000Z');
    const view: View = { asOf: '2026-01-01', viewer: 'public' };
    const isSeen = (models: ReadModels) => [
      models.municipality(town, view) !== undefined,
      models.measure(measure, view) !== undefined,
      models.measures({}, view).total,
      models.municipality(town, everything) !== undefined,
    ];
    for (const batch of [1, 2, 100]) {
      const log = await logOf([begun, ...history]);
      const live = await viewsOf(log, 'live', batch);
      expect(isSeen(live)).toEqual([false, false, 0, true]);
      await append(log, [completed]);
      await live.waitUntil((await log.store.lastPosition()) ?? '');
      const anew = await viewsOf(log, 'anew', batch);
      for (const models of [live, anew]) {
        expect(isSeen(models)).toEqual([true, true, 1, true]);
        await models.close();
      }
      await log.close();
    }
  });

  it('says where it came from, once that is known', async () => {
    const history = [
      event(
        `municipality-${town}`,
        'MunicipalityFounded',
        { text: { name: 'A' } },
        '2024-01-01T00:00:00.000Z',
      ),
    ];
    const { begun, completed } = transfer(history, '2025-01-01T00:00:00.000Z');
    const log = await logOf([begun, ...history]);
    const models = await viewsOf(log, 'a', 1);
    const arrivals = (knownAt?: number) =>
      models.municipality(town, { ...everything, ...(knownAt && { knownAt }) })?.municipality
        .arrivals;
    expect(models.arrivingBy(town)).toEqual([source]);
    expect(arrivals()).toEqual([]);
    await append(log, [completed]);
    await models.waitUntil((await log.store.lastPosition()) ?? '');
    expect(models.arrivingBy(town)).toEqual([]);
    expect(arrivals()).toEqual([
      {
        address: null,
        ...{ log: uuid(0x52), size: 9, root: 'a'.repeat(64) },
        arrivedAt: '2025-01-01T00:00:00.000Z',
      },
    ]);
    expect(arrivals(Date.parse('2024-12-31T00:00:00.000Z'))).toEqual([]);
    await models.close();
    await log.close();
  });
});

describe('a town that is kept elsewhere now', () => {
  it('is seen by nobody, named with its address, and back when that is taken back', async () => {
    const stream = `municipality-${town}`;
    const at = '2024-01-01T00:00:00.000Z';
    const moved = event(
      stream,
      'MunicipalityMoved',
      { text: { address: 'https://b.example/' } },
      at,
    );
    const log = await logOf([
      event(stream, 'MunicipalityFounded', { text: { name: 'Ähre' } }, at),
      event(stream, 'MunicipalityPublished', {}, at),
      event(
        `measure-${measures[0]}`,
        'MeasureRecorded',
        { municipality: town, text: { title: 'M' } },
        at,
      ),
    ]);
    const models = await viewsOf(log, 'a', 1);
    const tell = async (...events: Raw[]) => {
      await append(log, events);
      await models.waitUntil((await log.store.lastPosition()) ?? '');
    };
    const isSeen = () =>
      (['public', { drafts: 'all' }, { drafts: [town] }] as const).map(
        (viewer) => models.municipality('aehre', { asOf: '2024-06-01', viewer }) !== undefined,
      );
    expect(isSeen()).toEqual([true, true, true]);
    await tell(moved);
    expect(isSeen()).toEqual([false, false, false]);
    const named = { id: town, slug: 'aehre', name: 'Ähre', address: 'https://b.example' };
    expect(models.movedTowns()).toEqual([named]);
    expect(models.movedWith('aehre', 'town')).toEqual(named);
    expect(models.movedWith(measures[0]!, 'thing')).toBeUndefined();
    await tell(event(`measure-${measures[0]}`, 'MeasurePublished', {}, at));
    expect(models.movedWith(measures[0]!, 'thing')).toEqual(named);
    await tell(event(stream, 'EntryVoided', { entry: moved.id, text: { reason: 'zurück' } }, at));
    expect(isSeen()).toEqual([true, true, true]);
    expect(models.movedTowns()).toEqual([]);
    await models.close();
    await log.close();
  });
});
