import { messages } from '@klimaspur/messages';
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { SelectField } from '../components/choices.js';
import { TextField } from '../components/text-fields.js';
import { amountAsTyped, type Scale, typedAmount } from './amounts.js';
import { Form } from './form.js';
import type { FormState } from './form-fields.js';
import { FormReader } from './form-reader.js';
import { FormRows } from './form-rows.js';
import { rowsAsTyped } from './rows.js';
import { typedIn } from './typed.js';

const t = messages('de');
const read = (body: object) => new FormReader(typedIn(body), t);
const state = (more: Partial<FormState>): FormState => ({
  typed: {},
  errors: [],
  key: 'k',
  status: 200,
  ...more,
});

describe('a number that is typed', () => {
  it.each([
    ['1.250,50 €', 100, 125_050],
    ['1250,5', 100, 125_050],
    ['21.500', 1, 21_500],
    ['12,5 t', 1000, 12_500],
    ['1,234', 1000, undefined],
    ['viel', 1, undefined],
    ['12,5', 1, undefined],
  ] as const)('is read in German: %s', (said, scale, amount) =>
    expect(typedAmount(said, scale, 'de')).toBe(amount),
  );

  it.each([
    ['1,250.50', 100, 125_050],
    ['21,500', 1, 21_500],
    ['12.5', 1000, 12_500],
    ['1.250', 100, undefined],
  ] as const)('is read in English: %s', (said, scale, amount) =>
    expect(typedAmount(said, scale, 'en')).toBe(amount),
  );

  it('comes back as it was, in both languages, however it was scaled', () => {
    const amounts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    const scales = fc.constantFrom<Scale>(1, 100, 1000);
    fc.assert(
      fc.property(amounts, scales, fc.constantFrom('de', 'en'), (amount, scale, lang) =>
        expect(typedAmount(amountAsTyped(amount, scale, lang), scale, lang)).toBe(amount),
      ),
    );
  });
});

describe('reading a form', () => {
  it('leaves out what was not filled in', () => {
    const form = read({ a: ' ', b: 'x', many: ['1', ''], one: '1' });
    expect([form.text('a'), form.text('b'), form.text('c')]).toEqual([undefined, 'x', undefined]);
    expect([form.choices('many'), form.choices('one'), form.choices('none')]).toEqual([
      ['1'],
      ['1'],
      undefined,
    ]);
    expect(form.errors).toEqual([]);
  });

  it('takes one thing per line, whatever ends a line', () =>
    expect(read({ groups: 'Schulen\r\n\r\n Vereine ' }).lines('groups')).toEqual([
      'Schulen',
      'Vereine',
    ]));

  it('reads days, months and years', () => {
    const form = read({ a: '30.6.2027', b: '06/2027', c: '2027', d: 'bald' });
    expect(['a', 'b', 'c', 'd'].map((name) => form.date(name))).toEqual([
      '2027-06-30',
      '2027-06',
      '2027',
      undefined,
    ]);
    expect(form.errors.map(({ name }) => name)).toEqual(['d']);
  });

  it('names each field that cannot be read, in words', () => {
    const form = read({ money: 'viel', count: '1,5', on: '31.2.2024' });
    form.cents('money');
    form.integer('count');
    form.day('on');
    expect(form.errors.map(({ name }) => name)).toEqual(['money', 'count', 'on']);
    expect(form.errors[0]?.text).toContain('1.250,50');
  });

  it('moves filled rows together, so that the nth row is the nth of the command', () => {
    const form = read({ 's.0.text': '', 's.2.text': 'b', 's.5.text': 'c', 's.5.on': 'x' });
    const rows = form.rows('s', ['text', 'on']);
    expect(rows.map((row) => row.text('text'))).toEqual(['b', 'c']);
    expect(form.typed).toEqual({ 's.0.text': 'b', 's.1.text': 'c', 's.1.on': 'x' });
    rows[1]?.date('on');
    expect(form.errors.map(({ name }) => name)).toEqual(['s.1.on']);
  });
});

describe('a form', () => {
  const columns = ['text'];
  const shown = (typed: object) =>
    renderToString(
      <Form t={t} action="/x" state={state({ typed: { ...typed } })}>
        {(fields) => (
          <FormRows
            fields={fields}
            name="s"
            columns={columns}
            label="Schritte"
            item="Schritt"
            action="/x"
            row={(nameOf) => <TextField {...fields.text(nameOf('text'))} label="Text" />}
          />
        )}
      </Form>,
    ).match(/name="s\.\d+\.text"/g)?.length;

  it('has three rows to spare, and three more each time they are asked for', () => {
    expect(shown({})).toBe(3);
    expect(shown(rowsAsTyped('s', [{ text: 'a' }, { text: 'b' }]))).toBe(5);
    expect(shown({ 's.shown': '5', more: 's' })).toBe(8);
    expect(shown({ 's.shown': '8', more: 'other' })).toBe(8);
  });

  it('saves on Enter: the button for more rows is not its first', () => {
    const html = renderToString(
      <Form t={t} action="/x" state={state({})}>
        {() => null}
      </Form>,
    );
    expect(html).toMatch(/<form[^>]*><button type="submit" hidden/);
  });

  it('says beside each field what somebody else saved meanwhile, in the words of the choices', () => {
    const html = renderToString(
      <Form
        t={t}
        action="/x"
        state={state({
          typed: { title: 'meins', kind: 'A', same: 's' },
          theirs: { title: 'deren', kind: 'B', same: 's' },
          status: 412,
        })}
      >
        {(fields) => (
          <>
            <TextField {...fields.text('title')} label="Titel" />
            <TextField {...fields.text('same')} label="Gleich" />
            <SelectField
              {...fields.text('kind')}
              label="Art"
              choices={[
                { value: 'A', label: 'Erste' },
                { value: 'B', label: 'Zweite' },
              ]}
            />
          </>
        )}
      </Form>,
    );
    expect(html).toContain('Inzwischen hat jemand anderes das geändert');
    expect(html).toContain('Inzwischen gespeichert: deren');
    expect(html).toContain('Inzwischen gespeichert: Zweite');
    expect(html.match(/Inzwischen gespeichert/g)).toHaveLength(2);
    expect(html).toContain('value="meins"');
  });
});
