import { scenario, stream, told } from '../testing/scenario.js';
import { timeline } from '../timeline.js';

const municipality = scenario('municipality', '2024-06-15T12:00:00.000Z');
const named = (ags?: string, state?: string) => ({
  ...(ags === undefined ? {} : { ags }),
  ...(state === undefined ? {} : { state }),
  text: { name: 'Rüsselsheim am Main' },
});

describe('the official key of a town', () => {
  it.each([
    ['06433012', 'HE'],
    ['16051000', 'TH'],
    ['06433012', undefined],
    [undefined, 'HE'],
  ])('may be %s in %s', (ags, state) => {
    const data = named(ags, state);
    municipality
      .given()
      .when('MunicipalityFounded', data)
      .then({ type: 'MunicipalityFounded', data, occurredOn: null });
  });

  it('cannot be that of another state', () => {
    municipality
      .given()
      .when('MunicipalityFounded', named('09162000', 'HE'))
      .thenRefused('municipality/key-of-other-state', 'ags');
  });

  const founded = { ...told('MunicipalityFounded', named('06433011', 'HE'), null), id: 'founded' };
  const corrected = (ags: string) => ({
    entry: 'founded',
    replacement: { ags, state: 'HE' },
    text: { reason: 'Zahlendreher', replacement: { name: 'Rüsselsheim am Main' } },
  });

  it('is corrected like every entry, by the same rule', () => {
    const history = stream(founded, told('EntryCorrected', corrected('06433012'), null));
    expect(timeline(history)[0]?.data['ags']).toBe('06433012');
    municipality
      .given({ ...founded, id: '00000000-0000-7000-8000-000000000077' })
      .when('EntryCorrected', {
        ...corrected('09162000'),
        entry: '00000000-0000-7000-8000-000000000077',
      })
      .thenRefused('municipality/key-of-other-state', 'replacement.ags');
  });
});
