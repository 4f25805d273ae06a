import { openEventStore, type EventStore } from '@klimaspur/event-store';
import type { ImportReport } from './run-import.js';
import { importList } from './testing/import-list.js';

let store: EventStore;
beforeEach(async () => {
  store = await openEventStore('sqlite::memory:');
});
afterEach(() => store.close());

const list = (...rows: readonly string[]) => ['Nr.;Titel;Stand', ...rows];
const first = list('1;Radwege;läuft', '2;Bäume;läuft', '3;Moor;geplant');
const faulty = list('1;Radwege;läuft', '2;;läuft', '4;Dächer;geplant');

const ofGone = ({ findings }: ImportReport) =>
  findings.filter(({ code }) => code.startsWith('import/gone') || code === 'import/row-gone');

describe('measures that a list has no longer', () => {
  it('cannot be told where a row was refused that may be one of them', async () => {
    await importList(store, first, '2024-04-30');
    const report = await importList(store, faulty, '2024-10-31', { acceptGoodRows: true });
    expect(report).toMatchObject({ done: true, gone: [], rows: { gone: { count: 0 } } });
    expect(ofGone(report)).toMatchObject([
      { code: 'import/gone-unknown', params: { count: '2', why: 'refused' } },
    ]);
  });

  it('are none where all of them were read, whatever else was refused', async () => {
    await importList(store, first, '2024-04-30');
    const report = await importList(store, [...first, '4;;läuft'], '2024-10-31', {
      acceptGoodRows: true,
    });
    expect(report.gone).toMatchObject([{ measures: [] }]);
    expect(ofGone(report)).toEqual([]);
  });

  it('cannot be told by an older edition, which leaves to the newest what it said of them', async () => {
    await importList(store, first, '2024-10-31');
    const report = await importList(store, list('1;Radwege;läuft'), '2024-04-30');
    expect(report.gone).toEqual([]);
    expect(ofGone(report)).toMatchObject([
      { code: 'import/gone-unknown', params: { count: '2', why: 'older' } },
    ]);
  });

  it('are named where the whole list was read', async () => {
    await importList(store, first, '2024-04-30');
    const report = await importList(store, list('1;Radwege;läuft', '2;Bäume;läuft'), '2024-10-31');
    expect(report.gone).toMatchObject([{ measures: [expect.any(String)] }]);
    expect(ofGone(report)).toMatchObject([
      { code: 'import/row-gone', params: { title: '3 Moor' } },
    ]);
  });
});
