/** Long enough for a date that is typed digit by digit. */
const PATIENCE_MS = 300;

/** Asks for the choices of a form anew when the day they belong to changes; what is chosen stays chosen. */
export class ChoicesOfDay extends HTMLElement {
  #asked?: AbortController;
  #timer?: ReturnType<typeof setTimeout>;

  connectedCallback(): void {
    this.addEventListener('change', ({ target }) => {
      if (target === this.#choices) {
        this.#said?.querySelector('[data-chosen]')?.replaceChildren();
        this.#open(this.#choices?.value ?? '');
      } else {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.#ask(), PATIENCE_MS);
      }
    });
  }

  get #choices() {
    return this.querySelector<HTMLSelectElement>('select[name=what]');
  }

  get #said() {
    return this.querySelector('[role=status]');
  }

  /** What only this choice has a place for. */
  #open(choice: string): void {
    const folds = this.closest('form')?.querySelectorAll<HTMLDetailsElement>('[data-opened-by]');
    for (const fold of folds ?? []) {
      if (fold.dataset['openedBy']?.split(' ').includes(choice)) fold.open = true;
    }
  }

  async #ask(): Promise<void> {
    this.#asked?.abort();
    this.#asked = new AbortController();
    try {
      const answer = await fetch(this.#address(), { signal: this.#asked.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      this.#exchange(page);
      this.classList.remove('is-behind');
    } catch (error) {
      // Its button asks for them without a script.
      if (!(error instanceof DOMException)) this.classList.add('is-behind');
    }
  }

  /** That of the form, with what stands in here. */
  #address(): URL {
    const form = this.closest('form')!;
    const address = new URL(form.action);
    for (const [name, value] of new FormData(form)) {
      if (this.querySelector(`[name="${name}"]`)) address.searchParams.append(name, String(value));
    }
    return address;
  }

  #exchange(page: Document): void {
    const [choices, said] = [this.#choices, this.#said];
    const found = page.querySelector(this.localName);
    const [newChoices, newSaid] = ['select[name=what]', '[role=status]'].map((part) =>
      found?.querySelector(part),
    );
    if (!choices || !said || !newChoices || !newSaid) throw new Error('Another page');
    const chosen = choices.value;
    choices.replaceChildren(...newChoices.childNodes);
    choices.value = chosen;
    const day = found?.querySelector<HTMLInputElement>('[name=orderedFor]')?.value ?? '';
    this.querySelector<HTMLInputElement>('[name=orderedFor]')!.value = day;
    // The same element with other words in it: only then are they read out.
    said.replaceChildren(...newSaid.childNodes);
  }
}
