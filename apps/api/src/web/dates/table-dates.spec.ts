import { messages } from '@klimaspur/messages';
import type { RoundtableDetail } from '@klimaspur/read-models';
import { answerDates } from './table-dates.js';

const told = { t: messages('de'), url: 'https://example.org/tisch', actorName: () => 'Bauamt' };
const handedOver = { result: 'HANDED_OVER', recipient: 'r', answerBy: '2031-02' };

/** The dates of a table with one item of which this came, meeting after meeting. */
const datesOf = (conclusions: readonly object[], answers: readonly object[] = []) => {
  const item = { item: 'i', topic: 'Dächer', measure: 'm', conclusions, answers };
  return answerDates({ items: [item] } as unknown as RoundtableDetail, told);
};

describe('an answer that is expected', () => {
  it('stands on the last day of the month that was named, with who is to answer', () => {
    expect(datesOf([handedOver])).toEqual([
      {
        ...{ uid: 'i-answer', sequence: 1, day: '2031-02-28', url: told.url },
        ...{ summary: 'Antwort erwartet: Dächer (Februar 2031)', description: 'Bauamt' },
        cancelled: false,
      },
    ]);
  });

  it('moves under the same UID, stays when it came, and is called off when nobody waits any more', () => {
    const later = { ...handedOver, answerBy: '2031-04-15' };
    expect(datesOf([handedOver, later], [{}])).toMatchObject([
      { uid: 'i-answer', sequence: 3, day: '2031-04-15', cancelled: false },
    ]);
    expect(datesOf([handedOver, { result: 'DROPPED' }])).toMatchObject([
      { uid: 'i-answer', sequence: 2, day: '2031-02-28', cancelled: true },
    ]);
  });

  it('is none where none was asked for', () => {
    expect(datesOf([])).toEqual([]);
    expect(datesOf([{ result: 'CONSENSUS' }])).toEqual([]);
  });
});
