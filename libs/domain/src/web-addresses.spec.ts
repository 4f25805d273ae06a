import { webAddressesIn } from './web-addresses.js';

const [one, two] = ['https://stadt.example/1', 'https://stadt.example/2'];

describe('the web addresses of an entry', () => {
  it('are found in its evidence, with the titles', () => {
    const evidence = [
      { kind: 'paper', title: 'DS 74', url: one },
      { kind: 'photo', title: 'Baustelle' },
      { kind: 'press', url: two, quote: 'https://stadt.example/quoted' },
    ];
    const text = { note: 'https://stadt.example/typed', evidence };
    expect(webAddressesIn('MeasureDecided', { text })).toEqual([
      { url: one, title: 'DS 74' },
      { url: two },
    ]);
  });

  it('are found in every field made for them', () => {
    expect(
      webAddressesIn('MeasureDescribed', {
        text: { title: 'Radweg', papers: [{ number: 'DS 74', url: one }, { number: 'DS 75' }] },
      }),
    ).toEqual([{ url: one, title: 'DS 74' }]);
    const edition = webAddressesIn('PlanEditionAdded', { text: { label: 'Entwurf', url: one } });
    expect(edition).toEqual([{ url: one, title: 'Entwurf' }]);
    expect(
      webAddressesIn('OrganDescribed', { text: { name: 'Umweltausschuss', website: one } }),
    ).toEqual([{ url: one }]);
  });

  it('are none where its text was taken out', () =>
    expect(webAddressesIn('MeasureDecided', { effect: 'ADOPTS' })).toEqual([]));
});
