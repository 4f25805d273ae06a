/** Adds a button that copies the address of the link inside; without clipboard the link alone remains. */
export class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link || !navigator.clipboard || this.querySelector('button')) return;
    const { copy = '', copied = '' } = this.dataset;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = copy;
    button.setAttribute('aria-label', `${copy}: ${link.getAttribute('aria-label') ?? ''}`);
    const answer = document.createElement('span');
    answer.setAttribute('role', 'status');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(link.href);
      answer.textContent = ` ${copied}`;
    });
    this.append(button, answer);
  }
}
