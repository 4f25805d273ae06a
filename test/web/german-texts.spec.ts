import { finderOf, spokenIn, typedIn } from './german-texts.js';

describe('what a page says in which language', () => {
  it('is that of the nearest element that names one; what is not shown says nothing', () => {
    const html =
      '<!doctype html><html lang="en"><head><title>x</title></head><body><p title="a > b">Lead: ' +
      '<span lang="de">Amt &amp; Rat</span>, <b>since</b><br> 2024</p><textarea readonly>y</textarea>' +
      '<script>z</script><ul lang="de"><li>Rad</li></ul></body></html>';
    expect(spokenIn(html).map(({ text, lang }) => `${lang} ${text}`)).toEqual([
      ...['en Lead:', 'de Amt & Rat', 'en ,', 'en since', 'en 2024', 'de Rad'],
    ]);
  });

  it('is found to be typed where it holds a name, or lies in a longer text', () => {
    const typedText = finderOf(
      typedIn({
        name: 'Umweltausschuss',
        note: 'Vertagt, weil die Unterlagen erst am Abend vorlagen.',
        evidence: [{ kind: 'minutes', url: 'https://stadt.example', title: 'Niederschrift' }],
      }),
    );
    expect(typedText('In the Umweltausschuss: deferred')).toBe('Umweltausschuss');
    expect(typedText('weil die Unterlagen')).toBe('weil die Unterlagen');
    expect(typedText('Other: Niederschrift, page 3')).toBe('Niederschrift');
    for (const ours of ['minutes', 'stadt.example', 'deferred', 'Umwelt']) {
      expect(typedText(ours)).toBeUndefined();
    }
  });
});
