const SECONDS = 1;

/** Looks at its page again until something else stands there; what is shown otherwise stays. */
export class LookAgain extends HTMLElement {
  connectedCallback(): void {
    setTimeout(() => void this.look(), SECONDS * 1000);
  }

  private async look(): Promise<void> {
    const answer = await fetch(location.href).catch(() => undefined);
    const page = answer && new DOMParser().parseFromString(await answer.text(), 'text/html');
    const again = page?.querySelector('look-again');
    if (page && !again) location.reload();
    else if (again) this.replaceWith(document.importNode(again, true));
    else this.connectedCallback();
  }
}
