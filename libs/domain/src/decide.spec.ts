import { catalogue } from './catalogue.js';
import { anId, recorded, scenario, told, town } from './testing/scenario.js';
import type { ReferenceFacts } from './decide.js';

const now = '2024-06-15T12:00:00.000Z';
const council = anId(50);
const elsewhere = anId(51);
const references = new Map<string, ReferenceFacts>([
  [council, { category: 'organ', municipality: town }],
  [elsewhere, { category: 'organ', municipality: anId(2) }],
  [town, { category: 'municipality', municipality: town }],
]);
const measure = scenario('measure', now, references);
const plan = scenario('plan', now, references);
const started = told('MeasureImplementationStarted', { duration: 'PROJECT' }, '2024-03-01');

describe('a measure', () => {
  it('is recorded once', () => {
    const data = { municipality: town, text: { title: 'Solar roofs' } };
    measure
      .given()
      .when('MeasureRecorded', data)
      .then({ type: 'MeasureRecorded', data, occurredOn: null });
    measure.given(recorded).when('MeasureRecorded', data).thenRefused('measure/already-exists');
  });

  it('must exist before anything can be said about it', () => {
    measure.given().when('MeasureCheckedUnchanged', {}).thenRefused('measure/unknown');
  });

  it('takes what looks contradictory, because minutes win', () => {
    const data = { effect: 'REJECTS', scope: 'FULL', final: true };
    measure
      .given(recorded, started, told('MeasureImplementationCompleted', {}, '2024-04-01'))
      .when('MeasureDecided', data, '2024-05-01')
      .then({ type: 'MeasureDecided', data, occurredOn: '2024-05-01' });
  });

  it('is read-only here while its stream holds an event this version does not know', () => {
    measure
      .given(recorded, told('MeasureDreamtOf', {}, '2024-01-01'))
      .when('MeasureCheckedUnchanged', {})
      .thenRefused('log/upgrade-needed');
  });

  it.each([
    ['on no day', { ...started, on: 5 as never }],
    ['that says nothing at all', { ...started, data: null as never }],
  ])('refuses by a name what cannot be decided behind an entry %s', (_what, unreadable) => {
    measure
      .given(recorded, unreadable)
      .when('MeasureImplementationCompleted', {}, '2024-05-01')
      .thenRefused('log/entry-unreadable');
  });

  it('appends nothing for an entry that moves no axis and brings neither text nor evidence', () => {
    measure
      .given(recorded, started)
      .when('MeasureImplementationStarted', { duration: 'PROJECT' }, '2024-05-01')
      .thenNothing();
    measure
      .given(recorded, started)
      .when('MeasureImplementationStarted', { text: {} }, '2024-05-01')
      .thenNothing();
  });

  it('appends the same entry when it brings a note, or is a check', () => {
    const data = { text: { note: 'Scaffolding seen' } };
    measure
      .given(recorded, started)
      .when('MeasureImplementationStarted', data, '2024-05-01')
      .then({ type: 'MeasureImplementationStarted', data, occurredOn: '2024-05-01' });
    measure
      .given(recorded, started)
      .when('MeasureCheckedUnchanged', {}, '2024-05-01')
      .then({ type: 'MeasureCheckedUnchanged', data: {}, occurredOn: '2024-05-01' });
  });

  it('takes what a body did on a day once, also where it moves nothing', () => {
    const deferred = { outcome: 'DEFERRED', organ: council };
    const earlier = told('MeasureDeliberated', deferred, '2024-03-01');
    const again = (data: object, on: string | null) =>
      measure.given(recorded, earlier).when('MeasureDeliberated', { ...data }, on);
    again(deferred, '2024-03-01').thenNothing();
    for (const [data, on] of [
      [deferred, '2024-04-01'],
      [deferred, null],
      [{ outcome: 'DEFERRED' }, '2024-03-01'],
      [{ ...deferred, outcome: 'NOTED' }, '2024-03-01'],
    ] as const) {
      again(data, on).then({ type: 'MeasureDeliberated', data, occurredOn: on });
    }
  });

  it('takes a vote that confirms what was decided, but not the same vote twice', () => {
    const data = { effect: 'ADOPTS', scope: 'FULL', final: true };
    const adopted = told('MeasureDecided', data, '2024-03-01');
    measure.given(recorded, adopted).when('MeasureDecided', data, '2024-03-01').thenNothing();
    measure
      .given(recorded, adopted)
      .when('MeasureDecided', data, '2024-05-01')
      .then({ type: 'MeasureDecided', data, occurredOn: '2024-05-01' });
  });

  it('decides on the history up to the day of the entry', () => {
    measure
      .given(recorded, started)
      .when('MeasureImplementationStarted', { duration: 'PROJECT' }, '2024-02-01')
      .then({
        type: 'MeasureImplementationStarted',
        data: { duration: 'PROJECT' },
        occurredOn: '2024-02-01',
      });
  });

  it('is published once until it is unpublished', () => {
    const published = told('MeasurePublished', {}, null, '2024-01-01T12:00:00.000Z');
    measure
      .given(recorded)
      .when('MeasurePublished', {})
      .then({ type: 'MeasurePublished', data: {}, occurredOn: null });
    measure.given(recorded, published).when('MeasurePublished', {}).thenNothing();
    measure
      .given(recorded)
      .when('MeasureUnpublished', { text: { reason: 'draft' } })
      .thenNothing();
  });
});

it.each(['\u0000', '\u001b', '\u007f', '\u0085'])('a text with %j is refused', (character) => {
  measure
    .given(recorded)
    .when('MeasureCheckedUnchanged', { text: { note: `seen${character}` } })
    .thenRefused('field/control-character', 'text.note');
});

it('a text may have tabs and lines', () => {
  const data = { text: { note: 'one\ttwo\r\nthree' } };
  measure
    .given(recorded)
    .when('MeasureCheckedUnchanged', data)
    .then({ type: 'MeasureCheckedUnchanged', data, occurredOn: null });
});

describe('the day of an entry', () => {
  const when = (occurredOn: string | null) =>
    measure.given(recorded).when('MeasureCheckedUnchanged', {}, occurredOn);

  it.each(['2024', '2024-06', '2024-06-15', null])('may be %s on 15 June 2024', (day) => {
    when(day).then({ type: 'MeasureCheckedUnchanged', data: {}, occurredOn: day });
  });

  it.each(['2025', '2024-07', '2024-06-16'])('may not be %s: it has not begun', (day) => {
    when(day).thenRefused('field/in-the-future', 'occurredOn');
  });

  it.each(['yesterday', '2024-02-30', '15.06.2024', ''])(
    'may not be %p: that is no date',
    (day) => {
      when(day).thenRefused('field/not-a-date', 'occurredOn');
    },
  );

  it('is counted in Berlin: at half past ten in the evening UTC it is already tomorrow there', () => {
    scenario('measure', '2024-06-15T22:30:00.000Z')
      .given(recorded)
      .when('MeasureCheckedUnchanged', {}, '2024-06-16')
      .then({ type: 'MeasureCheckedUnchanged', data: {}, occurredOn: '2024-06-16' });
  });
});

describe('a field of a command', () => {
  const refused = (type: string, data: object, code: string, path: string) =>
    measure
      .given(recorded)
      .when(type, data as Record<string, unknown>)
      .thenRefused(code, path);

  it.each<[string, string, object, string, string]>([
    ['missing', 'MeasureDeliberated', {}, 'field/missing', 'outcome'],
    ['missing among the texts', 'MeasureUnpublished', {}, 'field/missing', 'text.reason'],
    [
      'unknown',
      'MeasureDeliberated',
      { outcome: 'DEFERRED', mood: 'bad' },
      'field/unknown',
      'mood',
    ],
    [
      'outside the vocabulary',
      'MeasureDeliberated',
      { outcome: 'SHOUTED' },
      'field/unknown-code',
      'outcome',
    ],
    [
      'not a number',
      'MeasureProgressReported',
      { percent: '40' },
      'field/not-an-integer',
      'percent',
    ],
    ['too large', 'MeasureProgressReported', { percent: 101 }, 'field/not-an-integer', 'percent'],
    [
      'too long',
      'MeasureCheckedUnchanged',
      { text: { note: 'x'.repeat(4001) } },
      'field/too-long',
      'text.note',
    ],
    ['empty', 'MeasureCheckedUnchanged', { text: { note: ' ' } }, 'field/empty', 'text.note'],
    ['no text', 'MeasureCheckedUnchanged', { text: { note: 7 } }, 'field/not-a-text', 'text.note'],
    ['no object', 'MeasureCheckedUnchanged', { text: 'note' }, 'field/not-an-object', 'text'],
    ['no date', 'MeasureRescheduled', { plannedEnd: 'soon' }, 'field/not-a-date', 'plannedEnd'],
    [
      'no id',
      'MeasureDeliberated',
      { outcome: 'DEFERRED', organ: 'council' },
      'field/not-an-id',
      'organ',
    ],
    [
      'of another town',
      'MeasureDeliberated',
      { outcome: 'DEFERRED', organ: elsewhere },
      'reference/other-municipality',
      'organ',
    ],
    [
      'an id of nothing',
      'MeasureDeliberated',
      { outcome: 'DEFERRED', organ: anId(99) },
      'reference/unknown',
      'organ',
    ],
    [
      'an id of another kind',
      'MeasureDeliberated',
      { outcome: 'DEFERRED', organ: town },
      'reference/unknown',
      'organ',
    ],
    [
      'no web address',
      'MeasureCheckedUnchanged',
      { text: { evidence: [{ kind: 'paper', url: 'javascript:alert(1)' }] } },
      'field/not-a-web-address',
      'text.evidence[0].url',
    ],
    [
      'a rating of another scale',
      'MeasureAssessed',
      { scale: 'TRAFFIC_LIGHT', rating: '5' },
      'field/unknown-code',
      'rating',
    ],
  ])('that is %s is refused by name', (_what, type, data, code, path) => {
    refused(type, data, code, path);
  });

  it('of a new date must hold a date', () => {
    refused('MeasureRescheduled', { text: { note: 'later' } }, 'field/missing', 'plannedEnd');
  });

  it('with an unknown event name is refused', () => {
    measure.given(recorded).when('MeasureDreamtOf', {}).thenRefused('command/unknown');
    measure.given(recorded).when('PlanAdopted', {}).thenRefused('command/unknown');
  });
});

describe('a correction', () => {
  const entry = {
    ...told('MeasureProgressReported', { percent: 40 }, '2024-03-01'),
    id: anId(300),
  };
  const correct = (data: object) => ({
    entry: anId(300),
    replacement: {},
    text: { reason: 'typing error' },
    ...data,
  });

  it('is a whole entry of the same type', () => {
    const data = correct({ replacement: { percent: 60 } });
    measure
      .given(recorded, entry)
      .when('EntryCorrected', data, '2024-03-02')
      .then({ type: 'EntryCorrected', data, occurredOn: '2024-03-02' });
    measure
      .given(recorded, entry)
      .when('EntryCorrected', correct({ replacement: { percent: 'all' } }), '2024-03-02')
      .thenRefused('field/not-an-integer', 'replacement.percent');
  });

  it.each([{ note: 'Herr Nachbar' }, 'Herr Nachbar', {}, null])(
    'has no text among its terms, where it could not be taken out again: %j',
    (text) => {
      const replacement = { percent: 60, text };
      for (const other of [{}, { replacement: { note: 'cleaned' } }]) {
        measure
          .given(recorded, entry)
          .when(
            'EntryCorrected',
            correct({ replacement, text: { reason: 'typing error', ...other } }),
            '2024-03-02',
          )
          .thenRefused('field/unknown', 'replacement.text');
      }
    },
  );

  it('names an entry of this stream that is live, and a reason', () => {
    measure
      .given(recorded)
      .when('EntryCorrected', correct({}), null)
      .thenRefused('entry/unknown', 'entry');
    measure
      .given(recorded, entry)
      .when('EntryCorrected', correct({ text: {} }), null)
      .thenRefused('field/missing', 'text.reason');
    const voided = told(
      'EntryVoided',
      { entry: anId(300), text: { reason: 'duplicate' } },
      null,
      '2024-04-01T12:00:00.000Z',
    );
    measure
      .given(recorded, entry, voided)
      .when('EntryCorrected', correct({}), null)
      .thenRefused('entry/already-voided', 'entry');
    measure
      .given(recorded, entry, voided)
      .when('EntryVoided', { entry: anId(300), text: { reason: 'again' } })
      .thenRefused('entry/already-voided');
  });

  it('of what the policy wrote belongs at its source', () => {
    const written = {
      ...told(
        'MeasureDecided',
        { effect: 'ADOPTS', scope: 'FULL', final: true, decision: anId(7), source: anId(8) },
        '2024-03-01',
      ),
      id: anId(301),
    };
    measure
      .given(recorded, written)
      .when('EntryVoided', { entry: anId(301), text: { reason: 'wrong' } })
      .thenRefused('entry/correct-at-source');
  });

  it('cannot name a void', () => {
    const voided = {
      ...told(
        'EntryVoided',
        { entry: anId(300), text: { reason: 'duplicate' } },
        null,
        '2024-04-01T12:00:00.000Z',
      ),
      id: anId(302),
    };
    measure
      .given(recorded, entry, voided)
      .when('EntryVoided', { entry: anId(302), text: { reason: 'was right' } })
      .thenRefused('entry/not-correctable');
  });

  it.each(['EntryVoided', 'EntryCorrected'])('of who may see it is said anew: no %s', (type) => {
    const published = { ...told('MeasurePublished', {}, null), id: anId(303) };
    const data = { entry: anId(303), text: { reason: 'too early' } };
    measure
      .given(recorded, published)
      .when(type, type === 'EntryVoided' ? data : { ...data, replacement: {} })
      .thenRefused('entry/not-correctable');
    measure
      .given(recorded, published)
      .when('MeasureUnpublished', { text: { reason: 'x' } })
      .then({
        ...{ type: 'MeasureUnpublished', data: { text: { reason: 'x' } }, occurredOn: null },
      });
  });
});

describe('a plan', () => {
  const drafted = told(
    'PlanDrafted',
    { municipality: town, kind: 'CLIMATE_PROTECTION', text: { title: 'Plan' } },
    null,
    '2023-01-01T12:00:00.000Z',
  );
  const field = (number: number, parent?: number) =>
    told(
      'PlanFieldAdded',
      {
        field: anId(number),
        rank: number,
        ...(parent ? { parent: anId(parent) } : {}),
        text: { name: `Field ${number}` },
      },
      null,
      '2023-01-02T12:00:00.000Z',
    );

  it('refuses by a name what cannot be decided behind an entry that lacks what it should say', () => {
    plan
      .given(drafted, told('PlanMeasuresMerged', { into: anId(40) }, '2023-02-01'))
      .when('PlanFieldAdded', { field: anId(60), rank: 1, text: { name: 'Field' } })
      .thenRefused('log/entry-unreadable');
  });

  it('has each field once, under a field that is there', () => {
    const again = { field: anId(60), rank: 1, text: { name: 'Again' } };
    plan
      .given(drafted, field(60))
      .when('PlanFieldAdded', again)
      .thenRefused('plan/field-already-there', 'field');
    plan
      .given(drafted)
      .when('PlanFieldAdded', { ...again, parent: anId(61) })
      .thenRefused('plan/unknown-field', 'parent');
  });

  it('never holds a field within itself', () => {
    plan
      .given(drafted, field(60), field(61, 60), field(62, 61))
      .when('PlanFieldMoved', { field: anId(60), parent: anId(62), rank: 1 }, '2024-01-01')
      .thenRefused('plan/field-within-itself', 'parent');
  });
});

describe('a role', () => {
  const person = scenario('person', now, references);

  it('is for one town, or for the operator of the whole instance', () => {
    person
      .given()
      .when('PersonRoleGranted', { role: 'OPERATOR' })
      .then({ type: 'PersonRoleGranted', data: { role: 'OPERATOR' }, occurredOn: null });
    person
      .given()
      .when('PersonRoleGranted', { role: 'LEAD' })
      .thenRefused('field/missing', 'municipality');
    person
      .given()
      .when('PersonRoleGranted', { role: 'OPERATOR', municipality: town })
      .thenRefused('role/instance-wide');
  });

  it('is granted once until it is revoked', () => {
    const granted = told(
      'PersonRoleGranted',
      { role: 'LEAD', municipality: town },
      null,
      '2024-01-01T12:00:00.000Z',
    );
    person
      .given(granted)
      .when('PersonRoleGranted', { role: 'LEAD', municipality: town })
      .thenNothing();
    person.given().when('PersonRoleRevoked', { role: 'LEAD', municipality: town }).thenNothing();
  });
});

describe('the catalogue', () => {
  it('names every event by its aggregate, in the past tense, except those of every stream', () => {
    for (const event of Object.values(catalogue)) {
      if (!('category' in event)) continue;
      expect(event.type.toLowerCase().startsWith(event.category)).toBe(true);
    }
  });

  it('keeps what is typed in text: no free text among the terms', () => {
    const kinds = Object.values(catalogue).flatMap(({ data }) =>
      Object.values(data).map(({ kind }) => kind as string),
    );
    expect(kinds).not.toContain('text');
    expect(kinds).not.toContain('url');
  });
});
