import type { ToldProof } from '@klimaspur/proofs';

type Judge = typeof import('../islands/proof-judge.js');

/** The first of these says that somebody is there and may want to check something. */
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin', 'dragenter'];

/**
 * Checks a proof in the browser, where the form would send it to the server. What judges is loaded at the first sign of
 * somebody, once; from then on the page needs no network.
 */
export class ProofCheck extends HTMLElement {
  #judge?: Promise<Judge>;

  connectedCallback(): void {
    const load = () => {
      for (const sign of SIGNS) removeEventListener(sign, load, true);
      void this.#load();
    };
    for (const sign of SIGNS) addEventListener(sign, load, { capture: true, passive: true });
    this.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement) void this.#take(event.target.files?.[0]);
    });
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#check();
    });
    this.addEventListener('dragover', (event) => event.preventDefault());
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      void this.#take(event.dataTransfer?.files[0]);
    });
  }

  async #load(): Promise<Judge> {
    this.#judge ??= import('../islands/proof-judge.js');
    try {
      const judge = await this.#judge;
      this.#part('ready').textContent = this.dataset['ready'] ?? '';
      return judge;
    } catch (error) {
      this.#judge = undefined;
      throw error;
    }
  }

  async #take(file: File | undefined): Promise<void> {
    if (!file) return;
    this.#field().value = await file.text();
    await this.#check();
  }

  async #check(): Promise<void> {
    const words = JSON.parse(this.dataset['words'] ?? '{}') as Record<string, string>;
    const { key, checkpoint } = this.dataset;
    try {
      const { judged } = await this.#load();
      this.#show(
        await judged(this.#field().value, { key, checkpoint }, words),
        words['here'] ?? '',
      );
    } catch {
      // Without the program that judges the server does.
      this.querySelector('form')?.submit();
    }
  }

  #show({ ok, title, sentences, facts }: ToldProof, where: string): void {
    const result = this.#part('result');
    const heading = element('h2', title);
    const list = element('dl', '', 'facts proof-facts');
    for (const [term, value] of facts) {
      const row = element('div', '');
      row.append(element('dt', term), element('dd', value));
      list.append(row);
    }
    const box = element('section', '', `notice ${ok ? 'is-success' : 'is-warning'}`);
    box.append(heading, ...sentences.map((text) => element('p', text)), element('p', where));
    result.replaceChildren(box, ...(facts.length > 0 ? [list] : []));
    heading.tabIndex = -1;
    heading.focus();
  }

  #field(): HTMLTextAreaElement {
    return this.querySelector('textarea')!;
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  }
}

const element = (tag: string, text: string, className = ''): HTMLElement => {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
};
