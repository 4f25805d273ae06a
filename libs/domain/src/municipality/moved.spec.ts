import { scenario, stream, told } from '../testing/scenario.js';
import { movedTo } from './moved.js';

const municipality = scenario('municipality', '2024-06-15T12:00:00.000Z');
const founded = { ...told('MunicipalityFounded', { text: { name: 'A' } }, null), id: 'founded' };
const to = (address: string) => ({ text: { address } });
const moved = { ...told('MunicipalityMoved', to('https://b.example/klima/'), null), id: 'moved' };

describe('a town that is kept on another server', () => {
  it.each(['https://b.example', 'http://b.example:8080/', 'https://b.example/klima'])(
    'moves to %s',
    (address) => {
      municipality
        .given(founded)
        .when('MunicipalityMoved', to(address))
        .then({ type: 'MunicipalityMoved', data: to(address), occurredOn: null });
    },
  );

  it.each([
    'https://me:secret@b.example/',
    'https://me@b.example',
    'https://b.example/?a=1',
    'https://b.example/#a',
    'https://b.example\\a',
  ])('does not move to %s', (address) => {
    municipality
      .given(founded)
      .when('MunicipalityMoved', to(address))
      .thenRefused('field/not-a-server', 'text.address');
  });

  it('is where the entry says that still counts', () => {
    const corrected = told(
      'EntryCorrected',
      {
        entry: 'moved',
        replacement: {},
        text: { reason: 'x', replacement: to('https://c.example').text },
      },
      null,
    );
    const voided = told('EntryVoided', { entry: 'moved', text: { reason: 'x' } }, null);
    expect(movedTo(stream(founded))).toBeUndefined();
    expect(movedTo(stream(founded, moved))).toBe('https://b.example/klima');
    expect(movedTo(stream(founded, moved, corrected))).toBe('https://c.example');
    expect(movedTo(stream(founded, moved, corrected, voided))).toBeUndefined();
  });
});
