import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { Unreadable } from '../unreadable.js';
import { recordsOf } from './csv-records.js';

const runs = { numRuns: Number(process.env['FAST_CHECK_RUNS'] ?? 500) };
const signs = fc.constantFrom(
  'a',
  'ä',
  ' ',
  ';',
  '"',
  '""',
  '"\n"',
  '\n',
  '\r\n',
  '\r',
  ';"b"',
  'c"d',
);
const texts = fc.array(signs, { maxLength: 60 }).map((all) => all.join(''));

const whole = (text: string): string[][] =>
  parse(text, {
    delimiter: ';',
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  });
const readOrReason = (read: () => string[][]): string[][] | string => {
  try {
    return read();
  } catch (error) {
    return error instanceof Unreadable ? error.reason : 'file/not-csv';
  }
};

describe('a text with separated values, read part by part', () => {
  it('has the records of the whole text, wherever the parts end', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 20 }), (text, part) => {
        expect(readOrReason(() => [...recordsOf(text, ';', part)])).toEqual(
          readOrReason(() => whole(text)),
        );
      }),
      runs,
    );
  });

  it('names the line of the whole text in which a quote begins that never ends', () => {
    const text = `a;b\n${'1;2\n'.repeat(50)}3;"4\n${'5;6\n'.repeat(50)}`;
    const lineOf = (part: number) => {
      try {
        return [...recordsOf(text, ';', part)].length;
      } catch (error) {
        return (error as Unreadable).params;
      }
    };
    expect(lineOf(10)).toEqual(lineOf(text.length));
  });

  it('gives the first records before it has read the rest', () => {
    const text = `a;b\n${'1;2\n'.repeat(50)}"never closed`;
    const records = recordsOf(text, ';', 10);
    expect(records.next().value).toEqual(['a', 'b']);
    expect(() => [...records]).toThrow();
  });
});
