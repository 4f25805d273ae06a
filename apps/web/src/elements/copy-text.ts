/** Adds a button that copies the text of the field inside; without clipboard the text is copied by hand. */
export class CopyText extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('textarea');
    if (!field || !navigator.clipboard) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button is-quiet';
    button.textContent = this.dataset['copy'] ?? '';
    button.ariaLabel = `${button.textContent}: ${field.labels[0]?.textContent ?? ''}`;
    const answer = document.createElement('span');
    answer.setAttribute('role', 'status');
    this.append(button, ' ', answer);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(field.value);
      answer.textContent = this.dataset['copied'] ?? '';
    });
  }
}
