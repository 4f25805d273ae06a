import { render } from '../layout/render.js';
import { Prose } from './prose.js';

const html = (text: string) => render(<Prose text={text} />).replace('<!doctype html>', '');

describe('what people typed', () => {
  it('becomes paragraphs, lists and headings', () => {
    expect(html('# Ziel\n\nErstens.\nZweitens.\n\n- Rad\n- Bus')).toBe(
      '<div class="prose"><p><strong>Ziel</strong></p><p>Erstens.\nZweitens.</p><ul><li>Rad</li><li>Bus</li></ul></div>',
    );
  });

  it('leads where a link of the web leads, and nowhere else', () => {
    expect(html('siehe [Plan](https://example.org/plan)!')).toBe(
      '<div class="prose"><p>siehe <a class="external" href="https://example.org/plan" rel="noopener">Plan</a>!</p></div>',
    );
    expect(html('[Plan](javascript:alert(1))')).not.toContain('href');
  });

  it('says what a picture shows, without showing it', () => {
    expect(html('![Ziel Photovoltaik](/images/ziel.png) bis 2035')).toBe(
      '<div class="prose"><p>Ziel Photovoltaik bis 2035</p></div>',
    );
  });

  it.each([
    ['_Vergleichswerte_ und **mehr**', 'Vergleichswerte und mehr'],
    ['*Vergleichswerte*', 'Vergleichswerte'],
    ['plan_2024_neu', 'plan_2024_neu'],
    ['3 * 4 = 12 und 2 * 6', '3 * 4 = 12 und 2 * 6'],
  ])('shows %s without its marks', (typed, shown) => {
    expect(html(typed)).toBe(`<div class="prose"><p>${shown}</p></div>`);
  });

  it('is never HTML', () => {
    expect(html('<script>alert(1)</script>')).toContain('&lt;script>');
  });
});
