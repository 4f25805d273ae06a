import fc from 'fast-check';
import { DatabaseSync } from 'node:sqlite';
import { Dictation, givenAway, Scribe } from './dictation.js';
import type { RowsTo } from './row-sink.js';
import { RowWriter } from './statements.js';

const columns = ['number', 'text', 'bytes'];

const open = (): DatabaseSync => {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE kept (number INTEGER, text TEXT, bytes BLOB) STRICT');
  return db;
};
const rowsIn = (db: DatabaseSync) => db.prepare('SELECT * FROM kept ORDER BY rowid').all();

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const aRow = fc.tuple(
  maybe(fc.maxSafeInteger()),
  maybe(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'Wärme', '☀️'))),
  maybe(fc.uint8Array()),
);

describe('rows that are dictated', () => {
  it('are written as they were told, in their order, however often they are sent on', () => {
    fc.assert(
      fc.property(fc.array(fc.array(aRow, { maxLength: 130 })), (messages) => {
        const dictation = new Dictation();
        const [told, written] = [dictation.rowsTo('kept', columns), open()];
        const scribe = new Scribe(written);
        const direct = open();
        const rows: ReturnType<RowsTo> = new RowWriter(direct, 'kept', columns);
        for (const message of messages) {
          for (const row of message) {
            told.add(row);
            rows.add(row);
          }
          const sheets = dictation.take();
          scribe.write(structuredClone(sheets, { transfer: givenAway(sheets) }));
        }
        scribe.flush();
        rows.flush();
        expect(rowsIn(written)).toEqual(rowsIn(direct));
        for (const db of [written, direct]) db.close();
      }),
    );
  });

  it('are nothing to send where none was told', () => {
    const dictation = new Dictation();
    dictation.rowsTo('kept', columns);
    expect(dictation.take()).toEqual([]);
  });

  it('cannot be taken back', () => {
    expect(() => new Dictation().rowsTo('kept', columns).discard()).toThrow('taken back');
  });
});
