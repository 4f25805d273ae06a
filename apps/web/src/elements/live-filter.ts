/**
 * Shows the answer of a filter form in place. Text waits for the button or the enter key; a choice answers
 * at once. Focus stays where it is, and the address holds the filters, as without this script.
 */
export class LiveFilter extends HTMLElement {
  #asked?: AbortController;

  connectedCallback(): void {
    if (!this.#results) return;
    this.addEventListener('change', (event) => {
      const control = event.target;
      if (control instanceof HTMLSelectElement || isChoice(control)) this.#show();
    });
  }

  get #results(): HTMLElement | null {
    return document.getElementById(this.dataset['results'] ?? '');
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
      const found = page.getElementById(this.dataset['results'] ?? '');
      if (!answer.ok || !found) throw new Error(String(answer.status));
      this.#exchange(found);
      history.replaceState(null, '', address);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) form.submit();
    }
  }

  /** The status line stays the same element: only then is its new text read out. */
  #exchange(found: HTMLElement): void {
    const results = this.#results;
    const [said, says] = [results, found].map((part) => part?.querySelector('[role=status]'));
    if (said && says) {
      said.textContent = says.textContent;
      says.replaceWith(said);
    }
    results?.replaceChildren(...found.childNodes);
  }
}

const isChoice = (control: EventTarget | null) =>
  control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type);

const filled = (data: FormData): [string, string][] =>
  [...data].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value] satisfies [string, string]] : [],
  );
