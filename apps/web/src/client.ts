import './css/site.css';
import './icon.svg';
import { ChoicesOfDay } from './elements/choices-of-day.js';
import { CopyLink } from './elements/copy-link.js';
import { CopyText } from './elements/copy-text.js';
import { DaySlider } from './elements/day-slider.js';
import { LiveFilter } from './elements/live-filter.js';
import { LiveNotice } from './elements/live-notice.js';
import { LookAgain } from './elements/look-again.js';

customElements.define('choices-of-day', ChoicesOfDay);
customElements.define('copy-link', CopyLink);
customElements.define('copy-text', CopyText);
customElements.define('day-slider', DaySlider);
customElements.define('live-filter', LiveFilter);
customElements.define('live-notice', LiveNotice);
customElements.define('look-again', LookAgain);

// Of one page only.
if (document.querySelector('proof-check')) {
  void import('./elements/proof-check.js').then(({ ProofCheck }) =>
    customElements.define('proof-check', ProofCheck),
  );
}

document.querySelector<HTMLElement>('[data-takes-focus]')?.focus();

// A region that does not scroll is no stop on the way through the page by keyboard.
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.clientWidth === 0) continue;
    target.toggleAttribute('tabindex', target.scrollWidth > target.clientWidth);
    if (target.hasAttribute('tabindex')) target.setAttribute('tabindex', '0');
  }
});
document.querySelectorAll('.table-scroll').forEach((region) => sizes.observe(region));

// Browsers that cannot open the parts of a printed page by style sheet.
const closed = new Set<HTMLDetailsElement>();
addEventListener('beforeprint', () => {
  document.querySelectorAll<HTMLDetailsElement>('details:not([open])').forEach((part) => {
    closed.add(part);
    part.open = true;
  });
});
addEventListener('afterprint', () => {
  closed.forEach((part) => (part.open = false));
  closed.clear();
});
