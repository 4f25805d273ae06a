/**
 * Shows the answer of a filter form in place: every part of the page that depends on the filter is marked
 * `data-filtered`. Text waits for the button or the enter key; a choice answers at once. The address holds
 * the filters, as without this script.
 */
export class LiveFilter extends HTMLElement {
  #asked?: AbortController;

  connectedCallback(): void {
    this.addEventListener('change', (event) => {
      const control = event.target;
      if (control instanceof HTMLSelectElement || isChoice(control)) this.#show();
    });
  }

  async #show(): Promise<void> {
    const form = this.querySelector('form');
    if (!form) return;
    const address = new URL(form.action);
    address.search = new URLSearchParams(filled(new FormData(form))).toString();
    this.#asked?.abort();
    this.#asked = new AbortController();
    try {
      const answer = await fetch(address, { signal: this.#asked.signal });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!answer.ok) throw new Error(String(answer.status));
      exchangeAll(page);
      history.replaceState(null, '', address);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) form.submit();
    }
  }
}

const partsOf = (page: Document) => [...page.querySelectorAll<HTMLElement>('[data-filtered]')];

/** Both pages have the same parts in the same order; if not, the page is loaded anew. */
const exchangeAll = (page: Document): void => {
  const [parts, found] = [partsOf(document), partsOf(page)];
  if (parts.length !== found.length) throw new Error('Another page');
  document.title = page.title;
  parts.forEach((part, index) => exchange(part, found[index]!));
};

/** The status line stays the same element: only then is its new text read out. */
const exchange = (part: HTMLElement, found: HTMLElement): void => {
  const { activeElement } = document;
  for (const name of ['href', 'content']) {
    const address = found.getAttribute(name);
    if (address !== null) part.setAttribute(name, address);
  }
  const [said, says] = [part, found].map((one) => one.querySelector('[role=status]'));
  if (said && says) {
    said.textContent = says.textContent;
    says.replaceWith(said);
  }
  part.replaceChildren(...found.childNodes);
  if (activeElement && !activeElement.isConnected) focusAgain(part, activeElement);
};

/** On what says the same now, else on the part it lay in. */
const focusAgain = (part: HTMLElement, lost: Element): void => {
  const same = [...part.querySelectorAll('a')].find((link) => nameOf(link) === nameOf(lost));
  part.tabIndex = -1;
  (same ?? part).focus();
};

const nameOf = (element: Element) => element.ariaLabel ?? element.textContent;

const isChoice = (control: EventTarget | null) =>
  control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type);

const filled = (data: FormData): [string, string][] =>
  [...data].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value] satisfies [string, string]] : [],
  );
