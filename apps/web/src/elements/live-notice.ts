/** Long enough that loading the page comes first, and a glance at it costs no connection. */
const patience = 10_000;

/** Listens for changes while the page is in view and, after one, offers to load it again. */
export class LiveNotice extends HTMLElement {
  #changes?: EventSource;
  #timer?: ReturnType<typeof setTimeout>;

  connectedCallback(): void {
    document.addEventListener('visibilitychange', this.#listen);
    this.#listen();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#listen);
    this.#stop();
  }

  #listen = (): void => {
    this.#stop();
    if (document.hidden || this.childElementCount > 0) return;
    this.#timer = setTimeout(() => {
      this.#changes = new EventSource(this.dataset['source'] ?? '');
      this.#changes.addEventListener('changed', this.#say);
    }, patience);
  };

  #say = (): void => {
    this.#stop();
    const link = document.createElement('a');
    link.href = location.href.replace(/#.*/, '');
    link.textContent = this.dataset['reload'] ?? '';
    this.replaceChildren(`${this.dataset['text'] ?? ''} `, link);
  };

  #stop(): void {
    clearTimeout(this.#timer);
    this.#changes?.close();
  }
}
