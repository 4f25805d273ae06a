/** A slider over a list of links, each of which leads to a day: the first link is the one that it stands on. */
export class DaySlider extends HTMLElement {
  connectedCallback(): void {
    const [way, ...links] = this.querySelectorAll('a');
    if (!way || links.length < 2 || this.querySelector('input')) return;
    links.reverse();
    const range = document.createElement('input');
    Object.assign(range, { type: 'range', max: String(links.length - 1) });
    range.ariaLabel = this.dataset['label'] ?? '';
    range.value = String(links.findIndex(({ href }) => href === way.href));
    const show = () => {
      const link = links[Number(range.value)]!;
      way.href = link.href;
      way.replaceChildren(...link.cloneNode(true).childNodes);
      range.setAttribute('aria-valuetext', link.textContent);
    };
    range.addEventListener('input', show);
    show();
    this.prepend(range);
  }
}
