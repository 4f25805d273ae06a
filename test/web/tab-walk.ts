import type { Page } from 'playwright-core';

interface Stop {
  /** Which of the expected stops; null: one that was not expected. */
  readonly stop: string | null;
  readonly seen: boolean;
  readonly html: string;
}
type Walked = typeof globalThis & { stops: Stop[] };

/** Marks what must be reached, and notes from now on what takes the focus. */
const watch = (): number => {
  const stops: Stop[] = [];
  (globalThis as Walked).stops = stops;
  document.addEventListener('focusin', ({ target }) => {
    const element = target as HTMLElement;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    stops.push({
      stop: element.getAttribute('data-stop'),
      seen: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      html: element.outerHTML.slice(0, 120),
    });
  });
  return [
    ...document.querySelectorAll(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    ),
  ]
    .filter((element) => (element as HTMLElement).checkVisibility({ visibilityProperty: true }))
    .filter((element) => element.getAttribute('type') !== 'hidden')
    .map((element, index) => element.setAttribute('data-stop', String(index))).length;
};

/** Presses Tab many times in one go: to wait for each would take longer than all the rest. */
async function* presses(page: Page, most: number): AsyncGenerator<Stop> {
  const keys = await page.context().newCDPSession(page);
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  let told = 0;
  for (let pressed = 0; pressed < most; pressed += 50) {
    await Promise.all(
      Array.from({ length: 50 }).flatMap(() => [
        keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...tab }),
        keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...tab }),
      ]),
    );
    const stops = await page.evaluate((from) => (globalThis as Walked).stops.slice(from), told);
    told += stops.length;
    yield* stops;
  }
}

/** Walks with Tab from the top: what is reached, and whether each stop shows its focus. */
export const tabWalk = async (page: Page) => {
  const expected = await page.evaluate(watch);
  const stops = new Set<string>();
  const unseen: string[] = [];
  let last: string | undefined;
  for await (const { stop, seen, html } of presses(page, expected * 2 + 5)) {
    // A date has stops of its own within: day, month, year, calendar.
    if (stop !== null && stop === last) continue;
    if (stop === null || stops.has(stop)) break;
    stops.add((last = stop));
    if (!seen) unseen.push(html);
  }
  const groups = await page.evaluate(() => {
    const radios = [...document.querySelectorAll('input[type=radio][data-stop]')];
    const names = new Set(radios.map((radio) => radio.getAttribute('name')));
    return radios.length - names.size;
  });
  return { reached: stops.size, expected: expected - groups, unseen };
};
