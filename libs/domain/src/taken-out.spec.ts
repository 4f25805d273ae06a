import { catalogue } from './catalogue.js';
import { checkFields } from './shared/check-fields.js';
import { textsOf, withPlaceholders } from './taken-out.js';
import { anId, recorded, scenario, stream, told } from './testing/scenario.js';
import { timeline, type Past } from './timeline.js';

const now = '2026-11-27T10:00:00.000Z';
const measure = scenario('measure', now);
const started = told(
  'MeasureImplementationStarted',
  { text: { note: 'Said by a neighbour', evidence: [{ kind: 'press', title: 'A paper' }] } },
  '2024-03-01',
);
const correction = told(
  'EntryCorrected',
  { entry: anId(1001), replacement: {}, text: { reason: 'typo', replacement: { note: 'N' } } },
  '2024-03-02',
);
const backAgain = told('EntryVoided', { entry: anId(1002), text: { reason: 'N' } }, null);
const evidence = told(
  'EvidenceAdded',
  { entry: anId(1001), text: { evidence: [{ kind: 'photo', title: 'N at the site' }] } },
  null,
);
const takenOut = told(
  'TextRedacted',
  { entry: anId(1001), text: { reason: 'A private name' } },
  null,
  now,
);
const reason = { text: { reason: 'A private name' } };

describe('taking out the text of an entry', () => {
  it('is recorded with its reason', () => {
    const data = { entry: anId(1001), ...reason };
    measure
      .given(recorded, started)
      .when('TextRedacted', data)
      .then({ type: 'TextRedacted', data, occurredOn: null });
  });

  it('needs a reason, an entry of this stream, and text in it', () => {
    const given = measure.given(recorded, told('MeasureImplementationStarted', {}, '2024-03-01'));
    given.when('TextRedacted', { entry: anId(1000) }).thenRefused('field/missing', 'text.reason');
    given.when('TextRedacted', { entry: anId(9), ...reason }).thenRefused('entry/unknown', 'entry');
    given.when('TextRedacted', { entry: anId(1001), ...reason }).thenRefused('entry/no-text');
  });

  it('says nothing twice, but takes what was written since', () => {
    const data = { entry: anId(1001), ...reason };
    measure.given(recorded, started, takenOut).when('TextRedacted', data).thenNothing();
    measure
      .given(recorded, started, takenOut, correction)
      .when('TextRedacted', data)
      .then({ type: 'TextRedacted', data, occurredOn: null });
  });

  it('cannot be voided or corrected', () => {
    const given = measure.given(recorded, started, takenOut);
    const data = { entry: anId(1002), text: { reason: 'No' } };
    given.when('EntryVoided', data).thenRefused('entry/not-correctable');
    given.when('EntryCorrected', { ...data, replacement: {} }).thenRefused('entry/not-correctable');
  });

  it('covers what was said about the entry before, however deep, and nothing after', () => {
    const history = stream(recorded, started, correction, backAgain, evidence, takenOut);
    const ids = textsOf(anId(1001), history).map(({ id }) => id);
    expect(ids).toEqual([1001, 1002, 1003, 1004].map(anId));
    const later = withPlaceholders(
      stream(recorded, started, takenOut, { ...correction, id: anId(2000) }),
    );
    expect(later[3]?.data['text']).toEqual(correction.data['text']);
    expect(timeline(later).at(-1)?.data).toEqual({ text: { note: 'N' } });
  });
});

const words = '[entfernt am 27.11.2026]';

describe('a history with texts taken out', () => {
  it('says so in place of the words, whether the log still holds them or not', () => {
    const whole = stream(recorded, started, correction, evidence, takenOut);
    const gone = whole.map((past): Past => {
      const isGone = past.revision > 0 && past.revision < 4;
      return isGone ? { ...past, data: { ...past.data, text: { '#': 'f'.repeat(64) } } } : past;
    });
    expect(withPlaceholders(gone)).toEqual(withPlaceholders(whole));
    expect(withPlaceholders(gone).map(({ data }) => data['text'])).toEqual([
      recorded.data['text'],
      { note: words },
      { reason: words, replacement: { note: words } },
      { evidence: [{ kind: 'other', title: words }] },
      takenOut.data['text'],
    ]);
  });

  it('counts the same entries on the same days', () => {
    const history = stream(recorded, started, correction, takenOut);
    const shape = (all: readonly Past[]) =>
      timeline(all).map(({ id, type, effectiveOn, correctedBy }) => ({
        id,
        type,
        effectiveOn,
        correctedBy,
      }));
    expect(shape(withPlaceholders(history))).toEqual(shape(history));
  });

  it('names no day where the log does not say when', () => {
    const [first] = stream(recorded);
    const past = { ...first!, data: { ...first!.data, text: { '#': '0'.repeat(64) } } };
    expect(withPlaceholders([past])[0]?.data['text']).toEqual({ title: '[entfernt]' });
  });

  it.each(Object.values(catalogue).filter(({ text }) => Object.keys(text).length > 0))(
    'puts into $type what its fields may hold',
    ({ type, text }) => {
      const [past] = stream(told(type, { text: { '#': '0'.repeat(64) } }, null));
      const placed = withPlaceholders([past!])[0]?.data['text'] as Record<string, unknown>;
      expect(JSON.stringify(placed)).toContain('entfernt');
      expect(checkFields(text, placed)).toEqual([]);
    },
  );
});
