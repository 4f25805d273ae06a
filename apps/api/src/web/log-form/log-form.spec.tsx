import { decide, type Past } from '@klimaspur/domain';
import { messages } from '@klimaspur/messages';
import { renderToString } from 'preact-render-to-string';
import { type LogChoice, logChoices, misfitOf, standingOn } from './log-choices.js';
import { choiceGroups, choicesOfDay } from './choices-of-day.js';
import { LogForm } from './log-form.js';
import { askedForm, fieldOf, type LogFormValues, readLogForm } from './log-form-body.js';

const now = '2026-11-20T12:00:00.000Z';
const event = (revision: number, type: string, data: object, on: string | null): Past => ({
  id: `e${revision}`,
  revision,
  type,
  data: data as Record<string, unknown>,
  metadata: { occurredOn: on, recordedAt: '2026-11-01T12:00:00.000Z' },
});
const recorded = event(0, 'MeasureRecorded', { municipality: 'm', text: { title: 'Trees' } }, null);
const started = event(1, 'MeasureImplementationStarted', { duration: 'PROJECT' }, '2026-10-01');
const deferred = event(1, 'MeasureDeliberated', { outcome: 'DEFERRED' }, '2026-10-01');
const adopts = { effect: 'ADOPTS', scope: 'FULL', final: true };
const adopted = event(1, 'MeasureDecided', adopts, '2026-10-01');
const standing = (history: readonly Past[], day = '2026-11-20') => standingOn(history, day);
const offeredOn = (day: string, ...history: Past[]) =>
  logChoices
    .filter((choice) => misfitOf(choice, standing(history, day), now) === undefined)
    .map(({ code }) => code);
const offered = (...history: Past[]) => offeredOn('2026-11-20', ...history);
const council = '00000000-0000-7000-8000-000000000001';
const organs = new Map([[council, { decidesFinally: false }]]);
const form = (body: object) => readLogForm({ key: 'k', on: '2026-11-19', ...body }, organs);

describe('the log form', () => {
  it('offers what moves an axis from where the measure stands', () => {
    expect(offered(recorded)).toEqual(
      expect.arrayContaining(['proposed', 'deferred', 'started', 'completed', 'checked']),
    );
    expect(offered(recorded)).not.toContain('paused');
    expect(offered(recorded)).not.toContain('resumed');
    expect(offered(recorded, started)).toEqual(
      expect.arrayContaining(['paused', 'progress', 'completed']),
    );
    expect(offered(recorded, started)).not.toContain('started');
  });

  it('finds nothing odd in work whose decision nobody knows', () => {
    const work = logChoices.filter(({ group, code }) => group === 'work' && code !== 'paused');
    const expected = work.map(({ code }) => code).filter((code) => code !== 'resumed');
    expect(offered(recorded)).toEqual(expect.arrayContaining(expected));
  });

  it('lets a committee defer what it deferred before', () => {
    expect(offered(recorded, deferred)).toEqual(
      expect.arrayContaining(['deferred', 'removed', 'referred', 'recommended', 'adopted']),
    );
  });

  it('takes a revocation for likely only where something was adopted', () => {
    expect(offered(recorded)).not.toContain('revoked');
    expect(offered(recorded, deferred)).not.toContain('revoked');
    expect(offered(recorded, adopted)).toContain('revoked');
  });

  it('looks at how the measure stood on the day of the entry', () => {
    expect(offeredOn('2026-09-30', recorded, started)).toContain('started');
    expect(offeredOn('2026-10-01', recorded, started)).not.toContain('started');
  });

  it('leaves out what the viewer may not send', () => {
    const groups = choiceGroups(
      messages('de'),
      standing([recorded]),
      now,
      ({ type }) => type === 'MeasureCheckedUnchanged',
    );
    expect(groups.map(({ label }) => label)).toEqual(['Nur geprüft']);
  });

  it('still offers everything else, further down, because minutes win', () => {
    const groups = choiceGroups(messages('de'), standing([recorded, started]), now, () => true);
    const all = groups.flatMap(({ choices }) => choices.map(({ value }) => value));
    expect([...all].sort()).toEqual(logChoices.map(({ code }) => code).sort());
    expect(groups.at(-1)?.label).toBe('Passt nicht zum Stand dieses Tages');
  });

  it.each(logChoices.map((choice) => [choice.code, choice] as const))(
    '%s is an entry that the domain takes',
    (_code, choice) => {
      const command = {
        category: 'measure' as const,
        type: choice.type,
        data: {
          ...choice.data,
          ...(choice.code === 'rescheduled' ? { plannedEnd: '2027' } : {}),
          text: { note: 'n' },
        },
        occurredOn: '2026-11-19',
      };
      expect(decide(command, [recorded], { now, references: new Map() })).toHaveLength(1);
    },
  );

  it('takes three answers', () => {
    expect(form({ what: 'deferred', note: 'TOP 7' }).entry?.body).toEqual({
      occurredOn: '2026-11-19',
      outcome: 'DEFERRED',
      text: { note: 'TOP 7' },
    });
  });

  it.each([
    ['30.6.2027', '2027-06-30'],
    ['06/2027', '2027-06'],
    ['2027', '2027'],
    ['demnächst', 'demnächst'],
  ])('understands %s as a planned end', (plannedEnd, date) => {
    expect(form({ what: 'rescheduled', plannedEnd }).entry?.body).toMatchObject({
      plannedEnd: date,
    });
  });

  it('makes evidence of a web address in the note', () => {
    expect(
      form({ what: 'checked', note: 'https://example.org/minutes.' }).entry?.body,
    ).toMatchObject({
      text: { evidence: [{ kind: 'other', url: 'https://example.org/minutes' }] },
    });
  });

  it('counts the vote of a body as final only where that body decides finally', () => {
    expect(form({ what: 'adopted', organ: council }).entry?.body).toMatchObject({
      organ: council,
      final: false,
    });
    expect(form({ what: 'adopted' }).entry?.body).toMatchObject({ final: true });
  });

  it('keeps everything typed, and says what is missing', () => {
    const { values, problems, entry } = form({
      what: '',
      note: 'long story',
      on: '',
      paper: 'DS-1',
    });
    expect(entry).toBeUndefined();
    expect(problems.map(({ field }) => field)).toEqual(['what', 'on']);
    expect(values).toMatchObject({ note: 'long story', more: { paper: 'DS-1' } });
  });

  it.each([
    ['occurredOn', 'on'],
    ['votes.yes', 'yes'],
    ['newEnd', 'plannedEnd'],
    ['text.evidence[0].url', 'evidenceUrl'],
    ['text.note', 'note'],
    ['text.achieved', 'achieved'],
    ['text.group', 'group'],
    ['outcome', 'what'],
  ])('shows an issue of %s at the field %s', (path, field) =>
    expect(fieldOf({ path })).toBe(field),
  );

  it('takes what is said of an assessment beside the rating', () => {
    const said = { achieved: 'Drei Dächer', missing: 'Die Turnhalle', group: 'BUND' };
    const sent = form({ what: 'rated-yellow', note: 'n', factChecked: 'yes', ...said });
    expect(sent.entry?.body).toEqual({
      ...{ occurredOn: '2026-11-19', scale: 'TRAFFIC_LIGHT', rating: 'YELLOW', factChecked: true },
      text: { note: 'n', ...said },
    });
    expect(form({ what: 'rated-light-grey' }).entry?.body).toEqual({
      ...{ occurredOn: '2026-11-19', scale: 'TRAFFIC_LIGHT', rating: 'LIGHT_GREY' },
    });
  });

  it('loses nothing of it where something else was chosen', () => {
    const { problems, values } = form({ what: 'deferred', missing: 'Die Turnhalle' });
    expect(problems).toEqual([{ field: 'missing', key: 'log.problem.notAssessed' }]);
    expect(values.assessment.missing).toBe('Die Turnhalle');
  });

  const told = { t: messages('de'), history: [recorded], today: '2026-11-20', now };
  const drawn = (values: LogFormValues, may: (choice: LogChoice) => boolean = () => true) =>
    renderToString(
      <LogForm
        t={messages('de')}
        action="/x"
        today="2026-11-20"
        values={values}
        errors={[]}
        offer={choicesOfDay({ ...told, may }, null)}
        organs={[]}
        observers="Klimagruppe"
      />,
    );
  const asked = (what: string) => askedForm({ what }, '2026-11-20', 'k');
  const fields = /<(select|textarea|input(?! type="hidden"))/g;
  const inSight = (html: string) =>
    html.replaceAll(/<details(?![^>]* open[ >])[\s\S]*?<\/details>/g, '');

  it.each(['', 'deferred', 'completed', 'checked'])(
    'has no more than three fields in sight: %s',
    (what) => expect(inSight(drawn(asked(what))).match(fields)).toHaveLength(3),
  );

  it.each(['rated-yellow', 'assessment'])('has those of an assessment in sight for %s', (what) => {
    const html = drawn(asked(what));
    expect(inSight(html).match(fields)).toHaveLength(7);
    expect(html).toContain('Nur, wenn es eine andere Gruppe ist als „Klimagruppe“.');
  });

  it('offers none to those who may not assess', () => {
    const html = drawn(asked(''), ({ group }) => group !== 'assessment');
    expect(html).not.toContain('Was wurde erreicht?');
  });
});
