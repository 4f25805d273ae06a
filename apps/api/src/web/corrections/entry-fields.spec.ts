import { aggregateEvents, catalogue, checkData, type EventType } from '@klimaspur/domain';
import { messageFor } from '@klimaspur/messages';
import { codeChoices, correctedFrom, entryFields, fieldLabel, typedFrom } from './entry-fields.js';

const vote = {
  effect: 'ADOPTS',
  scope: 'FULL',
  final: true,
  votes: { yes: 23, no: 2 },
  text: { paper: 'DS-134', evidence: [{ kind: 'minutes', title: 'Niederschrift' }] },
};
const fields = entryFields('MeasureDecided');

describe('the form of a correction', () => {
  it('gives back the entry as it is where nothing is typed anew', () => {
    expect(correctedFrom(fields, vote, typedFrom(fields, vote))).toEqual(vote);
  });

  it('takes what was typed, and keeps lists that it does not show', () => {
    const typed = {
      ...typedFrom(fields, vote),
      'votes.no': '3',
      'text.paper': '',
      'text.note': 'TOP 8',
    };
    expect(correctedFrom(fields, vote, typed)).toEqual({
      ...vote,
      votes: { yes: 23, no: 3 },
      text: { note: 'TOP 8', evidence: vote.text.evidence },
    });
  });

  it('leaves out an object of which nothing is left', () => {
    const typed = { ...typedFrom(fields, vote), 'votes.yes': '', 'votes.no': '' };
    expect(correctedFrom(fields, vote, typed)).not.toHaveProperty('votes');
  });

  it('lets the rules of the domain name what is no number', () => {
    const typed = { ...typedFrom(fields, vote), 'votes.no': 'zwei' };
    const issues = checkData(catalogue.MeasureDecided, correctedFrom(fields, vote, typed));
    expect(issues.map(({ path, code }) => [path, code])).toEqual([
      ['votes.no', 'field/not-an-integer'],
    ]);
  });

  it.each([
    ['1.250,50', 125_050],
    ['1250', 125_000],
    ['1250,5 €', 125_050],
    ['viel', 'viel'],
  ])('reads %s as money', (typed, budgetCents) => {
    const planned = entryFields('MeasureImplementationPlanned');
    expect(correctedFrom(planned, {}, { budgetCents: typed })).toEqual({ budgetCents });
  });

  it('offers the ratings of the scale that was used', () => {
    const rating = entryFields('MeasureAssessed').find(({ path }) => path === 'rating')!;
    const offered = codeChoices('MeasureAssessed', rating, { scale: 'ONE_TO_FIVE' }, 'de');
    expect(offered.map(({ value }) => value)).toEqual(['1', '2', '3', '4', '5']);
  });

  const types = Object.keys(aggregateEvents) as EventType[];
  const corrected = /^(Measure|Decision|Actor|Roundtable)/;
  it.each(types.filter((type) => corrected.test(type) && type !== 'MeasureDescribed'))(
    'has words in both languages for all of %s',
    (type) => {
      for (const lang of ['de', 'en'] as const) {
        for (const each of entryFields(type)) {
          expect(messageFor(lang, `field.${each.path.replace(/^text\./, '')}`)).toBeDefined();
          expect(fieldLabel(each, lang)).not.toBe(each.path);
          for (const { value, label } of codeChoices(type, each, {}, lang)) {
            expect(label).not.toBe(value);
          }
        }
      }
    },
  );
});
