/** Following the permalink inside also copies it; without clipboard it is a link like any other. */
export class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link || !navigator.clipboard) return;
    const answer = document.createElement('span');
    answer.setAttribute('role', 'status');
    this.append(answer);
    link.addEventListener('click', async () => {
      await navigator.clipboard.writeText(link.href);
      answer.textContent = ` ${this.dataset['copied'] ?? ''}`;
    });
  }
}
